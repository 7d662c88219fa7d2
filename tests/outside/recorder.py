"""Servers that write down every byte that is asked of them, and pass it on to a simulator.

They read HTTP by themselves, with nothing of the tool and nothing of a library: what they take
down is what really came. What they cannot read is taken down as well, and passed on to nobody.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

_HOP = 65_536


@dataclass(frozen=True)
class Recorded:
    """One request as it came.

    Attributes:
        at: the server that it came to, as a `Host` header names it.
        line: the whole request line, without its end.
        headers: the names of the headers in lower case, in order, and as often as they came.
        host: what the `Host` header said.
        body: the body.
        readable: whether it is one request that every server reads in the same way.
    """

    at: str
    line: bytes
    headers: tuple[bytes, ...] = ()
    host: bytes = b""
    body: bytes = b""
    readable: bool = True


@dataclass
class Recorder:
    """Several servers and what came to them.

    Attributes:
        requests: all that was asked, in the order in which it came.
        connections: how many connections were opened.
    """

    requests: list[Recorded] = field(default_factory=list)
    connections: int = 0

    @contextmanager
    def serving(self, listening: Sequence[socket.socket], ahead: Sequence[int]) -> Iterator[None]:
        """Serve on these sockets, each in front of a port of loopback, in a thread of its own."""
        loop = asyncio.new_event_loop()
        stopped, started = asyncio.Event(), threading.Event()

        async def serve() -> None:
            servers = [
                await asyncio.start_server(self._behind(each, port), sock=each)
                for each, port in zip(listening, ahead, strict=True)
            ]
            started.set()
            await stopped.wait()
            for server in servers:
                server.close()
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()
                with suppress(asyncio.CancelledError, OSError):
                    await task

        thread = threading.Thread(target=loop.run_until_complete, args=[serve()], daemon=True)
        thread.start()
        started.wait(10)
        try:
            yield
        finally:
            loop.call_soon_threadsafe(stopped.set)
            thread.join(10)
            loop.close()

    def _behind(self, listening: socket.socket, port: int) -> _Handler:
        host, own = listening.getsockname()[:2]
        return _Handler(self, f"{host}:{own}", port)


@dataclass(frozen=True)
class _Handler:
    """Takes down what comes over one connection after the other."""

    recorder: Recorder
    at: str
    ahead: int

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.recorder.connections += 1
        back, on = await asyncio.open_connection("127.0.0.1", self.ahead)
        answers = asyncio.create_task(_copy(back, writer))
        try:
            while head := await _head(reader):
                request, length = _read(self.at, head)
                body = await reader.readexactly(length)
                request = Recorded(
                    *(request.at, request.line, request.headers, request.host),
                    body,
                    request.readable,
                )
                self.recorder.requests.append(request)
                if not request.readable:
                    break
                on.write(head + body)
                await on.drain()
        except (OSError, asyncio.IncompleteReadError) as error:
            partial = getattr(error, "partial", b"")
            if partial:
                self.recorder.requests.append(Recorded(self.at, partial, readable=False))
        finally:
            on.close()
            with suppress(OSError):
                await answers


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise
        return b""


async def _copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while said := await source.read(_HOP):
        target.write(said)
        await target.drain()
    target.close()


def _read(at: str, head: bytes) -> tuple[Recorded, int]:
    """A request without its body, and how long that is; 0 where nobody could tell."""
    line, *lines = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    pairs = [each.partition(b":") for each in lines]
    names = tuple(name.lower() for name, _, _ in pairs)
    said = {name.lower(): value.strip() for name, _, value in pairs}
    length = said.get(b"content-length", b"0")
    readable = (
        all(colon and name == name.strip() for name, colon, _ in pairs)
        and not any(each in line for each in (b"\r", b"\n"))
        and length.isdigit()
        and names.count(b"content-length") <= 1
        and b"transfer-encoding" not in said
    )
    request = Recorded(at, line, names, said.get(b"host", b""), readable=readable)
    return request, int(length) if readable else 0
