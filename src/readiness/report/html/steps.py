"""The plan of an account, as a checklist."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readiness.domain.scope import MAIN
from readiness.language import counted, listed
from readiness.report.document import Earliest, Plan, Step
from readiness.report.html.amounts import worth
from readiness.report.labels import label
from readiness.report.step_lines import day_text, numbered, sum_text
from readiness.report.wording import html as words

_MOST_STEPS: Final = 100
_MOST_PARTS: Final = 12
"""Sums, places and the like of one step."""


@dataclass(frozen=True)
class First:
    """Steps that have to come first for the same reason.

    Attributes:
        steps: their numbers, each with its anchor; none where it is all of them.
        more: how many are not listed, as a sentence; may be empty.
        why: the reason.
    """

    steps: tuple[tuple[int, str], ...]
    more: str
    why: str


@dataclass(frozen=True)
class Task:
    """One step.

    Attributes:
        number: its place in the plan.
        anchor: where other steps find it.
        title: what to do.
        why: why it has to be done.
        scope: the sub-account in which; empty for the main account.
        sums: how much it is about.
        value: what that is worth; may be empty.
        where: the places in the exchange's own app or site.
        commands: what this tool can do for it.
        after: what has to come first, by why.
        possible_from: when it becomes possible; may be empty.
        uncertain: what is not known about it.
        findings: how many findings are behind it; may be empty.
        finding: where the first of those stands; may be empty.
    """

    number: int
    anchor: str
    title: str
    why: str
    scope: str
    sums: str
    value: str
    where: tuple[str, ...]
    commands: tuple[str, ...]
    after: tuple[First, ...]
    possible_from: str
    uncertain: tuple[str, ...]
    findings: str
    finding: str


@dataclass(frozen=True)
class Checklist:
    """The way to the closed account."""

    tasks: tuple[Task, ...]
    more: int
    earliest: Earliest


def checklist(plan: Plan, name: str, anchors: Mapping[str, str]) -> Checklist:
    """The plan as a checklist.

    Args:
        plan: the plan.
        name: the beginning of its anchors.
        anchors: where each finding stands on the page, by fingerprint.
    """
    numbers = numbered(plan)
    tasks = tuple(_task(step, name, numbers, anchors) for step in plan.steps[:_MOST_STEPS])
    return Checklist(tasks, len(plan.steps) - len(tasks), plan.earliest)


def _task(step: Step, name: str, numbers: Mapping[str, int], anchors: Mapping[str, str]) -> Task:
    shown = [anchors[finding] for finding in step.findings if finding in anchors]
    return Task(
        number=numbers[step.id],
        anchor=_anchor(name, numbers[step.id]),
        title=step.title,
        why=step.why,
        scope="" if step.scope == MAIN else label(step.scope),
        sums=_some(list(map(sum_text, step.sums))),
        value=worth(step.value_usd),
        where=step.where[:_MOST_PARTS],
        commands=step.commands,
        after=_first(step, name, numbers),
        possible_from=day_text(step),
        uncertain=step.uncertain[:_MOST_PARTS],
        findings=counted(words.FINDINGS_OF_STEP, len(step.findings)) if step.findings else "",
        finding=shown[0] if shown else "",
    )


def _first(step: Step, name: str, numbers: Mapping[str, int]) -> tuple[First, ...]:
    """What has to come first; each reason is said once."""
    reasons: dict[str, list[int]] = {}
    for need in step.after:
        reasons.setdefault(need.why, []).append(numbers[need.step])
    before = list(range(1, numbers[step.id]))
    found: list[First] = []
    for why, steps in reasons.items():
        shown = [] if sorted(steps) == before and len(before) > 1 else sorted(steps)
        more = len(shown) - _MOST_PARTS
        found.append(
            First(
                steps=tuple((number, _anchor(name, number)) for number in shown[:_MOST_PARTS]),
                more=counted(words.MORE_PARTS, more) if more > 0 else "",
                why=why,
            )
        )
    return tuple(found)


def _anchor(name: str, number: int) -> str:
    return f"{name}-step-{number}"


def _some(parts: Sequence[str]) -> str:
    """The parts in one line; how many more there are stands in place of the rest."""
    more = len(parts) - _MOST_PARTS
    rest = [counted(words.MORE_PARTS, more)] if more > 0 else []
    return listed([*parts[:_MOST_PARTS], *rest])
