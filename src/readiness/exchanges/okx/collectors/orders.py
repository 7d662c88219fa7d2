"""Orders: everything that can still be filled or triggered."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Item, Order
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.trade import AlgoOrder, PendingOrder


def pending(rows: Sequence[PendingOrder], _: Traits) -> Iterator[Item]:
    """Spot, margin, swap, futures, option and event contract orders."""
    for row in rows:
        yield Order(
            id=row.ord_id,
            order_type=row.ord_type,
            instrument=row.inst_id,
            side=row.side,
            size=row.sz,
            state=row.state,
            details=(("instrument_type", row.inst_type), ("price", row.px)),
        )


def algo(rows: Sequence[AlgoOrder], _: Traits) -> Iterator[Item]:
    """Conditional, trigger, trailing, iceberg, TWAP and chase orders."""
    for row in rows:
        yield Order(
            id=row.algo_id,
            order_type=row.ord_type,
            instrument=row.inst_id,
            side=row.side,
            size=row.sz,
            state=row.state,
            details=(("close_fraction", row.close_fraction),),
        )
