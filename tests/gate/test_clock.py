"""A signature that the exchange calls too old is mended once, and never twice."""

import asyncio
from functools import partial
from typing import Any

import httpx
import pytest
from tests.gate.support import Line, answer, line, refusal
from tests.gate.virtual import now, run

from readiness.domain.answer import Reason
from readiness.gate.failure import LookFailedError
from readiness.gate.limits import Limits
from readiness.gate.room import AT_ONCE

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


def test_waiting_for_leave_to_ask_for_the_time_is_no_doubt_about_it() -> None:
    """Of many accounts the last waits long; the clocks are no further apart because of that."""

    async def work() -> tuple[list[int | None], list[int]]:
        limits = Limits()
        talks = [line(limits=limits) for _ in range(3 * AT_ONCE)]
        for talk in talks:
            talk.exchange.clock_script = [partial(in_two_seconds, talk)]
        await asyncio.gather(*(talk.session.read_clock() for talk in talks))
        sessions = [talk.session for talk in talks]
        return [s.clock_offset_ms for s in sessions], [s.clock_doubt_ms for s in sessions]

    async def in_two_seconds(talk: Line, _: httpx.Request) -> httpx.Response:
        await asyncio.sleep(1)
        reply = talk.exchange.told_time()
        await asyncio.sleep(1)
        return reply

    offsets, doubts = run(work())
    assert offsets == pytest.approx([0] * 3 * AT_ONCE, abs=1)
    assert doubts == pytest.approx([2_000] * 3 * AT_ONCE, abs=1)
