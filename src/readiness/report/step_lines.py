"""The steps of a plan in sentences, for every format for people."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from readiness.domain.scope import MAIN
from readiness.domain.steps import StepKind
from readiness.language import counted, listed, passage, say, translate
from readiness.plan.model import Why
from readiness.report.document import Earliest, Plan, Step, Sum
from readiness.report.labels import label
from readiness.report.numbers import dollars
from readiness.report.wording import plan as words

MOST_STEPS: Final = 50
_MOST_AMOUNTS: Final = 4
_MOST_PLACES: Final = 3
"""More than that is told with the findings above; the last one is that of the step itself."""

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


_UNCOUNTED: Final = frozenset({StepKind.REPLACE_KEY, StepKind.BACK_UP, StepKind.SCAN_AGAIN})
"""Steps of which the findings behind them are no number of things to do."""

_WAITS: Final = frozenset({StepKind.WAIT_FOR_TRANSFERS, StepKind.WAIT_FOR_CLOSING})
"""Steps that end on a day, where others become possible on it."""


def numbered(plan: Plan) -> dict[str, int]:
    """The number of each step, by its id."""
    return {step.id: number for number, step in enumerate(plan.steps, 1)}


def step_line(step: Step) -> str:
    """What to do, where, and how much it is about."""
    title = step.title
    if step.scope != MAIN:
        title = say(words.IN_SUB_ACCOUNT, title=title, scope=label(step.scope))
    about = _about(step)
    return say(words.STEP, title=title, about=about) if about else title


def more_steps(plan: Plan) -> str:
    """How many steps are not shown; empty where all are."""
    more = len(plan.steps) - MOST_STEPS
    return counted(words.MORE_STEPS, more) if more > 0 else ""


def step_notes(step: Step, numbers: Mapping[str, int]) -> Iterator[str]:
    """Where it is done, what comes first where that is not obvious, when, and what is uncertain."""
    if step.where and len(step.where) <= _MOST_PLACES:
        yield passage(*step.where)
    elif step.where and step.action is not StepKind.CONFIRM:
        yield passage(step.where[-1], translate(words.MORE_PLACES))
    for need in step.after:
        if need.reason in _NOT_OBVIOUS:
            yield say(words.COMES_FIRST, number=numbers[need.step], why=need.why)
    if when := day_text(step):
        yield when
    yield from step.uncertain


def day_text(step: Step) -> str:
    """From when on a step is possible, or a wait is over; empty where nobody knows."""
    if step.possible_from is None:
        return ""
    told = words.OVER_ON if step.action in _WAITS else words.POSSIBLE_FROM
    return say(told, when=f"{step.possible_from:%Y-%m-%d %H:%M} UTC")


def _about(step: Step) -> str:
    if not step.sums:
        told = step.findings and step.action not in _UNCOUNTED
        return counted(words.ITEMS, len(step.findings)) if told else ""
    amounts = listed(sum_text(part) for part in step.sums[:_MOST_AMOUNTS])
    more = len(step.sums) - _MOST_AMOUNTS
    if more > 0:
        amounts = say(words.MORE_AMOUNTS, amounts=amounts, count=more)
    if step.value_usd is None:
        return amounts
    return say(words.WORTH, amounts=amounts, value=dollars(Decimal(step.value_usd)))


def sum_text(part: Sum) -> str:
    """An amount with its asset; one that is not known is said not to be."""
    asset = label(part.asset) if part.asset else translate(words.UNNAMED)
    if part.amount is not None:
        return f"{part.amount} {asset}"
    return say(words.AN_AMOUNT if part.raw is None else words.NOT_READABLE, asset=asset)


def earliest_sentence(when: Earliest) -> str:
    """The earliest day on which the account can be closed, as far as it is known."""
    values = {"request_on": when.request_on, "closed_on": when.closed_on}
    if when.request_on and when.closed_on:
        return say(words.EARLIEST, values)
    if when.request_on:
        return say(words.EARLIEST_REQUEST, values)
    return say(words.EARLIEST_END if when.closed_on else words.EARLIEST_UNKNOWN, values)
