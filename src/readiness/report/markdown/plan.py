"""The plan as a list of tasks, to be ticked off where the report was pasted."""

from collections.abc import Mapping
from typing import Final

from readiness.language import translate
from readiness.report.document import Plan, Step
from readiness.report.markdown.page import Name, Page
from readiness.report.step_lines import (
    MOST_STEPS,
    earliest_sentence,
    more_steps,
    numbered,
    step_line,
    step_notes,
)
from readiness.report.wording import plan as words

_TASK: Final = "- [ ]"


def write_plan(page: Page, plan: Plan) -> None:
    """Write the plan of one account, and when it can be closed at the earliest."""
    if plan.steps:
        page.heading(3, translate(words.PLAN))
        numbers = numbered(plan)
        for step in plan.steps[:MOST_STEPS]:
            _step(page, step, numbers)
        page.paragraph(more_steps(plan))
    page.paragraph(earliest_sentence(plan.earliest), strong=True)
    for sentence in (*plan.earliest.because, *plan.earliest.uncertain):
        page.point(sentence)


def _step(page: Page, step: Step, numbers: Mapping[str, int]) -> None:
    page.point(f"{numbers[step.id]}. {step_line(step)}", mark=_TASK)
    for sentence in (step.why, *step_notes(step, numbers)):
        page.point(sentence, depth=1)
    for command in step.commands:
        page.point(Name(command), depth=1)
