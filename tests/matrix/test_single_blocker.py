"""One thing is left, and nothing else: exactly the areas that it is in report it."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import pytest
from tests.exchanges.support import FULL
from tests.matrix.cases import Case
from tests.matrix.rigs import EACH_RIG, RIGS, Rig

from readiness.domain.finding import Severity
from readiness.domain.report import AccountReport, Status
from readiness.domain.verdict import EXIT_CODES, Verdict
from readiness.exchanges.catalogue import Asked

pytestmark = pytest.mark.matrix


def cases() -> list[Any]:
    """Every case of every exchange."""
    return [
        pytest.param(rig, name, case, id=f"{rig.exchange}:{name}:{case}")
        for rig in RIGS
        for name, entries in rig.cases.items()
        for case in entries
    ]


def scanned() -> list[Any]:
    """The cases that get a whole scan: all of them, or a sample, thinner of those alike.

    Each of them is looked at by itself in any case, in `test_own_request`.
    """
    alike = [case for case in cases() if case.values[2].alike]
    others = [case for case in cases() if not case.values[2].alike]
    return cases() if FULL else [*others[::53], *alike[::151]]


@cache
def clean(rig: Rig, mode: str = "") -> AccountReport:
    """The twin in which nothing is left."""
    return rig.clean(mode).report()


def holding(report: AccountReport) -> dict[str, frozenset[str]]:
    """The areas in which something is, by scope."""
    scopes = dict.fromkeys(row.scope for row in report.coverage)
    found = {
        scope: frozenset(
            row.area
            for row in report.coverage
            if row.scope == scope
            # Where a person has to look as well, what was seen is there all the same.
            and (row.status is Status.HOLDING or (row.status is Status.MANUAL and row.items))
        )
        for scope in scopes
    }
    return {scope: areas for scope, areas in found.items() if areas}


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("rig", "mode"),
    [pytest.param(rig, mode, id=f"{rig}:{mode}") for rig in RIGS for mode in rig.modes],
)
def test_the_clean_twin_is_ready(rig: Rig, mode: str) -> None:
    """Without the one thing the account is ready: every test here can tell the difference."""
    report = clean(rig, mode)
    assert report.verdict is Verdict.READY
    assert EXIT_CODES[report.verdict] == 0
    assert holding(report) == {}
    assert [finding for finding in report.findings if finding.severity is Severity.BLOCKER] == []
    assert all(row.status is not Status.UNKNOWN for row in report.coverage)


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("rig", "name", "case"), scanned())
def test_one_thing_is_reported_where_it_is(rig: Rig, name: str, case: Case) -> None:
    """The verdict follows from the one thing, and no other area says anything new."""
    world = rig.clean(case.mode)
    case.arrange(world.account)
    report = world.report()
    assert report.verdict is case.verdict
    assert holding(report) == case.areas

    twin = clean(rig, case.mode)
    before = {(row.area, row.scope): row.status for row in twin.coverage}
    elsewhere = {
        (row.area, row.scope): row.status
        for row in report.coverage
        if row.area not in case.areas.get(row.scope, frozenset()) and row.scope == "main"
    }
    changed = {
        place: status
        for place, status in elsewhere.items()
        # What a product answers once it is used is no news.
        if before[place] is not status and before[place] not in (Status.NOT_OPENED, Status.MANUAL)
    }
    assert changed == {}

    told = {
        (finding.scope, finding.area)
        for finding in report.findings
        # How far back a list was read is no news; nor is a confirmation that was not needed.
        if finding.rule != "looked-back"
        and finding.area != "account.acknowledgements"
        and (finding.severity is not Severity.CONFIRM or finding.rule == "sub-account-exists")
    }
    assert told == {(scope, area) for scope, areas in case.areas.items() for area in areas}
    assert (Severity.BLOCKER in {finding.severity for finding in report.findings}) == (
        case.verdict is Verdict.BLOCKED
    )
    # What the first look has seen already is not looked for again.
    assert rig.count(world.line, name) > 0 or rig.catalogue[name].asked in _AGAIN


_AGAIN: Final = (Asked.MOVEMENT, Asked.MAIN_MOVEMENT)


@EACH_RIG
def test_every_request_has_a_case(rig: Rig) -> None:
    """A row of the catalogue without a case would be a look that nobody has seen work."""
    fed = {
        request.id
        for request in rig.catalogue
        if any((request.id, feed.area.value) not in rig.silent for feed in request.feeds)
    }
    assert fed - set(rig.cases) == set(), "rows without a case"
    assert set(rig.cases) - fed == set(), "cases without a row"
    assert all(rig.cases.values())


@EACH_RIG
def test_every_call_has_a_case(rig: Rig) -> None:
    """Each state and each kind that is asked for by itself is seen to work by itself."""
    missing = [
        (request.id, dict(call.params))
        for request in rig.catalogue
        if request.feeds and len(request.calls) > 1
        for call in request.calls
        if call.params and all(case.call != call.params for case in rig.cases[request.id])
    ]
    assert missing == []


@EACH_RIG
def test_every_fed_area_is_reported_by_some_case(rig: Rig) -> None:
    """For each area that a request feeds, one of its cases reports something there."""
    silent = {
        (request.id, feed.area.value)
        for request in rig.catalogue
        for feed in request.feeds
        if not any(
            feed.area.value in areas
            for case in rig.cases.get(request.id, ())
            for areas in case.areas.values()
        )
    }
    assert silent == rig.silent


@EACH_RIG
def test_requests_for_sub_accounts_are_told_in_their_scope(rig: Rig) -> None:
    """What is asked of a sub-account is never told as the account's own."""
    for request in rig.catalogue:
        if request.asked is Asked.EACH_SUB_ACCOUNT:
            fed = {feed.area.value for feed in request.feeds}
            for case in rig.cases[request.id]:
                assert not fed & case.areas.get("main", frozenset())
