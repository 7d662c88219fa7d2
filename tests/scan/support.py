"""Real scans of simulated accounts, and the configuration to scan them.

Without sockets, unless a test is about them: then the simulator listens on loopback, in a
thread of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.exchanges.embedded import EMBEDDED, Account
from tests.exchanges.support import Line, VirtualTime, no_waiting
from tests.matrix.memory import PORTS, in_memory, left_to_a_person

from readiness.config import AccountConfig, Config, Env, Network, Schedule
from readiness.config.names import env_prefix
from readiness.domain.decision import Acknowledgement, Closure, Confirmation, Decisions
from readiness.domain.report import AccountReport, CoverageRow, Report, Status
from readiness.scan import run, scan_accounts
from readiness.simulator.simulator import Simulator

USUAL = Network(timeout=20, attempts=2, deadline=60)
"""Patient, because the machine that runs the tests may be busy."""


@dataclass
class Bank:
    """An exchange and the accounts that are configured at it.

    Attributes:
        sim: the exchange.
        base_url: where it is reached.
        accounts: the accounts by the user's names.
        exchange: its id in the configuration.
        network: how patient the scan is.
        confirmed: whether everything that is left to a person is confirmed.
        closures: closing requests, by the user's names.
        overrides: fields of the accounts' configuration that differ, by the user's names.
    """

    sim: Simulator
    base_url: str
    accounts: dict[str, Account]
    network: Network = USUAL
    exchange: str = "okx"
    confirmed: bool = True
    closures: dict[str, Closure] = field(default_factory=dict)
    acknowledged: tuple[Acknowledgement, ...] = ()
    also_confirmed: tuple[str, ...] = ()
    overrides: dict[str, dict[str, Any]] = field(default_factory=dict)
    wall_clock: Callable[[], float] = time.time

    def scan(self, *names: str) -> Report:
        """Scan, for real."""
        return scan_accounts(
            self.config(), names, environ=self.environ(), wall_clock=self.wall_clock
        ).report

    def report(self, name: str = "main") -> AccountReport:
        """Scan everything; one account's report."""
        return next(entry for entry in self.scan().accounts if entry.account == name)

    def config(self) -> Config:
        owners = {account.uid: name for name, account in self.accounts.items()}
        accounts = {}
        for name, account in self.accounts.items():
            parent = owners.get(account.parent.uid) if account.parent else None
            usual: dict[str, Any] = {
                "exchange": self.exchange,
                "credentials": Env(),
                "base_url": self.base_url,
                "parent": parent,
                "sub_account": account.name if parent else None,
                "closure": self.closures.get(name),
            }
            accounts[name] = AccountConfig(name, **{**usual, **self.overrides.get(name, {})})
        today = datetime.fromtimestamp(self.wall_clock(), UTC).date()
        items = left_to_a_person(self.exchange) if self.confirmed else ()
        return Config(
            path=Path("test.toml"),
            accounts=accounts,
            network=self.network,
            decisions=Decisions(
                confirmations=tuple(
                    Confirmation(account=name, item=item, on=today)
                    for name in accounts
                    for item in (*items, *self.also_confirmed)
                ),
                acknowledgements=self.acknowledged,
            ),
            watch=Schedule(),
        )

    def environ(self) -> Mapping[str, str]:
        """The credentials of every account."""
        embedded = EMBEDDED[self.exchange]
        return {
            name: value
            for alias, account in self.accounts.items()
            if account.keys
            for name, value in embedded.environ(env_prefix(alias), account).items()
        }

    def asked(self, account: Account | None = None) -> list[str]:
        """The paths that arrived, of one account or of all."""
        return [
            arrival.path
            for arrival in self.sim.requests
            if account is None or arrival.uid == account.uid
        ]


@contextmanager
def bank(
    accounts: Mapping[str, Account] | None = None,
    *,
    exchange: str = "okx",
    sockets: bool = False,
    network: Network = USUAL,
    limits: bool = False,
    waits: bool = False,
    **options: Any,
) -> Iterator[Bank]:
    """An exchange with accounts.

    Args:
        accounts: by the user's names; one clean account if left out.
        exchange: which one, by its id in the configuration.
        sockets: whether it listens on loopback.
        network: how patient the scan is.
        limits: whether limits are enforced by the exchange, and really waited for.
        waits: whether there are pauses between two tries.
        options: of the simulator.
    """
    embedded = EMBEDDED[exchange]
    given = dict(accounts if accounts is not None else {"main": embedded.open_account()})
    mains = [account.parent or account for account in given.values()]
    served = list({account.uid: account for account in mains}.values())
    sim = embedded.serve(served, limits=limits, **options)
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        if not waits:
            stack.enter_context(no_waiting())
        if not limits:
            patch.setattr(run, "Limits", VirtualTime().limits)
        if sockets:
            with sim.serving():
                yield Bank(sim, sim.base_url, given, network, exchange)
        else:
            port = next(PORTS)
            with in_memory({port: Line(sim)}):
                yield Bank(sim, f"http://127.0.0.1:{port}", given, network, exchange)


def row(report: AccountReport, area: str, scope: str = "main") -> CoverageRow:
    """One row of the coverage."""
    (found,) = [r for r in report.coverage if (r.area, r.scope) == (area, scope)]
    return found


def status(report: AccountReport, area: str, scope: str = "main") -> Status:
    """What came of one area."""
    return row(report, area, scope).status


def today() -> date:
    return datetime.now(UTC).date()
