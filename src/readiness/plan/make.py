"""From an account's report to its plan."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Final

from readiness.domain.finding import Severity
from readiness.domain.key import OwnerKind, ReadOnlyKey
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport
from readiness.domain.steps import StepKind
from readiness.domain.verdict import Verdict
from readiness.plan import dates
from readiness.plan.grouping import Key, grouped, key_of, step_at
from readiness.plan.kinds import kind_of
from readiness.plan.layout import Layout, Steps
from readiness.plan.links import Edge, edges_between
from readiness.plan.model import Earliest, Need, Note, Plan, Remark, Step, Why
from readiness.plan.ordering import in_order, without_cycles
from readiness.plan.remarks import remarks_of

_OF_THE_KEY: Final = frozenset({StepKind.REPLACE_KEY, StepKind.CHECK_CLOSED})

_TAILS: Final[dict[OwnerKind, tuple[tuple[StepKind, Why], ...]]] = {
    OwnerKind.MAIN: (
        (StepKind.DELETE_KEYS, Why.NEEDS_THE_KEY),
        (StepKind.REQUEST_CLOSING, Why.ENDS_THE_ACCOUNT),
        (StepKind.WAIT_FOR_CLOSING, Why.REQUESTED),
    ),
    OwnerKind.SUB: (
        (StepKind.DELETE_KEYS, Why.NEEDS_THE_KEY),
        (StepKind.DELETE_SUB_ACCOUNT, Why.ENDS_THE_ACCOUNT),
    ),
}
"""How it ends, whatever was found: each step, and why it comes after all before it."""


def plan_of(report: AccountReport, policy: Policy | None, today: date) -> Plan:
    """The way to the closed account.

    Args:
        report: what was found.
        policy: what is known of the exchange; ``None`` when there is no policy for it.
        today: the calendar day in UTC.
    """
    if report.verdict is Verdict.REFUSED:
        return _refused(report, today)
    closure = report.closure if report.closure and report.closure.waiting(today) else None
    owner = report.key.owner.kind if isinstance(report.key, ReadOnlyKey) else OwnerKind.MAIN
    steps: dict[Key, Step] = {}
    if report.verdict is not Verdict.CLOSING:
        steps = grouped(report.findings, policy, today, sub_account=owner is OwnerKind.SUB)
    if closure is None:
        steps = {key_of(StepKind.BACK_UP): step_at(key_of(StepKind.BACK_UP))} | steps
        tail = _TAILS[owner]
    else:
        tail = ((StepKind.WAIT_FOR_CLOSING, Why.ENDS_THE_ACCOUNT),)
    edges = list(without_cycles(edges_between(Layout(steps))))
    for kind, why in _last(report, steps, tail):
        key = key_of(kind)
        edges += [Edge(end, key, why) for end in _ends(steps, edges)]
        steps[key] = step_at(key)
    ordered = _linked(steps, edges, policy, today)
    if closure is not None:
        last = ordered[-1].model_copy(update={"possible_from": _midnight(closure.ends_on)})
        ordered = (*ordered[:-1], last)
        return Plan(steps=ordered, earliest=dates.already_requested(report, ordered, closure))
    when = dates.earliest(report, ordered, policy, today)
    return Plan(steps=_dated(ordered, when, today), earliest=when)


def _refused(report: AccountReport, today: date) -> Plan:
    """The key first: what else there is to do is seen by a scan with a better one."""
    first, others = [], []
    for found in report.findings:
        kind = kind_of(found)
        if kind in _OF_THE_KEY:
            first.append(found)
        elif kind is not None and found.severity is not Severity.NOTICE:
            others.append(found)
    closed = any(kind_of(found) is StepKind.CHECK_CLOSED for found in first)
    kind = StepKind.CHECK_CLOSED if closed else StepKind.REPLACE_KEY
    steps = {key_of(kind): step_at(key_of(kind), first)}
    again = key_of(StepKind.SCAN_AGAIN)
    edges = [Edge(end, again, Why.KEY_FIRST) for end in steps]
    steps[again] = step_at(again).model_copy(update={"findings": step_at(again, others).findings})
    nothing = Remark(note=Note.REFUSED)
    when = Earliest(request_on=None, closed_on=None, uncertain=(nothing,))
    return Plan(steps=_linked(steps, edges, None, today), earliest=when)


def _last(
    report: AccountReport, steps: Steps, tail: tuple[tuple[StepKind, Why], ...]
) -> Iterable[tuple[StepKind, Why]]:
    """A scan that shows that all is done, unless this one does; then how it ends."""
    if report.verdict not in {Verdict.READY, Verdict.CLOSING}:
        yield StepKind.SCAN_AGAIN, Why.EVERYTHING_ELSE
    yield from tail


def _ends(steps: Steps, edges: Iterable[Edge]) -> list[Key]:
    """The steps after which nothing comes yet."""
    followed = {edge.before for edge in edges}
    return sorted(key for key in steps if key not in followed)


def _linked(
    steps: Steps, edges: Iterable[Edge], policy: Policy | None, today: date
) -> tuple[Step, ...]:
    """The steps in their order, each with what comes before it and what is not known."""
    edges, layout = tuple(edges), Layout(steps)
    ordered = in_order(steps, edges)
    place = {key: number for number, key in enumerate(ordered)}
    needs: dict[Key, list[Edge]] = {key: [] for key in steps}
    for edge in sorted(edges, key=lambda edge: place[edge.before]):
        needs[edge.after].append(edge)
    return tuple(
        steps[key].model_copy(
            update={
                "after": tuple(
                    Need(step=steps[edge.before].id, why=edge.why, values=edge.values)
                    for edge in needs[key]
                ),
                "remarks": remarks_of(key, layout, policy, today),
                "variant": _variant(steps[key]),
            }
        )
        for key in ordered
    )


def _variant(step: Step) -> str:
    """What the finding says decides what is said of a backup."""
    if step.kind is StepKind.BACK_UP and step.findings:
        return step.findings[0].variant
    return "default" if step.findings or step.kind not in _FOLLOWS else "follows"


_FOLLOWS: Final = frozenset({StepKind.WITHDRAW, StepKind.EMPTY_SUB_ACCOUNT})
"""What may be in the plan because of what comes before it, and not because of a finding."""


def _dated(steps: tuple[Step, ...], when: Earliest, today: date) -> tuple[Step, ...]:
    """The last steps with the days that were found for them."""
    days: dict[StepKind, date | None] = dict.fromkeys(dates.REQUEST, when.request_on)
    days[StepKind.WAIT_FOR_CLOSING] = when.closed_on
    ahead = {kind: _midnight(day) for kind, day in days.items() if day is not None and day > today}
    return tuple(
        step.model_copy(update={"possible_from": ahead[step.kind]}) if step.kind in ahead else step
        for step in steps
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
