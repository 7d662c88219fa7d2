"""The other end: an HTTP server on loopback that notes what it gets, and can misbehave."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

Answer: TypeAlias = "Callable[[Exchange], None]"
"""What to do with a request."""


@dataclass(frozen=True)
class Got:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """What its body says."""
        return json.loads(self.body)


@dataclass
class Receiver:
    """What the server got, and what it does next; the last answer is repeated."""

    base_url: str
    got: list[Got] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    @property
    def paths(self) -> list[str]:
        """What was asked for."""
        return [got.path for got in self.got]


@dataclass(frozen=True)
class Exchange:
    """One request, to be answered."""

    handler: BaseHTTPRequestHandler
    receiver: Receiver

    def raw(self, data: bytes) -> None:
        """Send these bytes and close."""
        self.handler.wfile.write(data)
        self.handler.close_connection = True

    def reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
        """Answer properly."""
        self.handler.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.handler.send_header(name, value)
        self.handler.end_headers()
        self.handler.wfile.write(body)


def status(code: int, body: bytes = b"", **headers: str) -> Answer:
    """An answer with a status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda exchange: exchange.reply(code, named, body)


def garbage(exchange: Exchange) -> None:
    """Something that is no HTTP."""
    exchange.raw(b"\x00\xff\x1b[31mnot HTTP\r\n\r\n" * 20)


def cut(exchange: Exchange) -> None:
    """The connection ends in the middle of the headers."""
    exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Len")


def reset(exchange: Exchange) -> None:
    """The connection is reset."""
    connection = exchange.handler.connection
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.handler.close_connection = True


def silence(exchange: Exchange) -> None:
    """Nothing, until the test is over."""
    exchange.receiver.released.wait(30)
    exchange.handler.close_connection = True


def drip(exchange: Exchange) -> None:
    """A status line, and then a header that never ends, byte by byte."""
    exchange.handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not exchange.receiver.released.wait(0.02):
        try:
            exchange.handler.wfile.write(b"x")
        except OSError:
            break
    exchange.handler.close_connection = True


def endless(exchange: Exchange) -> None:
    """A good status, and a body that never ends."""
    exchange.handler.send_response(200)
    exchange.handler.end_headers()
    while not exchange.receiver.released.is_set():
        try:
            exchange.handler.wfile.write(b"x" * 65536)
        except OSError:
            break
    exchange.handler.close_connection = True


@contextmanager
def receiving(*answers: Answer) -> Iterator[Receiver]:
    """A server that answers like this, one after the other."""

    class Handler(BaseHTTPRequestHandler):
        """Notes and answers."""

        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length)
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.got.append(Got(self.command, self.path, headers, body))
            known = receiver.answers
            known[min(len(receiver.got), len(known)) - 1](Exchange(self, receiver))

        do_GET = do_POST = _answer  # noqa: N815 - the library's names

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as above
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    receiver = Receiver(
        f"http://127.0.0.1:{server.server_port}", answers=list(answers) or [status(204)]
    )
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
