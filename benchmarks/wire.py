"""A wire with a distance: what is sent takes a while to arrive, in both directions.

The simulator's own ``latency`` waits after a request has arrived, so however it varies,
requests arrive in the order and at the moments in which they were sent. A limit is broken
on arrival: what can break it is a way to the server that is not always equally long.
"""

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

_LOOPBACK = "127.0.0.1"
_CHUNK = 1 << 16


@dataclass(frozen=True)
class Distance:
    """How long one way is, in seconds.

    Attributes:
        least: every way takes this long.
        more: the mean of what comes on top; most ways get less of it, a few far more.
    """

    least: float
    more: float = 0.0

    @property
    def one_way(self) -> float:
        """One way, on average."""
        return self.least + self.more

    @property
    def round_trip(self) -> float:
        """Both ways, on average."""
        return 2 * self.one_way

    def drawn(self, chance: random.Random) -> float:
        """One way."""
        return self.least + (chance.expovariate(1 / self.more) if self.more else 0.0)


STEADY = Distance(0.040)
ROUGH = Distance(0.005, 0.035)
"""The same 80 ms there and back on average, but in no order."""


class Wire:
    """Carries bytes to a port and back; within one connection nothing overtakes."""

    def __init__(self, port: int, distance: Distance, seed: int = 3) -> None:
        self._port = port
        self._distance = distance
        self._chance = random.Random(seed)
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, _LOOPBACK, 0)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    @property
    def url(self) -> str:
        """Where to send to."""
        assert self._server is not None
        return f"http://{_LOOPBACK}:{self._server.sockets[0].getsockname()[1]}"

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        task.add_done_callback(self._open.discard)
        far_reader, far_writer = await asyncio.open_connection(_LOOPBACK, self._port)
        try:
            # Cancelled only when the wire is taken down, and nobody waits for this task.
            with suppress(asyncio.CancelledError):
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._carry(reader, far_writer))
                    group.create_task(self._carry(far_reader, writer))
        finally:
            writer.close()
            far_writer.close()

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def arrive() -> None:
            while True:
                due, chunk = await under_way.get()
                await asyncio.sleep(due - loop.time())
                if not chunk:
                    target.close()
                    return
                target.write(chunk)
                await target.drain()

        arriving = asyncio.create_task(arrive())
        try:
            with suppress(ConnectionError):
                while chunk := await source.read(_CHUNK):
                    under_way.put_nowait((loop.time() + self._distance.drawn(self._chance), chunk))
            under_way.put_nowait((loop.time(), b""))
            with suppress(ConnectionError):
                await arriving
        finally:
            arriving.cancel()
