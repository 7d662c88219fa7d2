"""What restricts the account as a whole."""

from collections.abc import Iterable, Iterator, Sequence
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
from readiness.exchanges.wire import moment

_FINE: Final = "normal"
_ACCOUNT: Final = "ACCOUNT"


def status(rows: Sequence[AccountStatus], _: Traits) -> Iterator[Item]:
    """Binance's word for the account, unless it is the one that says nothing is wrong."""
    for row in rows:
        if row.data.strip().lower() != _FINE:
            yield Restriction(code="account/status", text=row.data or "no word at all")


def trading_lock(rows: Sequence[ApiTradingStatus], _: Traits) -> Iterator[Item]:
    """A lock on trading by API."""
    for row in rows:
        if row.data.is_locked:
            until = moment(row.data.planned_recover_time)
            recovers = until is not None and until.timestamp() > 0
            end = f"until {until:%Y-%m-%d %H:%M} UTC" if recovers else "without a planned end"
            yield Restriction(code="isLocked", text=f"trading by API is locked, {end}")


def spot_flags(rows: Sequence[SpotAccount], _: Traits) -> Iterator[Item]:
    """What the spot account may not do."""
    for row in rows:
        yield from _missing(
            "spot",
            (
                ("canTrade", row.can_trade),
                ("canWithdraw", row.can_withdraw),
                ("canDeposit", row.can_deposit),
            ),
        )


def flags(place: str) -> RowReader:
    """What the account may not do in one of its products."""

    def read(rows: Sequence[TradingFlags], _: Traits) -> Iterator[Item]:
        for row in rows:
            can = (
                ("canTrade", row.can_trade),
                ("canWithdraw", row.can_withdraw),
                ("canDeposit", row.can_deposit),
            )
            yield from _missing(place, can)

    return read


def options_flags(rows: Sequence[OptionsAccount], traits: Traits) -> Iterator[Item]:
    """The same of the options account, which can also be limited to closing what is open."""
    yield from flags("options")(rows, traits)
    for row in rows:
        if row.reduce_only:
            yield Restriction(code="reduceOnly", text="options: reduceOnly is true")


def _missing(place: str, can: Iterable[tuple[str, bool]]) -> Iterator[Item]:
    for flag, allowed in can:
        if not allowed:
            yield Restriction(code=flag, text=f"{place}: {flag} is false")


def futures_locks(rows: Sequence[FuturesTradingStatus], _: Traits) -> Iterator[Item]:
    """Symbols, or the whole account, that a quantitative rule has locked."""
    for row in rows:
        for subject, indicators in row.indicators.items():
            locked = [entry.indicator or "unnamed" for entry in indicators if entry.is_locked]
            if locked:
                what = "the account" if subject == _ACCOUNT else subject
                text = f"USDⓈ-M futures: {what} is locked by {', '.join(locked)}"
                yield Restriction(code="isLocked", text=text)
