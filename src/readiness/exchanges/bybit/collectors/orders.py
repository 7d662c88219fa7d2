"""Orders: everything that can still be filled or triggered."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.amount import NotStated
from readiness.domain.items import Item, Order
from readiness.exchanges.bybit.wire.trade import OpenOrder, Quote, Rfq, SpreadOrder, Strategy
from readiness.exchanges.catalogue import Traits

_CLOSED: Final = frozenset(
    {"Rejected", "PartiallyFilledCanceled", "Filled", "Cancelled", "Deactivated"}
)
_STRATEGY_ENDED: Final = frozenset({"3", "4"})
"""Terminated; 4 says that orders of it are not filled, and those are in the lists of orders."""
_RFQ_ENDED: Final = frozenset({"Canceled", "Filled", "Expired", "Failed"})


def open_orders(rows: Sequence[OpenOrder], _: Traits) -> Iterator[Item]:
    """Orders of spot, futures and options, conditional ones too."""
    for row in rows:
        if row.order_status not in _CLOSED:
            yield Order(
                id=row.order_id,
                order_type=row.order_type,
                instrument=row.symbol,
                side=row.side,
                size=row.qty,
                state=row.order_status,
                details=(
                    ("price", row.price),
                    ("trigger_price", row.trigger_price),
                    ("stop_type", row.stop_order_type),
                ),
            )


def spread(rows: Sequence[SpreadOrder], _: Traits) -> Iterator[Item]:
    """Orders for two instruments at once."""
    for row in rows:
        if row.order_status not in _CLOSED:
            yield Order(
                id=row.order_id,
                order_type=row.order_type,
                instrument=row.symbol,
                side=row.side,
                size=row.qty,
                state=row.order_status,
                details=(("price", row.price),),
            )


def strategies(rows: Sequence[Strategy], _: Traits) -> Iterator[Item]:
    """Strategies that place orders by themselves."""
    for row in rows:
        if row.status not in _STRATEGY_ENDED:
            yield Order(
                id=row.strategy_id,
                order_type=row.strategy_type,
                instrument=row.symbol,
                side=row.side,
                size=row.size,
                state=row.status,
            )


def rfqs(rows: Sequence[Rfq], _: Traits) -> Iterator[Item]:
    """Requests for quotes that have not ended."""
    for row in rows:
        if row.status not in _RFQ_ENDED:
            yield _block_trade(row.rfq_id, "RFQ", "", row.status, row.expires_at)


def quotes(rows: Sequence[Quote], _: Traits) -> Iterator[Item]:
    """Quotes that can still be taken."""
    for row in rows:
        if row.status not in _RFQ_ENDED:
            side = row.exec_quote_side
            yield _block_trade(row.quote_id, "quote", side, row.status, row.expires_at)


def _block_trade(name: str, order_type: str, side: str, state: str, valid_until: str) -> Order:
    return Order(
        id=name,
        order_type=order_type,
        instrument=wording.BLOCK_TRADING,
        side=side,
        size=NotStated(),
        state=state,
        details=(("valid_until", valid_until),),
    )
