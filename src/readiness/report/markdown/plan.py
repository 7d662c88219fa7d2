"""The plan as a list of tasks, to be ticked off where the report was pasted."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from readiness.domain.scope import MAIN
from readiness.language import counted, listed, say, translate
from readiness.report.document import Earliest, Plan, Step, Sum
from readiness.report.facts import MOST
from readiness.report.labels import label
from readiness.report.markdown.page import Name, Page
from readiness.report.numbers import dollars
from readiness.report.wording import markdown as words
from readiness.report.wording import phrases

_TASK: Final = "- [ ]"
_SUMS: Final = 5


def write_plan(page: Page, plan: Plan) -> None:
    """Write the plan of one account."""
    page.heading(3, translate(words.PLAN))
    numbers = {step.id: number for number, step in enumerate(plan.steps, 1)}
    for step in plan.steps[:MOST]:
        _step(page, step, numbers)
    if len(plan.steps) > MOST:
        page.paragraph(say(words.MORE, {"count": str(len(plan.steps) - MOST)}))
    _earliest(page, plan.earliest)


def _step(page: Page, step: Step, numbers: Mapping[str, int]) -> None:
    title = step.title
    if step.scope != MAIN:
        title = say(words.IN_SCOPE, {"title": title, "scope": label(step.scope)})
    page.point(f"{numbers[step.id]}: {title}", mark=_TASK)
    # A point of its own for each: what the sentences say does not depend on each other.
    told = [_sums(step), step.why, *step.where, *_after(step, numbers)]
    if step.possible_from is not None:
        told.append(say(words.FROM, {"when": f"{step.possible_from:%Y-%m-%d %H:%M}"}))
    for sentence in (*told, *step.uncertain):
        if sentence:
            page.point(sentence, depth=1)
    for command in step.commands:
        page.point(Name(command), depth=1)


def _sums(step: Step) -> str:
    parts = [_sum(part) for part in step.sums[:_SUMS]]
    if len(step.sums) > _SUMS:
        parts.append(say(words.MORE_SUMS, {"count": str(len(step.sums) - _SUMS)}))
    return listed(parts)


def _sum(part: Sum) -> str:
    asset = label(part.asset or "") or translate(phrases.UNNAMED_ASSET)
    amount = label(part.raw or "") if part.amount is None else part.amount
    value = "" if part.value_usd is None else f"({dollars(Decimal(part.value_usd))})"
    return " ".join(filter(None, (amount, asset, value)))


def _after(step: Step, numbers: Mapping[str, int]) -> list[str]:
    """Which steps come first and why, each reason once."""
    by_reason: dict[str, list[int]] = {}
    for need in step.after:
        by_reason.setdefault(need.why, []).append(numbers[need.step])
    return [
        counted(words.AFTER, len(steps), {"steps": listed(map(str, sorted(steps))), "why": why})
        for why, steps in by_reason.items()
    ]


def _earliest(page: Page, earliest: Earliest) -> None:
    if earliest.request_on is not None:
        page.paragraph(say(words.REQUEST_ON, {"day": str(earliest.request_on)}), strong=True)
    if earliest.closed_on is not None:
        page.paragraph(say(words.CLOSED_ON, {"day": str(earliest.closed_on)}), strong=True)
    if earliest.request_on is None and earliest.closed_on is None:
        page.paragraph(translate(words.NO_DAY), strong=True)
    for sentence in (*earliest.because, *earliest.uncertain):
        page.point(sentence)
