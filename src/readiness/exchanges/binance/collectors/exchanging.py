"""Money that is being exchanged for other money: fiat, P2P, conversions."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.items import Direction, Item, Order, Stage, Transfer
from readiness.exchanges.binance.wire.transfers import (
    ConvertFlow,
    ConvertOrder,
    FiatOrder,
    FiatPayment,
    P2pOrder,
)
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.wire import moment

FIAT_STAGES: Final[Mapping[str, Stage]] = {
    "processing": Stage.MOVING,
    "refunding": Stage.MOVING,
    "refund failed": Stage.HELD,
    "order partial credit stopped": Stage.HELD,
}
FIAT_FINAL: Final = frozenset({"failed", "successful", "finished", "refunded", "expired"})
_PAYMENT_FINAL: Final = frozenset({"completed", "failed", "refunded"})
_P2P_FINAL: Final = frozenset({"completed", "cancelled", "cancelled_by_system"})
_CONVERT_FINAL: Final = frozenset({"success", "fail"})


def fiat_orders(direction: Direction) -> RowReader:
    """Money from or to a bank that has not arrived; rows do not say which way they go."""

    def read(rows: Sequence[FiatOrder], _: Traits) -> Iterator[Item]:
        for row in rows:
            state = row.status.lower()
            if state not in FIAT_FINAL:
                yield Transfer(
                    id=row.order_no,
                    direction=direction,
                    asset=row.fiat_currency,
                    amount=row.amount,
                    state=row.status,
                    stage=FIAT_STAGES.get(state, Stage.UNRECOGNISED),
                    since=moment(row.create_time),
                    details=(("method", row.method),),
                )

    return read


def fiat_payments(direction: Direction) -> RowReader:
    """Crypto bought or sold for fiat money where that has not ended."""

    def read(rows: Sequence[FiatPayment], _: Traits) -> Iterator[Item]:
        for row in rows:
            state = row.status.lower()
            if state not in _PAYMENT_FINAL:
                yield Transfer(
                    id=row.order_no,
                    direction=direction,
                    asset=row.crypto_currency,
                    amount=row.obtain_amount,
                    state=row.status,
                    stage=FIAT_STAGES.get(state, Stage.UNRECOGNISED),
                    since=moment(row.create_time),
                    details=(("paid_in", row.fiat_currency),),
                )

    return read


def p2p_orders(rows: Sequence[P2pOrder], _: Traits) -> Iterator[Item]:
    """P2P orders that have not ended, those in appeal too; who the other side is stays out."""
    for row in rows:
        if row.order_status.lower() not in _P2P_FINAL:
            yield Order(
                id=row.order_number,
                order_type="P2P",
                instrument=row.asset,
                side=row.trade_type,
                size=row.amount,
                state=row.order_status,
            )


def open_conversions(rows: Sequence[ConvertOrder], _: Traits) -> Iterator[Item]:
    """Limit orders of Convert: all that are listed are open."""
    for row in rows:
        yield _conversion(row, wording.CONVERT_LIMIT)


def conversions(rows: Sequence[ConvertFlow], _: Traits) -> Iterator[Item]:
    """Conversions that were accepted and have not ended."""
    for answer in rows:
        for row in answer.orders:
            if row.order_status.lower() not in _CONVERT_FINAL:
                yield _conversion(row, "Convert")


def _conversion(row: ConvertOrder, kind: str) -> Order:
    return Order(
        id=row.order_id,
        order_type=kind,
        instrument=f"{row.from_asset}-{row.to_asset}",
        side="",
        size=row.from_amount,
        state=row.order_status,
    )
