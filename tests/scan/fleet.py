"""Many accounts behind one address, at an exchange that counts, on a clock of our own."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.exchanges.embedded import EMBEDDED
from tests.exchanges.support import Line, no_waiting
from tests.matrix.memory import World, _Shared

from readiness.domain.report import Report
from readiness.gate import client
from readiness.gate.limits import Limits
from readiness.scan import connection, run, scan_accounts
from readiness.simulator.simulator import Simulator


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
    """Accounts at an exchange that enforces its limits.

    Attributes:
        exchange: which one.
        count: how many main accounts.
        subs: how many sub-accounts each of them has.
    """

    exchange: str
    count: int
    subs: int = 0
    hours: Hours = field(default_factory=Hours)
    simulator: Simulator = field(init=False)

    def __post_init__(self) -> None:
        embedded = EMBEDDED[self.exchange]
        accounts = {f"account{number}": embedded.open_account() for number in range(self.count)}
        for account in accounts.values():
            for number in range(self.subs):
                account.sub_account(f"sub{number}")
        self.world = World(accounts=accounts, exchange=self.exchange, confirmed=False)
        self.simulator = embedded.serve(accounts.values(), now=self.hours)

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
