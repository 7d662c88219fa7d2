"""Many Binance accounts behind one IP address: weights are kept as the server counts them."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.exchanges.support import Line, no_waiting
from tests.matrix.memory import World, _Shared

from readiness.domain.report import Report
from readiness.domain.verdict import Verdict
from readiness.gate import client
from readiness.gate.limits import Limits
from readiness.scan import connection, run, scan_accounts
from readiness.simulator import BinanceAccount, BinanceSimulator, Fault

ACCOUNTS = 24
MINUTE = 60.0


@dataclass
class Hours:
    """A clock that only the limits' waiting moves, for them, the exchange and the signatures."""

    now: float = field(default_factory=time.time)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += max(0.0, seconds)
        await asyncio.sleep(0)


@dataclass
class Fleet:
    """Accounts at an exchange that enforces its limits on a clock of our own."""

    count: int = ACCOUNTS
    hours: Hours = field(default_factory=Hours)
    simulator: BinanceSimulator = field(init=False)

    def __post_init__(self) -> None:
        accounts = {f"account{number}": BinanceAccount() for number in range(self.count)}
        self.world = World(accounts=dict(accounts), exchange="binance", confirmed=False)
        self.simulator = BinanceSimulator(accounts.values(), now=self.hours)

    def scan(self, monkeypatch: pytest.MonkeyPatch) -> Report:
        """Scan all of them at once."""
        real, line = client.build_client, Line(self.simulator)

        def build(addresses: Any, routes: Any, **options: Any) -> Any:
            return real(addresses, routes, **{**options, "inner": _Shared(line)})

        monkeypatch.setattr(connection, "build_client", build)
        monkeypatch.setattr(run, "Limits", lambda: Limits(self.hours, self.hours.sleep))
        with no_waiting():
            return scan_accounts(
                self.world.config(), [], environ=self.world.environ(), wall_clock=self.hours
            ).report


def test_a_fleet_never_exceeds_a_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two dozen accounts take minutes, since the address may spend no more; nobody is refused."""
    fleet = Fleet()
    began = fleet.hours.now
    report = fleet.scan(monkeypatch)
    assert {entry.verdict for entry in report.accounts} == {Verdict.UNCONFIRMED}
    assert fleet.simulator.violations == []
    assert sum(entry.requests.retried for entry in report.accounts) == 0
    # USDⓈ-M and COIN-M futures share the budget that holds longest.
    assert fleet.hours.now - began >= MINUTE


def test_one_account_needs_no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is asked of one account fits into one minute's budgets."""
    fleet = Fleet(count=1)
    began = fleet.hours.now
    report = fleet.scan(monkeypatch)
    assert report.verdict is Verdict.UNCONFIRMED
    assert fleet.hours.now - began < 1


def test_a_limit_holds_all_accounts_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """One 429 with a time to wait, and no account asks for anything of that budget before."""
    fleet = Fleet(count=3)
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
