"""The first day on which the account can be closed, and what is not known about it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, timedelta
from typing import Final

from readiness.domain.decision import Closure
from readiness.domain.finding import Severity
from readiness.domain.key import ReadOnlyKey
from readiness.domain.policy import Confidence, Policy
from readiness.domain.report import AccountReport
from readiness.domain.steps import StepKind
from readiness.plan.model import Earliest, Note, Remark, Step
from readiness.plan.remarks import IN_TIME

REQUEST: Final = (StepKind.REQUEST_CLOSING, StepKind.DELETE_SUB_ACCOUNT)
"""The step at which the account's own part is over."""


def earliest(
    report: AccountReport, steps: Sequence[Step], policy: Policy | None, today: date
) -> Earliest:
    """When the account can be closed at the earliest.

    Args:
        report: what was found.
        steps: the plan, in its order.
        policy: what is known of the exchange.
        today: the calendar day in UTC.
    """
    uncertain = tuple(dict.fromkeys(_uncertain(report, steps)))
    if not isinstance(report.key, ReadOnlyKey):
        nothing = Remark(note=Note.NOTHING_SEEN)
        return Earliest(request_on=None, closed_on=None, uncertain=(nothing, *uncertain))
    request_on = max(_own_day(step, today) for step in steps)
    because = tuple(dict.fromkeys(_because(steps, request_on, today)))
    if any(step.kind is StepKind.DELETE_SUB_ACCOUNT for step in steps):
        alone = Remark(note=Note.SUB_ACCOUNT_ALONE)
        return Earliest(
            request_on=request_on, closed_on=None, because=because, uncertain=(alone, *uncertain)
        )
    closed_on, waits, unsure = _waiting(request_on, policy)
    return Earliest(
        request_on=request_on,
        closed_on=closed_on,
        because=(*because, *waits),
        uncertain=(*uncertain, *unsure),
    )


def already_requested(report: AccountReport, steps: Sequence[Step], closure: Closure) -> Earliest:
    """The end of a waiting period that runs."""
    left = any(step.kind is not StepKind.WAIT_FOR_CLOSING for step in steps)
    recorded = Remark(
        note=Note.REQUEST_RECORDED,
        values=(
            ("requested_on", closure.requested_on.isoformat()),
            ("wait_days", str(closure.wait_days)),
        ),
    )
    in_the_way = (Remark(note=Note.STILL_IN_THE_WAY),) if left else ()
    return Earliest(
        request_on=None,
        closed_on=closure.ends_on,
        because=(recorded,),
        uncertain=(*in_the_way, *dict.fromkeys(_uncertain(report, steps))),
    )


def _own_day(step: Step, today: date) -> date:
    if step.possible_from is None:
        return today
    return max(today, step.possible_from.astimezone(UTC).date())


def _because(steps: Sequence[Step], request_on: date, today: date) -> Iterator[Remark]:
    if request_on == today:
        yield Remark(note=Note.TODAY)
        return
    for step in steps:
        if _own_day(step, today) == request_on:
            waits = step.kind is StepKind.WAIT_FOR_TRANSFERS
            named = (("step", step.kind.value), ("day", request_on.isoformat()))
            yield Remark(note=Note.ENDS_ON if waits else Note.POSSIBLE_ON, values=named)


def _uncertain(report: AccountReport, steps: Iterable[Step]) -> Iterator[Remark]:
    counts = [found.severity for found in report.findings if found.counts]
    for note, severity in (
        (Note.NOT_SEEN, Severity.UNKNOWN),
        (Note.NOT_CONFIRMED, Severity.CONFIRM),
    ):
        if severity in counts:
            yield Remark(note=note, values=(("count", str(counts.count(severity))),))
    remarks = [remark for step in steps for remark in step.remarks]
    for note in IN_TIME:
        yield from (remark for remark in remarks if remark.note is note)


def _waiting(
    request_on: date, policy: Policy | None
) -> tuple[date | None, tuple[Remark, ...], tuple[Remark, ...]]:
    """The end of the waiting period, what it follows from, and what is not known of it."""
    waiting = policy.waiting if policy else None
    if waiting is None:
        return None, (), (Remark(note=Note.WAITING_UNKNOWN),)
    because = Remark(note=Note.WAITING, values=(("days", str(waiting.days)),))
    unsure = Remark(note=Note.WAITING_UNSURE, text=waiting.meaning)
    low = waiting.confidence is not Confidence.HIGH
    return request_on + timedelta(days=waiting.days), (because,), (unsure,) if low else ()
