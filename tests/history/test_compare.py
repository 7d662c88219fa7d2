"""What is different between two reports: nothing is dropped, and nothing unseen is "gone"."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.history.support import BLIND, DUSTY, FUNDING, READY, TRADING
from tests.rules.support import DUST, exact, judge, money, names
from tests.strategies import (
    ACCOUNT,
    NOT_FOR_YOU,
    NOW,
    TODAY,
    World,
    clear_world,
    confirm,
    unknown,
    worlds,
)

from readiness.domain.decision import Acknowledgement, Closure
from readiness.domain.finding import Finding, Severity
from readiness.domain.report import AccountReport, Status
from readiness.domain.verdict import Verdict
from readiness.history import Difference, compare
from readiness.history.compare import ASPECTS
from readiness.rules import closing

reports = worlds().map(judge)
UNCONFIRMED = clear_world()
CLOSING = closing(ACCOUNT, "okx", Closure(requested_on=TODAY, wait_days=30))


def fingerprints(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.fingerprint(ACCOUNT) for finding in findings]


def aspects(finding: Finding) -> tuple[object, ...]:
    """Its name, and all that may change of it."""
    return (finding.fingerprint(ACCOUNT), *(getattr(finding, name) for name in ASPECTS))


def between(old: World, new: World) -> Difference:
    return compare(judge(old), judge(new))


@given(reports)
def test_a_report_is_no_different_from_itself(report: AccountReport) -> None:
    """Whatever is in it."""
    assert compare(report, report).empty


@given(reports, reports)
def test_swapping_the_reports_swaps_the_difference(old: AccountReport, new: AccountReport) -> None:
    """What appeared one way went away the other way, and so on."""
    there, back = compare(old, new), compare(new, old)
    assert set(there.appeared) == set(back.went_away)
    assert set(there.came_into_sight) == set(back.out_of_sight)
    assert set(there.lost) == set(back.regained)
    assert {(c.old, c.new) for c in there.changed} == {(c.new, c.old) for c in back.changed}
    assert there.empty == back.empty


@given(st.sampled_from([reports, st.just(CLOSING)]).flatmap(lambda s: s), reports)
def test_nothing_is_dropped_and_nothing_is_told_twice(
    old: AccountReport, new: AccountReport
) -> None:
    """Each finding that is not the same in both has exactly one place.

    Another reason for the same failure does not make it another finding.
    """
    told = compare(old, new)
    same = set(map(aspects, old.findings)) & set(map(aspects, new.findings))
    of_old = (*told.went_away, *told.out_of_sight, *(change.old for change in told.changed))
    of_new = (*told.appeared, *told.came_into_sight, *(change.new for change in told.changed))
    assert Counter(of_old) == Counter(each for each in old.findings if aspects(each) not in same)
    assert Counter(of_new) == Counter(each for each in new.findings if aspects(each) not in same)


@given(reports, reports)
def test_nothing_unseen_is_gone(old: AccountReport, new: AccountReport) -> None:
    """What went away was looked for: nobody failed to look at its place."""
    statuses = {(row.area, row.scope): row for row in new.coverage}
    for finding in compare(old, new).went_away:
        row = statuses.get((finding.area, finding.scope))
        assert row is None or row.status in ("clear", "holding", "not_opened") or row.confirmed_on


def test_what_appears_and_what_goes_away() -> None:
    """Somebody looked both times."""
    told = between(READY, DUSTY)
    assert fingerprints(told.appeared) == [f"{ACCOUNT}/main/{TRADING}/LUNC"]
    assert (told.old_verdict, told.new_verdict) == (Verdict.READY, Verdict.BLOCKED)
    assert not told.changed
    back = between(DUSTY, READY)
    assert fingerprints(back.went_away) == [f"{ACCOUNT}/main/{TRADING}/LUNC"]
    assert not back.out_of_sight


def test_what_nobody_could_look_for_is_not_gone() -> None:
    """The place is named as lost, and what was there as out of sight."""
    told = between(DUSTY, BLIND)
    assert fingerprints(told.out_of_sight) == [f"{ACCOUNT}/main/{TRADING}/LUNC"]
    assert told.lost == ((TRADING, "main"),)
    # A notice on a decision of the user's is about no place on the exchange.
    assert all(finding.area == "account.acknowledgements" for finding in told.went_away)
    back = between(BLIND, DUSTY)
    assert fingerprints(back.came_into_sight) == [f"{ACCOUNT}/main/{TRADING}/LUNC"]
    assert back.regained == ((TRADING, "main"),)


def test_what_changes_is_named() -> None:
    """Amount and value, and an acknowledgement."""
    less = money("LUNC", "0.00005").model_copy(update={"value_usd": exact("0.01")})
    (change,) = between(DUSTY, READY.holding(TRADING, less)).changed
    assert change.aspects == ("amount", "value_usd")
    accepted = Acknowledgement(
        fingerprint=f"{ACCOUNT}/main/{TRADING}/LUNC",
        reason="dust",
        until=TODAY + timedelta(days=9),
        up_to=Decimal(1),
    )
    told = between(DUSTY, DUSTY.decided(accepted))
    assert [change.aspects for change in told.changed] == [("acknowledged",)]
    assert told.new_verdict is Verdict.READY


def test_a_date_is_no_change() -> None:
    """Since when something is there says nothing new."""
    report = judge(DUSTY)
    dated = tuple(finding.model_copy(update={"first_seen": NOW}) for finding in report.findings)
    assert compare(report, report.model_copy(update={"findings": dated})).empty


def test_while_an_account_closes_nothing_is_gone() -> None:
    """Nothing was asked, so everything is out of sight."""
    told = compare(judge(DUSTY), CLOSING)
    assert set(names(judge(DUSTY))) == set(fingerprints(told.out_of_sight))
    assert not told.went_away
    assert len(told.lost) == sum(row.looked_at for row in judge(DUSTY).coverage)


def test_a_deleted_sub_account_takes_its_findings_along() -> None:
    """The list of sub-accounts was read: what is not on it is gone, not out of sight."""
    before = clear_world("grid01").holding(FUNDING, DUST, scope="grid01")
    told = between(before, clear_world())
    assert f"{ACCOUNT}/grid01/{FUNDING}/LUNC" in fingerprints(told.went_away)
    refused = clear_world().answered("sub-accounts", unknown(NOT_FOR_YOU))
    for unread in (
        clear_world().answered("sub-accounts", None),
        # A person has looked, and does not say here what is on the list.
        refused.decided(confirm("sub-accounts")),
    ):
        told = between(before, unread)
        assert f"{ACCOUNT}/grid01/{FUNDING}/LUNC" in fingerprints(told.out_of_sight)


def test_without_a_parts_key_nothing_of_the_whole_is_gone() -> None:
    """The part showed orders as well: the whole account's API does not say what became of them."""
    order = money("XBT", "1")
    whole = READY.holding("orders.open", order).holding(TRADING, money("LUNC", "0.0001"))
    with_part = judge(whole)
    before = [row for row in judge(READY).coverage if row.area != FUNDING]
    alone = judge(READY).model_copy(update={"coverage": tuple(before)})
    told, back = compare(with_part, alone), compare(alone, with_part)
    assert not told.went_away
    assert {found.area for found in told.out_of_sight} == {"orders.open", TRADING}
    assert set(back.came_into_sight) == set(told.out_of_sight)
    assert not back.appeared
    # A point for a person is no place that an API shows.
    known = tuple(row for row in judge(READY).coverage if row.area != "manual.p2p")
    fewer = judge(READY).model_copy(update={"coverage": known})
    assert not compare(judge(DUSTY), fewer).out_of_sight


def test_another_name_is_the_same_account() -> None:
    """Renamed in the configuration, it holds what it held."""
    renamed = judge(DUSTY).model_copy(update={"account": "new-name"})
    assert compare(judge(DUSTY), renamed).empty


def test_a_persons_word_is_told_by_its_finding_alone() -> None:
    """Nothing can be looked at again because somebody confirmed it, nor the other way round."""
    told, back = between(UNCONFIRMED, READY), between(READY, UNCONFIRMED)
    assert (told.regained, back.lost) == ((), ())
    assert {finding.severity for finding in told.went_away} == {Severity.CONFIRM}
    assert told.went_away == back.appeared


def test_a_confirmed_place_that_nobody_asked_about_is_lost() -> None:
    """The word of a person does not reach where the whole account was not looked at."""
    place = next(row for row in judge(READY).coverage if row.confirmed_on is not None)
    unasked = place.model_copy(update={"status": Status.UNKNOWN, "confirmed_on": None})
    new = judge(READY).model_copy(update={"coverage": (unasked,)})
    assert (place.area, place.scope) in compare(judge(READY), new).lost
