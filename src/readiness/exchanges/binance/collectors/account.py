"""What restricts the account as a whole."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Item, Restriction
from readiness.exchanges.binance.wire.account import (
    AccountStatus,
    ApiTradingStatus,
    SpotAccount,
)
from readiness.exchanges.binance.wire.futures import FuturesTradingStatus, TradingFlags
from readiness.exchanges.binance.wire.options import OptionsAccount
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.restricted import restricted
from readiness.exchanges.wire import moment
from readiness.language import message

_FINE: Final = "normal"
_ACCOUNT: Final = "ACCOUNT"
_ACCOUNT_LOCKED: Final = message("USDⓈ-M futures: the account is locked by {by}")
_SYMBOL_LOCKED: Final = message("USDⓈ-M futures: {symbol} is locked by {by}")


def status(rows: Sequence[AccountStatus], _: Traits) -> Iterator[Item]:
    """Binance's word for the account, unless it is the one that says nothing is wrong."""
    for row in rows:
        if row.data.strip().lower() != _FINE:
            if row.data:
                yield Restriction(code="account/status", text=row.data)
            else:
                yield restricted("account/status", message("no word at all"))


def trading_lock(rows: Sequence[ApiTradingStatus], _: Traits) -> Iterator[Item]:
    """A lock on trading by API."""
    for row in rows:
        if row.data.is_locked:
            until = moment(row.data.planned_recover_time)
            recovers = until is not None and until.timestamp() > 0
            if recovers:
                sentence = message("trading by API is locked, until {moment} UTC")
                yield restricted("isLocked", sentence, moment=f"{until:%Y-%m-%d %H:%M}")
            else:
                sentence = message("trading by API is locked, without a planned end")
                yield restricted("isLocked", sentence)


def flags(sentence: str) -> RowReader:
    """What the account may not do in one of its products, each told by a sentence."""

    def read(rows: Sequence[SpotAccount | TradingFlags], _: Traits) -> Iterator[Item]:
        for row in rows:
            can = (
                ("canTrade", row.can_trade),
                ("canWithdraw", row.can_withdraw),
                ("canDeposit", row.can_deposit),
            )
            for flag, allowed in can:
                if not allowed:
                    yield restricted(flag, sentence, flag=flag)

    return read


spot_flags: Final = flags(message("spot: {flag} is false"))
"""What the spot account may not do."""


def options_flags(rows: Sequence[OptionsAccount], traits: Traits) -> Iterator[Item]:
    """The same of the options account, which can also be limited to closing what is open."""
    yield from flags(message("options: {flag} is false"))(rows, traits)
    for row in rows:
        if row.reduce_only:
            yield restricted("reduceOnly", message("options: reduceOnly is true"))


def futures_locks(rows: Sequence[FuturesTradingStatus], _: Traits) -> Iterator[Item]:
    """Symbols, or the whole account, that a quantitative rule has locked."""
    for row in rows:
        for subject, indicators in row.indicators.items():
            locked = [entry.indicator or "unnamed" for entry in indicators if entry.is_locked]
            if locked:
                by = ", ".join(locked)
                if subject == _ACCOUNT:
                    yield restricted("isLocked", _ACCOUNT_LOCKED, by=by)
                else:
                    yield restricted("isLocked", _SYMBOL_LOCKED, symbol=subject, by=by)
