"""What is not known about a step."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date
from typing import Final

from readiness.domain.amount import Unreadable
from readiness.domain.finding import Finding
from readiness.domain.policy import Policy
from readiness.domain.steps import StepKind
from readiness.plan.grouping import Key, free_on
from readiness.plan.layout import Layout
from readiness.plan.links import missing_assets
from readiness.plan.model import Note, Remark, Step
from readiness.plan.wallets import below_minimum

_STAGES: Final[Mapping[str, Note]] = {
    "needs-user": Note.NEEDS_YOU,
    "review": Note.UNDER_REVIEW,
    "held": Note.HELD,
}
"""What a transfer waits for; every other stage only has no known end."""

_MISSING: Final[Mapping[StepKind, Note]] = {
    StepKind.REPAY: Note.DEBT_ASSET_MISSING,
    StepKind.WITHDRAW_NON_TRADABLE: Note.FEE_ASSET_MISSING,
}
_FREEZERS: Final = frozenset(
    {
        StepKind.ASK_EXCHANGE,
        StepKind.STOP_BOTS,
        StepKind.STOP_COPYING,
        StepKind.CANCEL_ORDERS,
        StepKind.CLOSE_POSITIONS,
        StepKind.REPAY,
        StepKind.WAIT_FOR_TRANSFERS,
    }
)
"""What can be behind money that is frozen."""

_AGREEMENTS: Final = frozenset({"managed", "client"})

IN_TIME: Final = (
    Note.OVERDUE,
    Note.OPEN_END,
    Note.NEEDS_YOU,
    Note.UNDER_REVIEW,
    Note.HELD,
    Note.RESTRICTION,
    Note.AGREEMENT,
    Note.FROZEN,
    Note.NEITHER,
    Note.DEBT_ASSET_MISSING,
    Note.FEE_ASSET_MISSING,
    Note.LOCK,
)
"""What may move the day on which the account can be closed."""


def remarks_of(key: Key, layout: Layout, policy: Policy | None, today: date) -> tuple[Remark, ...]:
    """Everything that is not known about a step, each thing once."""
    step = layout.step(key)
    told = [
        *_late(step, today),
        *(remark for found in step.findings for remark in _of_finding(found, step, today)),
        *_lacking(step, layout),
        *_frozen(step, layout),
        *_locks(step, policy),
        *_conversion(step, policy),
    ]
    return tuple(dict.fromkeys(told))


def _late(step: Step, today: date) -> Iterator[Remark]:
    """What should be free by now, and is not: the oldest day is told."""
    ends = [found.clears_at.astimezone(UTC).date() for found in step.findings if found.clears_at]
    late = [day for day in ends if day < today]
    if late:
        yield Remark(note=Note.OVERDUE, values=(("day", min(late).isoformat()),))


def _of_finding(finding: Finding, step: Step, today: date) -> Iterator[Remark]:
    yield from (Remark(note=note) for note, holds in _LOOKS if holds(finding, step, today))


def _lacking(step: Step, layout: Layout) -> Iterator[Remark]:
    """Assets that a step needs, and that nothing supplies in time."""
    if step.kind in _MISSING:
        redeemed = map(layout.step, layout.within(step.scope, (StepKind.REDEEM,)))
        free = (other for other in redeemed if other.possible_from is None)
        supplied = {part.asset for other in free for part in other.sums}
        for asset in sorted(missing_assets(layout, step) - supplied):
            yield Remark(note=_MISSING[step.kind], values=(("asset", asset),))


def _frozen(step: Step, layout: Layout) -> Iterator[Remark]:
    """Frozen money that no step will set free."""
    frozen = any(
        found.rule == "wallet-not-empty" and found.variant == "frozen" for found in step.findings
    )
    if frozen and not any(True for _ in layout.within(step.scope, _FREEZERS)):
        yield Remark(note=Note.FROZEN)


def _locks(step: Step, policy: Policy | None) -> Iterator[Remark]:
    areas = {finding.area for finding in step.findings}
    for lock in policy.locks if policy else ():
        if step.kind in lock.steps and (not lock.areas or areas & set(lock.areas)):
            yield Remark(note=Note.LOCK, text=lock.meaning)


def _conversion(step: Step, policy: Policy | None) -> Iterable[Remark]:
    if step.kind is StepKind.CONVERT_DUST and policy and policy.conversion:
        yield Remark(note=Note.CONVERSION, text=policy.conversion.meaning)


def _stage(finding: Finding) -> str:
    return finding.variant.partition("-")[2] if finding.rule == "pending-transfer" else ""


def _transfer(note: Note) -> Callable[[Finding, Step, date], bool]:
    return lambda finding, step, today: _STAGES.get(_stage(finding)) is note


def _open_end(finding: Finding, step: Step, today: date) -> bool:
    return (
        step.kind is StepKind.WAIT_FOR_TRANSFERS
        and free_on(finding, today) is None
        and _stage(finding) not in _STAGES
    )


def _restricted(finding: Finding, step: Step, today: date) -> bool:
    return step.kind is StepKind.ASK_EXCHANGE


def _agreement(finding: Finding, step: Step, today: date) -> bool:
    return finding.rule == "sub-account-exists" and finding.variant in _AGREEMENTS


def _unreadable(finding: Finding, step: Step, today: date) -> bool:
    return isinstance(finding.amount, Unreadable)


def _neither(finding: Finding, step: Step, today: date) -> bool:
    stuck = step.kind is StepKind.SETTLE_REMAINDER
    return stuck or (step.kind is StepKind.CONVERT_DUST and below_minimum(finding))


_LOOKS: Final[tuple[tuple[Note, Callable[[Finding, Step, date], bool]], ...]] = (
    (Note.NEEDS_YOU, _transfer(Note.NEEDS_YOU)),
    (Note.UNDER_REVIEW, _transfer(Note.UNDER_REVIEW)),
    (Note.HELD, _transfer(Note.HELD)),
    (Note.OPEN_END, _open_end),
    (Note.RESTRICTION, _restricted),
    (Note.AGREEMENT, _agreement),
    (Note.UNREADABLE, _unreadable),
    (Note.NEITHER, _neither),
)
"""What a single finding leaves open."""
