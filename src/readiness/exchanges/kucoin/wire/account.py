"""What the session needs, and which of its two families of accounts the owner has."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText
from readiness.gate.body import BadBodyError
from readiness.language import message


class Clock(CamelRow):
    """``timestamp``: the answer is a number and nothing else."""

    value: WireText


class Price(CamelRow):
    """One line of ``prices``, in US dollars."""

    currency: WireName
    value: WireAmount


class KeyInfo(CamelRow):
    """``user/api-key``: permissions are words with commas between them.

    The name of a sub-account is only there for a sub-account's key. The owner's note, the
    addresses that the key is bound to and its own public part are not read.
    """

    uid: WireName
    is_master: bool
    permission: str
    sub_name: WireText = ""


class Mode(StrEnum):
    """The two families of accounts."""

    CLASSIC = "CLASSIC"
    UNIFIED = "UNIFIED"


def _known(mode: object) -> object:
    # Not a ValueError: that would only say that the row has another shape.
    if mode not in [*Mode]:
        raise BadBodyError(message("an account mode that nobody documents: {mode}"), mode=mode)
    return Mode(str(mode))


class AccountMode(CamelRow):
    """``ua/v1/account/mode``: a mode that nobody documents is no answer."""

    self_account_mode: Annotated[Mode, BeforeValidator(_known)]


class Contract(CamelRow):
    """A contract of ``contracts/active``: the coin in which it is settled."""

    settle_currency: WireName
