"""What is tried again, how often, after how long, and when it is given up: by table."""

import asyncio
import logging
import ssl
from email.utils import formatdate
from itertools import count
from typing import Any

import httpx
import pytest
from tests.gate.support import BALANCE, EPOCH, Question, Step, answer, line, refusal
from tests.gate.virtual import now, run

from readiness.domain.answer import Cause, Reason
from readiness.domain.snapshot import Requests
from readiness.gate.limits import Limits
from readiness.gate.route import Limit, Per
from readiness.gate.session import Patience

WAF = httpx.Response(200, text="<html>Checking your browser</html>")


def status(code: int, **headers: str) -> httpx.Response:
    return httpx.Response(code, headers={k.replace("_", "-"): v for k, v in headers.items()})


RETRIED: dict[str, tuple[Step, Cause]] = {
    "a code that may pass": (refusal("busy"), Cause.EXCHANGE_CODE),
    "a code that may pass, at 503": (refusal("busy", status=503), Cause.EXCHANGE_CODE),
    "a code that may pass, at 400": (refusal("busy", status=400), Cause.EXCHANGE_CODE),
    "an unlisted code at 500": (refusal("news", status=500), Cause.HTTP_STATUS),
    "a final code at 503": (refusal("final", status=503), Cause.HTTP_STATUS),
    "a rejected key at 502": (refusal("rejected", status=502), Cause.HTTP_STATUS),
    "the clock's code at 500": (refusal("clock", status=500), Cause.HTTP_STATUS),
    "an unlisted code at 429": (refusal("news", status=429), Cause.RATE_LIMIT),
    "408": (status(408), Cause.HTTP_STATUS),
    "425": (status(425), Cause.HTTP_STATUS),
    "429": (status(429), Cause.RATE_LIMIT),
    "500": (status(500), Cause.HTTP_STATUS),
    "502": (status(502), Cause.HTTP_STATUS),
    "503": (status(503), Cause.HTTP_STATUS),
    "504": (status(504), Cause.HTTP_STATUS),
    "520": (status(520), Cause.HTTP_STATUS),
    "599": (status(599), Cause.HTTP_STATUS),
    "rows at 500": (answer("x", status=500), Cause.HTTP_STATUS),
    "a web page at 200": (WAF, Cause.BAD_BODY),
    "nothing at 200": (status(200), Cause.BAD_BODY),
    "nothing at 204": (status(204), Cause.BAD_BODY),
    "null": (httpx.Response(200, json=None), Cause.BAD_BODY),
    "a list": (httpx.Response(200, json=[]), Cause.BAD_BODY),
    "an object without a code": (httpx.Response(200, json={}), Cause.BAD_BODY),
    "no rows": (httpx.Response(200, json={"code": "0"}), Cause.BAD_BODY),
    "rows that are none": (httpx.Response(200, json={"code": "0", "data": {}}), Cause.BAD_BODY),
    "half of a document": (httpx.Response(200, text='{"code":"0","data":['), Cause.BAD_BODY),
    "two codes": (httpx.Response(200, text='{"code":"1","code":"0","data":[]}'), Cause.BAD_BODY),
    "a time-out of the library": (httpx.ReadTimeout("slow"), Cause.TIMEOUT),
    "no connection": (httpx.ConnectError("refused"), Cause.CONNECTION),
    "a reset": (httpx.ReadError("reset"), Cause.CONNECTION),
    "a protocol error": (httpx.RemoteProtocolError("bad"), Cause.CONNECTION),
    "a broken encoding": (httpx.DecodingError("gzip"), Cause.BAD_BODY),
    "a reset of the system": (ConnectionResetError(), Cause.CONNECTION),
    "a bad certificate": (ssl.SSLError("expired"), Cause.TLS),
}

FINAL: dict[str, tuple[Step, Cause]] = {
    "a final code": (refusal("final"), Cause.EXCHANGE_CODE),
    "a final code at 400": (refusal("final", status=400), Cause.EXCHANGE_CODE),
    "a final code at 429": (refusal("final", status=429), Cause.RATE_LIMIT),
    "a rejected key": (refusal("rejected", status=401), Cause.EXCHANGE_CODE),
    "an unlisted code": (refusal("news"), Cause.EXCHANGE_CODE),
    "an unlisted code at 403": (refusal("news", status=403), Cause.EXCHANGE_CODE),
    "400": (status(400), Cause.HTTP_STATUS),
    "401": (status(401), Cause.HTTP_STATUS),
    "403": (status(403), Cause.HTTP_STATUS),
    "404": (status(404), Cause.HTTP_STATUS),
    "418": (status(418), Cause.HTTP_STATUS),
    "451": (status(451), Cause.HTTP_STATUS),
    "300": (status(300), Cause.REDIRECT),
    "301": (status(301, location="https://www.okx.com/api/balance"), Cause.REDIRECT),
    "302": (status(302, location="https://evil.example/"), Cause.REDIRECT),
    "307": (status(307, location="/api/withdraw"), Cause.REDIRECT),
    "304": (status(304), Cause.REDIRECT),
    "rows at 201": (answer("x", status=201), Cause.HTTP_STATUS),
    "rows at 302": (answer("x", status=302), Cause.REDIRECT),
    "rows at 404": (answer("x", status=404), Cause.HTTP_STATUS),
    "an address that is none": (httpx.InvalidURL("no"), Cause.CONNECTION),
    "another protocol": (httpx.UnsupportedProtocol("no"), Cause.CONNECTION),
}


@pytest.mark.parametrize(("step", "cause"), RETRIED.values(), ids=RETRIED)
def test_what_may_pass_is_tried_to_the_last(step: Step, cause: Cause) -> None:
    """It is tried as often as configured, and the reason counts the tries."""

    async def work() -> tuple[Reason, Requests]:
        talk = line(step)
        return await talk.fails(), talk.session.requests

    reason, requests = run(work())
    assert (reason.cause, reason.attempts) == (cause, 4)
    assert requests == Requests(sent=4, retried=3)


@pytest.mark.parametrize(("step", "cause"), FINAL.values(), ids=FINAL)
def test_what_stays_is_tried_once(step: Step, cause: Cause) -> None:
    """Another try would give the same answer, so there is none."""

    async def work() -> tuple[Reason, Requests]:
        talk = line(step)
        return await talk.fails(), talk.session.requests

    reason, requests = run(work())
    assert (reason.cause, reason.attempts) == (cause, 1)
    assert requests == Requests(sent=1, retried=0)


def test_a_server_in_trouble_proves_nothing_but_is_quoted() -> None:
    """Its code is not taken for an answer, and stands in the words of the reason."""

    async def work() -> Reason:
        return await line(refusal("final", "never activated", status=503)).fails()

    reason = run(work())
    assert (reason.cause, reason.code) == (Cause.HTTP_STATUS, "503")
    assert reason.text == "final never activated"


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("step", [step for step, _ in RETRIED.values()], ids=RETRIED)
def test_what_passes_in_time_leaves_no_trace(step: Step, times: int) -> None:
    """After a fault that passes, the rows are those of an answer without one."""

    async def work() -> tuple[list[Any], Requests]:
        talk = line(*[step] * times, answer("x"))
        return await talk.ask(), talk.session.requests

    rows, requests = run(work())
    assert rows == ["x"]
    assert requests == Requests(sent=times + 1, retried=times)


@pytest.mark.parametrize("attempts", [1, 2, 7])
def test_as_many_tries_as_configured(attempts: int) -> None:
    """The first try is one of them."""

    async def work() -> tuple[int, int]:
        talk = line(status(503), patience=Patience(timeout=5, attempts=attempts))
        return (await talk.fails()).attempts, len(talk.exchange.arrived)

    assert run(work()) == (attempts, attempts)


def test_pauses_grow_and_are_capped() -> None:
    """Each pause is about twice the one before, with some chance in it, up to the longest."""

    async def work() -> list[float]:
        patience = Patience(timeout=5, attempts=9, first_pause=1, longest_pause=8, jitter=0.5)
        talk = line(status(503), patience=patience, deadline=3_600)
        await talk.fails()
        return talk.exchange.pauses()

    pauses = run(work())
    for pause, wanted in zip(pauses, [1, 2, 4, 8, 8, 8, 8, 8], strict=True):
        assert min(wanted, 8) - 1e-6 <= pause <= wanted + 0.5 + 1e-6


@pytest.mark.parametrize(
    ("step", "pause"),
    [
        (status(429, retry_after="17"), 17),
        (status(503, retry_after="17"), 17),
        (status(503, retry_after="1"), 1),
        (refusal("busy", headers={"Retry-After": "17"}), 17),
        (refusal("busy", status=429, headers={"Retry-After": "17"}), 17),
    ],
)
def test_retry_after_in_seconds(step: httpx.Response, pause: float) -> None:
    """What the exchange asks for takes the place of our own pause."""

    async def work() -> list[float]:
        talk = line(step, answer())
        await talk.ask()
        return talk.exchange.pauses()

    assert run(work()) == [pytest.approx(pause, abs=1e-3)]


def test_retry_after_as_a_date() -> None:
    """A date is a pause until then, by our clock."""

    async def work() -> list[float]:
        talk = line(status(503, retry_after=formatdate(EPOCH + 25, usegmt=True)), answer())
        await talk.ask()
        return talk.exchange.pauses()

    assert run(work()) == [pytest.approx(25, abs=1e-3)]


@pytest.mark.parametrize("asked", ["0", "soon", "Thu, 01 Jan 1970 00:00:00 GMT"])
def test_a_retry_after_that_asks_for_nothing(asked: str) -> None:
    """Our own pause is taken where the exchange's is over or cannot be read."""

    async def work() -> list[float]:
        talk = line(status(503, retry_after=asked), answer())
        await talk.ask()
        return talk.exchange.pauses()

    assert 0.25 <= run(work())[0] <= 0.76


@pytest.mark.parametrize(("asked", "attempts"), [("19", 2), ("21", 1), ("999999999", 1)])
def test_a_pause_beyond_the_deadline_is_not_waited_for(asked: str, attempts: int) -> None:
    """Where there is no time for the pause, the look fails now, with the exchange's own cause."""

    async def work() -> tuple[Reason, float]:
        talk = line(status(429, retry_after=asked), patience=Patience(5, 2), deadline=20)
        return await talk.fails(), now()

    reason, took = run(work())
    assert (reason.cause, reason.code, reason.attempts) == (Cause.RATE_LIMIT, "429", attempts)
    assert took < 20


def test_a_limit_holds_back_whoever_asks_the_same() -> None:
    """After a 429 nobody sends this request before the pause is over; others go on."""

    async def work() -> tuple[float, float]:
        limits = Limits()
        question = Question("balance", BALANCE.route, Limit(100, 1, Per.USER))
        other = Question("balance", BALANCE.route, Limit(100, 1, Per.IP))
        first = line(status(429, retry_after="30"), patience=Patience(5, 1), limits=limits)
        second, third = line(limits=limits), line(limits=limits)
        for talk in (first, second, third):
            talk.session.belongs_to("1")
        await first.fails(question)
        await third.ask(other)
        unhindered = now()
        await second.ask(question)
        return unhindered, now()

    unhindered, held_back = run(work())
    assert unhindered < 1
    assert held_back == pytest.approx(30, abs=1e-3)


def test_one_try_takes_no_longer_than_configured() -> None:
    """An exchange that says nothing, or stops in the middle, costs one time-out per try."""

    async def hang(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(3_000)
        return answer()

    class Stalls(httpx.AsyncByteStream):
        async def __aiter__(self) -> Any:
            yield b'{"code":'
            await asyncio.sleep(3_000)

    async def work(step: Step) -> tuple[Reason, float]:
        patience = Patience(timeout=5, attempts=3, first_pause=1, jitter=0)
        return await line(step, patience=patience).fails(), now()

    for step in (hang, lambda _: httpx.Response(200, stream=Stalls())):
        reason, took = run(work(step))
        assert (reason.cause, reason.attempts) == (Cause.TIMEOUT, 3)
        assert took == pytest.approx(5 + 1 + 5 + 2 + 5, abs=1e-3)


def test_the_deadline_ends_everything() -> None:
    """Whatever a look waits for, it is over when the account's time is over."""

    async def hang(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(3_000)
        return answer()

    async def sending() -> tuple[Reason, float]:
        return await line(hang, patience=Patience(60, 4), deadline=42).fails(), now()

    async def pausing() -> tuple[Reason, float]:
        patience = Patience(1, 4, first_pause=60, longest_pause=60)
        return await line(status(503), patience=patience, deadline=42).fails(), now()

    async def queueing() -> tuple[Reason, float]:
        talk = line(deadline=42)
        once = Question("balance", BALANCE.route, Limit(1, 60, Per.USER))
        await talk.ask(once)
        return await talk.fails(once), now()

    for work, attempts in ((sending, 1), (pausing, 1), (queueing, 1)):
        reason, took = run(work())
        assert (reason.cause, reason.request, reason.attempts) == (
            Cause.DEADLINE,
            "balance",
            attempts,
        )
        assert took == pytest.approx(42, abs=1e-3)


def test_after_the_deadline_nothing_is_sent() -> None:
    """A look that comes too late fails without a request."""

    async def work() -> tuple[Reason, int]:
        talk = line(deadline=10)
        await talk.ask()
        await asyncio.sleep(11)
        return await talk.fails(), len(talk.exchange.arrived)

    reason, arrived = run(work())
    assert (reason.cause, arrived) == (Cause.DEADLINE, 1)


def test_a_longer_deadline_is_used() -> None:
    """Time that was added for sub-accounts is there for the looks that come after."""

    async def work() -> int:
        talk = line(deadline=10)
        await talk.ask()
        talk.session.deadline.extend(10)
        await asyncio.sleep(11)
        await talk.ask()
        return len(talk.exchange.arrived)

    assert run(work()) == 2


@pytest.mark.parametrize(("seconds", "sent"), [(0, 0), (0.5, 1)])
def test_a_deadline_may_be_short(seconds: float, sent: int) -> None:
    """While there is any time a request is sent; with none left, nothing is."""

    async def work() -> int:
        talk = line(deadline=seconds)
        await (talk.ask() if sent else talk.fails())
        return len(talk.exchange.arrived)

    assert run(work()) == sent


def test_only_the_deadline_bounds_the_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long they take together: the library that repeats them has no bound of its own."""
    minutes = count(step=60)
    monkeypatch.setattr("time.monotonic", lambda: float(next(minutes)))

    async def work() -> Reason:
        return await line(status(503)).fails()

    assert run(work()).attempts == 4


def test_an_interrupted_look_is_interrupted() -> None:
    """Somebody who presses Ctrl-C gets no reason, but an end."""

    async def work() -> float:
        async def hang(_: httpx.Request) -> httpx.Response:
            await asyncio.sleep(3_000)
            return answer()

        task = asyncio.create_task(line(hang).ask())
        await asyncio.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return now()

    assert run(work()) == pytest.approx(1, abs=1e-3)


def test_another_try_is_no_news(caplog: pytest.LogCaptureFixture) -> None:
    """What is tried again is told once, at its end: nothing of it is logged."""

    async def work() -> list[Any]:
        return await line(httpx.Response(503), answer("x")).ask()

    with caplog.at_level(logging.NOTSET):
        assert run(work()) == ["x"]
    assert [entry for entry in caplog.records if entry.name.startswith("stamina")] == []
