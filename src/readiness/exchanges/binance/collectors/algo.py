"""Execution algorithms (TWAP, VP)."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Item, Order
from readiness.exchanges.binance.wire.algo import AlgoOrder
from readiness.exchanges.catalogue import RowReader, Traits


def orders(market: str) -> RowReader:
    """Algorithms that still place orders in a market, which numbers them for itself."""

    def read(rows: Sequence[AlgoOrder], _: Traits) -> Iterator[Item]:
        for row in rows:
            yield Order(
                id=f"{market}:{row.algo_id}",
                order_type=row.algo_type,
                instrument=row.symbol,
                side=row.side,
                size=row.total_qty,
                state=row.algo_status,
                details=(
                    ("executed", row.executed_qty),
                    ("position_side", row.position_side),
                ),
            )

    return read
