"""Deposits and withdrawals that have not ended, and transfers between own accounts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from readiness.domain.items import Direction, Item, Stage, Transfer
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kucoin.wire.transfers import DepositRow, FuturesLedgerRow, WithdrawalRow
from readiness.exchanges.kucoin.wire.wallets import SpotBalance
from readiness.exchanges.stages import Stages
from readiness.exchanges.wire import moment

_FINAL: Final = frozenset({"SUCCESS", "FAILURE"})
DEPOSITS: Final = Stages(
    waiting={
        "PROCESSING": Stage.MOVING,
        "WAIT_TRM_MGT": Stage.NEEDS_USER,  # the Travel Rule asks for an answer
        "TRM_MGT_REJECTED": Stage.HELD,  # the answer was refused
    },
    final=_FINAL,
)
WITHDRAWALS: Final = Stages(
    waiting={
        "REVIEW": Stage.REVIEW,
        "PROCESSING": Stage.MOVING,
        "WALLET_PROCESSING": Stage.MOVING,
    },
    final=_FINAL,
)
_FUTURES: Final = Stages(waiting={"Pending": Stage.MOVING}, final=frozenset({"Completed"}))


def currencies(rows: Sequence[SpotBalance]) -> Iterable[str]:
    """Every coin that the account has an account for, empty ones too."""
    return (row.currency for row in rows)


def deposits(rows: Sequence[DepositRow], _: Traits) -> Iterator[Item]:
    """Deposits that are on their way or held; one that was taken back leaves a debt behind."""
    for row in rows:
        stage = Stage.NEEDS_USER if row.arrears else DEPOSITS.of(row.status)
        if stage:
            yield Transfer(
                id=f"{row.currency}:{row.created_at}",
                direction=Direction.IN,
                asset=row.currency,
                amount=row.amount,
                state=f"{row.status}, arrears" if row.arrears else row.status,
                stage=stage,
                since=moment(row.created_at),
                details=(("chain", row.chain),),
            )


def withdrawals(rows: Sequence[WithdrawalRow], _: Traits) -> Iterator[Item]:
    """Withdrawals that have neither arrived nor failed."""
    for row in rows:
        stage = WITHDRAWALS.of(row.status)
        if stage:
            yield Transfer(
                id=row.id or f"{row.currency}:{row.created_at}",
                direction=Direction.OUT,
                asset=row.currency,
                amount=row.amount,
                state=row.status,
                stage=stage,
                since=moment(row.created_at),
                details=(("chain", row.chain),),
            )


def futures_pending(rows: Sequence[FuturesLedgerRow], _: Traits) -> Iterator[Item]:
    """What moves to or from the futures account and is not completed."""
    for row in rows:
        stage = _FUTURES.of(row.status)
        if stage:
            yield Transfer(
                id=row.offset or f"{row.currency}:{row.time}",
                direction=Direction.IN,
                asset=row.currency,
                amount=row.amount,
                state=row.status,
                stage=stage,
                since=moment(row.time),
                details=(("type", row.type),),
            )
