"""Our side: scans through the public door, of accounts at a distance."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from benchmarks.asked import Entry, config_of, environ_of
from readiness.domain.report import Report
from readiness.scan import scan_accounts


@dataclass(frozen=True)
class Told:
    """What a scan told of itself.

    Attributes:
        wall: seconds from the call to the report.
        cpu: seconds of processor time that its process spent on it.
        verdict: what the run came to.
        retried: requests that were made again.
    """

    wall: float
    cpu: float
    verdict: str
    retried: int

    @classmethod
    def of(cls, report: Report, *, wall: float, cpu: float) -> "Told":
        """What a report says."""
        retried = sum(account.requests.retried for account in report.accounts)
        return cls(wall, cpu, report.verdict.value, retried)


def scan_once(those: Sequence[Entry]) -> Told:
    """Scan what is configured; ccxt is loaded before, and that is not counted."""
    config, environ = config_of(those), environ_of(those)
    import_module("ccxt")
    began, spent = time.perf_counter(), time.process_time()
    report = scan_accounts(config, [], environ=environ).report
    return Told.of(report, wall=time.perf_counter() - began, cpu=time.process_time() - spent)
