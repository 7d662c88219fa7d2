"""Connections to one address: as many as are needed at once, each kept by itself.

A pool of httpx goes through all of its connections several times for each request, and asks the
operating system about each that is idle. With dozens of them that takes longer than everything
else about a request. Here each connection has a pool of its own, so nothing is gone through.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final, cast

import httpx

from readiness.gate.room import AT_ONCE

IDLE_IN_ALL: Final = AT_ONCE
"""Connections with nothing to do, of all accounts together: an open file each, and a system may
allow as few as 256 to a process."""

_Lane = httpx.AsyncBaseTransport


class Idle:
    """The connections of a run that have nothing to do; of too many, the oldest is closed."""

    def __init__(self, places: int = IDLE_IN_ALL) -> None:
        """Nothing is open yet."""
        self._places = places
        self._owners: dict[_Lane, Lanes] = {}

    async def add(self, lane: _Lane, owner: "Lanes") -> None:
        """One more has nothing to do."""
        self._owners[lane] = owner
        if len(self._owners) > self._places:
            oldest = next(iter(self._owners))
            await self._owners[oldest].close(oldest)

    def remove(self, lane: _Lane) -> None:
        """It has something to do, or is closed."""
        self._owners.pop(lane, None)


class Lanes(httpx.AsyncBaseTransport):
    """Sends each request by a connection that has nothing else to do."""

    def __init__(self, new: Callable[[], httpx.AsyncBaseTransport], idle: Idle) -> None:
        """Open nothing yet.

        Args:
            new: makes what owns one connection.
            idle: those of all accounts that have nothing to do.
        """
        self._new = new
        self._idle = idle
        self._free: list[_Lane] = []
        self._open: set[_Lane] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send it; the connection is free again when the answer is closed."""
        lane = self._take()
        try:
            response = await lane.handle_async_request(request)
        except BaseException:
            # Nobody knows what is still on its way there.
            await self.close(lane)
            raise
        return httpx.Response(
            response.status_code,
            headers=response.headers,
            stream=_Held(response.stream, lambda: self._give_back(lane)),
            extensions=response.extensions,
        )

    async def close(self, lane: _Lane) -> None:
        """Close one connection for good."""
        self._forget(lane)
        self._open.discard(lane)
        await lane.aclose()

    async def aclose(self) -> None:
        """Close all."""
        for lane in [*self._open]:
            await self.close(lane)

    def _take(self) -> _Lane:
        if not self._free:
            self._open.add(lane := self._new())
            return lane
        # The one that was used last: the others grow old, and may be closed.
        lane = self._free[-1]
        self._forget(lane)
        return lane

    def _forget(self, lane: _Lane) -> None:
        self._idle.remove(lane)
        if lane in self._free:
            self._free.remove(lane)

    async def _give_back(self, lane: _Lane) -> None:
        if lane in self._open and lane not in self._free:
            self._free.append(lane)
            await self._idle.add(lane, self)


class _Held(httpx.AsyncByteStream):
    """A body that holds its connection until it is closed."""

    def __init__(
        self,
        body: httpx.AsyncByteStream | httpx.SyncByteStream,
        released: Callable[[], Awaitable[None]],
    ) -> None:
        # What comes from an asynchronous transport is asynchronous.
        self._body = cast(httpx.AsyncByteStream, body)
        self._released = released

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._body:
            yield chunk

    async def aclose(self) -> None:
        await self._body.aclose()
        await self._released()
