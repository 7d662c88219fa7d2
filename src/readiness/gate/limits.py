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


class Window:
    """At most ``limit.count`` requests in any ``limit.seconds``, first come, first served."""

    def __init__(self, limit: Limit, clock: Clock, sleep: Sleep) -> None:
        """Start with an empty window."""
        self._limit = limit
        self._clock = clock
        self._sleep = sleep
        self._turn = asyncio.Lock()
        self._running = 0
        self._ended: deque[float] = deque()
        self._one_ended = asyncio.Event()
        self._paused_until = 0.0

    @asynccontextmanager
    async def slot(self) -> AsyncIterator[None]:
        """Wait for a place and hold it while one request is on its way."""
        async with self._turn:
            await self._wait_for_room()
            self._running += 1
        try:
            yield
        finally:
            self._running -= 1
            self._ended.append(self._clock())
            self._one_ended.set()

    def pause(self, seconds: float) -> None:
        """Let nothing leave for a while: the exchange asked for it."""
        self._paused_until = max(self._paused_until, self._clock() + seconds)

    async def _wait_for_room(self) -> None:
        while True:
            now = self._clock()
            while self._ended and self._ended[0] + self._limit.seconds <= now:
                self._ended.popleft()
            if self._paused_until > now:
                await self._sleep(self._paused_until - now)
            elif self._running + len(self._ended) < self._limit.count:
                return
            elif self._ended:
                await self._sleep(self._ended[0] + self._limit.seconds - now)
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

    def window(self, owner: Hashable, route: Hashable, limit: Limit) -> Window:
        """The window in which ``owner`` (an address or a uid) is counted for a route."""
        key = (owner, route)
        if key not in self._windows:
            clock = self._clock or asyncio.get_running_loop().time
            self._windows[key] = Window(limit, clock, self._sleep)
        return self._windows[key]
