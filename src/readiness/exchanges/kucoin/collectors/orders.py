"""Open orders. What KuCoin lists as open is open, whatever state it gives."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.amount import NotStated
from readiness.domain.items import Item, Order
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.kucoin.collectors.wallets import DOLLARS
from readiness.exchanges.kucoin.wire.orders import (
    ActiveSymbols,
    ConvertOrder,
    FuturesOrder,
    OcoOrder,
    SpotOrder,
    StopOrder,
    UnifiedOrder,
)

_OCO: Final = "OCO"
_OCO_ENDED: Final = frozenset({"done", "cancelled", "canceled"})
_CONVERT_ENDED: Final = frozenset({"success", "fail", "cancelled"})
_IN_DOLLARS: Final = ("USDTM", "USDCM")
"""How the names of contracts end that are settled in dollars."""


def symbols(rows: Sequence[ActiveSymbols]) -> Iterable[str]:
    """The pairs with open orders, which have to be asked about one by one."""
    for row in rows:
        yield from row.symbols


def plain(rows: Sequence[SpotOrder], _: Traits) -> Iterator[Item]:
    """Orders of the spot or the margin engine."""
    for row in rows:
        yield Order(
            id=row.id,
            order_type=row.type,
            instrument=row.symbol,
            side=row.side,
            size=row.size,
            state="",
            details=(("price", row.price), ("trade_type", row.trade_type)),
        )


def stops(rows: Sequence[StopOrder], _: Traits) -> Iterator[Item]:
    """Stop orders; a triggered one may not have reached the order book yet."""
    for row in rows:
        yield Order(
            id=row.id,
            order_type=row.type,
            instrument=row.symbol,
            side=row.side,
            size=row.size,
            state=row.status,
            details=(("trigger_price", row.stop_price),),
        )


def ocos(rows: Sequence[OcoOrder], _: Traits) -> Iterator[Item]:
    """Pairs of orders that have neither ended nor been cancelled."""
    for row in rows:
        if row.status.lower() not in _OCO_ENDED:
            yield Order(
                id=row.order_id,
                order_type=_OCO,
                instrument=row.symbol,
                side="",
                size=NotStated(),
                state=row.status,
            )


def futures(*, dollars: bool) -> RowReader:
    """Orders in contracts that are settled in dollars, or in anything else."""

    def read(rows: Sequence[FuturesOrder], _: Traits) -> Iterator[Item]:
        for row in rows:
            if (row.settle_currency in DOLLARS) is dollars:
                yield Order(
                    id=row.id,
                    order_type=row.type,
                    instrument=row.symbol,
                    side=row.side,
                    size=row.size,
                    state=row.status,
                )

    return read


def in_dollars(symbol: str) -> bool:
    """Whether a contract is settled in dollars, as its name says."""
    return symbol.endswith(_IN_DOLLARS)


def unified(rows: Sequence[UnifiedOrder], _: Traits) -> Iterator[Item]:
    """Orders of a unified account."""
    for row in rows:
        yield Order(
            id=row.order_id,
            order_type=row.order_type,
            instrument=row.symbol,
            side=row.side,
            size=row.size,
            state=row.status,
            details=(("price", row.price), ("trigger_price", row.trigger_price)),
        )


def unified_futures(*, dollars: bool) -> RowReader:
    """The same in contracts that are settled in dollars, or in anything else."""

    def read(rows: Sequence[UnifiedOrder], traits: Traits) -> Iterator[Item]:
        yield from unified([row for row in rows if in_dollars(row.symbol) is dollars], traits)

    return read


def converts(rows: Sequence[ConvertOrder], _: Traits) -> Iterator[Item]:
    """Conversions that wait for their price."""
    for row in rows:
        if row.status.lower() not in _CONVERT_ENDED:
            yield Order(
                id=row.order_id,
                order_type=wording.CONVERT_LIMIT,
                instrument=f"{row.from_currency}-{row.to_currency}",
                side="",
                size=row.from_currency_size,
                state=row.status,
            )
