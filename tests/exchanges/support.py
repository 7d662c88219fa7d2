"""An exchange without sockets: the simulator's own answers, bent by its own faults.

``Line`` is an httpx transport, so everything above it (gate, session, limits, retries,
signing) is the real thing. Time that limits and retries would wait for passes at once.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar

import httpx
import stamina
from tests.exchanges.embedded import EMBEDDED, Account, Embedded

from readiness.domain.answer import NotOpened, Seen, Unknown
from readiness.domain.policy import Policy
from readiness.domain.scope import MAIN
from readiness.domain.snapshot import AreaAnswer
from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.catalogue import SINCE, Catalogue, Request
from readiness.exchanges.collect import Fetched, answers, fetch, fetch_each
from readiness.exchanges.registry import EXCHANGES, load_catalogue
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.client import build_client
from readiness.gate.deadline import Deadline
from readiness.gate.dialect import Dialect
from readiness.gate.limits import Limits
from readiness.gate.redact import Redactor
from readiness.gate.session import Patience, Session
from readiness.policies import load_policy
from readiness.simulator import Arrival, Fault
from readiness.simulator.ask import Ask
from readiness.simulator.plan import When
from readiness.simulator.reply import Ending, Reply
from readiness.simulator.simulator import Simulator

T = TypeVar("T")

FULL = os.environ.get("READINESS_MATRIX") == "full"
"""Whether every cell of the matrices is wanted, and not only a sample."""

ORIGIN = "http://127.0.0.1:8080"
Answer = Seen | NotOpened | Unknown


@contextmanager
def no_waiting() -> Iterator[None]:
    """Retries follow each other at once; how many there are stays as configured."""
    stamina.set_testing(True, attempts=100, cap=True)
    try:
        yield
    finally:
        stamina.set_testing(False)


@dataclass
class VirtualTime:
    """A clock that only sleeping moves."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += max(0.0, seconds)
        await asyncio.sleep(0)

    def limits(self) -> Limits:
        """The real limits, with nobody waiting for them."""
        return Limits(self, self.sleep)


@dataclass
class _Body(httpx.AsyncByteStream):
    """The bytes of a reply, with the end that the reply says."""

    reply: Reply

    async def __aiter__(self) -> AsyncIterator[bytes]:
        reply = self.reply
        if reply.announced < 0:
            yield reply.body[: reply.announced]
        elif reply.ending is Ending.WHOLE:
            yield reply.body
        else:
            yield reply.body[: len(reply.body) // 2]
        if reply.announced > 0 or reply.ending is Ending.CUT:
            raise httpx.RemoteProtocolError("incomplete body")
        if reply.ending is Ending.RESET:
            raise httpx.ReadError("reset")
        if reply.ending is Ending.STALL:
            raise httpx.ReadTimeout("stalled")


_NO_ANSWER: Mapping[Ending, Callable[[], httpx.TransportError]] = {
    Ending.NOTHING: lambda: httpx.RemoteProtocolError("closed without an answer"),
    Ending.ABORT: lambda: httpx.ReadError("reset"),
    Ending.HANG: lambda: httpx.ReadTimeout("no answer"),
}


def response(reply: Reply) -> httpx.Response:
    """What a client sees of a reply; raises what httpx raises when there is none."""
    if reply.ending in _NO_ANSWER:
        raise _NO_ANSWER[reply.ending]()
    return httpx.Response(reply.status, headers=dict(reply.headers), stream=_Body(reply))


class Line(httpx.AsyncBaseTransport):
    """The way to a simulator that does not listen anywhere.

    Faults, callbacks and the recording are the simulator's own.

    Attributes:
        replies: answers in the simulator's place, when set.
    """

    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator
        self.replies: Callable[[httpx.Request], httpx.Response] | None = None

    @property
    def sent(self) -> list[Arrival]:
        """Every request that got through the gate, in order."""
        return self.simulator.requests

    def fault(
        self,
        path: str,
        fault: Fault,
        times: int | None = None,
        when: When | None = None,
    ) -> None:
        """Order a fault."""
        self.simulator.fault(path, fault, times, when)

    def clear(self) -> None:
        """Be honest again, and forget what has arrived."""
        self.simulator.clear_faults()
        self.sent.clear()

    def paths(self) -> list[str]:
        """What has arrived, in order."""
        return [arrival.path for arrival in self.sent]

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
        self.sent.append(arrival)
        await asyncio.sleep(0)
        if self.replies is not None:
            return self.replies(request)
        reply = await self.simulator._reply(ask, arrival)
        arrival.status = reply.status
        return response(reply)


@dataclass
class Desk:
    """One account, and everything that is needed to ask for it in memory."""

    account: Account = None
    exchange: str = "okx"
    attempts: int = 3
    clock: Callable[[], float] = time.time
    simulator: Simulator = field(init=False)
    line: Line = field(init=False)
    dialect: Dialect | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        if self.account is None:
            self.account = self.embedded.open_account()
        if self.account.key.startswith("fake"):
            # Nobody chose it: with the same one as at all desks, one signer does for all.
            self.account.keys[0] = replace(self.account.keys[0], **_made_up(self.exchange))
        # Limits are the business of other tests; here time does not pass.
        self.simulator = self.embedded.serve([self.account.main], limits=False, now=self.clock)
        self.line = Line(self.simulator)

    @property
    def embedded(self) -> Embedded:
        return EMBEDDED[self.exchange]

    @property
    def traits(self) -> dict[str, str]:
        """What a scan that begins now knows about the account."""
        return {**self.embedded.traits(self.account), SINCE: str(int(self.clock() * 1000) - 2_000)}

    @property
    def catalogue(self) -> Catalogue:
        return load_catalogue(self.exchange)

    @property
    def policy(self) -> Policy:
        return load_policy(EXCHANGES[self.exchange].family)

    def fetch(self, *requests: Request, scope_params: Mapping[str, str] | None = None) -> Found:
        """Make some requests, once."""
        return asyncio.run(self._fetch(requests, scope_params or {}))

    async def _fetch(self, requests: tuple[Request, ...], params: Mapping[str, str]) -> Found:
        async with self.session() as session:
            looks = (self.look(session, request, params) for request in requests)
            return Found(self, await asyncio.gather(*looks))

    async def look(self, session: Session, request: Request, params: Mapping[str, str]) -> Fetched:
        """Make one request; what it is looped over is asked before."""
        traits = self.traits
        if request.loop is None:
            return await fetch(session, request, params, traits, self.now)
        over = self.catalogue[request.loop.over]
        # Whose names they are may be said by another parameter.
        who = params.get(request.scope_parameter)
        whose = {over.scope_parameter: who} if who and over.scope_parameter else {}
        names = await fetch(session, over, whose, traits, self.now)
        return await fetch_each(session, request, names.read, params, traits, self.now)

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.clock(), UTC)

    def ask(self, use: Callable[[Session], Coroutine[Any, Any, T]]) -> T:
        """Use a session for something."""

        async def inside() -> T:
            async with self.session() as session:
                return await use(session)

        return asyncio.run(inside())

    def session(self) -> _Opened:
        return _Opened(self)


@cache
def _made_up(exchange: str) -> Mapping[str, str]:
    """The parts of a key."""
    embedded = EMBEDDED[exchange]
    return embedded.credentials(embedded.open_account())


@cache
def _signer(exchange: str, key: tuple[tuple[str, str], ...]) -> Dialect:
    """What signs with a key; shared by many desks: ccxt takes longer to wake up than to sign."""
    info = EXCHANGES[exchange]
    addresses = Addresses.one(Address.of(ORIGIN))
    return load_adapter(info).make_dialect(info, addresses, dict(key), load_policy(info.family))


class _Opened:
    """A session of a desk, and the client behind it."""

    def __init__(self, desk: Desk) -> None:
        key = desk.embedded.credentials(desk.account)
        addresses = Addresses.one(Address.of(ORIGIN))
        if desk.dialect is None:
            desk.dialect = _signer(desk.exchange, tuple(key.items()))
        self._client, gate = build_client(
            addresses,
            desk.catalogue.routes,
            proxy=None,
            timeout=5,
            headers=desk.dialect.headers,
            inner=desk.line,
        )
        self._session = Session(
            client=self._client,
            gate=gate,
            dialect=desk.dialect,
            limits=VirtualTime().limits(),
            addresses=addresses,
            patience=Patience(timeout=5, attempts=desk.attempts),
            deadline=Deadline(20),
            redactor=Redactor(key.values()),
            wall_clock=desk.clock,
        )

    async def __aenter__(self) -> Session:
        return self._session

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()


@dataclass(frozen=True)
class Found:
    """What came of some requests."""

    desk: Desk
    fetched: list[Fetched]

    def answers(self) -> tuple[AreaAnswer, ...]:
        """One answer for every area that they feed."""
        return answers(self.fetched, MAIN, self.desk.traits, self.desk.policy)

    def by_area(self) -> dict[str, Answer]:
        return {entry.area: entry.answer for entry in self.answers()}

    def failures(self) -> list[tuple[str, str]]:
        """Every failed look, by its request, with its code or its cause."""
        return [
            (reason.request, reason.code or reason.cause.value)
            for entry in self.fetched
            for reason in entry.read.reasons
        ]
