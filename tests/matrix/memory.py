"""Whole scans without sockets: the real scan, with a ``Line`` where the network would be."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
from tests.exchanges.embedded import EMBEDDED, Account, Embedded
from tests.exchanges.support import Line, VirtualTime, no_waiting

from readiness.config import AccountConfig, Config, Env, Network, Schedule
from readiness.config.names import env_prefix
from readiness.domain.area import confirm_item
from readiness.domain.decision import Acknowledgement, Confirmation, Decisions
from readiness.domain.report import AccountReport, Report, Status
from readiness.domain.verdict import Verdict
from readiness.gate import client
from readiness.scan import connection, run, scan_accounts
from readiness.simulator.simulator import Simulator

PORTS: Final = itertools.count(20_000)
"""Addresses that nobody listens at: each world has its own."""


@dataclass
class World:
    """Accounts at an exchange that listens nowhere."""

    accounts: dict[str, Account] = field(default_factory=dict)
    exchange: str = "okx"
    attempts: int = 3
    confirmed: bool = True
    also_confirmed: tuple[str, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()
    clock: Callable[[], float] = time.time
    simulator: Simulator = field(init=False)
    line: Line = field(init=False)

    def __post_init__(self) -> None:
        self.port = next(PORTS)
        if not self.accounts:
            self.accounts = {"main": self.embedded.open_account()}
        roots = {account.main.uid: account.main for account in self.accounts.values()}
        self.simulator = self.embedded.serve(roots.values(), limits=False)
        self.line = Line(self.simulator)

    @property
    def embedded(self) -> Embedded:
        return EMBEDDED[self.exchange]

    @property
    def account(self) -> Account:
        """The first of the accounts."""
        return next(iter(self.accounts.values()))

    def scan(self, *names: str) -> Report:
        """Scan everything, or the accounts named."""
        with in_memory({self.port: self.line}), no_waiting():
            return scan_accounts(
                self.config(), names, environ=self.environ(), wall_clock=self.clock
            ).report

    def report(self) -> AccountReport:
        """The report of the first account."""
        return self.scan(next(iter(self.accounts))).accounts[0]

    def config(self) -> Config:
        accounts = {}
        parents = {account.uid: name for name, account in self.accounts.items()}
        for name, account in self.accounts.items():
            parent = parents.get(account.parent.uid) if account.parent else None
            accounts[name] = AccountConfig(
                name,
                self.exchange,
                credentials=Env(),
                base_url=f"http://127.0.0.1:{self.port}",
                parent=parent,
                sub_account=account.name if parent else None,
            )
        return Config(
            path=Path("test.toml"),
            accounts=accounts,
            network=Network(timeout=5, attempts=self.attempts, deadline=60),
            decisions=self.decisions(),
            watch=Schedule(),
        )

    def decisions(self) -> Decisions:
        """Everything that is left to a person confirmed today, if so wanted."""
        today = datetime.fromtimestamp(self.clock(), UTC).date()
        items = left_to_a_person(self.exchange) if self.confirmed else ()
        return Decisions(
            confirmations=tuple(
                Confirmation(account=name, item=item, on=today)
                for name in self.accounts
                for item in dict.fromkeys((*items, *self.also_confirmed))
            ),
            acknowledgements=self.acknowledged,
        )

    def environ(self) -> Mapping[str, str]:
        """The credentials of all accounts that have a key."""
        return {
            name: value
            for alias, account in self.accounts.items()
            for name, value in self.embedded.environ(env_prefix(alias), account).items()
        }


@cache
def left_to_a_person(exchange: str) -> tuple[str, ...]:
    """What only a person can look at in a clean account: no API shows it, or not to everybody."""
    report = World(exchange=exchange, confirmed=False).report()
    assert report.verdict is Verdict.UNCONFIRMED
    return tuple(confirm_item(row.area) for row in report.coverage if row.status is Status.MANUAL)


@contextmanager
def in_memory(lines: Mapping[int, Line]) -> Iterator[None]:
    """No socket, and no waiting for limits, for the length of a scan."""
    real = client.build_client

    def build(addresses: Any, routes: Any, **options: Any) -> Any:
        inner = _Shared(lines[addresses.first.port])
        return real(addresses, routes, **{**options, "inner": inner})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "build_client", build)
        patch.setattr(run, "Limits", VirtualTime().limits)
        yield


class _Shared(httpx.AsyncBaseTransport):
    """A line that several clients use: closing one of them leaves it open."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._line.handle_async_request(request)
