"""Many Bybit accounts behind one address, which would be shut out with all that runs there."""

from __future__ import annotations

import pytest
from tests.scan.fleet import Fleet

from readiness.domain.verdict import Verdict

ACCOUNTS = 8
SPAN = 5.0


def test_a_fleet_is_not_shut_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Together they ask more than an address may in five seconds, so that they wait."""
    fleet = Fleet("bybit", ACCOUNTS)
    began = fleet.hours.now
    report = fleet.scan(monkeypatch)
    assert {entry.verdict for entry in report.accounts} == {Verdict.UNCONFIRMED}
    assert fleet.simulator.violations == []
    assert sum(entry.requests.retried for entry in report.accounts) == 0
    assert len(fleet.simulator.requests) > 600
    assert fleet.hours.now - began >= SPAN


def test_sub_accounts_keep_to_the_limits_of_each_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for every one of them has few requests in a second, or in a minute."""
    fleet = Fleet("bybit", 1, subs=8)
    report = fleet.scan(monkeypatch)
    assert report.verdict is Verdict.UNCONFIRMED
    assert fleet.simulator.violations == []


def test_one_account_needs_no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is asked of one account fits into one second's limits."""
    fleet = Fleet("bybit", 1)
    began = fleet.hours.now
    assert fleet.scan(monkeypatch).verdict is Verdict.UNCONFIRMED
    assert fleet.hours.now - began < 1
