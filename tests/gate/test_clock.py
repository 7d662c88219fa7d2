"""A signature that the exchange calls too old is mended once, and never twice."""

import asyncio
from typing import Any

import httpx
import pytest
from tests.gate.support import answer, line, refusal
from tests.gate.virtual import now, run

from readiness.domain.answer import Reason
from readiness.gate.failure import LookFailedError

DOWN = httpx.Response(404)


def test_a_clock_that_is_off_is_read_again_once() -> None:
    """After a refused timestamp the clock is measured anew and the request signed with it."""

    async def work() -> tuple[list[str], list[int]]:
        talk = line(refusal("clock"), answer("x"))
        await talk.session.read_clock()
        talk.exchange.clock_script = [lambda _: talk.exchange.told_time(ahead=90)]
        assert await talk.ask() == ["x"]
        return talk.exchange.paths, [ms for _, ms in talk.dialect.signed_at]

    paths, signed = run(work())
    assert paths == ["/api/time", "/api/balance", "/api/time", "/api/balance"]
    assert signed[-1] - signed[1] == pytest.approx(90_000, abs=1_500)


def test_a_second_refusal_for_the_clock_is_final() -> None:
    """One correction has to do; a request that is refused for it again fails at once."""

    async def work() -> tuple[list[Reason], list[str]]:
        talk = line(refusal("clock", "Timestamp request expired"))
        await talk.session.read_clock()
        reasons = [await talk.fails(), await talk.fails()]
        return reasons, talk.exchange.paths

    reasons, paths = run(work())
    assert [(reason.code, reason.attempts) for reason in reasons] == [("clock", 2), ("clock", 1)]
    assert paths.count("/api/time") == 2


def test_many_refusals_at_once_are_one_correction() -> None:
    """Requests that were signed with the old offset share the new one."""

    async def work() -> tuple[list[list[Any]], list[str]]:
        refused: set[int] = set()

        async def reply(_: httpx.Request) -> httpx.Response:
            if talk.exchange.paths.count("/api/time") < 2:
                refused.add(len(talk.exchange.arrived))
                await asyncio.sleep(1)
                return refusal("clock")
            return answer("x")

        talk = line(reply)
        await talk.session.read_clock()
        rows = await asyncio.gather(*(talk.ask() for _ in range(5)))
        assert len(refused) == 5
        return rows, talk.exchange.paths

    rows, paths = run(work())
    assert rows == [["x"]] * 5
    assert paths.count("/api/time") == 2


def test_a_clock_that_was_never_read_is_read_then() -> None:
    """Where the first reading failed, a refused timestamp is the reason to try once more."""

    async def work() -> tuple[list[Any], int | None]:
        talk = line(refusal("clock"), answer("x"))
        talk.exchange.clock_script = [DOWN, lambda _: talk.exchange.told_time(ahead=90)]
        with pytest.raises(LookFailedError):
            await talk.session.read_clock()
        assert talk.session.clock_offset_ms is None
        return await talk.ask(), talk.session.clock_offset_ms

    rows, offset = run(work())
    assert rows == ["x"]
    assert offset == pytest.approx(90_000, abs=5)


def test_without_a_clock_a_refused_timestamp_is_final() -> None:
    """If the clock cannot be read again either, nothing is tried twice, nor the clock known."""

    async def work() -> tuple[list[Reason], int, int | None]:
        talk = line(refusal("clock"))
        talk.exchange.clock_script = [DOWN]
        reasons = [await talk.fails(), await talk.fails()]
        return reasons, talk.exchange.paths.count("/api/time"), talk.session.clock_offset_ms

    reasons, readings, offset = run(work())
    assert [(reason.code, reason.attempts) for reason in reasons] == [("clock", 1)] * 2
    assert (readings, offset) == (1, None)


def test_a_clock_that_calls_itself_wrong_does_not_stop_the_scan() -> None:
    """An exchange that refuses the question for its time with the clock's code holds up nobody."""

    async def work() -> tuple[Reason, float]:
        talk = line()
        talk.exchange.clock_script = [refusal("clock")]
        with pytest.raises(LookFailedError) as error:
            await talk.session.read_clock()
        return error.value.reason, now()

    reason, took = run(work())
    assert (reason.request, reason.code, reason.attempts) == ("clock", "clock", 1)
    assert took < 1
