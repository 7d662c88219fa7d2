"""A history in a temporary place, a clock that is set by hand, and reports to record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from tests.rules.support import judge, money
from tests.small_policy import POLICY
from tests.strategies import ACCOUNT, TIRED, World, all_confirmed, clear_world, unknown

from readiness.domain.past import Past
from readiness.domain.report import AccountReport, Report
from readiness.history import History, record

BEGINNING: Final = datetime(2026, 11, 20, 8, tzinfo=UTC)
DAY: Final = timedelta(days=1)
FUNDING: Final = "wallet.funding"
TRADING: Final = "wallet.trading"
VERSION: Final = "0.1.0"

READY: Final = all_confirmed(clear_world())
DUSTY: Final = READY.holding(TRADING, money("LUNC", "0.0001"))
BLIND: Final = READY.answered(TRADING, unknown(TIRED))


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, start: datetime = BEGINNING) -> None:
        self.time = start

    def __call__(self) -> datetime:
        return self.time

    def forward(self, by: timedelta = DAY) -> datetime:
        self.time += by
        return self.time


def opened(
    path: Path, now: Callable[[], datetime] | None = None, *, create: bool = True
) -> History:
    """A history at a place."""
    return History.open(path, now=now or Clock(), create=create)


def kept(history: History, world: World, account: str = ACCOUNT) -> tuple[int, AccountReport]:
    """Record a scan of a world; its number, and its report as it was recorded."""
    snapshot = world.snapshot.model_copy(update={"account": account})
    report = judge(World(snapshot, world.decisions, world.today, world.policy))
    id_ = history.begin(account, "okx", "scan")
    whole = record(history, {account: id_}, _run(report), {account: snapshot}, lambda _: POLICY)
    return id_, whole.accounts[0]


def past(history: History, account: str = ACCOUNT) -> Past:
    """What is known of an account from before."""
    return history.past(judge(READY).model_copy(update={"account": account}))


def _run(report: AccountReport) -> Report:
    return Report(
        tool_version=VERSION, started_at=BEGINNING, finished_at=BEGINNING, accounts=(report,)
    )
