"""Deposits and withdrawals that have not ended."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.items import Direction, Item, Order, Stage, Transfer
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.transfers import (
    DepositRow,
    FiatOrder,
    FiatTrade,
    P2pOrder,
    WithdrawalRow,
)
from readiness.exchanges.stages import Stages
from readiness.exchanges.wire import moment

DEPOSITS: Final = Stages(
    waiting={
        "0": Stage.MOVING,  # waiting for confirmations
        "1": Stage.MOVING,  # credited, not yet withdrawable
        "8": Stage.HELD,  # network suspended
        "11": Stage.HELD,  # address on a blocklist
        "12": Stage.HELD,  # frozen
        "13": Stage.HELD,  # intercepted on a sub-account
        "14": Stage.NEEDS_USER,  # above the KYC limit
        "17": Stage.NEEDS_USER,  # Travel Rule answer outstanding
    },
    final=frozenset({"2"}),
)
WITHDRAWALS: Final = Stages(
    waiting={
        "0": Stage.CANCELLABLE,
        "19": Stage.CANCELLABLE,
        "17": Stage.NEEDS_USER,  # Travel Rule answer outstanding; can still be cancelled
        "10": Stage.MOVING,
        "1": Stage.MOVING,  # broadcasting
        "7": Stage.MOVING,  # approved
        "15": Stage.MOVING,  # validating
        "16": Stage.MOVING,  # delayed by law, up to 24 hours
        "-3": Stage.MOVING,  # cancelling
        "4": Stage.REVIEW,
        "5": Stage.REVIEW,
        "6": Stage.REVIEW,
        "8": Stage.REVIEW,
        "9": Stage.REVIEW,
        "12": Stage.REVIEW,
    },
    final=frozenset({"-2", "-1", "2"}),
)


def deposits(rows: Sequence[DepositRow], _: Traits) -> Iterator[Item]:
    """Deposits in any state but success; a state nobody documents counts as open."""
    for row in rows:
        stage = DEPOSITS.of(row.state)
        if stage:
            yield Transfer(
                id=row.dep_id,
                direction=Direction.IN,
                asset=row.ccy,
                amount=row.amt,
                state=row.state,
                stage=stage,
                since=moment(row.ts),
                details=(("chain", row.chain),),
            )


def withdrawals(rows: Sequence[WithdrawalRow], _: Traits) -> Iterator[Item]:
    """Withdrawals that have neither ended nor failed; an undocumented state counts as open."""
    for row in rows:
        stage = WITHDRAWALS.of(row.state)
        if stage:
            yield Transfer(
                id=row.wd_id,
                direction=Direction.OUT,
                asset=row.ccy,
                amount=row.amt,
                state=row.state,
                stage=stage,
                since=moment(row.ts),
                details=(("chain", row.chain),),
            )


FIAT_OPEN: Final = ("pending", "inqueue", "processing")
_FIAT_ENDED: Final = frozenset({"completed", "canceled", "cancelled", "failed"})
_P2P_ENDED: Final = frozenset({"completed", "cancelled", "canceled"})


def _fiat(row: FiatOrder, direction: Direction) -> Iterator[Item]:
    if row.state not in _FIAT_ENDED:
        yield Transfer(
            id=row.ord_id,
            direction=direction,
            asset=row.ccy,
            amount=row.amt,
            state=row.state,
            stage=Stage.MOVING if row.state in FIAT_OPEN else Stage.UNRECOGNISED,
            since=moment(row.c_time),
        )


def fiat_deposits(rows: Sequence[FiatOrder], _: Traits) -> Iterator[Item]:
    """Money from a bank that has not arrived."""
    for row in rows:
        yield from _fiat(row, Direction.IN)


def fiat_withdrawals(rows: Sequence[FiatOrder], _: Traits) -> Iterator[Item]:
    """Money on its way to a bank."""
    for row in rows:
        yield from _fiat(row, Direction.OUT)


def fiat_trades(rows: Sequence[FiatTrade], _: Traits) -> Iterator[Item]:
    """Buying or selling crypto for fiat money that has not ended."""
    for row in rows:
        if row.state not in _FIAT_ENDED:
            yield Transfer(
                id=row.ord_id,
                direction=Direction.OUT if row.side == "sell" else Direction.IN,
                asset=row.rfq_ccy,
                amount=row.rfq_amt,
                state=row.state,
                stage=Stage.MOVING if row.state == "processing" else Stage.UNRECOGNISED,
                since=moment(row.c_time),
            )


def p2p_orders(rows: Sequence[P2pOrder], _: Traits) -> Iterator[Item]:
    """A merchant's P2P orders that have not ended, or are frozen or in dispute."""
    for row in rows:
        troubled = row.is_frozen or row.dispute_status not in {"", "0"}
        if troubled or row.order_status not in _P2P_ENDED:
            yield Order(
                id=row.order_id,
                order_type=wording.P2P_IN_TROUBLE if troubled else "P2P",
                instrument=row.crypto_currency,
                side=row.side,
                size=row.crypto_amount,
                state=row.order_status,
            )
