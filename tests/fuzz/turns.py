"""A scan that is led by hand: each answer comes when it is called for, in whatever order.

The scan is the real one. Its requests wait at the door of the simulator, where a test chooses
which of them is answered next, and changes the world between two answers.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Final

import httpx
from tests.exchanges.support import Line, no_waiting, response
from tests.matrix.memory import World, in_memory

from readiness.domain.report import AccountReport, Report
from readiness.scan import Scanner
from readiness.simulator.ask import Ask
from readiness.simulator.simulator import Simulator

_QUIET: Final = 12
"""So many turns of the loop in which nothing arrives: everybody waits for an answer."""
_PATIENCE: Final = 60.0
_UNSAID: Final = re.compile(r"(?i)nonce|sign|time|start|end|begin|since|after|before")
"""Parameters that are other ones each time."""
_NUMBERED: Final = re.compile(r"\d{9,}|-\d{4}$|[0-9a-f]{24}")
"""Ids of accounts that the simulator makes up."""


@dataclass(eq=False)
class Waiting:
    """A request that has arrived and is not answered yet.

    Attributes:
        question: its path and its parameters, but for times and signatures.
        ask: all of it.
    """

    question: str
    ask: Ask = field(repr=False)
    turn: asyncio.Future[None] = field(repr=False)


class Door(Line):
    """A line on which nobody is answered before their turn."""

    def __init__(self, simulator: Simulator) -> None:
        super().__init__(simulator)
        self.waiting: list[Waiting] = []
        self.asked: list[tuple[str, Ask]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        ask = Ask(
            time=self.simulator.now(),
            method=request.method,
            target=request.url.raw_path.decode(),
            headers=request.headers,
            body=await request.aread(),
            peer="127.0.0.1",
        )
        arrival = self.simulator.arrival(ask)
        one = Waiting(
            question(arrival.path, ask.params), ask, asyncio.get_running_loop().create_future()
        )
        self.waiting.append(one)
        await one.turn
        self.sent.append(arrival)
        self.asked.append((one.question, ask))
        reply = await self.simulator._reply(ask, arrival)
        arrival.status = reply.status
        return response(reply)


def question(path: str, params: Mapping[str, str]) -> str:
    """What is asked, in one line that is the same whenever it is asked again."""
    said = {name: value for name, value in params.items() if not _UNSAID.search(name)}
    told = "&".join(f"{name}={_NUMBERED.sub('#', said[name])}" for name in sorted(said))
    return f"{path}?{told}" if told else path


class Led:
    """One scan of a world, led by hand; it has to be closed."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.door = world.line = Door(world.simulator)
        self.answered = 0
        config, environ = world.config(), world.environ()
        self._stack = ExitStack()
        self._stack.enter_context(in_memory({world.port: self.door}))
        self._stack.enter_context(no_waiting())
        self._loop = asyncio.new_event_loop()
        self._stack.callback(self._loop.close)
        scanner = Scanner(environ=environ, wall_clock=world.clock)
        self._task = self._loop.create_task(scanner.scan(config, ["main"]))
        self._settle()

    @property
    def waiting(self) -> list[Waiting]:
        """Who waits for an answer, in the order of arrival."""
        return self.door.waiting

    @property
    def done(self) -> bool:
        """Whether the scan has ended."""
        return self._task.done()

    def answer(self, one: Waiting | None = None) -> None:
        """Answer a request, the first to have arrived if none is named."""
        chosen = one or self.waiting[0]
        self.waiting.remove(chosen)
        chosen.turn.set_result(None)
        self.answered += 1
        self._settle()

    def answer_while(self, wanted: Callable[[Waiting], bool]) -> None:
        """Answer whoever is wanted, in the order of arrival, until nobody is."""
        while (one := next(filter(wanted, self.waiting), None)) is not None:
            self.answer(one)

    def whole(self) -> Report:
        """Answer everybody until the scan has ended; its report."""
        self.answer_while(lambda _: True)
        return self._task.result().report

    def report(self) -> AccountReport:
        """The same, of its only account."""
        return self.whole().accounts[0]

    def close(self) -> None:
        """Give up whatever still runs."""
        if not self._task.done():
            self._task.cancel()
            self._loop.run_until_complete(asyncio.gather(self._task, return_exceptions=True))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._stack.close()

    def _settle(self) -> None:
        """Let the scan go on until it waits for answers, or has ended."""
        self._loop.run_until_complete(self._until_quiet())

    async def _until_quiet(self) -> None:
        end = time.monotonic() + _PATIENCE
        quiet, seen = 0, len(self.waiting)
        while not self._task.done() and (quiet < _QUIET or not self.waiting):
            # Keys are fetched in a thread: nothing arrives before that is over.
            await asyncio.sleep(0 if self.waiting or self.answered else 0.001)
            quiet = quiet + 1 if len(self.waiting) == seen else 0
            seen = len(self.waiting)
            assert time.monotonic() < end, "the scan neither asks nor ends"
