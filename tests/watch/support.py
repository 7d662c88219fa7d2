"""A watch in a world whose time is made up: hours pass in no time, and clocks are set."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.gate import virtual

from readiness.config.cron import cron_times
from readiness.watch import Clock, Times, Watch
from readiness.watch.times import Cron, Every

MINUTE = timedelta(minutes=1)
BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    """A moment, as clocks of a zone show it; a trailing ``b`` is the second time they do."""
    face = datetime.fromisoformat(text.removesuffix("b"))
    return face.replace(tzinfo=zone, fold=int(text.endswith("b"))).astimezone(UTC)


class World:
    """Where a watch runs: the clock on the wall, what accounts are like, and what was done.

    Attributes:
        schedules: by account: an interval, or a cron expression.
        durations: how long a scan takes, by account; no time if it is not here.
        begun: account and time of every scan, as the clock on the wall showed it.
        told: account and when the next scan was said to be due.
        running: accounts that are being scanned.
    """

    def __init__(
        self, start: str, schedules: dict[str, timedelta | str], chance: float = 0
    ) -> None:
        self.start = at(start)
        self.schedules = schedules
        self.chance = chance
        self.durations: dict[str, timedelta] = {}
        self.begun: list[tuple[str, datetime]] = []
        self.told: list[tuple[str, datetime | None]] = []
        self.running: set[str] = set()
        self._set = timedelta()
        self._events: list[tuple[timedelta, Callable[[], None]]] = []

    def wall(self) -> float:
        """What the clock on the wall shows."""
        return (self.start + self._set).timestamp() + virtual.now()

    def after(self, wait: timedelta, action: Callable[[], None]) -> None:
        """Something happens a while after the beginning."""
        self._events.append((wait, action))

    def set_clock(self, by: timedelta) -> None:
        """The clock is set. Forward, that is also what sleep looks like to those who slept."""
        self._set += by

    def times_of(self, account: str) -> list[str]:
        """When an account's scans began, as clocks in Berlin showed it."""
        return [shown(moment) for name, moment in self.begun if name == account]

    def run(self, length: timedelta) -> World:
        """Let it go on for a while."""

        async def live() -> None:
            for wait, action in self._events:
                asyncio.get_running_loop().call_later(wait.total_seconds(), action)
            watch = Watch(self, Clock(wall=self.wall), lambda: self.chance)
            try:
                async with asyncio.timeout(length.total_seconds()):
                    await watch.keep(list(self.schedules))
            except TimeoutError:
                pass

        virtual.run(live())
        return self

    async def scan(self, account: str) -> str:
        assert account not in self.running, "two scans of one account at once"
        self.running.add(account)
        self.begun.append((account, datetime.fromtimestamp(round(self.wall()), UTC)))
        try:
            for _ in range(self.durations.get(account, timedelta()) // MINUTE):
                await asyncio.sleep(60)
        finally:
            self.running.discard(account)
        return account

    def times(self, account: str, since: datetime) -> Times:
        schedule = self.schedules[account]
        if isinstance(schedule, str):
            return Cron(cron_times(schedule), BERLIN)
        return Every(schedule, since)

    async def tell(self, result: str, due: datetime | None) -> None:
        self.told.append((result, due))


def shown(moment: datetime) -> str:
    """A moment as clocks in Berlin show it."""
    face = moment.astimezone(BERLIN)
    return f"{face:%d %H:%M}{'b' * face.fold}"
