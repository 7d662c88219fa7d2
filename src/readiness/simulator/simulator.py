"""What every embedded exchange has in common: serving, recording, faults, limits, callbacks."""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypedDict

from aiohttp import web

from readiness.simulator.ask import Ask
from readiness.simulator.faults import Fault, Quirk
from readiness.simulator.journal import Arrival, Violation
from readiness.simulator.limits import Limit, Windows
from readiness.simulator.plan import (
    Callback,
    FaultPlan,
    Hooks,
    PageCounter,
    PlannedFault,
    Turn,
    When,
)
from readiness.simulator.reply import Reply
from readiness.simulator.serving import LOOPBACK, LoopServer, ThreadServer
from readiness.simulator.wire import Sleep, respond


class Options(TypedDict, total=False):
    """What every embedded exchange takes by name; see `Simulator`."""

    now: Callable[[], float]
    clock_offset: float
    limits: bool
    latency: Callable[[], float] | float
    sleep: Sleep
    port: int


Answer = Callable[[Quirk], Reply]
"""Makes the answer to an admitted request, once its turn has come."""


class Simulator(ABC):
    """An exchange on loopback.

    Use it as an asynchronous context manager to serve in the running loop, or
    `with simulator.serving():` to serve from a thread. State may be changed while it serves.

    Attributes:
        requests: Every arrival, in order.
        violations: Every arrival that came faster than the published limits allow.
        defects: Exceptions raised by the simulator itself or by a callback; the first of
            them is raised again when the server stops, so that none passes unseen.
    """

    def __init__(
        self,
        *,
        now: Callable[[], float] = time.time,
        clock_offset: float = 0.0,
        limits: bool = True,
        latency: Callable[[], float] | float = 0.0,
        sleep: Sleep = asyncio.sleep,
        port: int = 0,
    ) -> None:
        """Prepare an exchange without starting it.

        Args:
            now: The clock, in seconds since the epoch.
            clock_offset: How far the exchange's clock runs ahead of `now`.
            limits: Whether the published request limits are enforced.
            latency: Seconds before each answer, fixed or drawn anew for each request.
            sleep: How latency and slow faults wait.
            port: Port to listen on; 0 takes any free one.
        """
        self.clock_offset = clock_offset
        self.limits = limits
        self.latency = latency
        self.requests: list[Arrival] = []
        self.violations: list[Violation] = []
        self.defects: list[Exception] = []
        self._now = now
        self._sleep = sleep
        self._port = port
        self._bound: int | None = None
        self._faults = FaultPlan()
        self._before = Hooks()
        self._after = Hooks()
        self._arrived: Counter[str] = Counter()
        self._pages = PageCounter()
        self._windows = Windows()
        self._server: LoopServer | None = None

    # -- what an exchange adds -------------------------------------------------------------

    @abstractmethod
    def arrival(self, ask: Ask) -> Arrival:
        """Return the record of a request; it must not contain credentials."""

    @abstractmethod
    def turn(self, path: str, params: Mapping[str, str]) -> Turn:
        """Return where in a paged run a request stands."""

    @abstractmethod
    def receive(self, ask: Ask) -> Answer:
        """Judge a request at the moment it arrives; return what will answer it."""

    # -- what users do ---------------------------------------------------------------------

    @property
    def base_url(self) -> str:
        """The address of the running server, without a trailing slash."""
        if self._bound is None:
            raise RuntimeError("the simulator is not serving")
        return f"http://{LOOPBACK}:{self._bound}"

    def now(self) -> float:
        """Return the exchange's own time, in seconds since the epoch."""
        return self._now() + self.clock_offset

    def fault(
        self,
        path: str,
        fault: Fault,
        times: int | None = None,
        when: When | None = None,
        page: int | None = None,
    ) -> None:
        """Order a fault.

        Args:
            path: An endpoint such as `asset/balances`, or a pattern such as `asset/*`.
            fault: What goes wrong.
            times: How often; `None` is always.
            when: Decides from the parameters, of the query or a form, whether a request is meant.
            page: Only this page of a paged run, counted from 1.
        """
        self._faults.add(PlannedFault(path, fault, times, when, page))

    def clear_faults(self) -> None:
        """Be honest again."""
        self._faults.clear()

    def before(self, path: str, callback: Callback, nth: int = 1) -> None:
        """Run a callback once, before the n-th request to a path is answered.

        It runs in the server's event loop, so it must be quick and must not ask the server.
        """
        self._before.add(path, callback, nth)

    def after(self, path: str, callback: Callback, nth: int = 1) -> None:
        """Run a callback once, after the answer to the n-th request to a path is made."""
        self._after.add(path, callback, nth)

    def count(self, path: str) -> int:
        """Return how many requests to a path have arrived."""
        return self._arrived[path]

    async def answer(self, ask: Ask) -> Reply:
        """Record and answer a request that came by no socket; no server has to run."""
        reply, arrival = await self._answered(ask)
        arrival.status = reply.status
        return reply

    @contextmanager
    def serving(self) -> Iterator[Self]:
        """Serve from a thread for the length of a `with` block."""
        thread = ThreadServer(self._make_server)
        self._bound = thread.start()
        try:
            yield self
        finally:
            thread.stop()
            self._stopped()
        self._raise_defect()

    async def __aenter__(self) -> Self:
        """Serve in the running loop."""
        self._bound = await self._make_server().start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop serving."""
        if self._server is not None:
            await self._server.stop()
        self._stopped()
        if error is None:
            self._raise_defect()

    # -- for exchanges ---------------------------------------------------------------------

    def within(self, limit: Limit, path: str, owner: str, ask: Ask) -> bool:
        """Count a request against a limit; record it and return `False` if it is too many."""
        if self._windows.admit(limit, path, owner, ask.time) or not self.limits:
            return True
        self.violations.append(Violation(ask.time, path, owner, str(limit)))
        return False

    def used(self, limit: Limit, path: str, owner: str) -> int:
        """Return how much of a limit is used now."""
        return self._windows.used(limit, path, owner, self.now())

    def free_after(self, limit: Limit, path: str, owner: str) -> float:
        """Return the seconds until the oldest request leaves the window of a limit."""
        return self._windows.free_after(limit, path, owner, self.now())

    # -- inside ----------------------------------------------------------------------------

    def _make_server(self) -> LoopServer:
        self._server = LoopServer(self._handle, self._port)
        return self._server

    def _stopped(self) -> None:
        self._bound = None
        self._server = None

    def _raise_defect(self) -> None:
        if self.defects:
            raise self.defects[0]

    async def _handle(
        self, request: web.BaseRequest, stopping: asyncio.Event
    ) -> web.StreamResponse:
        ask = Ask(
            time=self.now(),
            method=request.method,
            target=request.raw_path,
            headers=request.headers,
            body=await request.read(),
            peer=request.remote or "",
        )
        reply, arrival = await self._answered(ask)
        response = await respond(request, reply, stopping, self._sleep)
        if isinstance(response, web.Response):
            arrival.status = reply.status
        return response

    async def _answered(self, ask: Ask) -> tuple[Reply, Arrival]:
        arrival = self.arrival(ask)
        self.requests.append(arrival)
        try:
            return await self._reply(ask, arrival), arrival
        except Exception as defect:
            self.defects.append(defect)
            raise

    async def _reply(self, ask: Ask, arrival: Arrival) -> Reply:
        path = arrival.path
        self._arrived[path] += 1
        nth = self._arrived[path]
        # Judged before any latency: limits and signatures count from the arrival.
        answer = self.receive(ask)
        page = self._pages.page(arrival.uid, path, self.turn(path, ask.params))
        fault = self._faults.pick(path, ask.params, page)
        wait = self.latency() if callable(self.latency) else self.latency
        if wait:
            await self._sleep(wait)
        self._before.run(path, nth)
        reply = answer(fault.quirk if fault else Quirk.NONE)
        if fault is not None:
            arrival.fault = fault.name
            reply = fault.change(reply)
        self._after.run(path, nth)
        return reply
