"""One request through a session: signed late, sent through the gate, told without secrets."""

import asyncio
import base64
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from tests.gate.support import (
    BALANCE,
    CLOCK,
    EPOCH,
    KEY,
    ORDERS,
    ORIGIN,
    SECRET,
    SIGNATURE,
    PlainDialect,
    Question,
    answer,
    line,
    refusal,
)
from tests.gate.virtual import now, run

from readiness.domain.answer import Cause, Reason
from readiness.domain.snapshot import Requests
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Askable, Signed
from readiness.gate.failure import LookFailedError
from readiness.gate.limits import Limits
from readiness.gate.route import Limit, Per, Route
from readiness.gate.session import Patience


def test_rows_come_back_as_they_were_sent() -> None:
    """An honest answer is parsed and handed over, and one request has left."""

    async def work() -> tuple[list[Any], Requests, httpx.Request]:
        talk = line(answer({"ccy": "BTC", "bal": "1.10"}))
        rows = await talk.ask(ccy="BTC")
        return rows, talk.session.requests, talk.exchange.arrived[0][1]

    rows, requests, sent = run(work())
    assert rows == [{"ccy": "BTC", "bal": "1.10"}]
    assert requests == Requests(sent=1, retried=0, refused=0)
    assert (sent.method, sent.url.raw_path) == ("GET", b"/api/balance?ccy=BTC")
    assert (sent.headers["x-key"], sent.headers["x-sign"]) == (KEY, SIGNATURE)
    assert "authorization" not in sent.headers


def test_no_step_of_a_request_takes_for_ever() -> None:
    """What owns the sockets is told how long it may connect, write, read and wait for a place."""

    async def work() -> httpx.Request:
        talk = line(answer())
        await talk.ask()
        return talk.exchange.arrived[0][1]

    steps = ("connect", "read", "write", "pool")
    assert run(work()).extensions == {"timeout": dict.fromkeys(steps, 5)}


def test_nothing_of_one_answer_is_in_the_next_request() -> None:
    """A cookie that the exchange sets is not kept, not even for the address that set it."""

    async def work() -> list[httpx.Request]:
        first = httpx.Response(200, json={"code": "0", "data": []}, headers={"Set-Cookie": "a=b"})
        talk = line(first, answer())
        await talk.ask()
        await talk.ask()
        return [request for _, request in talk.exchange.arrived]

    one, other = run(work())
    assert "cookie" not in other.headers
    assert list(one.headers) == list(other.headers)


def test_what_needs_no_key_is_not_signed() -> None:
    """The clock is asked without a word about whose session it is."""

    async def work() -> httpx.Request:
        talk = line()
        await talk.session.read_clock()
        return talk.exchange.arrived[0][1]

    assert "x-key" not in run(work()).headers


def test_a_signature_is_made_after_waiting() -> None:
    """Whoever waits for its place in the window is signed when it leaves, not when it came."""

    async def work() -> list[tuple[float, int]]:
        slow = Question("balance", BALANCE.route, Limit(1, 40, Per.USER))
        talk = line()
        await asyncio.gather(*(talk.ask(slow) for _ in range(3)))
        return talk.dialect.signed_at

    signed = run(work())
    assert [round(at) for at, _ in signed] == [0, 40, 80]
    assert [round(clock / 1000 - EPOCH) for _, clock in signed] == [0, 40, 80]


@pytest.mark.parametrize(
    ("per", "same_owner", "seconds"),
    [(Per.IP, True, 30), (Per.IP, False, 30), (Per.USER, True, 30), (Per.USER, False, 0)],
)
def test_whom_a_limit_is_counted_for(per: Per, same_owner: bool, seconds: float) -> None:
    """Accounts at one address share what is counted by IP, and by user only with the same uid."""

    async def work() -> float:
        limits = Limits()
        question = Question("balance", BALANCE.route, Limit(1, 30, per))
        for uid in ("1", "1" if same_owner else "2"):
            talk = line(limits=limits)
            talk.session.belongs_to(uid)
            await talk.ask(question)
        return now()

    assert run(work()) == pytest.approx(seconds, abs=0.1)


def test_before_the_owner_is_known_nobody_else_is_counted() -> None:
    """The first question of two different keys does not have to wait for one another."""

    async def work() -> float:
        limits = Limits()
        question = Question("balance", BALANCE.route, Limit(1, 30, Per.USER))
        for _ in range(2):
            await line(limits=limits).ask(question)
        return now()

    assert run(work()) == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize(
    "question",
    [
        Question("withdraw", Route("POST", "/api/withdraw")),
        Question("balance", Route("POST", "/api/balance")),
        Question("history", Route("GET", "/api/balance/history")),
        Question("balance", Route("GET", "/api/balance", frozenset({"uid"}))),
    ],
    ids=lambda question: f"{question.route.method} {question.route.path}",
)
def test_what_the_gate_refuses_is_a_reason_and_never_tried_again(question: Question) -> None:
    """A request that is not in the catalogue fails as such, and nothing is sent."""

    async def work() -> tuple[Reason, Requests, int]:
        talk = line()
        params = dict.fromkeys(question.route.parameters, "1")
        reason = await talk.fails(question, **params)
        return reason, talk.session.requests, len(talk.exchange.arrived)

    reason, requests, arrived = run(work())
    assert (reason.cause, reason.attempts, arrived) == (Cause.GATE, 1, 0)
    assert requests == Requests(sent=0, retried=0, refused=1)


ECHOES: dict[str, Callable[[httpx.Request], str]] = {
    "as headers": lambda request: str(dict(request.headers)),
    "as json": lambda request: json.dumps(dict(request.headers)),
    "as a query": lambda request: str(httpx.QueryParams(dict(request.headers))),
    "as base64": lambda request: base64.b64encode(request.headers["x-sign"].encode()).decode(),
    "in hexadecimal": lambda request: request.headers["x-sign"].encode().hex(),
    "backwards": lambda request: request.headers["x-sign"][::-1],
    "as the url": lambda request: f"not allowed: {request.url}",
}


class SignsTheUrl(PlainDialect):
    """Signs in the query, as Binance does."""

    def sign(self, request: Askable, params: Any, now_ms: int) -> Signed:
        return super().sign(request, {**params, "ccy": SIGNATURE}, now_ms)


@pytest.mark.parametrize("echo", ECHOES)
@pytest.mark.parametrize("dialect", [PlainDialect, SignsTheUrl])
def test_an_exchange_that_echoes_the_request_gives_nothing_away(
    echo: str, dialect: type[PlainDialect]
) -> None:
    """Key and signature are masked in a reason, in whatever encoding they come back."""

    async def work() -> tuple[str, str]:
        texts: list[str] = []

        def reply(request: httpx.Request) -> httpx.Response:
            texts.append(ECHOES[echo](request))
            return refusal("final", f"{texts[0]} from 203.0.113.7 of bob@example.com")

        reason = await line(reply, dialect=dialect()).fails()
        return texts[0], reason.model_dump_json()

    echoed, shown = run(work())
    assert len(echoed) > 40
    based = base64.b64encode(SIGNATURE.encode()).decode()
    signatures = (SIGNATURE, SIGNATURE[::-1], SIGNATURE.encode().hex(), based)
    for secret in (KEY, SECRET, *signatures, "203.0.113.7", "bob"):
        assert secret not in shown
        assert secret[:8] not in shown or len(secret) < 9


FORM_SIGNATURE = "0123456789abcdef+AbCdEf*@:,-~.Yz"
"""As short as a signature can be; written in a query, not every letter is encoded."""


class SignsInItsOwnWay(PlainDialect):
    """Nothing of its signature stands in a header, and it has its own way to encode it."""

    def sign(self, request: Askable, params: Any, now_ms: int) -> Signed:
        said = f"ccy={params['ccy']}&limit={FORM_SIGNATURE.replace('@', '%40')}"
        return Signed(f"{ORIGIN}{request.route.path}?{said}", {"X-KEY": KEY})


@pytest.mark.parametrize("decoded", [False, True])
def test_whatever_of_a_request_is_long_is_hidden_and_nothing_short(*, decoded: bool) -> None:
    """As it was sent and as it is meant; names and numbers may well be what the answer is about."""

    def reply(request: httpx.Request) -> httpx.Response:
        said = request.url.query.decode()
        value = said.partition("limit=")[2]
        return refusal("final", f"USDT in main: {unquote(value) if decoded else value}")

    async def work() -> Reason:
        return await line(reply, dialect=SignsInItsOwnWay()).fails(ccy="USDT")

    assert len(FORM_SIGNATURE) == 32
    assert run(work()).text == "USDT in main: [redacted]"


def test_a_code_is_cleaned_as_well() -> None:
    """The exchange decides what stands in the field of its code."""

    async def work() -> Reason:
        return await line(refusal(f"{KEY}\x1b[31m", "no")).fails()

    assert run(work()).code == "[redacted] [31m"


def test_what_a_reason_says() -> None:
    """The exchange's code and words, the request and the number of tries."""

    async def work() -> Reason:
        return await line(refusal("final", "not\nfor you")).fails(ORDERS)

    assert run(work()) == Reason(
        cause=Cause.EXCHANGE_CODE, request="orders", code="final", text="not for you", attempts=1
    )


def test_no_chain_of_exceptions_shows_what_the_exchange_said() -> None:
    """The error that leaves a session hides the one with the unredacted text."""

    async def work() -> LookFailedError:
        talk = line(refusal("final", f"bad key {SECRET}"))
        with pytest.raises(LookFailedError) as error:
            await talk.ask()
        return error.value

    error = run(work())
    assert error.__cause__ is None
    assert error.__suppress_context__
    assert str(error) == "exchange-code"


def test_rows_of_another_shape_are_no_answer() -> None:
    """A parser that does not understand the rows has the request tried again, then fails."""

    def parse(_: list[Any]) -> int:
        raise BadBodyError("a row of another shape")

    async def work() -> tuple[Reason, int]:
        talk = line(answer("x"))
        with pytest.raises(LookFailedError) as error:
            await talk.session.ask(BALANCE, {}, parse)
        return error.value.reason, len(talk.exchange.arrived)

    reason, arrived = run(work())
    assert (reason.cause, reason.text, reason.attempts) == (
        Cause.BAD_BODY,
        "a row of another shape",
        4,
    )
    assert arrived == 4


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), ZeroDivisionError()])
def test_a_defect_is_not_told_as_the_exchanges_fault(error: Exception) -> None:
    """A mistake of ours is raised, at once and as it is, and its place in the window is free."""

    def parse(_: list[Any]) -> int:
        raise error

    async def work() -> int:
        talk = line(limits=Limits())
        once = Question("balance", BALANCE.route, Limit(1, 30, Per.USER))
        with pytest.raises(type(error)):
            await talk.session.ask(once, {}, parse)
        await talk.ask(once)
        return len(talk.exchange.arrived)

    assert run(work()) == 2


def test_an_answer_larger_than_any_can_be() -> None:
    """An endless body is left in the middle, and the connection is closed."""
    closed: list[bool] = []
    given: list[int] = []

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> Any:
            while True:
                given.append(2**20)
                yield b" " * 2**20

        async def aclose(self) -> None:
            closed.append(True)

    async def work() -> Reason:
        talk = line(
            lambda _: httpx.Response(200, stream=Endless()), patience=Patience(5, attempts=1)
        )
        return await talk.fails()

    reason = run(work())
    assert (reason.cause, reason.text) == (Cause.BAD_BODY, "larger than any answer can be")
    assert closed == [True]
    assert sum(given) <= 33 * 2**20


def test_the_largest_answer_is_read_to_its_end() -> None:
    """White space behind a document is JSON, as much of it as there may be; and not a byte more."""
    body = answer("x").content
    body += b" " * (32 * 2**20 - len(body))

    async def work() -> tuple[list[Any], Reason]:
        larger = line(httpx.Response(200, content=body + b" "), patience=Patience(5, attempts=1))
        return await line(httpx.Response(200, content=body)).ask(), await larger.fails()

    rows, reason = run(work())
    assert rows == ["x"]
    assert reason.text == "larger than any answer can be"


def test_the_clock_is_known_once_it_was_read() -> None:
    """The offset is the difference to the middle of asking, and nothing before that."""

    async def work() -> tuple[int | None, int, int | None, int]:
        talk = line()

        async def told(_: httpx.Request) -> httpx.Response:
            await asyncio.sleep(1)
            reply = talk.exchange.told_time(ahead=60)
            await asyncio.sleep(1)
            return reply

        talk.exchange.clock_script = [told]
        before = talk.session.clock_offset_ms
        doubt = talk.session.clock_doubt_ms
        await talk.session.read_clock()
        assert talk.exchange.paths == [CLOCK.route.path]
        return before, doubt, talk.session.clock_offset_ms, talk.session.clock_doubt_ms

    before, doubt, after, known = run(work())
    assert before is None
    assert doubt == 35_000
    assert after == pytest.approx(60_000, abs=1)
    assert known == pytest.approx(2_000, abs=1)


def test_exchange_time_goes_on() -> None:
    """The exchange's time is ours, put right by the offset."""

    async def work() -> list[float]:
        talk = line()
        talk.exchange.clock_script = [lambda _: talk.exchange.told_time(ahead=-20)]
        assert talk.session.exchange_ms() == int(EPOCH * 1000)
        times = [talk.session.exchange_ms() / 1000 - EPOCH]
        await talk.session.read_clock()
        await asyncio.sleep(100)
        return [*times, talk.session.exchange_ms() / 1000 - EPOCH]

    assert run(work()) == pytest.approx([0, 80], abs=0.1)


def test_what_is_wrong_with_rows_is_told_without_secrets() -> None:
    """The values of a sentence of ours come from the answer, so they are redacted as well."""

    def parse(rows: list[Any]) -> int:
        raise BadBodyError("no {field} in {{rows}}", field=rows[0]["x"])

    async def work() -> Reason:
        talk = line(answer({"x": f"echo {SECRET}"}))
        with pytest.raises(LookFailedError) as error:
            await talk.session.ask(BALANCE, {}, parse)
        return error.value.reason

    reason = run(work())
    assert reason.text == "no {field} in {{rows}}"
    assert dict(reason.values) == {"field": "echo [redacted]"}
