"""Ways to a look-alike that are no sockets, for scans and scripts in simulated time.

Small, and it knows nothing of a look-alike: it goes to other processes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Protocol, TypeAlias

Headers: TypeAlias = list[tuple[str, str]]
Clock: TypeAlias = Callable[[], float]
Pipe: TypeAlias = "Connection[Any, Any]"


@dataclass(frozen=True)
class Sent:
    """A request at the moment of its arrival.

    Attributes:
        time: that moment, in seconds since the epoch.
        method: HTTP method.
        target: path and query.
        headers: its headers.
        body: its body.
    """

    time: float
    method: str
    target: str
    headers: Headers
    body: bytes


@dataclass(frozen=True)
class Got:
    """The answer.

    Attributes:
        status: HTTP status.
        headers: its headers.
        body: its body.
    """

    status: int
    headers: Headers
    body: bytes


class Way(Protocol):
    """Carries a request to a look-alike, and its answer back, in no time."""

    async def carry(self, sent: Sent) -> Got:
        """What is answered."""
        ...


@dataclass(frozen=True)
class ThroughPipe:
    """The way to a look-alike in a process of its own.

    Attributes:
        pipe: its other end is there.
    """

    pipe: Pipe

    async def carry(self, sent: Sent) -> Got:
        """Waits without letting anybody else go on: in simulated time nothing happens meanwhile."""
        self.pipe.send(sent)
        got: Got = self.pipe.recv()
        return got


def pairs(headers: Iterable[tuple[str, str]]) -> Headers:
    """Headers as they are carried."""
    return [(name, value) for name, value in headers]
