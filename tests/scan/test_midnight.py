"""Decisions begin and end at midnight in UTC, wherever the machine is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from tests.scan.support import bank

from readiness.domain.decision import Acknowledgement, Closure, Confirmation
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.scan import scan_accounts
from readiness.simulator import OkxAccount

LEAP_DAY = date(2028, 2, 29)
ZONES = ("Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata")
# The last second of a day, and the first one of the next.
EDGES = [
    pytest.param(datetime(2028, 2, 28, 23, 59, 59, tzinfo=UTC), id="before the leap day"),
    pytest.param(datetime(2028, 2, 29, tzinfo=UTC), id="leap day begins"),
    pytest.param(datetime(2028, 2, 29, 23, 59, 59, tzinfo=UTC), id="leap day ends"),
    pytest.param(datetime(2028, 3, 1, tzinfo=UTC), id="after the leap day"),
]


@pytest.fixture(params=ZONES, autouse=True)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine is in this time zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def scanned(
    moment: datetime,
    closure: Closure | None = None,
    acknowledged: tuple[Acknowledgement, ...] = (),
    looked: date | None = None,
) -> AccountReport:
    """A scan at this moment of an account with some dust."""
    account = OkxAccount()
    account.funding("LUNC", "0.0001")
    with bank({"main": account}, now=moment.timestamp) as here:
        here.wall_clock = moment.timestamp
        here.closures = {"main": closure} if closure else {}
        here.acknowledged = acknowledged
        config = here.config()
        if looked is not None:
            decisions = config.decisions.model_copy(
                update={
                    "confirmations": tuple(
                        Confirmation(account="main", item=entry.item, on=looked)
                        for entry in config.decisions.confirmations
                    )
                }
            )
            config = replace(config, decisions=decisions)
        (report,) = scan_accounts(
            config, (), environ=here.environ(), wall_clock=here.wall_clock
        ).report.accounts
        return report


def notices(report: AccountReport) -> set[str]:
    return {entry.variant for entry in report.findings if entry.rule == "decision-does-not-count"}


@pytest.mark.sampled(4)
@pytest.mark.parametrize("moment", EDGES)
def test_an_acknowledgement_ends_as_its_day_begins(moment: datetime) -> None:
    """To the second, also on a day that most years do not have."""
    entry = Acknowledgement(
        fingerprint="main/main/wallet.funding/LUNC",
        reason="dust",
        until=LEAP_DAY,
        up_to=Decimal("0.0001"),
    )
    counts = moment.date() < LEAP_DAY
    report = scanned(moment, acknowledged=(entry,))
    assert report.verdict is (Verdict.READY if counts else Verdict.BLOCKED)
    assert notices(report) == (set() if counts else {"expired"})


@pytest.mark.sampled(4)
@pytest.mark.parametrize("moment", EDGES)
def test_a_look_counts_for_seven_days(moment: datetime) -> None:
    """The last of them ends at midnight."""
    report = scanned(moment, looked=LEAP_DAY - timedelta(days=6))
    open_items = [entry.subject for entry in report.findings if entry.rule == "look-yourself"]
    assert ("p2p" in open_items) == (moment.date() > LEAP_DAY)
    assert ("confirmation-expired" in notices(report)) == (moment.date() > LEAP_DAY)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("moment", EDGES)
def test_a_waiting_period_ends_at_midnight(moment: datetime) -> None:
    """Until then nothing is asked, and from then on everything."""
    closure = Closure(requested_on=LEAP_DAY - timedelta(days=30), wait_days=30)
    report = scanned(moment, closure)
    waits = moment.date() < LEAP_DAY
    assert report.verdict is (Verdict.CLOSING if waits else Verdict.BLOCKED)
    assert (report.requests.sent == 0) == waits
