"""What holds of every plan, whatever was found."""

from collections import Counter
from datetime import UTC, date, timedelta
from decimal import Decimal
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plan.support import (
    ACCEPTED,
    LONG_AGO,
    MAIN_KEY,
    NEW_YEAR,
    POLICY,
    SOURCE,
    SUB_KEY,
    TODAY,
    report,
    waiting,
)
from tests.rules.support import judge
from tests.strategies import READ_ONLY, World, amounts, worlds

from readiness.domain.amount import Exact, total
from readiness.domain.answer import Cause, Reason
from readiness.domain.area import Area
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import UnprovenKey
from readiness.domain.report import AccountReport
from readiness.domain.steps import StepKind
from readiness.domain.verdict import Verdict
from readiness.plan import plan_of
from readiness.plan.model import Plan
from readiness.rules import RULES

VARIANTS: Final = (
    "default",
    "frozen",
    "older",
    "profit-share",
    "probably-closed",
    "in-held",
    "in-moving",
    "out-review",
    "out-needs-user",
    "managed",
)
FACTS: Final = (
    (),
    (("fee", "2.5 USDT"),),
    (("fee", "2.5 USDT"), ("minimum_withdrawal", "10"), ("can_withdraw", "yes")),
    (("can_withdraw", "no"),),
    (("fee", "rubbish"), ("minimum_withdrawal", "rubbish")),
)
ENDS: Final = {StepKind.REQUEST_CLOSING, StepKind.DELETE_SUB_ACCOUNT}

moments = st.none() | st.datetimes(
    LONG_AGO.replace(tzinfo=None), NEW_YEAR.replace(tzinfo=None), timezones=st.just(UTC)
)
findings = st.builds(
    Finding,
    rule=st.sampled_from([*(rule.id for rule in RULES), "a-rule-of-tomorrow"]),
    variant=st.sampled_from(VARIANTS),
    severity=st.sampled_from(Severity),
    area=st.sampled_from([*Area, "manual.p2p"]),
    scope=st.sampled_from(["main", "main", "grid01", "sub:main"]),
    subject=st.sampled_from(["USDT", "LUNC", "a/b#2", "1"]),
    asset=st.sampled_from(["USDT", "LUNC", "", "钱"]),
    amount=amounts,
    value_usd=amounts | st.decimals(0, 20, places=2).map(lambda value: Exact(value=value)),
    facts=st.sampled_from(FACTS),
    source=st.just(SOURCE),
    clears_at=moments,
    acknowledged=st.sampled_from([None, None, None, ACCEPTED]),
)
several = st.lists(findings, max_size=6, unique_by=lambda found: found.fingerprint(""))
keys = st.sampled_from(
    [MAIN_KEY, SUB_KEY, UnprovenKey(reason=Reason(cause=Cause.TIMEOUT, attempts=4)), None]
)


@st.composite
def reports(draw: st.DrawFn, /, **fixed: Any) -> AccountReport:
    """A report of whatever was found; not all of it makes sense."""
    values = {
        "verdict": st.sampled_from(Verdict),
        "key": keys,
        "closure": st.sampled_from([None, None, waiting(), waiting(days=1)]),
    }
    drawn = {name: draw(strategy) for name, strategy in values.items() if name not in fixed}
    return report(draw(several), **{**drawn, **fixed})


judged = reports(key=READ_ONLY, closure=None).filter(
    lambda entry: entry.verdict not in {Verdict.REFUSED, Verdict.CLOSING}
)


def planned(entry: AccountReport) -> Plan:
    """Its plan, by the policy of these tests."""
    return plan_of(entry, POLICY, TODAY)


def before(plan: Plan, last: str) -> set[str]:
    """Every step that a step depends on, directly or not."""
    needs = {step.id: {need.step for need in step.after} for step in plan.steps}
    reached: set[str] = set()
    ahead = [last]
    while ahead:
        more = needs[ahead.pop()] - reached
        reached |= more
        ahead += more
    return reached


@given(reports())
def test_no_step_comes_before_what_it_depends_on(entry: AccountReport) -> None:
    """And every step has a name of its own, which the steps after it use."""
    seen: set[str] = set()
    for step in planned(entry).steps:
        assert step.id not in seen
        needed = [need.step for need in step.after]
        assert set(needed) <= seen
        assert len(needed) == len(set(needed))
        seen.add(step.id)


@given(reports())
def test_what_weighs_is_in_one_step_and_what_does_not_is_in_none(entry: AccountReport) -> None:
    """Nothing is forgotten, and nothing has to be done twice."""
    told = Counter(
        found.fingerprint("") for step in planned(entry).steps for found in step.findings
    )
    weighing = [
        found.fingerprint("")
        for found in entry.findings
        if found.counts and found.severity is not Severity.NOTICE
    ]
    if entry.verdict is Verdict.CLOSING:
        weighing = []
    backups = [f.fingerprint("") for f in entry.findings if f.rule == "no-backup" and f.counts]
    assert all(told[name] == 1 for name in weighing)
    assert set(told) <= {*weighing, *backups}


@given(judged)
def test_closing_is_requested_after_everything(entry: AccountReport) -> None:
    """What blocks, what nobody saw and what a person has to look at all come first."""
    plan = planned(entry)
    (end,) = [step for step in plan.steps if step.kind in ENDS]
    rest = {step.id for step in plan.steps if step.kind is not StepKind.WAIT_FOR_CLOSING}
    assert before(plan, end.id) == rest - {end.id}
    assert before(plan, plan.steps[-1].id) == {step.id for step in plan.steps[:-1]}


@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_the_findings_does_not_matter(entry: AccountReport, chance: Any) -> None:
    """The same things make the same plan, to the last id."""
    shuffled = list(entry.findings)
    chance.shuffle(shuffled)
    assert planned(entry.model_copy(update={"findings": tuple(shuffled)})) == planned(entry)


@given(judged, findings)
def test_more_findings_never_make_it_earlier(entry: AccountReport, more: Finding) -> None:
    """A day can only move away."""
    names = {found.fingerprint("") for found in entry.findings}
    added = entry.findings if more.fingerprint("") in names else (*entry.findings, more)
    then = planned(entry).earliest
    now = planned(entry.model_copy(update={"findings": added})).earliest
    assert then.request_on is not None
    assert now.request_on is not None
    assert now.request_on >= then.request_on
    assert set(then.uncertain) <= set(now.uncertain) or len(now.uncertain) >= len(then.uncertain)


@given(reports())
def test_no_date_is_in_the_past(entry: AccountReport) -> None:
    """And the waiting period ends after it began."""
    plan = planned(entry)
    for step in plan.steps:
        assert step.possible_from is None or step.possible_from.date() >= TODAY
    when = plan.earliest
    days = [day for day in (when.request_on, when.closed_on) if day is not None]
    assert all(day >= TODAY for day in days)
    assert days == sorted(days)
    if when.request_on and when.closed_on:
        assert when.closed_on - when.request_on == timedelta(days=30)


@given(judged)
def test_the_day_is_the_last_one_that_is_known(entry: AccountReport) -> None:
    """Of everything in the plan, and today if nothing is later."""
    ahead: list[date] = [TODAY]
    for found in entry.findings:
        told = found.severity is not Severity.NOTICE or found.rule == "no-backup"
        if found.counts and told and found.clears_at is not None:
            ahead.append(found.clears_at.date())
    assert planned(entry).earliest.request_on == max(ahead)


@given(judged)
def test_sums_lose_nothing(entry: AccountReport) -> None:
    """What a step is about is what its findings are about, asset by asset."""
    for step in planned(entry).steps:
        for asset in {found.asset for found in step.findings} - {""}:
            parts = [found.amount for found in step.findings if found.asset == asset]
            exact = total(part for part in parts if isinstance(part, Exact))
            sums = [part.amount for part in step.sums if part.asset == asset]
            told = total(part for part in sums if isinstance(part, Exact))
            assert told == exact
            assert (len(sums) > 1) <= any(not isinstance(part, Exact) for part in parts)
        worth = [part.value_usd for part in step.sums if isinstance(part.value_usd, Exact)]
        assert sum((part.value for part in worth), Decimal(0)) == (
            step.value_usd.value if isinstance(step.value_usd, Exact) else 0
        )


@settings(max_examples=30)
@given(worlds())
def test_whatever_the_rules_say_can_be_planned(world: World) -> None:
    """Every finding of the real rules that weighs has its step, and no plan fails."""
    entry = judge(world)
    told = Counter(found for step in planned(entry).steps for found in step.findings)
    for found in entry.findings:
        weighs = found.counts and found.severity is not Severity.NOTICE
        assert told[found] == int(weighs or (found.rule == "no-backup" and found.counts))
