"""What one does on the way to a closed account, in the usual order, and what holds it up."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from readiness.domain.area import Area
from readiness.domain.sourced import Sourced


class StepKind(StrEnum):
    """What kind of thing a step is; the order is the usual order."""

    REPLACE_KEY = "replace-key"
    CHECK_CLOSED = "check-closed"
    LOOK_AGAIN = "look-again"
    ASK_EXCHANGE = "ask-exchange"
    SWITCH_OFF = "switch-off"
    STOP_BOTS = "stop-bots"
    STOP_COPYING = "stop-copying"
    CANCEL_ORDERS = "cancel-orders"
    CLOSE_POSITIONS = "close-positions"
    REPAY = "repay"
    TAKE_BACK_COLLATERAL = "take-back-collateral"
    REDEEM = "redeem"
    FIND_VALUE = "find-value"
    CLEAR = "clear"
    WAIT_FOR_TRANSFERS = "wait-for-transfers"
    EMPTY_SUB_ACCOUNT = "empty-sub-account"
    REMOVE_SUB_ACCOUNTS = "remove-sub-accounts"
    CONVERT_DUST = "convert-dust"
    WITHDRAW_NON_TRADABLE = "withdraw-non-tradable"
    WITHDRAW = "withdraw"
    SETTLE_REMAINDER = "settle-remainder"
    BACK_UP = "back-up"
    CONFIRM = "confirm"
    SCAN_AGAIN = "scan-again"
    DELETE_KEYS = "delete-keys"
    DELETE_SUB_ACCOUNT = "delete-sub-account"
    """In place of a closing request, where the key belongs to a sub-account."""
    REQUEST_CLOSING = "request-closing"
    WAIT_FOR_CLOSING = "wait-for-closing"


class Lock(Sourced):
    """Time that can pass before something can be done, or until one is done with it.

    Attributes:
        steps: what it holds up.
        areas: where; everywhere when none is named.
        meaning: how long, as far as that is published; the day itself shows at the exchange alone.
    """

    steps: Annotated[tuple[StepKind, ...], Field(min_length=1)]
    areas: tuple[Area, ...] = ()
    meaning: str


class Conversion(Sourced):
    """How the exchange turns small remainders into another coin.

    Attributes:
        below_usd: what is worth less is taken for dust here.
        areas: the wallets it works on.
        meaning: what is published about its limits. None of them is a closing threshold.
    """

    below_usd: Annotated[Decimal, Field(gt=0)]
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]
    meaning: str
