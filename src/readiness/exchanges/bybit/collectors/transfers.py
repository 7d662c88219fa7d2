"""Money that is on its way, and what has moved since the scan began."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Direction, Item, Stage, Transfer
from readiness.exchanges.begun import begun
from readiness.exchanges.bybit.wire.transfers import (
    Deposit,
    InternalDeposit,
    TransferRow,
    Withdrawal,
)
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.stages import Stages
from readiness.exchanges.wire import moment

DEPOSITS: Final = Stages(
    waiting={
        "1": Stage.MOVING,  # to be confirmed
        "2": Stage.MOVING,
        "7": Stage.REVIEW,  # a rollback of the chain, after the money was credited
        "70013": Stage.REVIEW,  # the same, and somebody has to look at it
        "10011": Stage.MOVING,  # on its way into the funding pool
        "10012": Stage.HELD,  # in the funding pool, which is no wallet
    },
    # A rollback that was taken back from the balance, and one after which nothing had to be:
    # both are the last state of the case.
    final=frozenset({"3", "4", "70011", "70012"}),
)
INTERNAL_DEPOSITS: Final = Stages(waiting={"1": Stage.MOVING}, final=frozenset({"2", "3"}))
WITHDRAWALS: Final = Stages(
    waiting={
        "SecurityCheck": Stage.REVIEW,
        "Pending": Stage.MOVING,
        "BlockchainConfirmed": Stage.MOVING,
        "MoreInformationRequired": Stage.NEEDS_USER,
    },
    final=frozenset({"success", "CancelByUser", "Reject", "Fail"}),
)
TRANSFERS: Final = Stages(waiting={"PENDING": Stage.MOVING}, final=frozenset({"SUCCESS", "FAILED"}))

_PLAIN: Final = frozenset({"", "0"})
_ABOVE_LIMIT: Final = "10"
_TYPES: Final = {
    "20": Stage.NEEDS_USER,  # money laundering rules: documents have to be sent in
    "50": Stage.NEEDS_USER,  # blocked: has to be taken out again on the website
}
"""Kinds of deposits that wait for somebody, whatever their state."""
COMPLIANCE: Final = Stages(waiting={"1": Stage.NEEDS_USER}, final=frozenset({"", "0", "2", "3"}))
"""What Bybit Türkiye wants to know about a deposit from another account."""
TAX: Final = Stages(waiting={"1": Stage.NEEDS_USER}, final=frozenset({"", "0", "2"}))
"""What users in Austria have to report about a deposit."""


def deposits(rows: Sequence[Deposit], _: Traits) -> Iterator[Item]:
    """Deposits from a chain that are on their way, held, or wait for somebody."""
    for row in rows:
        stage = _deposit_stage(row) or TAX.of(row.tax_status)
        if stage:
            yield Transfer(
                id=row.id or f"{row.chain}:{row.tx_id}:{row.tx_index}",
                direction=Direction.IN,
                asset=row.coin,
                amount=row.amount,
                state=_state(row),
                stage=stage,
                details=(("chain", row.chain),),
            )


def _deposit_stage(row: Deposit) -> Stage | None:
    """What a deposit waits for; ``None`` if it has ended."""
    stage = DEPOSITS.of(row.status)
    if row.deposit_type in _PLAIN:
        return stage
    if row.deposit_type == _ABOVE_LIMIT:
        return Stage.HELD if stage else None
    return _TYPES.get(row.deposit_type, Stage.UNRECOGNISED)


def _state(row: Deposit) -> str:
    kind = f"depositType {row.deposit_type}" if row.deposit_type not in _PLAIN else ""
    return ", ".join(filter(None, (row.status, kind, _asked("taxStatus", row.tax_status, TAX))))


def _asked(field: str, value: str, stages: Stages) -> str:
    """A field that says that somebody waits for an answer about a deposit."""
    return f"{field} {value}" if stages.of(value) else ""


def internal_deposits(rows: Sequence[InternalDeposit], _: Traits) -> Iterator[Item]:
    """Deposits from other accounts of Bybit."""
    for row in rows:
        asked = COMPLIANCE.of(row.compliance_status) or TAX.of(row.tax_status)
        stage = asked or INTERNAL_DEPOSITS.of(row.status)
        if stage:
            fields = (
                _asked("complianceStatus", row.compliance_status, COMPLIANCE),
                _asked("taxStatus", row.tax_status, TAX),
            )
            yield Transfer(
                id=f"internal:{row.id}",
                direction=Direction.IN,
                asset=row.coin,
                amount=row.amount,
                state=", ".join(filter(None, (row.status, *fields))),
                stage=stage,
                since=moment(row.created_time),
            )


def withdrawals(rows: Sequence[Withdrawal], _: Traits) -> Iterator[Item]:
    """Withdrawals that have neither ended nor failed; an undocumented state counts as open."""
    for row in rows:
        stage = WITHDRAWALS.of(row.status)
        if stage:
            yield Transfer(
                id=row.withdraw_id,
                direction=Direction.OUT,
                asset=row.coin,
                amount=row.amount,
                state=row.status,
                stage=stage,
                since=moment(row.create_time),
                details=(("chain", row.chain),),
            )


def transfers(rows: Sequence[TransferRow], _: Traits) -> Iterator[Item]:
    """Transfers between own wallets and accounts that have not arrived."""
    for row in rows:
        stage = TRANSFERS.of(row.status)
        if stage:
            yield Transfer(
                id=row.transfer_id,
                direction=Direction.OUT,
                asset=row.coin,
                amount=row.amount,
                state=row.status,
                stage=stage,
                since=moment(row.timestamp),
                details=(
                    ("from", f"{row.from_member_id} {row.from_account_type}".strip()),
                    ("to", f"{row.to_member_id} {row.to_account_type}".strip()),
                ),
            )


withdrawn: Final = begun("create_time", "coin", "amount", name="withdraw_id")
"""Withdrawals since the scan began."""

transferred: Final = begun("timestamp", "coin", "amount", name="transfer_id")
"""Transfers since the scan began."""

traded: Final = begun("transaction_time", "currency", "change", name="id")
"""Changes of the unified account's balances since the scan began."""

funded: Final = begun("create_time", "currency", "txn_amt")
"""Changes of the funding account's balances since the scan began."""
