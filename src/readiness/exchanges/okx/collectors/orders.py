"""Orders: everything that can still be filled or triggered."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.amount import NotStated
from readiness.domain.items import Item, Order
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.trade import (
    AlgoOrder,
    EasyConvert,
    MakerInstrument,
    OneClickRepay,
    PendingOrder,
    Quote,
    Rfq,
    SpreadOrder,
)


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


def spread(rows: Sequence[SpreadOrder], _: Traits) -> Iterator[Item]:
    """Spread orders, with what is still settling."""
    for row in rows:
        yield Order(
            id=row.ord_id,
            order_type=row.ord_type,
            instrument=row.sprd_id,
            side=row.side,
            size=row.sz,
            state=row.state,
            details=(("pending_settlement", row.pending_settle_sz),),
        )


RFQ_OPEN: Final = ("active", "pending_fill")
_RFQ_ENDED: Final = frozenset({"filled", "canceled", "expired", "failed", "traded_away"})
_CONVERT_ENDED: Final = frozenset({"filled", "failed"})


def rfqs(rows: Sequence[Rfq], _: Traits) -> Iterator[Item]:
    """Requests for quotes that have not ended."""
    for row in rows:
        if row.state not in _RFQ_ENDED:
            yield _block_trade(row.rfq_id, "RFQ", "", row.state, row.valid_until)


def quotes(rows: Sequence[Quote], _: Traits) -> Iterator[Item]:
    """Quotes that can still be taken."""
    for row in rows:
        if row.state not in _RFQ_ENDED:
            yield _block_trade(row.quote_id, "quote", row.quote_side, row.state, row.valid_until)


def maker_offers(rows: Sequence[MakerInstrument], _: Traits) -> Iterator[Item]:
    """Standing offers of a maker to quote."""
    for row in rows:
        if row.include_all or row.data:
            yield _block_trade(
                f"maker:{row.inst_type or 'all'}", wording.MAKER_OFFER, "", "standing", ""
            )


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


def easy_converts(rows: Sequence[EasyConvert], _: Traits) -> Iterator[Item]:
    """Dust conversions that are running."""
    for row in rows:
        if row.status not in _CONVERT_ENDED:
            yield Order(
                id=f"{row.from_ccy}-{row.to_ccy}:{row.u_time}",
                order_type=wording.EASY_CONVERT,
                instrument=f"{row.from_ccy}-{row.to_ccy}",
                side="",
                size=NotStated(),
                state=row.status,
            )


def repayments(rows: Sequence[OneClickRepay], _: Traits) -> Iterator[Item]:
    """One-click repayments that are running."""
    for row in rows:
        if row.status not in _CONVERT_ENDED:
            yield Order(
                id=f"repay-{row.debt_ccy}:{row.ts}",
                order_type=wording.ONE_CLICK_REPAY,
                instrument=row.debt_ccy,
                side="",
                size=NotStated(),
                state=row.status,
            )
