"""The simulator in a process of its own, at a distance.

In our own process it would take turns with the client that is measured, as no exchange does.
"""

import asyncio
import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from benchmarks.exchanges import Account, Exchange
from benchmarks.wire import Distance, Wire
from readiness.simulator import Arrival, Violation


@dataclass
class Recording:
    """What the server saw, complete once it has stopped.

    Attributes:
        arrivals: every request, in the order of arrival.
        violations: those that came faster than the published limits allow.
        seconds: from the first byte sent to the last byte of an answer received.
    """

    arrivals: list[Arrival] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True)
class Remote:
    """A server that is running."""

    url: str
    recording: Recording


@contextmanager
def remote(exchange: Exchange, accounts: Sequence[Account], distance: Distance) -> Iterator[Remote]:
    """Serve accounts for the length of a ``with`` block, limits enforced."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(
        target=_serve, args=(theirs, exchange, list(accounts), distance), daemon=True
    )
    process.start()
    theirs.close()
    recording = Recording()
    try:
        yield Remote(ours.recv(), recording)
        ours.send("enough")
        recording.arrivals, recording.violations, recording.seconds = ours.recv()
    finally:
        ours.close()
        process.join()


def _serve(
    pipe: "Connection[Any, Any]", exchange: Exchange, accounts: list[Account], distance: Distance
) -> None:
    asyncio.run(_until_told(pipe, exchange, accounts, distance))


async def _until_told(
    pipe: "Connection[Any, Any]", exchange: Exchange, accounts: list[Account], distance: Distance
) -> None:
    async with exchange.serve(accounts) as simulator:
        port = int(simulator.base_url.rpartition(":")[2])
        async with Wire(port, distance) as wire:
            pipe.send(wire.url)
            try:
                await asyncio.to_thread(pipe.recv)
            except EOFError:
                return
    seconds = (wire.ended or 0.0) - (wire.began or 0.0)
    pipe.send((simulator.requests, simulator.violations, seconds))
