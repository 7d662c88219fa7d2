"""Whole scans with one thing wrong: never ready, never exit 0, and the place is named."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any, Final

import pytest
from tests.exchanges.support import FULL
from tests.matrix import faults
from tests.matrix.faults import Tries, Wrong
from tests.matrix.memory import World
from tests.matrix.rigs import EACH_RIG, RIGS, Rig

from readiness.domain.area import Area
from readiness.domain.policy import Outcome
from readiness.domain.report import AccountReport, CoverageRow, Report, Status
from readiness.domain.verdict import Verdict
from readiness.exchanges.catalogue import Asked, Request
from readiness.simulator import Fault

pytestmark = pytest.mark.matrix


def honest(rig: Rig, name: str) -> AccountReport:
    """The report of the same scan with nothing wrong."""
    return twin(rig, name)[1]


def twin(rig: Rig, name: str) -> tuple[World, AccountReport]:
    """The same world with nothing wrong, and the report of its scan."""
    kind = (str(rig), *rig.kind_for(rig.catalogue[name]))
    if kind not in _TWINS:
        world = rig.world_for(rig.catalogue[name])
        _TWINS[kind] = (world, world.report())
    return _TWINS[kind]


_TWINS: Final[dict[tuple[str, ...], tuple[World, AccountReport]]] = {}


def cells() -> Iterator[Any]:
    """Requests x faults, as many as are wanted."""
    for rig in RIGS:
        number = 0
        for request in rig.asked():
            for wrong in rig.faults(request.id):
                number += 1
                if FULL or number % rig.slice == 0:
                    name = f"{rig}:{request.id}:{wrong.fault.name}"
                    yield pytest.param(rig, request.id, wrong, id=name)


CELLS = pytest.mark.parametrize(("rig", "name", "wrong"), list(cells()))


def rows_of(rig: Rig, report: AccountReport, request: Request) -> list[CoverageRow]:
    """The coverage of what the request has to see."""
    below = (Asked.EACH_SUB_ACCOUNT, Asked.ALL_SUB_ACCOUNTS)
    scope = rig.sub if request.asked in below else "main"
    wanted = {feed.area.value for feed in request.feeds if feed.proves}
    if request.asked is Asked.ALL_SUB_ACCOUNTS and request is rig.adapter.sub_accounts:
        # Without the list nobody knows that there is one to tell of.
        scope, wanted = "main", {Area.SUB_ACCOUNTS.value}
    return [row for row in report.coverage if row.area in wanted and row.scope == scope]


def blamed(rows: Iterable[CoverageRow]) -> set[str]:
    """The requests that some rows name as what failed."""
    return {reason.request for row in rows for reason in row.reasons}


def listed(rig: Rig, name: str, wrong: Wrong, here: World) -> Outcome | None:
    """What the policy says of a refusal of this very request; unknown is the usual case."""
    traits = here.embedded.traits(here.account)
    entry = rig.policy.fallback(name, wrong.code, traits) if wrong.code else None
    return entry.outcome if entry and entry.outcome is not Outcome.UNKNOWN else None


@pytest.mark.sampled(4)
@CELLS
def test_a_fault_is_never_ready(rig: Rig, name: str, wrong: Wrong) -> None:
    """One request fails for good: the run says so, and says where."""
    request = rig.catalogue[name]
    here = rig.world_for(request)
    rig.fault(here.line, name, wrong.fault)
    whole = here.scan()
    report, usual = whole.accounts[0], honest(rig, name)
    rows = rows_of(rig, report, request)
    status = {row.status for row in rows}
    assert status, "the area is in the coverage"
    outcome = listed(rig, name, wrong, here)
    if outcome is Outcome.NOT_OPENED:
        assert status <= {Status.NOT_OPENED, *(row.status for row in rows_of(rig, usual, request))}
        assert report.verdict is usual.verdict
        return
    if outcome is Outcome.MANUAL:
        assert status == {Status.MANUAL}
        # The clean account's own manual items are confirmed, so that it can be ready.
        confirmed = {row.confirmed_on is not None for row in rows}
        looked = Verdict.READY if confirmed == {True} else Verdict.UNCONFIRMED
        assert report.verdict is (looked if usual.verdict is Verdict.READY else usual.verdict)
    else:
        assert whole.verdict is not Verdict.READY
        assert whole.exit_code != 0
        assert Status.CLEAR not in status
        assert Status.NOT_OPENED not in status
        assert report.verdict in (Verdict.INCOMPLETE, Verdict.BLOCKED)
    # Of two that cannot be told apart, the first to fail may be the one that is told.
    assert any(rig.alike(name, other) for other in blamed(rows))
    # Nothing else failed; what the exchange refuses all the same says so for itself.
    refused = {arrival.path for arrival in here.line.sent if arrival.status >= 400}
    others = {other for other in blamed(rows) if not rig.alike(name, other)}
    # After some answers nothing more is asked, and all that was not asked is unknown as well.
    stopped = wrong.code in rig.codes.stopping
    assert stopped or {rig.path(other) for other in others} <= refused


@pytest.mark.sampled(6)
@CELLS
def test_what_passes_by_itself_changes_nothing(rig: Rig, name: str, wrong: Wrong) -> None:
    """A fault that ends before the tries do leaves the report of the fault-free twin."""
    if wrong.tries is not Tries.ALL:
        return
    here = rig.world_for(rig.catalogue[name])
    rig.fault(here.line, name, wrong.fault, times=here.attempts - 1)
    assert same(here.report(), honest(rig, name))


def same(left: AccountReport, right: AccountReport) -> bool:
    """Whether two reports say the same, whatever it took to find out."""
    return (left.verdict, left.coverage, left.findings) == (
        right.verdict,
        right.coverage,
        right.findings,
    )


@pytest.mark.sampled(3)
@pytest.mark.parametrize("group", faults.GROUPS if FULL else ("",))
@EACH_RIG
def test_a_clock_that_is_not_told_hides_nothing(rig: Rig, group: str) -> None:
    """Without the exchange's clock our own has to do: the scan comes to the same end."""
    usual = rig.clean().report()
    table = rig.faults(rig.clock, group)
    for wrong in table if FULL else table[::61]:
        here = rig.clean()
        rig.fault(here.line, rig.clock, wrong.fault)
        report = here.report()
        if wrong.code in rig.codes.stopping:
            assert report.verdict is Verdict.INCOMPLETE, wrong
        else:
            assert same(report, usual), wrong


@pytest.mark.sampled(3)
@pytest.mark.parametrize("group", faults.GROUPS if FULL else ("",))
@EACH_RIG
def test_a_missing_price_hides_nothing(rig: Rig, group: str) -> None:
    """Without prices everything that was found is still reported, only without its worth."""
    prices = rig.adapter.prices.id
    table = rig.faults(prices, group)
    for wrong in table if FULL else table[::61]:
        here = rig.clean()
        rig.money.put(here.account)
        rig.fault(here.line, prices, wrong.fault)
        report = here.report()
        assert report.verdict is Verdict.BLOCKED, wrong
        found = [finding for finding in report.findings if finding.area == rig.money.area]
        assert [finding.asset for finding in found] == [rig.money.asset], wrong


@pytest.mark.sampled(5)
@pytest.mark.parametrize(
    ("rig", "pair"),
    [pytest.param(rig, pair, id=f"{rig}:{pair[0]}") for rig in RIGS for pair in rig.pairs],
)
def test_two_faults_are_both_named(rig: Rig, pair: tuple[str, str]) -> None:
    """Two failed looks are two unknown places, and neither hides the other."""
    here = rig.clean()
    for name in pair:
        rig.fault(here.line, name, Fault.status(503))
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    assert set(pair) <= blamed(report.coverage)


@pytest.mark.sampled(3)
@EACH_RIG
def test_everything_fails(rig: Rig) -> None:
    """An exchange that answers nothing but errors after the key: not one area is clear."""
    here = rig.clean()
    for request in rig.catalogue:
        if request.asked is not Asked.SERVICE:
            rig.fault(here.line, request.id, Fault.error(min(rig.codes.retry), status=500))
    report: Report = here.scan()
    assert report.verdict is Verdict.INCOMPLETE
    assert report.exit_code == 11
    clear = {
        row.area
        for row in report.accounts[0].coverage
        if row.status in (Status.CLEAR, Status.NOT_OPENED)
    }
    # The key's own answer is a good one, and it proves these.
    assert clear == rig.told_by_the_key


@pytest.mark.sampled(3)
@EACH_RIG
def test_a_blocker_and_a_fault_are_blocked(rig: Rig) -> None:
    """What was seen blocks, whatever else could not be seen."""
    here = rig.clean()
    rig.money.put(here.account)
    broken = rig.pairs[0][1]
    rig.fault(here.line, broken, Fault.hang())
    report = here.report()
    assert report.verdict is Verdict.BLOCKED
    assert {row.status for row in rows_of(rig, report, rig.catalogue[broken])} == {Status.UNKNOWN}


# -- the second pass -------------------------------------------------------------------------


LATE: Final = (Fault.status(503), Fault.error("-99999"))


def late() -> Iterator[Any]:
    """What is asked twice, with each fault; by default two of seven with one, in turn."""
    number = itertools.count()
    for rig in RIGS:
        for request in rig.catalogue:
            if request.twice:
                turn = next(number)
                for fault in LATE if FULL else LATE[turn % 7 : turn % 7 + 1]:
                    yield pytest.param(
                        rig, request.id, fault, id=f"{rig}:{request.id}:{fault.name}"
                    )


@pytest.mark.sampled(8)
@pytest.mark.parametrize(("rig", "name", "fault"), list(late()))
def test_the_second_look_counts_as_much_as_the_first(rig: Rig, name: str, fault: Fault) -> None:
    """Seen once and not a second time is not seen."""
    request = rig.catalogue[name]
    same_world, usual = twin(rig, name)
    # A sub-account that has to be there is to be looked at by a person.
    assert usual.verdict in (Verdict.READY, Verdict.UNCONFIRMED)
    once, rest = divmod(rig.count(same_world.line, name), 2)
    assert (once > 0, rest) == (True, 0)

    here = rig.world_for(request)
    arrived = itertools.count()
    rig.fault(here.line, name, fault, when=lambda _: next(arrived) >= once)
    report = here.report()
    assert rig.count(here.line, name) > once
    assert report.verdict is Verdict.INCOMPLETE
    assert all(row.status is Status.UNKNOWN for row in rows_of(rig, report, request))
