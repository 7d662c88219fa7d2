"""What the session needs, and what is said of the account as a whole."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import AfterValidator, Field, model_validator
from pydantic.alias_generators import to_snake

from readiness.domain.amount import NotStated
from readiness.exchanges.catalogue import WireRow
from readiness.exchanges.wire import WireAmount, WireName, WireNullAmount, WireNullText, WireText
from readiness.gate.body import BadBodyError
from readiness.language import message

_NOT_STATED: Final = NotStated()


class Clock(WireRow):
    """``Time``: whole seconds."""

    unixtime: WireText


class Ticker(WireRow):
    """``Ticker``: one market; ``c`` is the last trade, its price first."""

    pair: WireName
    c: list[WireAmount] = Field(default_factory=list[WireAmount])


def _in_service(status: str) -> str:
    # Not a ValueError: that would only say that the row has another shape.
    if status != "online":
        raise BadBodyError(message("Kraken's system status: {status}"), status=status)
    return status


class SystemStatus(WireRow):
    """``SystemStatus``: unless Kraken is online, nothing that is seen can be trusted."""

    status: Annotated[WireName, AfterValidator(_in_service)]


class ApiKeyInfo(WireRow):
    """``GetApiKeyInfo``: the reference writes the names in one way, answers in another."""

    permissions: list[str]
    iban: WireNullText = ""
    query_from: WireNullText = ""
    query_to: WireNullText = ""

    @model_validator(mode="before")
    @classmethod
    def _one_way(cls, raw: Any) -> Any:
        """Every name in snake_case; the same name in both ways is no answer."""
        if not isinstance(raw, Mapping):
            return raw
        named = {to_snake(name): value for name, value in raw.items()}
        if len(named) != len(raw):
            raise BadBodyError(message("a JSON object names a key twice"))
        return named


class WalletAccount(WireRow):
    """One wallet of the account."""

    account_id: WireName
    type: WireText
    status: WireText


class _Cursor(WireRow):
    next: WireNullText


class WalletAccounts(WireRow):
    """``ListWalletAccounts``: the account's wallets, the usual one among them."""

    accounts: Annotated[list[WalletAccount], Field(min_length=1)]
    cursor: _Cursor | None = None


class TradeBalance(WireRow):
    """``TradeBalance``, in US dollars; some of it is only there with open positions."""

    eb: WireAmount
    m: WireAmount
    n: WireAmount
    c: WireAmount
    v: WireAmount
    uv: WireNullAmount = _NOT_STATED
