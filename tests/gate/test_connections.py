"""More requests than connections: who waits for one has not begun yet."""

import asyncio
from itertools import repeat

import httpx
import pytest
from tests.gate.support import Step, answer, line
from tests.gate.virtual import run

from readiness.gate.client import CONNECTIONS

SLOW = 4.0
"""Seconds for an answer; a request is given up after 5."""


def slowly(response: httpx.Response) -> Step:
    """Answer so, in a while."""

    async def step(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(SLOW)
        return httpx.Response(
            response.status_code, headers=response.headers, content=response.content
        )

    return step


def test_who_waits_for_a_connection_is_signed_when_there_is_one() -> None:
    """Waiting makes no signature stale, and is not taken for an exchange that does not answer."""

    async def work() -> tuple[list[float], int]:
        talk = line(slowly(answer()))
        await asyncio.gather(*(talk.ask() for _ in range(3 * CONNECTIONS)))
        signed = [at for at, _ in talk.dialect.signed_at]
        assert signed == [at for at, _ in talk.exchange.arrived]
        return signed, talk.session.requests.retried

    signed, retried = run(work())
    assert signed == pytest.approx(
        [rank * SLOW for rank in range(3) for _ in range(CONNECTIONS)], abs=0.5
    )
    assert retried == 0


def test_a_pause_that_began_meanwhile_holds_who_waited() -> None:
    """The exchange asks for a pause while requests wait for a connection: they wait for it too."""
    busy = slowly(httpx.Response(429, headers={"Retry-After": "30"}))

    async def work() -> list[float]:
        talk = line(*repeat(busy, CONNECTIONS), answer())
        await asyncio.gather(*(talk.ask() for _ in range(CONNECTIONS + 1)))
        return [at for at, _ in talk.exchange.arrived]

    arrived = run(work())
    assert len(arrived) == 2 * CONNECTIONS + 1
    assert [at for at in arrived if 1 < at < SLOW + 29] == []
