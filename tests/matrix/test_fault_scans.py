"""Whole scans with one thing wrong: never ready, never exit 0, and the place is named."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import pytest
from tests.exchanges.support import FULL
from tests.matrix import faults
from tests.matrix.faults import Tries, Wrong
from tests.matrix.memory import World
from tests.matrix.rigs import RIGS, Rig

from readiness.domain.policy import Outcome
from readiness.domain.report import AccountReport, CoverageRow, Report, Status
from readiness.domain.verdict import Verdict
from readiness.exchanges.catalogue import Asked, Request
from readiness.simulator import Fault

SUB: Final = "grid01"
SLICE: Final = 199
"""One of so many cells is scanned by default; prime, so that no row and no fault is left out."""


def in_sub(request: Request) -> bool:
    return request.asked is Asked.EACH_SUB_ACCOUNT


def world(rig: Rig, request: Request) -> World:
    """A clean account that takes part in everything, in a mode in which the request is made."""
    mode = next(mode for mode in "3124" if request.applies({"mode": mode}))
    made = rig.clean(int(mode))
    for product in ("copy-trading", "p2p-merchant", "trading-team"):
        made.account.join(product)
    if in_sub(request):
        made.account.sub_account(SUB)
    return made


@cache
def honest(rig: Rig, name: str) -> AccountReport:
    """The same scan with nothing wrong."""
    return world(rig, rig.catalogue[name]).report()


def cells() -> Iterator[Any]:
    """Requests x faults, as many as are wanted."""
    number = 0
    for rig in RIGS:
        for request in rig.catalogue:
            if not request.feeds or request.asked is Asked.SERVICE:
                continue
            for wrong in faults.every():
                number += 1
                if FULL or number % SLICE == 0:
                    name = f"{rig.exchange}:{request.id}:{wrong.fault.name}"
                    yield pytest.param(rig, request.id, wrong, id=name)


CELLS = pytest.mark.parametrize(("rig", "name", "wrong"), list(cells()))


def rows_of(report: AccountReport, request: Request) -> list[CoverageRow]:
    """The coverage of what the request has to see."""
    scope = SUB if in_sub(request) else "main"
    wanted = {feed.area.value for feed in request.feeds if feed.proves}
    return [row for row in report.coverage if row.area in wanted and row.scope == scope]


@pytest.mark.matrix
@CELLS
def test_a_fault_is_never_ready(rig: Rig, name: str, wrong: Wrong) -> None:
    """One request fails for good: the run says so, and says where."""
    request = rig.catalogue[name]
    here = world(rig, request)
    here.line.fault(name, wrong.fault)
    whole = here.scan()
    report = whole.accounts[0]
    entry = rig.policy.fallback(name, wrong.code) if wrong.code else None
    status = {row.status for row in rows_of(report, request)}
    assert status, "the area is in the coverage"
    if entry and entry.outcome is Outcome.NOT_OPENED:
        assert status <= {Status.NOT_OPENED, Status.CLEAR}
        assert report.verdict is honest(rig, name).verdict
        return
    if entry:
        assert status == {Status.MANUAL}
        # The clean account's own manual items are confirmed, so that it can be ready.
        confirmed = {row.confirmed_on is not None for row in rows_of(report, request)}
        assert report.verdict is (Verdict.READY if confirmed == {True} else Verdict.UNCONFIRMED)
    else:
        assert whole.verdict is not Verdict.READY
        assert whole.exit_code != 0
        assert Status.CLEAR not in status
        assert Status.NOT_OPENED not in status
        assert report.verdict in (Verdict.INCOMPLETE, Verdict.BLOCKED)
    reasons = {reason.request for row in rows_of(report, request) for reason in row.reasons}
    assert reasons == {name}


@pytest.mark.matrix
@CELLS
def test_what_passes_by_itself_changes_nothing(rig: Rig, name: str, wrong: Wrong) -> None:
    """A fault that ends before the tries do leaves the report of the fault-free twin."""
    if wrong.tries is not Tries.ALL:
        return
    request = rig.catalogue[name]
    here = world(rig, request)
    here.line.fault(name, wrong.fault, times=here.attempts - 1)
    assert same(here.report(), honest(rig, name))


def same(left: AccountReport, right: AccountReport) -> bool:
    """Whether two reports say the same, whatever it took to find out."""
    return (left.verdict, left.coverage, left.findings) == (
        right.verdict,
        right.coverage,
        right.findings,
    )


@pytest.mark.parametrize("group", faults.GROUPS)
@pytest.mark.parametrize("rig", RIGS, ids=lambda rig: rig.exchange)
def test_a_clock_that_is_not_told_hides_nothing(rig: Rig, group: str) -> None:
    """Without the exchange's clock our own has to do: the scan comes to the same end."""
    dialect_clock = "public/time"
    twin = rig.clean(3).report()
    table = faults.in_group(group)
    for wrong in table if FULL else table[::16]:
        here = rig.clean(3)
        here.line.fault(dialect_clock, wrong.fault)
        assert same(here.report(), twin), wrong


@pytest.mark.parametrize("group", faults.GROUPS)
@pytest.mark.parametrize("rig", RIGS, ids=lambda rig: rig.exchange)
def test_a_missing_price_hides_nothing(rig: Rig, group: str) -> None:
    """Without prices everything that was found is still reported, only without its worth."""
    table = faults.in_group(group)
    for wrong in table if FULL else table[::16]:
        here = rig.clean(3)
        here.account.funding("TRX", "0.0001")
        here.line.fault("market/index-tickers", wrong.fault)
        report = here.report()
        assert report.verdict is Verdict.BLOCKED, wrong
        found = [finding for finding in report.findings if finding.area == "wallet.funding"]
        assert [finding.asset for finding in found] == ["TRX"], wrong


PAIRS: Final = (
    ("asset/balances", "account/balance"),
    ("asset/deposit-history", "trade/orders-algo-pending"),
    ("users/subaccount/list", "asset/asset-valuation"),
    ("finance/savings/balance", "account/interest-limits"),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
def test_two_faults_are_both_named(pair: tuple[str, str]) -> None:
    """Two failed looks are two unknown places, and neither hides the other."""
    (rig,) = RIGS[:1]
    here = rig.clean(3)
    for name in pair:
        here.line.fault(name, Fault.status(503))
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    blamed = {reason.request for row in report.coverage for reason in row.reasons}
    assert set(pair) <= blamed


def test_everything_fails() -> None:
    """An exchange that answers nothing but errors after the key: not one area is clear."""
    (rig,) = RIGS[:1]
    here = rig.clean(3)
    for request in rig.catalogue:
        if request.asked is not Asked.SERVICE:
            here.line.fault(request.id, Fault.error("50026", status=500))
    report: Report = here.scan()
    assert report.verdict is Verdict.INCOMPLETE
    assert report.exit_code == 11
    clear = {row.area for row in report.accounts[0].coverage if row.status is Status.CLEAR}
    # The key's own answer is a good one, and it proves these.
    assert clear == {"account.key", "account.restrictions"}


def test_a_blocker_and_a_fault_are_blocked() -> None:
    """What was seen blocks, whatever else could not be seen."""
    (rig,) = RIGS[:1]
    here = rig.clean(3)
    here.account.funding("USDT", "1")
    here.line.fault("account/balance", Fault.hang())
    report = here.report()
    assert report.verdict is Verdict.BLOCKED
    unknown = {row.area for row in report.coverage if row.status is Status.UNKNOWN}
    assert "wallet.trading" in unknown


# -- the second pass -------------------------------------------------------------------------


TWICE: Final = [
    pytest.param(rig, request.id, id=f"{rig.exchange}:{request.id}")
    for rig in RIGS
    for request in rig.catalogue
    if request.twice
]


@pytest.mark.parametrize(("rig", "name"), TWICE)
@pytest.mark.parametrize(
    "fault",
    [Fault.status(503), Fault.error("99999")],
    ids=lambda fault: fault.name,
)
def test_the_second_look_counts_as_much_as_the_first(rig: Rig, name: str, fault: Fault) -> None:
    """Seen once and not a second time is not seen."""
    here = rig.clean(3)
    honest_answers = iter([True])
    here.line.fault(name, fault, when=lambda _: not next(honest_answers, False))
    report = here.report()
    assert here.line.paths().count(name) >= 2
    assert report.verdict is Verdict.INCOMPLETE
    assert all(row.status is Status.UNKNOWN for row in rows_of(report, rig.catalogue[name]))
