"""What owns the sockets: where they go, what they are told, and how long they are kept."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from readiness.gate.client import authorities, sockets

MANY = 30
"""More than the library keeps open by itself."""


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


def test_everything_goes_through_the_proxy() -> None:
    """It is told the whole address, and nobody else is asked where that is."""

    async def work() -> list[str]:
        host = Host()
        async with serving(host) as proxy, sockets(proxy) as owner:
            assert await ask(owner, "http://nowhere.invalid/a?b=c") == 204
        return host.lines

    assert asyncio.run(work()) == ["GET http://nowhere.invalid/a?b=c HTTP/1.1"]


def test_the_environment_has_no_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whom to trust is not read from it; a file that is not there would be an error."""
    authorities.cache_clear()
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none"))
    sockets(None)
    assert authorities.cache_info().currsize == 1


def test_connections_are_kept() -> None:
    """As many as there may be at once: the next requests need no new ones."""

    async def work() -> list[int]:
        host, counts = Host(MANY), list[int]()
        async with serving(host) as url, sockets(None) as owner:
            for _ in range(2):
                await asyncio.gather(*(ask(owner, url) for _ in range(MANY)))
                counts.append(len(host.serving))
        return counts

    assert asyncio.run(work()) == [MANY, MANY]
