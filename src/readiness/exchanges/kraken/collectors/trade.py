"""Orders and margin positions: everything that is still open."""

from collections.abc import Iterator, Sequence

from readiness.domain.amount import NotStated
from readiness.domain.items import Item, Order, Position
from readiness.exchanges.amounts import AnyAmount, less
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kraken.wire.trade import OpenOrder, OpenPosition
from readiness.exchanges.wire import mandatory


def orders(rows: Sequence[OpenOrder], _: Traits) -> Iterator[Item]:
    """Every order in the list, in whatever state."""
    for row in rows:
        yield Order(
            id=row.id,
            order_type=row.descr.ordertype,
            instrument=row.descr.pair,
            side=row.descr.type,
            size=_rest(row.vol, row.vol_exec),
            state=row.status,
            details=(("price", row.descr.price), ("leverage", row.descr.leverage)),
        )


def positions(rows: Sequence[OpenPosition], _: Traits) -> Iterator[Item]:
    """Every position in the list; a part of it may be closed already."""
    for row in rows:
        yield Position(
            id=row.id,
            instrument=row.pair,
            side=row.type,
            size=_rest(mandatory(row.vol), row.vol_closed),
            margin=row.margin,
            details=(("state", row.posstatus),),
        )


def _rest(whole: AnyAmount, done: AnyAmount) -> AnyAmount:
    """What is left of a size, or all of it where that cannot be told."""
    rest = less(whole, [done])
    return whole if isinstance(rest, NotStated) else rest
