"""The exchange's clock is the one that signatures go by."""

from __future__ import annotations

import pytest
from tests.scan.support import bank

from readiness.domain.key import ReadOnlyKey, UnprovenKey
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.simulator import Fault, OkxAccount


@pytest.mark.sampled(2)
@pytest.mark.parametrize("offset", [-86_400.0, -60.0, -31.0, 0.0, 31.0, 60.0, 86_400.0])
def test_a_clock_that_differs_is_corrected_for(offset: float) -> None:
    """Requests are signed with the exchange's time, however far ours is off."""
    with bank(clock_offset=offset) as here:
        report = here.report()
        assert report.verdict is Verdict.READY
        assert report.requests.retried == 0
        assert here.sim.count("public/time") == 1


@pytest.mark.parametrize("offset", [-60.0, 60.0])
def test_a_clock_that_jumps_is_read_once_more(offset: float) -> None:
    """When signatures are suddenly too old the clock is read again, once, and all goes on."""
    with bank() as here:
        here.sim.after("account/config", lambda: setattr(here.sim, "clock_offset", offset))
        report = here.report()
        assert report.verdict is Verdict.READY
        assert here.sim.count("public/time") == 2


def test_a_clock_that_jumps_twice_is_not_chased() -> None:
    """One correction; what fails after that is unknown, and the scan ends."""
    with bank() as here:
        here.sim.after("account/config", lambda: setattr(here.sim, "clock_offset", 60.0))
        here.sim.after("public/time", lambda: setattr(here.sim, "clock_offset", -60.0), nth=2)
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert here.sim.count("public/time") == 2
        unknown = [entry for entry in report.coverage if entry.status is Status.UNKNOWN]
        assert {reason.code for entry in unknown for reason in entry.reasons} == {"50102"}


def test_without_the_exchanges_clock_ours_has_to_do() -> None:
    """If it is right, nothing is lost by that."""
    with bank() as here:
        here.sim.fault("public/time", Fault.status(503))
        assert here.report().verdict is Verdict.READY


def test_without_any_right_clock_nothing_is_proved() -> None:
    """Our clock is wrong and the exchange does not tell its own: incomplete, nothing asked."""
    with bank(clock_offset=60.0) as here:
        here.sim.fault("public/time", Fault.status(503))
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert isinstance(report.key, UnprovenKey)
        assert report.key.reason.code == "50102"
        assert set(here.asked()) == {"public/time", "account/config"}


def test_a_clock_that_comes_back_saves_the_scan() -> None:
    """Told too late at first, then at the second reading."""
    with bank(clock_offset=60.0) as here:
        here.sim.fault("public/time", Fault.status(503), times=here.network.attempts)
        report = here.report()
        assert report.verdict is Verdict.READY
        assert isinstance(report.key, ReadOnlyKey)


def test_a_clock_that_complains_about_the_clock_does_not_hang() -> None:
    """Even the unsigned question about the time can be answered with nonsense."""
    with bank() as here:
        here.sim.fault("*", Fault.error("50102", status=401))
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert set(here.asked()) == {"public/time", "account/config"}


def test_each_account_reads_the_clock_for_itself() -> None:
    """Accounts do not share a correction: each session has its own."""
    accounts = {"one": OkxAccount(), "two": OkxAccount()}
    with bank(accounts, clock_offset=45.0) as here:
        report = here.scan()
        assert [entry.verdict for entry in report.accounts] == [Verdict.READY, Verdict.READY]
        assert here.sim.count("public/time") == 2
