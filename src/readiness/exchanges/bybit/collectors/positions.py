"""Positions, and the margin left in empty ones."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Item, Position
from readiness.exchanges.amounts import first_left
from readiness.exchanges.bybit.wire.trade import PositionRow
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.wire import mandatory


def open_positions(rows: Sequence[PositionRow], _: Traits) -> Iterator[Item]:
    """Every position with a size, or with margin left in it."""
    for row in rows:
        size = mandatory(row.size)
        if first_left(size, row.position_balance, row.position_im):
            yield Position(
                id=f"{row.symbol}:{row.position_idx}",
                instrument=row.symbol,
                side=row.side,
                size=size,
                margin=row.position_balance,
                details=(("state", row.position_status),),
            )
