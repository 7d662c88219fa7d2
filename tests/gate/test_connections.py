"""More requests than may be on their way: who waits for a place has not begun yet."""

import asyncio
from itertools import repeat

import httpx
import pytest
from tests.gate.support import Step, answer, line
from tests.gate.virtual import now, run

from readiness.gate.limits import Limits
from readiness.gate.room import AT_ONCE, IN_ALL
from readiness.gate.route import Limit, Per

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


def test_how_much_may_be_on_its_way() -> None:
    """As the documents say it: to one exchange, and to all of them."""
    assert (AT_ONCE, IN_ALL) == (64, 128)


def test_who_waits_for_a_connection_is_signed_when_there_is_one() -> None:
    """Waiting makes no signature stale, and is not taken for an exchange that does not answer."""

    async def work() -> tuple[list[float], int]:
        talk = line(slowly(answer()))
        await asyncio.gather(*(talk.ask() for _ in range(3 * AT_ONCE)))
        signed = [at for at, _ in talk.dialect.signed_at]
        assert signed == [at for at, _ in talk.exchange.arrived]
        return signed, talk.session.requests.retried

    signed, retried = run(work())
    assert signed == pytest.approx(
        [rank * SLOW for rank in range(3) for _ in range(AT_ONCE)], abs=0.5
    )
    assert retried == 0


def test_a_pause_that_began_meanwhile_holds_who_waited() -> None:
    """The exchange asks for a pause while requests wait for a connection: they wait for it too."""
    busy = slowly(httpx.Response(429, headers={"Retry-After": "30"}))

    async def work() -> list[float]:
        talk = line(*repeat(busy, AT_ONCE), answer())
        await asyncio.gather(*(talk.ask() for _ in range(AT_ONCE + 1)))
        return [at for at, _ in talk.exchange.arrived]

    arrived = run(work())
    assert len(arrived) == 2 * AT_ONCE + 1
    assert [at for at in arrived if 1 < at < SLOW + 29] == []


def test_accounts_share_what_is_on_its_way_to_an_exchange() -> None:
    """A hundred accounts that send at once would wait for this machine, not for the exchange."""

    async def work() -> tuple[list[float], int]:
        limits = Limits()
        talks = [line(slowly(answer()), limits=limits) for _ in range(3)]
        await asyncio.gather(*(talk.ask() for talk in talks for _ in range(AT_ONCE)))
        arrived = sorted(at for talk in talks for at, _ in talk.exchange.arrived)
        return arrived, sum(talk.session.requests.retried for talk in talks)

    arrived, retried = run(work())
    assert arrived == pytest.approx(
        [rank * SLOW for rank in range(3) for _ in range(AT_ONCE)], abs=0.5
    )
    assert retried == 0


def test_exchanges_share_what_is_on_its_way_in_all() -> None:
    """And one of them alone, which may not answer at all, cannot take everything."""

    async def work() -> list[float]:
        limits, begun = Limits(), list[float]()
        free = limits.window("nobody", "anything", Limit(1, 1, Per.USER))

        async def send(exchange: int) -> None:
            async with limits.room(exchange).place(free):
                begun.append(now())
                await asyncio.sleep(SLOW)

        await asyncio.gather(*(send(exchange) for exchange in range(3) for _ in range(AT_ONCE)))
        return begun

    begun = run(work())
    assert AT_ONCE < IN_ALL
    assert begun == pytest.approx([0.0] * IN_ALL + [SLOW] * (3 * AT_ONCE - IN_ALL), abs=0.5)


def test_an_account_that_has_to_pause_leaves_the_room_to_others() -> None:
    """What waits for the end of a pause is not on its way."""
    busy = slowly(httpx.Response(429, headers={"Retry-After": "30"}))

    async def work() -> list[float]:
        limits = Limits()
        paused, other = (line(*steps, limits=limits) for steps in ([busy, answer()], [answer()]))
        for number, talk in enumerate((paused, other)):
            talk.session.belongs_to(f"owner {number}")

        async def later() -> None:
            await asyncio.sleep(SLOW + 2)
            await other.ask()

        await asyncio.gather(later(), *(paused.ask() for _ in range(2 * AT_ONCE)))
        return [at for at, _ in other.exchange.arrived]

    (arrived,) = run(work())
    assert arrived == pytest.approx(SLOW + 2, abs=0.5)
