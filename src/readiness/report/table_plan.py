"""The plan of one account: a line or two for each step, and the earliest day at the end."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.verdict import Verdict
from readiness.language import translate
from readiness.report.document import Account, Step
from readiness.report.paper import Paper
from readiness.report.step_lines import (
    MOST_STEPS,
    earliest_sentence,
    more_steps,
    numbered,
    step_line,
    step_notes,
)
from readiness.report.wording import plan as words

_TOLD_ELSEWHERE: Final = frozenset({Verdict.REFUSED, Verdict.CLOSING})
"""Their few steps are what the report says to do next."""


def write_plan(paper: Paper, account: Account) -> None:
    """Write the plan, and when the account can be closed at the earliest."""
    plan = account.plan
    paper.blank()
    if plan.steps and account.verdict not in _TOLD_ELSEWHERE:
        paper.line(translate(words.PLAN), "bold")
        numbers = numbered(plan)
        told = set(plan.earliest.uncertain)
        for step in plan.steps[:MOST_STEPS]:
            _step(paper, step, numbers, told)
        if more := more_steps(plan):
            paper.line(more, indent=2)
    paper.line(earliest_sentence(plan.earliest), "bold")
    for reason in plan.earliest.because:
        paper.line(reason, indent=2)
    for doubt in plan.earliest.uncertain:
        paper.bullet(doubt)


def _step(paper: Paper, step: Step, numbers: Mapping[str, int], told: set[str]) -> None:
    """Write one step; what was told already is not told again."""
    mark = f"{numbers[step.id]}."
    indent = len(mark) + 3
    paper.bullet(step_line(step), mark=mark)
    for note in step_notes(step, numbers):
        if note not in told:
            paper.line(note, "dim", indent=indent)
            told.add(note)
    for command in step.commands:
        paper.line(command, "dim", indent=indent)
