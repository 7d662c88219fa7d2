"""Connections: how many there are, which is used, and when one is closed."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial

import httpx
import pytest
from tests.gate.host import Host, ask, serving

from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.client import build_client, sockets
from readiness.gate.lanes import IDLE_IN_ALL, Idle, Lanes
from readiness.gate.room import AT_ONCE, IN_ALL
from readiness.gate.route import Route

MANY = 30
"""More than the library keeps open by itself."""

URL = "http://127.0.0.1:9/"

# Some systems allow so many open files to a process.
FEW_FILES = 256


class Body(httpx.AsyncByteStream):
    """Two pieces, of which the second may be lost."""

    def __init__(self, broken: bool) -> None:
        self._broken = broken
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"a"
        if self._broken:
            raise httpx.ReadError("lost")
        yield b"b"

    async def aclose(self) -> None:
        """Remember it."""
        self.closed = True


class Wire(httpx.AsyncBaseTransport):
    """One connection that remembers what becomes of it."""

    def __init__(self, fails: BaseException | None = None, broken: bool = False) -> None:
        self.asked = 0
        self.closed = False
        self.body = Body(broken)
        self._fails = fails

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer at once."""
        del request
        self.asked += 1
        if self._fails:
            raise self._fails
        return httpx.Response(
            203, headers={"a": "b"}, stream=self.body, extensions={"reason_phrase": b"so"}
        )

    async def aclose(self) -> None:
        """Remember it."""
        self.closed = True


class Made:
    """Lanes, and what was made for them."""

    def __init__(self, idle: Idle | None = None, *wires: Wire) -> None:
        self.wires: list[Wire] = []
        self._next = iter(wires)
        self.lanes = Lanes(self._new, idle or Idle())

    def _new(self) -> Wire:
        self.wires.append(next(self._next, Wire()))
        return self.wires[-1]

    async def begin(self) -> httpx.Response:
        """Ask, and leave the answer open."""
        return await self.lanes.handle_async_request(httpx.Request("GET", URL))

    async def ask(self, at_once: int = 1) -> None:
        """So many at once, each read to its end and closed."""
        for response in [await self.begin() for _ in range(at_once)]:
            await response.aread()
            await response.aclose()

    @property
    def asked(self) -> list[int]:
        """How often each connection was used."""
        return [wire.asked for wire in self.wires]

    @property
    def closed(self) -> list[bool]:
        """Which connections were closed."""
        return [wire.closed for wire in self.wires]


def test_connections_are_kept() -> None:
    """As many as there may be at once: the next requests need no new ones."""

    async def work() -> list[int]:
        host, counts = Host(MANY), list[int]()
        async with serving(host) as url, Lanes(partial(sockets, None), Idle()) as owner:
            for _ in range(2):
                await asyncio.gather(*(ask(owner, url) for _ in range(MANY)))
                counts.append(len(host.serving))
        return counts

    assert asyncio.run(work()) == [MANY, MANY]


def test_one_after_another_needs_one() -> None:
    """The one that was used last is taken, so that the others can grow old."""

    async def work() -> Made:
        made = Made()
        await made.ask(3)
        for _ in range(4):
            await made.ask()
        return made

    made = asyncio.run(work())
    assert made.asked == [1, 1, 5]
    assert made.closed == [False] * 3


def test_the_answer_is_passed_on_as_it_came() -> None:
    """Status, headers, extensions and body."""

    async def work() -> tuple[httpx.Response, bytes, Made]:
        made = Made()
        response = await made.begin()
        return response, await response.aread(), made

    response, body, made = asyncio.run(work())
    assert (response.status_code, response.headers["a"], body) == (203, "b", b"ab")
    assert response.extensions == {"reason_phrase": b"so"}
    assert made.wires[0].body.closed


def test_an_answer_holds_its_connection_until_it_is_closed() -> None:
    """Read or not; closing it twice frees it once."""

    async def work() -> list[list[int]]:
        made, seen = Made(), list[list[int]]()
        held = await made.begin()
        await made.ask()
        seen.append(made.asked)
        await held.aclose()
        await held.aclose()
        assert isinstance(held.stream, httpx.AsyncByteStream)
        await held.stream.aclose()
        await made.ask(3)
        seen.append(made.asked)
        return seen

    assert asyncio.run(work()) == [[1, 1], [2, 2, 1]]


@pytest.mark.parametrize("error", [httpx.ConnectError("no"), asyncio.CancelledError()])
def test_a_connection_that_failed_is_not_used_again(error: BaseException) -> None:
    """Whatever is still on its way there would be taken for the next answer."""

    async def work() -> Made:
        made = Made(None, Wire(error))
        with pytest.raises(type(error)):
            await made.ask()
        await made.ask()
        return made

    made = asyncio.run(work())
    assert made.asked == [1, 1]
    assert made.closed == [True, False]


def test_an_answer_that_breaks_off_frees_its_connection() -> None:
    """What is below knows that it broke, and opens it anew."""

    async def work() -> Made:
        made = Made(None, Wire(broken=True))
        response = await made.begin()
        with pytest.raises(httpx.ReadError):
            await response.aread()
        await response.aclose()
        await made.begin()
        return made

    made = asyncio.run(work())
    assert made.asked == [2]
    assert made.wires[0].body.closed


def test_few_have_nothing_to_do() -> None:
    """Of all accounts together; whatever was used longest ago is closed, whosever it is."""

    async def work() -> tuple[Made, Made]:
        idle = Idle(places=3)
        one, other = Made(idle), Made(idle)
        await one.ask(2)
        await other.ask(2)
        assert (one.closed, other.closed) == ([True, False], [False, False])
        held = await one.begin()
        await other.ask(3)
        assert (one.closed, other.closed) == ([True, False], [False, False, False])
        # Of the others, the one that came back first goes.
        await held.aclose()
        return one, other

    one, other = asyncio.run(work())
    assert (one.closed, one.asked) == ([True, False], [1, 2])
    assert (other.closed, other.asked) == ([False, True, False], [2, 2, 1])


def test_a_process_is_allowed_few_open_files() -> None:
    """However many accounts there are."""

    async def work() -> Made:
        made = Made()
        await made.ask(IDLE_IN_ALL + 2)
        return made

    assert asyncio.run(work()).closed == [True] * 2 + [False] * IDLE_IN_ALL
    assert AT_ONCE <= IDLE_IN_ALL
    assert IN_ALL + IDLE_IN_ALL < FEW_FILES


def test_what_is_closed_does_not_come_back() -> None:
    """An answer that is let go after everything was closed frees nothing."""

    async def work() -> Made:
        made = Made()
        held = await made.begin()
        await made.lanes.aclose()
        await held.aclose()
        await made.ask()
        return made

    made = asyncio.run(work())
    assert (made.asked, made.closed) == ([1, 1], [True, False])


def test_a_client_keeps_what_the_run_may_keep() -> None:
    """A client keeps what the run lets it keep: with no places, each request needs a connection."""

    async def work(idle: Idle | None) -> int:
        host = Host()
        async with serving(host) as url:
            addresses = Addresses.one(Address.of(url))
            routes = frozenset({Route("GET", "/a")})
            client, gate = build_client(addresses, routes, proxy=None, timeout=5, idle=idle)
            async with client:
                for _ in range(2):
                    await ask(gate, f"{url}/a")
        return len(host.serving)

    assert asyncio.run(work(Idle(places=0))) == 2
    assert asyncio.run(work(None)) == 1


def test_closing_closes_all() -> None:
    """What is used and what is not; and what is used is not kept afterwards."""

    async def work() -> Made:
        idle = Idle(places=1)
        made, other = Made(idle), Made(idle)
        held = await made.begin()
        await made.ask()
        await made.lanes.aclose()
        await held.aclose()
        await other.ask()
        await other.ask()
        assert (other.asked, other.closed) == ([2], [False])
        await made.ask()
        return made

    made = asyncio.run(work())
    assert made.closed == [True, True, False]
    assert made.asked == [1, 1, 1]
