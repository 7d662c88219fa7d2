"""What must hold of every account there could be: nothing ever looks emptier than it is."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.rules.oracle import ORDER, oracle, told
from tests.small_policy import POLICY
from tests.strategies import (
    ACCOUNT,
    ITEMS,
    READ_ONLY,
    World,
    acknowledgements,
    all_confirmed,
    clear_world,
    evidence,
    items,
    proofs,
    several_reasons,
    sub_keys,
    worlds,
)

from readiness.domain.answer import NotOpened, Seen, Unknown, items_of
from readiness.domain.decision import Decisions
from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Debt, Holding, Item, Nature
from readiness.domain.key import OwnerKind, ReadOnlyKey
from readiness.domain.report import AccountReport, Report, Status
from readiness.domain.verdict import FailOn, Verdict, exit_code
from readiness.rules import assess

ALONE = ("total", "eligibility", "discrepancy")
"""What is held against everything else: that has its own tests."""


def alone(item: Item) -> bool:
    """Whether what is said of a thing depends on nothing else that was seen."""
    across = isinstance(item, Holding) and item.nature is Nature.ACROSS
    return not across and not (isinstance(item, Debt) and not item.asset)


single = st.one_of(*(strategy for kind, strategy in ITEMS.items() if kind not in ALONE)).filter(
    alone
)


def report(world: World) -> AccountReport:
    return assess(world.snapshot, world.policy, world.decisions, world.today)


def verdict(world: World) -> Verdict:
    return report(world).verdict


def no_better(after: Verdict, before: Verdict) -> bool:
    """Whether a verdict is no closer to ready than another."""
    return ORDER.index(after.value) <= ORDER.index(before.value)


@st.composite
def decided_worlds(draw: st.DrawFn, of: st.SearchStrategy[Item] = items) -> World:
    """A world whose owner has acknowledged some of what the report shows."""
    world = draw(worlds(of=of))
    names = [found.fingerprint(ACCOUNT) for found in report(world).findings]
    return world.decided(*draw(st.lists(acknowledgements(names), max_size=4)))


@given(decided_worlds(single))
def test_the_oracle_agrees(world: World) -> None:
    """Somebody who goes through everything one by one comes to the same verdict."""
    names = told(world)
    assume(len(set(names)) == len(names))
    assert verdict(world).value == oracle(world)


def test_the_oracle_can_say_every_verdict() -> None:
    """It is not the oracle that never says ready."""
    world = clear_world("grid01")
    assert oracle(all_confirmed(world)) == "ready"
    assert oracle(world) == "unconfirmed"
    assert oracle(world.answered("wallet.funding", None)) == "incomplete"


@given(decided_worlds(), items, st.data())
def test_one_more_thing_never_helps(world: World, item: Item, data: st.DataObject) -> None:
    """Whatever else is found, the verdict does not move towards ready."""
    assume(alone(item) or isinstance(item, Debt))
    entry = data.draw(st.sampled_from(world.snapshot.answers))
    assume(not isinstance(entry.answer, NotOpened))
    more = (*items_of(entry.answer), item)
    answer: Seen | Unknown = Seen(items=more, evidence=(evidence(),))
    if isinstance(entry.answer, Unknown):
        answer = Unknown(reasons=entry.answer.reasons, partial=more)
    after = world.answered(entry.area, answer, entry.scope)
    names = {found.fingerprint(ACCOUNT) for found in report(world).findings}
    # What somebody accepted before it was there is accepted; that is another test.
    acknowledged = {entry.fingerprint for entry in world.decisions.acknowledgements}
    assume(not ({f.fingerprint(ACCOUNT) for f in report(after).findings} - names) & acknowledged)
    assert no_better(verdict(after), verdict(world))


@given(decided_worlds(), several_reasons, st.data())
def test_one_more_failure_never_helps(
    world: World, reasons: tuple[object, ...], data: st.DataObject
) -> None:
    """An answer that fails instead, with all that it showed, does not help."""
    entry = data.draw(st.sampled_from(world.snapshot.answers))
    partial = items_of(entry.answer)
    failed = Unknown.model_validate({"reasons": reasons, "partial": partial})
    after = world.answered(entry.area, failed, entry.scope)
    if not isinstance(entry.answer, Unknown):
        assert no_better(verdict(after), verdict(world))
    assert verdict(after) is not Verdict.READY or verdict(world) is Verdict.READY


@given(decided_worlds(), st.data())
def test_what_nobody_looked_at_never_helps(world: World, data: st.DataObject) -> None:
    """Leaving out an answer that shows nothing, or several of them, does not help."""
    empty = [
        entry
        for entry in world.snapshot.answers
        if not items_of(entry.answer) and not isinstance(entry.answer, Unknown)
    ]
    assume(empty)
    gone = data.draw(st.lists(st.sampled_from(empty), min_size=1, max_size=3))
    after = world
    for entry in gone:
        after = after.answered(entry.area, None, entry.scope)
    assert no_better(verdict(after), verdict(world))


@given(decided_worlds(), st.data())
def test_leaving_things_out_never_makes_ready(world: World, data: st.DataObject) -> None:
    """Without the answer that shows a thing, the area is not accounted for: never ready."""
    entry = data.draw(st.sampled_from(world.snapshot.answers))
    key, of_a_sub = world.snapshot.key, entry.scope != "main"
    if isinstance(key, ReadOnlyKey) and (of_a_sub or key.owner.kind is OwnerKind.SUB):
        # What no key could have seen is a person's job, and not a look that is missing.
        hidden = POLICY.master_blind if of_a_sub else POLICY.main_only
        assume(entry.area not in {area.value for area in hidden.areas})
    after = world.answered(entry.area, None, entry.scope)
    assert verdict(after) not in (Verdict.READY, Verdict.UNCONFIRMED)


@given(decided_worlds())
def test_forgetting_a_sub_account_never_helps(world: World) -> None:
    """A sub-account that is in the list, or has answers, is looked for without being declared."""
    assert verdict(world.but(sub_scopes=())) is verdict(world)


@given(decided_worlds(), proofs)
def test_a_worse_key_never_helps(world: World, proof: object) -> None:
    """Whatever another key proved or did not prove, a main account's read-only key is the best."""
    assume(world.snapshot.key == READ_ONLY)
    # What a sub-account's key cannot see is a person's job, not a failed look.
    assume(not (isinstance(proof, ReadOnlyKey) and proof.owner.kind is OwnerKind.SUB))
    assert no_better(verdict(world.but(key=proof)), verdict(world))


@given(decided_worlds(), sub_keys)
def test_a_sub_accounts_key_never_hides_anything(world: World, key: object) -> None:
    """One more key, good or bad, does not help by itself: only what it shows does."""
    after = world.but(sub_keys=(*world.snapshot.sub_keys, key))
    assert no_better(verdict(after), verdict(world))


@given(decided_worlds(), st.randoms(use_true_random=False))
def test_order_does_not_matter(world: World, shuffle: random.Random) -> None:
    """In whatever order things were found and decided, the report says the same."""
    snapshot, decisions = world.snapshot, world.decisions

    def mixed(parts: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(shuffle.sample(parts, len(parts)))

    answers = [
        entry.model_copy(update={"answer": _with_items(entry.answer, mixed)})
        for entry in snapshot.answers
    ]
    other = replace(
        world.but(
            answers=mixed(tuple(answers)),
            sub_scopes=mixed(snapshot.sub_scopes),
            sub_keys=mixed(snapshot.sub_keys),
        ),
        decisions=Decisions.model_validate(
            {
                "acknowledgements": mixed(decisions.acknowledgements),
                "confirmations": mixed(decisions.confirmations),
            }
        ),
    )
    one, two = report(world), report(other)
    assert two.verdict is one.verdict
    assert _rows(two) == _rows(one)
    assert _names(two) == _names(one)


def _with_items(
    answer: Seen | NotOpened | Unknown, change: Callable[[tuple[object, ...]], object]
) -> Seen | NotOpened | Unknown:
    match answer:
        case Seen(items=found):
            return answer.model_copy(update={"items": change(found)})
        case Unknown(partial=found):
            return answer.model_copy(update={"partial": change(found)})
        case NotOpened():
            return answer


def _rows(of: AccountReport) -> set[tuple[str, str, Status, object]]:
    return {(row.area, row.scope, row.status, row.confirmed_on) for row in of.coverage}


def _names(of: AccountReport) -> set[tuple[str, bool]]:
    return {(found.fingerprint(ACCOUNT), found.counts) for found in of.findings}


@given(worlds(of=st.one_of(single, ITEMS["debt"])))
def test_duplicates_do_not_matter(world: World) -> None:
    """A thing that a page shows twice, and a decision that is written twice, change nothing."""
    twice = world.but(
        answers=tuple(
            entry.model_copy(
                update={"answer": _with_items(entry.answer, lambda found: found + found)}
            )
            for entry in world.snapshot.answers
        )
    ).decided(*world.decisions.confirmations)
    one, two = report(world), report(twice)
    assert two.verdict is one.verdict
    assert _rows(two) == _rows(one)


@given(decided_worlds(), st.data())
def test_acknowledging_touches_only_what_it_names(world: World, data: st.DataObject) -> None:
    """One acknowledgement marks one finding or adds one notice; everything else stays as it is."""
    before = report(world)
    assume(before.findings)
    chosen = data.draw(st.sampled_from(before.findings))
    entry = data.draw(acknowledgements([chosen.fingerprint(ACCOUNT)]))
    after = report(world.decided(entry))

    def others(of: AccountReport) -> dict[str, Finding]:
        return {
            found.fingerprint(ACCOUNT): found
            for found in of.findings
            if found.fingerprint(ACCOUNT) != entry.fingerprint
            and found.area != "account.acknowledgements"
        }

    assert others(after) == others(before)
    assert after.coverage == before.coverage
    if chosen.severity is Severity.UNKNOWN or chosen.rule == "key-refused":
        assert after.verdict is before.verdict
    assert before.verdict is not Verdict.REFUSED or after.verdict is Verdict.REFUSED
    assert before.verdict is not Verdict.INCOMPLETE or after.verdict is Verdict.INCOMPLETE


@given(decided_worlds(), st.integers(1, 400))
def test_time_takes_decisions_away(world: World, days: int) -> None:
    """The same snapshot on a later day is never closer to ready."""
    later = replace(world, today=world.today + timedelta(days=days))
    assert no_better(verdict(later), verdict(world))


@given(decided_worlds())
def test_what_ready_means(world: World) -> None:
    """Ready is said only of an account that was read to the end, area by area, and is empty."""
    of = report(world)
    if of.verdict is not Verdict.READY:
        return
    assert world.snapshot.key.kind == "read-only"
    covered = {(row.area, row.scope) for row in of.coverage}
    assert {(area.value, "main") for area in POLICY.areas} <= covered
    acknowledged = {(f.area, f.scope) for f in of.findings if not f.counts}
    notices = {(f.area, f.scope) for f in of.findings if f.severity is Severity.NOTICE}
    for row in of.coverage:
        assert (
            row.status in (Status.CLEAR, Status.NOT_OPENED)
            or row.confirmed_on is not None
            or (row.area, row.scope) in acknowledged | notices
        )
    assert all(f.severity is Severity.NOTICE for f in of.findings if f.counts)


@given(decided_worlds())
def test_every_thing_is_told(world: World) -> None:
    """What was seen is a finding of its place; what was not seen is an unknown or manual row."""
    of = report(world)
    places = {(found.area, found.scope) for found in of.findings}
    for row in of.coverage:
        if row.status in (Status.HOLDING, Status.UNKNOWN, Status.MANUAL):
            refused = of.verdict is Verdict.REFUSED
            assert (row.area, row.scope) in places or row.confirmed_on is not None or refused


@given(decided_worlds())
def test_names_are_unique(world: World) -> None:
    """No two findings of a report share a fingerprint."""
    names = [found.fingerprint(ACCOUNT) for found in report(world).findings]
    assert len(set(names)) == len(names)


@given(decided_worlds(), st.sampled_from(FailOn))
def test_the_exit_code_is_a_function_of_the_report(world: World, fail_on: FailOn) -> None:
    """Judging twice gives the same report, and whoever has the report knows the code."""
    one, two = report(world), report(world)
    assert one == two
    run = Report(
        tool_version="0.1.0",
        started_at=world.snapshot.started_at,
        finished_at=world.snapshot.finished_at,
        accounts=(one,),
        fail_on=fail_on,
    )
    assert run.exit_code == exit_code(one.verdict, fail_on)
    assert Report.model_validate_json(run.model_dump_json()).exit_code == run.exit_code
