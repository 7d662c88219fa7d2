"""Deposits and withdrawals that have not ended, and what moved during the scan.

States: https://docs.kraken.com/api-reference/funding/get-status-of-recent-withdrawals and
https://support.kraken.com/articles/advanced-api-faq (read 2026-08-21).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Direction, Item, Movement, Stage, Transfer
from readiness.exchanges.begun import is_since
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kraken.names import asset_of
from readiness.exchanges.kraken.wire.transfers import FundingStatus, LedgerEntry
from readiness.exchanges.stages import Stages

_FINAL: Final = frozenset({"Success", "Failure"})
DEPOSITS: Final = Stages(
    waiting={
        "Initial": Stage.MOVING,
        "Pending": Stage.MOVING,
        "Settled": Stage.MOVING,  # waits for confirmations
    },
    final=_FINAL,
)
WITHDRAWALS: Final = Stages(
    waiting={
        "Initial": Stage.CANCELLABLE,
        "Pending": Stage.MOVING,
        "Settled": Stage.MOVING,
    },
    final=_FINAL,
)

_HELD: Final = frozenset({"onhold", "on-hold"})
_BEING_CANCELLED: Final = "cancel-pending"
_SETTLED: Final = frozenset({"", "return", "canceled", "cancel-denied"})
"""What may be added to a final state without taking anything of its being final."""


def deposits(rows: Sequence[FundingStatus], _: Traits) -> Iterator[Item]:
    """Deposits in any state but the final ones."""
    for row in rows:
        yield from _open(row, Direction.IN, DEPOSITS)


def withdrawals(rows: Sequence[FundingStatus], _: Traits) -> Iterator[Item]:
    """Withdrawals in any state but the final ones."""
    for row in rows:
        yield from _open(row, Direction.OUT, WITHDRAWALS)


def _open(row: FundingStatus, direction: Direction, stages: Stages) -> Iterator[Transfer]:
    stage = _stage(stages.of(row.status), row.status_prop)
    if stage:
        yield Transfer(
            id=row.refid,
            direction=direction,
            asset=asset_of(row.asset),
            amount=row.amount,
            state=" ".join(filter(None, (row.status, row.status_prop))),
            stage=stage,
            since=row.time,
            details=(("method", row.method),),
        )


def _stage(stage: Stage | None, added: str) -> Stage | None:
    """What it waits for, if it has not ended; what was added to its state weighs more."""
    if added in _HELD:
        return Stage.HELD
    if added == _BEING_CANCELLED:
        return Stage.MOVING
    return stage if added in _SETTLED else Stage.UNRECOGNISED


def movements(rows: Sequence[LedgerEntry], traits: Traits) -> Iterator[Item]:
    """Every entry since the scan began; one without a readable time counts as such."""
    for row in rows:
        if is_since(row.time, traits):
            yield Movement(
                id=row.id,
                asset=asset_of(row.asset),
                amount=row.amount,
                at=row.time,
                details=(("type", row.type),),
            )
