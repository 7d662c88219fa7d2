"""Many Binance accounts behind one IP address: weights are kept as the server counts them."""

from __future__ import annotations

import pytest
from tests.scan.fleet import Fleet

from readiness.domain.verdict import Verdict
from readiness.simulator import Fault

ACCOUNTS = 11
MINUTE = 60.0


def test_a_fleet_never_exceeds_a_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eleven accounts take minutes, since the address may spend no more; nobody is refused."""
    fleet = Fleet("binance", ACCOUNTS)
    began = fleet.hours.now
    report = fleet.scan(monkeypatch)
    assert {entry.verdict for entry in report.accounts} == {Verdict.UNCONFIRMED}
    assert fleet.simulator.violations == []
    assert sum(entry.requests.retried for entry in report.accounts) == 0
    # USDⓈ-M and COIN-M futures share the budget that holds longest.
    assert fleet.hours.now - began >= MINUTE


def test_one_account_needs_no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is asked of one account fits into one minute's budgets."""
    fleet = Fleet("binance", 1)
    began = fleet.hours.now
    report = fleet.scan(monkeypatch)
    assert report.verdict is Verdict.UNCONFIRMED
    assert fleet.hours.now - began < 1


def test_a_limit_holds_all_accounts_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """One 429 with a time to wait, and no account asks for anything of that budget before."""
    fleet = Fleet("binance", 3)
    began = fleet.hours.now
    fleet.simulator.fault("fapi/v3/account", Fault.too_many(30), times=1)
    fleet.scan(monkeypatch)
    asked = [
        entry.time - began
        for entry in fleet.simulator.requests
        if entry.path.startswith(("fapi/", "dapi/"))
    ]
    refused = min(
        entry.time - began for entry in fleet.simulator.requests if entry.fault == "http 429"
    )
    assert not [moment for moment in asked if refused < moment < refused + 30]
    assert max(asked) >= refused + 30
