"""Our side: scans through the public door, of accounts at a distance."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.exchanges import Account, Exchange
from benchmarks.remote import Recording, remote
from benchmarks.wire import Distance
from readiness.config import AccountConfig, Config, Env, Network, Schedule
from readiness.config.names import env_prefix
from readiness.domain.decision import Decisions
from readiness.domain.report import Report
from readiness.scan import scan_accounts


@dataclass(frozen=True)
class Scan:
    """One run of ``scan_accounts``.

    Attributes:
        wall: seconds from the call to the report.
        cpu: seconds of processor time that this process spent on it.
        report: the report.
        recording: what the server saw.
    """

    wall: float
    cpu: float
    report: Report
    recording: Recording

    @property
    def verdict(self) -> str:
        """What the run came to."""
        return self.report.verdict.value


def scan(exchange: Exchange, accounts: Mapping[str, Account], distance: Distance) -> Scan:
    """Scan accounts by name, all at once."""
    environ = {
        env_prefix(name) + part: value
        for name, account in accounts.items()
        for part, value in (
            ("KEY", account.key),
            ("SECRET", account.secret),
            ("PASSPHRASE", account.passphrase),
        )
    }
    with remote(exchange, list(accounts.values()), distance) as server:
        config = _config(exchange, list(accounts), server.url)
        began, spent = time.perf_counter(), time.process_time()
        report = scan_accounts(config, [], environ=environ).report
        wall, cpu = time.perf_counter() - began, time.process_time() - spent
    return Scan(wall, cpu, report, server.recording)


def _config(exchange: Exchange, names: list[str], url: str) -> Config:
    return Config(
        path=Path("benchmark"),
        accounts={
            name: AccountConfig(name, exchange.id, credentials=Env(), base_url=url)
            for name in names
        },
        network=Network(),
        decisions=Decisions(),
        watch=Schedule(),
    )
