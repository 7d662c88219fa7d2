"""Positions, and the margin left in empty ones."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Item, Position
from readiness.exchanges.amounts import first_left
from readiness.exchanges.bybit.wire.trade import PositionRow
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.wire import mandatory

_NORMAL: Final = frozenset({"", "Normal"})


def open_positions(rows: Sequence[PositionRow], _: Traits) -> Iterator[Item]:
    """Every position with a size, or with margin or a value left in it, or in liquidation."""
    for row in rows:
        size = mandatory(row.size)
        margin = (row.position_balance, row.position_im, row.position_value, row.unrealised_pnl)
        if row.position_status not in _NORMAL or first_left(size, *margin):
            yield Position(
                id=f"{row.symbol}:{row.position_idx}",
                instrument=row.symbol,
                side=row.side,
                size=size,
                margin=row.position_balance,
                details=(("state", row.position_status),),
            )
