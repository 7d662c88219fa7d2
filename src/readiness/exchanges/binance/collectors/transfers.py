"""Deposits and withdrawals that have not ended, and those since the scan began."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from readiness.domain.items import Direction, Item, Movement, Stage, Transfer
from readiness.exchanges.begun import any_moment
from readiness.exchanges.binance.wire.transfers import (
    DepositRow,
    LocalDeposit,
    LocalDepositV2,
    LocalWithdrawal,
    WithdrawalRow,
)
from readiness.exchanges.catalogue import SINCE, Traits
from readiness.exchanges.wire import moment

DEPOSIT_STAGES: Final[Mapping[str, Stage]] = {
    "0": Stage.MOVING,
    "6": Stage.MOVING,  # credited, not yet withdrawable
    "7": Stage.NEEDS_USER,  # a wrong deposit
    "8": Stage.NEEDS_USER,  # waits for the user's word
}
DEPOSIT_FINAL: Final = frozenset({"1", "2"})

WITHDRAWAL_STAGES: Final[Mapping[str, Stage]] = {
    "0": Stage.NEEDS_USER,  # waits for the answer to an e-mail
    "2": Stage.REVIEW,
    "4": Stage.MOVING,
}
WITHDRAWAL_FINAL: Final = frozenset({"1", "3", "5", "6"})

RULE_PENDING: Final = "1"
"""A travel rule status: information is missing, whatever became of the money."""
RULE_FAILED: Final = "2"
"""A travel rule status: what was asked for did not come into being."""


_RULE_DONE: Final = frozenset({"", "0", RULE_FAILED})
"""Travel rule statuses that ask for nothing: none at all, done, and one that came to nothing."""


def _deposit_stage(state: str, *, waits: bool) -> Stage | None:
    """What a deposit waits for; ``None`` if it has ended."""
    if waits:
        return Stage.NEEDS_USER
    return None if state in DEPOSIT_FINAL else DEPOSIT_STAGES.get(state, Stage.UNRECOGNISED)


def _withdrawal_stage(state: str, rule: str) -> Stage | None:
    """What a withdrawal waits for; ``None`` if it has ended."""
    if rule == RULE_PENDING:
        return Stage.NEEDS_USER
    if state in WITHDRAWAL_FINAL or (not state and rule == RULE_FAILED):
        return None
    return WITHDRAWAL_STAGES.get(state, Stage.UNRECOGNISED)


def _state(state: str, rule: str) -> str:
    return f"{state}, travelRuleStatus {rule}" if rule else state


def deposits(rows: Sequence[DepositRow], _: Traits) -> Iterator[Item]:
    """Deposits that are on their way, held, or wait for somebody."""
    for row in rows:
        stage = _deposit_stage(row.status, waits=row.travel_rule_status not in _RULE_DONE)
        if stage:
            yield Transfer(
                id=row.id,
                direction=Direction.IN,
                asset=row.coin,
                amount=row.amount,
                state=_state(row.status, row.travel_rule_status),
                stage=stage,
                since=moment(row.insert_time),
                details=(("chain", row.network),),
            )


def withdrawals(rows: Sequence[WithdrawalRow], _: Traits) -> Iterator[Item]:
    """Withdrawals that are on their way, under review, or wait for somebody."""
    for row in rows:
        stage = _withdrawal_stage(row.status, row.travel_rule_status)
        if stage:
            yield Transfer(
                id=row.id,
                direction=Direction.OUT,
                asset=row.coin,
                amount=row.amount,
                state=_state(row.status, row.travel_rule_status),
                stage=stage,
                since=any_moment(row.apply_time),
                details=(("chain", row.network),),
            )


def local_deposits(rows: Sequence[LocalDeposit], _: Traits) -> Iterator[Item]:
    """Deposits where the travel rule applies."""
    for row in rows:
        yield from _local_deposit(row, row.tran_id, row.travel_rule_status)


def local_deposits_v2(rows: Sequence[LocalDepositV2], _: Traits) -> Iterator[Item]:
    """The same, as the second version of the request shows them."""
    for row in rows:
        yield from _local_deposit(row, row.deposit_id, row.travel_rule_req_status)


def _local_deposit(row: LocalDeposit | LocalDepositV2, name: str, rule: str) -> Iterator[Transfer]:
    waits = row.require_questionnaire or rule == RULE_PENDING
    stage = _deposit_stage(row.deposit_status, waits=waits)
    if stage:
        yield Transfer(
            id=name,
            direction=Direction.IN,
            asset=row.coin,
            amount=row.amount,
            state=_state(row.deposit_status, rule),
            stage=stage,
            since=moment(row.insert_time),
            details=(("chain", row.network),),
        )


def local_withdrawals(rows: Sequence[LocalWithdrawal], _: Traits) -> Iterator[Item]:
    """Withdrawals where the travel rule applies."""
    for row in rows:
        stage = _withdrawal_stage(row.withdrawal_status, row.travel_rule_status)
        if stage:
            yield Transfer(
                id=row.id or f"travel rule record {row.tr_id}",
                direction=Direction.OUT,
                asset=row.coin,
                amount=row.amount,
                state=_state(row.withdrawal_status, row.travel_rule_status),
                stage=stage,
                since=any_moment(row.apply_time),
                details=(("chain", row.network),),
            )


def deposited(rows: Sequence[DepositRow], traits: Traits) -> Iterator[Item]:
    """Deposits since the scan began."""
    for row in rows:
        at = moment(row.insert_time)
        if _since(at, traits):
            yield Movement(id=row.id, asset=row.coin, amount=row.amount, at=at)


def withdrawn(rows: Sequence[WithdrawalRow], traits: Traits) -> Iterator[Item]:
    """Withdrawals since the scan began."""
    for row in rows:
        at = any_moment(row.apply_time)
        if _since(at, traits):
            yield Movement(id=row.id, asset=row.coin, amount=row.amount, at=at)


def _since(at: datetime | None, traits: Traits) -> bool:
    """Whether it happened since the scan began; without a readable time it counts as such."""
    began = moment(traits.get(SINCE, ""))
    return at is None or began is None or at >= began
