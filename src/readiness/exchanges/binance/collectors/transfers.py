"""Deposits and withdrawals that have not ended, and those since the scan began."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Direction, Item, Stage, Transfer
from readiness.exchanges.begun import any_moment, begun
from readiness.exchanges.binance.wire.transfers import (
    DepositRow,
    LocalDeposit,
    LocalDepositV2,
    LocalWithdrawal,
    WithdrawalRow,
)
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.stages import Stages
from readiness.exchanges.wire import moment

DEPOSITS: Final = Stages(
    waiting={
        "0": Stage.MOVING,
        "6": Stage.MOVING,  # credited, not yet withdrawable
        "7": Stage.NEEDS_USER,  # a wrong deposit
        "8": Stage.NEEDS_USER,  # waits for the user's word
    },
    final=frozenset({"1", "2"}),
)
WITHDRAWALS: Final = Stages(
    waiting={
        "0": Stage.NEEDS_USER,  # waits for the answer to an e-mail
        "2": Stage.REVIEW,
        "4": Stage.MOVING,
    },
    final=frozenset({"1", "3", "5", "6"}),
)

RULE_PENDING: Final = "1"
"""A travel rule status: information is missing, whatever became of the money."""
RULE_FAILED: Final = "2"
"""A travel rule status: what was asked for did not come into being."""


_RULE_DONE: Final = frozenset({"", "0", RULE_FAILED})
"""Travel rule statuses that ask for nothing: none at all, done, and one that came to nothing."""


def _deposit_stage(state: str, *, waits: bool) -> Stage | None:
    """What a deposit waits for; ``None`` if it has ended."""
    return Stage.NEEDS_USER if waits else DEPOSITS.of(state)


def _withdrawal_stage(state: str, rule: str) -> Stage | None:
    """What a withdrawal waits for; ``None`` if it has ended."""
    if rule == RULE_PENDING:
        return Stage.NEEDS_USER
    return None if not state and rule == RULE_FAILED else WITHDRAWALS.of(state)


def _state(state: str, rule: str) -> str:
    return ", ".join(filter(None, (state, rule and f"travelRuleStatus {rule}")))


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


deposited: Final = begun("insert_time", "coin", "amount", name="id")
"""Deposits since the scan began."""

withdrawn: Final = begun("apply_time", "coin", "amount", name="id")
"""Withdrawals since the scan began."""
