"""Deposits and withdrawals that have not ended."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from readiness.domain.items import Direction, Item, Stage, Transfer
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.transfers import DepositRow, WithdrawalRow
from readiness.exchanges.wire import moment

DEPOSIT_STAGES: Final[Mapping[str, Stage]] = {
    "0": Stage.MOVING,  # waiting for confirmations
    "1": Stage.MOVING,  # credited, not yet withdrawable
    "8": Stage.HELD,  # network suspended
    "11": Stage.HELD,  # address on a blocklist
    "12": Stage.HELD,  # frozen
    "13": Stage.HELD,  # intercepted on a sub-account
    "14": Stage.NEEDS_USER,  # above the KYC limit
    "17": Stage.NEEDS_USER,  # Travel Rule answer outstanding
}
DEPOSIT_FINAL: Final = frozenset({"2"})

WITHDRAWAL_STAGES: Final[Mapping[str, Stage]] = {
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
}
WITHDRAWAL_FINAL: Final = frozenset({"-2", "-1", "2"})


def deposits(rows: Sequence[DepositRow], _: Traits) -> Iterator[Item]:
    """Deposits in any state but success; a state nobody documents counts as open."""
    for row in rows:
        if row.state not in DEPOSIT_FINAL:
            yield Transfer(
                id=row.dep_id,
                direction=Direction.IN,
                asset=row.ccy,
                amount=row.amt,
                state=row.state,
                stage=DEPOSIT_STAGES.get(row.state, Stage.UNRECOGNISED),
                since=moment(row.ts),
                details=(("chain", row.chain),),
            )


def withdrawals(rows: Sequence[WithdrawalRow], _: Traits) -> Iterator[Item]:
    """Withdrawals that have neither ended nor failed; an undocumented state counts as open."""
    for row in rows:
        if row.state not in WITHDRAWAL_FINAL:
            yield Transfer(
                id=row.wd_id,
                direction=Direction.OUT,
                asset=row.ccy,
                amount=row.amt,
                state=row.state,
                stage=WITHDRAWAL_STAGES.get(row.state, Stage.UNRECOGNISED),
                since=moment(row.ts),
                details=(("chain", row.chain),),
            )
