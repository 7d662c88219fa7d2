"""Since when things are there, and the notice that nothing was saved."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from tests.rules.support import AREA, DUST, READY, finding, findings, judge
from tests.small_policy import POLICY
from tests.strategies import (
    ACCOUNT,
    NOT_FOR_YOU,
    NOW,
    TODAY,
    World,
    clear_world,
    proofs,
    unknown,
    worlds,
)

from readiness.domain.decision import Acknowledgement, Closure
from readiness.domain.finding import Severity, place_of
from readiness.domain.key import ReadOnlyKey
from readiness.domain.past import Backup, Past
from readiness.domain.report import AccountReport
from readiness.rules import RULES_BY_ID, closing
from readiness.rules.past import ID, carried_on, with_past

DAY = timedelta(days=1)
NAME = f"{ACCOUNT}/main/{AREA}/LUNC"
DUSTY = READY.holding(AREA, DUST)
BLIND = READY.answered(AREA, unknown())
NOBODYS_JOB = READY.answered(AREA, unknown(NOT_FOR_YOU))


def series(*looks: World | AccountReport) -> dict[str, datetime]:
    """The dates after these looks, one a day."""
    past = Past()
    for number, look in enumerate(looks):
        report = judge(look) if isinstance(look, World) else look
        past = carried_on(report, past, NOW + number * DAY)
    return dict(past.first_seen)


def test_what_stays_keeps_its_date() -> None:
    """The first look that saw it."""
    assert series(READY, DUSTY, DUSTY)[NAME] == NOW + DAY


def test_what_was_gone_and_comes_back_is_new() -> None:
    """Somebody looked in between and it was not there."""
    assert NAME not in series(DUSTY, READY)
    assert series(DUSTY, READY, DUSTY)[NAME] == NOW + 2 * DAY


@pytest.mark.parametrize(
    "blind",
    [
        BLIND,
        READY.answered(AREA, None),
        READY.but(answers=()),
        closing(ACCOUNT, "okx", Closure(requested_on=TODAY, wait_days=30)),
    ],
    ids=["failed", "not asked", "nothing asked", "closing"],
)
def test_what_nobody_could_look_for_stays_the_same(blind: World | AccountReport) -> None:
    """Its series goes on over the looks that could not see it."""
    assert series(DUSTY, blind, blind, DUSTY)[NAME] == NOW


def test_what_is_acknowledged_has_a_date_too() -> None:
    """A decision changes nothing about since when it is there."""
    accepted = Acknowledgement(fingerprint=NAME, reason="dust", until=TODAY + DAY, up_to=Decimal(1))
    assert series(DUSTY, DUSTY.decided(accepted))[NAME] == NOW


def test_a_confirmed_point_is_settled() -> None:
    """A person has looked: when it is open again, it is new."""
    name = f"{ACCOUNT}/main/manual.p2p/p2p"
    opened, confirmed = clear_world(), READY
    assert series(opened, opened)[name] == NOW
    assert name not in series(opened, confirmed)
    assert series(opened, confirmed, opened)[name] == NOW + 2 * DAY


def test_a_point_about_a_decision_ends_with_it() -> None:
    """Decisions are judged whenever anything is judged, and nowhere listed as looked at."""
    unused = Acknowledgement(fingerprint=NAME, reason="x", until=TODAY + DAY)
    name = next(iter(series(READY.decided(unused)).keys() - series(READY).keys()))
    assert place_of(name) == ("account.acknowledgements", "main")
    assert name not in series(READY.decided(unused), READY)
    stands = closing(ACCOUNT, "okx", Closure(requested_on=TODAY, wait_days=30))
    assert name in series(READY.decided(unused), stands)


@given(worlds(), worlds())
def test_everything_there_has_a_date_and_none_is_later_than_the_look(
    first: World, second: World
) -> None:
    """And what is there twice has the date of the first."""
    one, two = judge(first), judge(second)
    dates = series(one, two)
    there = {entry.fingerprint(ACCOUNT) for entry in two.findings}
    before = {entry.fingerprint(ACCOUNT) for entry in one.findings}
    assert there <= dates.keys() <= there | before
    assert all(dates[name] == (NOW if name in before else NOW + DAY) for name in there)


@given(worlds())
def test_the_past_weighs_nothing(world: World) -> None:
    """Verdict, coverage and every other finding stay as they are, dates apart."""
    report = judge(world)
    told = with_past(report, Past(first_seen=series(report)), POLICY, NOW)
    assert (told.verdict, told.coverage) == (report.verdict, report.coverage)
    undated = [entry.model_copy(update={"first_seen": None}) for entry in told.findings]
    assert [entry for entry in undated if entry.rule != ID] == list(report.findings)
    assert all(entry.severity is Severity.NOTICE for entry in findings(told, ID))
    assert all(entry.first_seen for entry in told.findings if entry.rule != ID)


def test_dates_are_filled_in() -> None:
    """What nothing is known of has none."""
    told = with_past(judge(DUSTY), Past(first_seen={NAME: NOW}), POLICY, NOW)
    assert finding(told, "wallet-not-empty").first_seen == NOW
    assert finding(told, ID).first_seen is None


def saved(*, complete: bool) -> Past:
    return Past(backup=Backup(path=Path("/saved"), finished_at=NOW, complete=complete))


@pytest.mark.parametrize(
    ("past", "days", "variant"),
    [
        (Past(), 0, "default"),
        (saved(complete=False), 0, "incomplete"),
        (saved(complete=True), 0, None),
        (saved(complete=True), 1, None),
        (saved(complete=True), 1.1, "older"),
        (saved(complete=True), -0.5, None),
        (saved(complete=True), -400, "older"),
    ],
    ids=[
        "none",
        "incomplete",
        "complete",
        "a day ago",
        "long ago",
        "clock set back",
        "clock was wrong",
    ],
)
def test_the_notice_says_what_was_not_saved(past: Past, days: float, variant: str | None) -> None:
    """Until there is a new complete backup; telling it again does not double it."""
    at = NOW + timedelta(days=days)
    told = with_past(with_past(judge(READY), past, POLICY, at), past, POLICY, at)
    assert [entry.variant for entry in findings(told, ID)] == ([variant] if variant else [])
    assert told.verdict is judge(READY).verdict
    if variant:
        notice = finding(told, ID)
        assert (notice.area, notice.severity) == ("account.backup", Severity.NOTICE)
        assert variant in RULES_BY_ID[ID].messages
        assert notice.fingerprint(ACCOUNT) == f"{ACCOUNT}/main/account.backup/history"
        assert dict(notice.facts) == {"day": "" if variant == "default" else "2026-11-23"}


@given(proofs)
def test_the_notice_needs_a_key_that_can_read(proof: object) -> None:
    """Where nothing could be saved either, it would only be in the way."""
    told = with_past(judge(READY.but(key=proof)), Past(), POLICY, NOW)
    assert bool(findings(told, ID)) == isinstance(proof, ReadOnlyKey)


def test_a_fingerprint_names_its_place() -> None:
    """Whatever is in the names."""
    world = clear_world("sub:main").holding("wallet.funding", DUST, scope="sub:main")
    name = finding(judge(world), "wallet-not-empty").fingerprint("a")
    assert place_of(name) == ("wallet.funding", "sub:main")
