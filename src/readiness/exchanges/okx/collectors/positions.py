"""Positions, the margin left in empty ones, and what they owe."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Debt, Item, Position
from readiness.exchanges.amounts import first_left, owed
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.trade import PositionRow
from readiness.exchanges.wire import mandatory

POSITION_VIEW = "account/positions"


def open_positions(rows: Sequence[PositionRow], _: Traits) -> Iterator[Item]:
    """Every position with a size, or with margin or a debt left in it."""
    for row in rows:
        size = mandatory(row.pos)
        if first_left(size, row.margin, row.liab, row.interest):
            yield Position(
                id=row.pos_id or f"{row.inst_id}:{row.mgn_mode}:{row.pos_side}",
                instrument=row.inst_id,
                side=row.pos_side,
                size=size,
                margin=row.margin,
                margin_asset=row.ccy,
                value_usd=row.notional_usd,
                details=(("instrument_type", row.inst_type), ("margin_mode", row.mgn_mode)),
            )


def debts(rows: Sequence[PositionRow], _: Traits) -> Iterator[Item]:
    """What margin positions owe: in the Futures account mode the only place that says so."""
    for row in rows:
        principal = first_left(row.liab, row.interest)
        if principal:
            yield Debt(
                asset=row.liab_ccy,
                amount=owed(principal),
                interest=owed(row.interest),
                view=POSITION_VIEW,
            )
