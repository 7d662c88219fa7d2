"""The simulator in a process of its own, at a distance.

In our own process it would take turns with the client that is measured, as no exchange does.
"""

import asyncio
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from benchmarks.exchanges import ON_THE_BENCH, Account, Exchange
from benchmarks.fresh import SPAWN
from benchmarks.wire import Distance, Wire
from readiness.simulator import Arrival, Violation


@dataclass
class Recording:
    """What the server saw, complete once it has stopped.

    Attributes:
        arrivals: every request, in the order of arrival.
        violations: those that came faster than the published limits allow.
    """

    arrivals: list[Arrival] = field(default_factory=list[Arrival])
    violations: list[Violation] = field(default_factory=list[Violation])

    @property
    def too_fast(self) -> int:
        """Requests over a limit; what is recorded of nobody's budget is a mark of a partner."""
        return sum(bool(violation.owner) for violation in self.violations)


@dataclass(frozen=True)
class Remote:
    """A server that is running."""

    url: str
    recording: Recording


@contextmanager
def remote(
    exchange: Exchange, accounts: Sequence[Account], distance: Distance
) -> Generator[Remote]:
    """Serve accounts for the length of a ``with`` block, limits enforced."""
    ours, theirs = SPAWN.Pipe()
    process = SPAWN.Process(
        target=_serve, args=(theirs, exchange.id, list(accounts), distance), daemon=True
    )
    process.start()
    theirs.close()
    recording = Recording()
    try:
        yield Remote(ours.recv(), recording)
        ours.send("enough")
        recording.arrivals, recording.violations = ours.recv()
    finally:
        ours.close()
        process.join()


def _serve(
    pipe: "Connection[Any, Any]", exchange_id: str, accounts: list[Account], distance: Distance
) -> None:
    asyncio.run(_until_told(pipe, ON_THE_BENCH[exchange_id], accounts, distance))


async def _until_told(
    pipe: "Connection[Any, Any]", exchange: Exchange, accounts: list[Account], distance: Distance
) -> None:
    async with exchange.simulator(accounts) as simulator:
        port = int(simulator.base_url.rpartition(":")[2])
        async with Wire(port, distance) as wire:
            pipe.send(wire.url)
            try:
                await asyncio.to_thread(pipe.recv)
            except EOFError:
                return
    pipe.send((simulator.requests, simulator.violations))
