"""Published limits, kept so that the *server* never sees one exceeded.

A request is counted by the server when it arrives, which is some time between
sending it and having its answer. So a place in a window becomes free only a full
window after the answer was there, and a counter falls only from then on: whatever the
network does to the order and the spacing of requests, the server never counts more.
"""

import asyncio
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager
from typing import Final

from readiness.gate.lanes import Idle
from readiness.gate.room import IN_ALL, Room
from readiness.gate.route import Limit

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]


class Brake:
    """Holds back until a moment; an exchange pulls it when it was asked too much."""

    def __init__(self) -> None:
        """Hold nothing back."""
        self.until = 0.0

    def pull(self, until: float) -> None:
        """Let nothing leave before ``until``, on the limits' clock."""
        self.until = max(self.until, until)


class Budget(ABC):
    """What may leave of one limit, first come, first served."""

    def __init__(self, limit: Limit, clock: Clock, sleep: Sleep, brake: Brake) -> None:
        """Start with nothing spent; ``brake`` is shared by all budgets of an address."""
        self._limit = limit
        self._clock = clock
        self._sleep = sleep
        self._brakes = (Brake(), brake)
        self._turn = asyncio.Lock()
        self._running = 0
        self._one_ended = asyncio.Event()

    @abstractmethod
    def _spend(self, weight: int) -> None:
        """So much was counted by the server, at the latest now."""

    @abstractmethod
    def _spent(self) -> float:
        """What may still be counted of requests that have been answered."""

    @abstractmethod
    def _until_less(self, excess: float) -> float:
        """Seconds until less is spent: by ``excess`` if that is known; 0 if nothing is."""

    @asynccontextmanager
    async def slot(self, weight: int = 1) -> AsyncIterator[None]:
        """Wait for room and hold it while one request is on its way."""
        async with self._turn:
            await self._wait_for_room(weight)
            self._running += weight
        try:
            yield
        finally:
            self._running -= weight
            self._spend(weight)
            self._one_ended.set()

    @property
    def held(self) -> bool:
        """Whether a brake holds now."""
        return self._held_until() > self._clock()

    async def released(self) -> None:
        """Wait until no brake holds: one may have been pulled since the place was given."""
        while (held_until := self._held_until()) > (now := self._clock()):
            await self._sleep(held_until - now)

    def _held_until(self) -> float:
        return max(brake.until for brake in self._brakes)

    def pause(self, seconds: float) -> None:
        """Let nothing leave for a while: the exchange asked for it."""
        self._brakes[0].pull(self._clock() + seconds)

    def used(self, weight: int) -> None:
        """The exchange has counted so much by now: others use it as well.

        What it counted beyond what we know of keeps our own requests back.
        """
        beyond = weight - int(self._spent()) - self._running
        if beyond > 0:
            self._spend(beyond)

    async def _wait_for_room(self, weight: int) -> None:
        # What is heavier than the whole budget leaves alone, or it never would.
        room = max(self._limit.count - weight, 0)
        while True:
            now, held_until = self._clock(), self._held_until()
            if held_until > now:
                await self._sleep(held_until - now)
                continue
            excess = self._running + self._spent() - room
            if excess <= 0:
                return
            wait = self._until_less(excess)
            if wait > 0:
                await self._sleep(wait)
            else:
                self._one_ended.clear()
                await self._one_ended.wait()


class Window(Budget):
    """At most ``limit.count`` of weight in any ``limit.seconds``."""

    def __init__(self, limit: Limit, clock: Clock, sleep: Sleep, brake: Brake) -> None:
        """Start with an empty window."""
        super().__init__(limit, clock, sleep, brake)
        self._ended: deque[tuple[float, int]] = deque()
        self._sum = 0

    def _spend(self, weight: int) -> None:
        self._ended.append((self._clock(), weight))
        self._sum += weight

    def _spent(self) -> float:
        now = self._clock()
        while self._ended and self._ended[0][0] + self._limit.seconds <= now:
            self._sum -= self._ended.popleft()[1]
        return self._sum

    def _until_less(self, excess: float) -> float:
        return self._ended[0][0] + self._limit.seconds - self._clock() if self._ended else 0.0


_SHORTEST_WAIT: Final = 0.001
"""Seconds; less than that a clock may not tell from nothing."""


class Counter(Budget):
    """A counter of at most ``limit.count`` that falls by that in ``limit.seconds``, bit by bit."""

    def __init__(self, limit: Limit, clock: Clock, sleep: Sleep, brake: Brake) -> None:
        """Start at nothing."""
        super().__init__(limit, clock, sleep, brake)
        self._level = 0.0
        self._read_at = clock()

    def _spend(self, weight: int) -> None:
        self._level = self._spent() + weight

    def _spent(self) -> float:
        now = self._clock()
        fallen = (now - self._read_at) * self._limit.count / self._limit.seconds
        self._level, self._read_at = max(self._level - fallen, 0.0), now
        return self._level

    def _until_less(self, excess: float) -> float:
        less = min(excess, self._level)
        wait = less * self._limit.seconds / self._limit.count
        return max(wait, _SHORTEST_WAIT) if less > 0 else 0.0


class Limits:
    """All budgets of a run, shared by every account in it."""

    def __init__(self, clock: Clock | None = None, sleep: Sleep = asyncio.sleep) -> None:
        """Count time with ``clock`` (seconds, monotonic; the event loop's by default)."""
        self._clock = clock
        self._sleep = sleep
        self._windows: dict[Hashable, Budget] = {}
        self._brakes: dict[Hashable, Brake] = {}
        self._rooms: dict[Hashable, Room] = {}
        self._everywhere = asyncio.Semaphore(IN_ALL)
        self.idle = Idle()

    def window(
        self, owner: Hashable, route: Hashable, limit: Limit, address: Hashable = None
    ) -> Budget:
        """The budget in which ``owner`` (an address or a uid) is counted for a route.

        Args:
            owner: whom the exchange counts.
            route: the path, or what several paths share.
            limit: the published limit.
            address: where the requests go; a ban of that address holds all of its budgets.
        """
        key = (owner, route)
        if key not in self._windows:
            brake = self._brake(address)
            kind = Counter if limit.decays else Window
            self._windows[key] = kind(limit, self._now_clock(), self._sleep, brake)
        return self._windows[key]

    def room(self, exchange: Hashable) -> Room:
        """What all accounts share on their way to an exchange, by its first address."""
        return self._rooms.setdefault(exchange, Room(self._everywhere))

    def ban(self, address: Hashable, seconds: float) -> None:
        """Let nothing go to an address for a while, for whomever it is."""
        self._brake(address).pull(self._now_clock()() + seconds)

    def _brake(self, address: Hashable) -> Brake:
        return self._brakes.setdefault(address, Brake())

    def _now_clock(self) -> Clock:
        return self._clock or asyncio.get_running_loop().time
