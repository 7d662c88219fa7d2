"""A server on this machine that shows what connections are made to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx


class Host:
    """A server on this machine that answers once so many requests are there at once."""

    def __init__(self, crowd: int = 1) -> None:
        self.lines: list[str] = []
        self.serving: list[asyncio.Task[None] | None] = []
        self._together = asyncio.Barrier(crowd)

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until its end."""
        self.serving.append(asyncio.current_task())
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                self.lines.append(head.decode().splitlines()[0])
                await self._together.wait()
                writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
        except asyncio.IncompleteReadError:
            writer.close()
            await writer.wait_closed()


@asynccontextmanager
async def serving(host: Host) -> AsyncIterator[str]:
    """Where it listens, until every connection has ended."""
    async with await asyncio.start_server(host, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        await asyncio.gather(*filter(None, host.serving))


async def ask(owner: httpx.AsyncBaseTransport, url: str) -> int:
    """The status of an answer, read to its end."""
    response = await owner.handle_async_request(httpx.Request("GET", url))
    await response.aread()
    await response.aclose()
    return response.status_code
