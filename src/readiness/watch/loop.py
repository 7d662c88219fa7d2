"""Scans accounts again and again, each by its own schedule and all side by side."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from readiness.watch.clock import Clock
from readiness.watch.plan import Plan, next_plan
from readiness.watch.times import Times

R = TypeVar("R")


class Rounds(Protocol[R]):
    """What is done when an account is due."""

    async def scan(self, account: str) -> R:
        """Scan an account, and raise nothing; what came of it."""

    def times(self, account: str, since: datetime) -> Times:
        """The account's schedule as it is now; intervals are counted from ``since``."""

    async def tell(self, result: R, due: datetime | None) -> None:
        """Tell what came of a scan; the next one is due then, if ever."""


@dataclass(frozen=True)
class Watch(Generic[R]):
    """Watches over accounts until it is cancelled.

    Attributes:
        rounds: what is done.
        clock: tells the time, and waits.
        chance: a number from 0 to 1, another one at each call.
    """

    rounds: Rounds[R]
    clock: Clock
    chance: Callable[[], float]

    async def once(self, accounts: Sequence[str]) -> None:
        """Scan every account once, side by side."""
        async with asyncio.TaskGroup() as group:
            for account in accounts:
                group.create_task(self._once(account))

    async def keep(self, accounts: Sequence[str]) -> None:
        """Scan every account now, and then whenever its schedule says so."""
        async with asyncio.TaskGroup() as group:
            for account in accounts:
                group.create_task(self._keep(account))

    async def _once(self, account: str) -> None:
        await self.rounds.tell(await self.rounds.scan(account), None)

    async def _keep(self, account: str) -> None:
        since = self.clock.look().elapsed
        while True:
            began = self.clock.look()
            result = await self.rounds.scan(account)
            # Planned from its beginning: what fell due while it ran, or while the machine slept
            # in the middle of it, is made up for once, and not lost.
            plan = next_plan(self.rounds.times(account, since), began, self.chance)
            moment = self.clock.look()
            await self.rounds.tell(result, moment.now + plan.left(moment))
            await self._until_due(plan)

    async def _until_due(self, plan: Plan) -> None:
        while (left := plan.left(self.clock.look())) > timedelta():
            await self.clock.rest(left)
            moment = self.clock.look()
            if plan.outdated(moment):
                plan = next_plan(plan.times, moment, self.chance)
