"""The plan of one account: a line or two for each step, and the earliest day at the end."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from readiness.domain.scope import MAIN
from readiness.domain.steps import StepKind
from readiness.domain.verdict import Verdict
from readiness.language import counted, listed, passage, say, translate
from readiness.plan.model import Why
from readiness.report.document import Account, Earliest, Step, Sum
from readiness.report.labels import label
from readiness.report.numbers import dollars
from readiness.report.paper import Paper
from readiness.report.wording import plan as words

_MOST_STEPS: Final = 50
_MOST_AMOUNTS: Final = 4
_MOST_PLACES: Final = 3
"""More than that is told with the findings above; the last one is that of the step itself."""

_TOLD_ELSEWHERE: Final = frozenset({Verdict.REFUSED, Verdict.CLOSING})
"""Their few steps are what the report says to do next."""

_NOT_OBVIOUS: Final = frozenset(
    {
        Why.COLLATERAL,
        Why.MARGIN,
        Why.COVERS_DEBT,
        Why.PAYS_DEBT,
        Why.FEE,
        Why.PAYS_FEE,
        Why.RESTRICTED,
    }
)
"""Of why one step comes before another, what the order alone does not tell."""


def write_plan(paper: Paper, account: Account) -> None:
    """Write the plan, and when the account can be closed at the earliest."""
    plan = account.plan
    paper.blank()
    if plan.steps and account.verdict not in _TOLD_ELSEWHERE:
        paper.line(translate(words.PLAN), "bold")
        numbers = {step.id: number for number, step in enumerate(plan.steps, 1)}
        told = set(plan.earliest.uncertain)
        for step in plan.steps[:_MOST_STEPS]:
            _step(paper, step, numbers, told)
        if len(plan.steps) > _MOST_STEPS:
            more = counted(words.MORE_STEPS, len(plan.steps) - _MOST_STEPS)
            paper.line(more, indent=2)
    paper.line(_earliest(plan.earliest), "bold")
    for reason in plan.earliest.because:
        paper.line(reason, indent=2)
    for doubt in plan.earliest.uncertain:
        paper.bullet(doubt)


def _step(paper: Paper, step: Step, numbers: Mapping[str, int], told: set[str]) -> None:
    """Write one step; what was told already is not told again."""
    title = step.title
    if step.scope != MAIN:
        title = say(words.IN_SUB_ACCOUNT, title=title, scope=label(step.scope))
    about = _about(step)
    text = say(words.STEP, title=title, about=about) if about else title
    paper.bullet(text, mark=f"{numbers[step.id]}.")
    for note in _notes(step, numbers):
        if note not in told:
            paper.line(note, "dim", indent=5)
            told.add(note)


def _notes(step: Step, numbers: Mapping[str, int]) -> Iterator[str]:
    if step.where and len(step.where) <= _MOST_PLACES:
        yield passage(*step.where)
    elif step.where and step.action is not StepKind.CONFIRM:
        yield passage(step.where[-1], translate(words.MORE_PLACES))
    for need in step.after:
        if need.reason in _NOT_OBVIOUS:
            yield say(words.COMES_FIRST, number=numbers[need.step], why=need.why)
    if step.possible_from is not None:
        yield say(words.POSSIBLE_FROM, when=f"{step.possible_from:%Y-%m-%d %H:%M} UTC")
    yield from step.uncertain


def _about(step: Step) -> str:
    if not step.sums:
        return counted(words.ITEMS, len(step.findings)) if step.findings else ""
    amounts = listed(_amount(part) for part in step.sums[:_MOST_AMOUNTS])
    more = len(step.sums) - _MOST_AMOUNTS
    if more > 0:
        amounts = say(words.MORE_AMOUNTS, amounts=amounts, count=more)
    if step.value_usd is None:
        return amounts
    return say(words.WORTH, amounts=amounts, value=dollars(Decimal(step.value_usd)))


def _amount(part: Sum) -> str:
    asset = label(part.asset) if part.asset else translate(words.UNNAMED)
    if part.amount is not None:
        return f"{part.amount} {asset}"
    return say(words.AN_AMOUNT if part.raw is None else words.NOT_READABLE, asset=asset)


def _earliest(when: Earliest) -> str:
    values = {"request_on": when.request_on, "closed_on": when.closed_on}
    if when.request_on and when.closed_on:
        return say(words.EARLIEST, values)
    if when.request_on:
        return say(words.EARLIEST_REQUEST, values)
    return say(words.EARLIEST_END if when.closed_on else words.EARLIEST_UNKNOWN, values)
