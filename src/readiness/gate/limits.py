"""Published limits, kept so that the *server* never sees one exceeded.

A request is counted by the server when it arrives, which is some time between
sending it and having its answer. So a place in the window becomes free only a full
window after the answer was there: whatever the network does to the order and the
spacing of requests, no window at the server can hold more than the limit.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager

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


class Window:
    """At most ``limit.count`` of weight in any ``limit.seconds``, first come, first served."""

    def __init__(self, limit: Limit, clock: Clock, sleep: Sleep, brake: Brake) -> None:
        """Start with an empty window; ``brake`` is shared by all windows of an address."""
        self._budget = limit.count
        self._seconds = limit.seconds
        self._clock = clock
        self._sleep = sleep
        self._brakes = (Brake(), brake)
        self._turn = asyncio.Lock()
        self._running = 0
        self._ended: deque[tuple[float, int]] = deque()
        self._spent = 0
        self._one_ended = asyncio.Event()

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
            self._end(weight)
            self._one_ended.set()

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
        """The exchange has counted so much in its current window: others use it as well.

        What it counted beyond what we know of keeps our own requests back for a window.
        """
        self._forget_what_is_over()
        beyond = weight - self._spent - self._running
        if beyond > 0:
            self._end(beyond)

    def _end(self, weight: int) -> None:
        self._ended.append((self._clock(), weight))
        self._spent += weight

    def _forget_what_is_over(self) -> None:
        now = self._clock()
        while self._ended and self._ended[0][0] + self._seconds <= now:
            self._spent -= self._ended.popleft()[1]

    async def _wait_for_room(self, weight: int) -> None:
        # What is heavier than the whole budget leaves alone, or it never would.
        room = max(self._budget - weight, 0)
        while True:
            now = self._clock()
            self._forget_what_is_over()
            held_until = self._held_until()
            if held_until > now:
                await self._sleep(held_until - now)
            elif self._running + self._spent <= room:
                return
            elif self._ended:
                await self._sleep(self._ended[0][0] + self._seconds - now)
            else:
                self._one_ended.clear()
                await self._one_ended.wait()


class Limits:
    """All windows of a run, shared by every account in it."""

    def __init__(self, clock: Clock | None = None, sleep: Sleep = asyncio.sleep) -> None:
        """Count time with ``clock`` (seconds, monotonic; the event loop's by default)."""
        self._clock = clock
        self._sleep = sleep
        self._windows: dict[Hashable, Window] = {}
        self._brakes: dict[Hashable, Brake] = {}

    def window(
        self, owner: Hashable, route: Hashable, limit: Limit, address: Hashable = None
    ) -> Window:
        """The window in which ``owner`` (an address or a uid) is counted for a route.

        Args:
            owner: whom the exchange counts.
            route: the path, or what several paths share.
            limit: the published limit.
            address: where the requests go; a ban of that address holds all of its windows.
        """
        key = (owner, route)
        if key not in self._windows:
            brake = self._brake(address)
            self._windows[key] = Window(limit, self._now_clock(), self._sleep, brake)
        return self._windows[key]

    def ban(self, address: Hashable, seconds: float) -> None:
        """Let nothing go to an address for a while, for whomever it is."""
        self._brake(address).pull(self._now_clock()() + seconds)

    def _brake(self, address: Hashable) -> Brake:
        return self._brakes.setdefault(address, Brake())

    def _now_clock(self) -> Clock:
        return self._clock or asyncio.get_running_loop().time
