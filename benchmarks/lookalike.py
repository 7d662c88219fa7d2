"""A look-alike that is asked in simulated time: each request says when it arrived."""

import asyncio
import time
from collections.abc import Generator
from contextlib import contextmanager

import httpx

from benchmarks.exchanges import ON_THE_BENCH, Account, Exchange
from benchmarks.fresh import SPAWN
from benchmarks.remote import Recording
from benchmarks.ways import Got, Pipe, Sent
from readiness.simulator.ask import Ask


class LookAlike:
    """Answers requests one by one, limits enforced by the moments at which they arrived."""

    def __init__(self, exchange: Exchange, accounts: list[Account]) -> None:
        """Open its doors."""
        self._now = time.time()
        self._simulator = exchange.simulator(accounts, now=lambda: self._now)

    @property
    def recording(self) -> Recording:
        """What it has seen so far."""
        return Recording(self._simulator.requests, self._simulator.violations)

    async def carry(self, sent: Sent) -> Got:
        """What it answers."""
        self._now = sent.time
        ask = Ask(
            time=self._simulator.now(),
            method=sent.method,
            target=sent.target,
            headers=httpx.Headers(sent.headers),
            body=sent.body,
            peer="127.0.0.1",
        )
        reply = await self._simulator.answer(ask)
        return Got(reply.status, list(reply.headers.items()), reply.body)


@contextmanager
def behind_a_pipe(exchange: Exchange, accounts: list[Account]) -> Generator[tuple[Pipe, Recording]]:
    """A look-alike in a process of its own; the recording is complete after the block."""
    ours, theirs = SPAWN.Pipe()
    process = SPAWN.Process(target=_serve, args=(theirs, exchange.id, accounts), daemon=True)
    process.start()
    theirs.close()
    recording = Recording()
    try:
        yield ours, recording
        ours.send(None)
        seen: Recording = ours.recv()
        recording.arrivals, recording.violations = seen.arrivals, seen.violations
    finally:
        ours.close()
        process.join()


def _serve(pipe: Pipe, exchange_id: str, accounts: list[Account]) -> None:
    asyncio.run(_answer_all(pipe, LookAlike(ON_THE_BENCH[exchange_id], accounts)))


async def _answer_all(pipe: Pipe, there: LookAlike) -> None:
    try:
        while sent := pipe.recv():
            pipe.send(await there.carry(sent))
        pipe.send(there.recording)
    except EOFError:
        return  # whoever asked is gone
