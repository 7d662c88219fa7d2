"""Reads by POST: a form that leaves in turn, and numbers that arrive in their order."""

import asyncio
from collections.abc import Mapping
from urllib.parse import parse_qs

import httpx
import pytest
from tests.gate.support import (
    FORM,
    KEY,
    SIGNATURE,
    FormDialect,
    Line,
    PlainDialect,
    Question,
    Step,
    answer,
    line,
    refusal,
)
from tests.gate.virtual import now, run

from readiness.domain.answer import Cause, Reason
from readiness.gate.dialect import Askable, Signed
from readiness.gate.route import Limit, Per, Route


def numbers(talk: Line) -> list[int]:
    """The number in each form, as they arrived."""
    return [int(parse_qs(request.content.decode())["nonce"][0]) for _, request in _forms(talk)]


def _forms(talk: Line) -> list[tuple[float, httpx.Request]]:
    return [entry for entry in talk.exchange.arrived if entry[1].method == "POST"]


async def _slow(_: httpx.Request) -> httpx.Response:
    await asyncio.sleep(0.3)
    return answer()


def test_a_form_is_sent_as_one() -> None:
    """What the dialect says in a body stands there, with its type and its length."""

    async def work() -> httpx.Request:
        talk = line(dialect=FormDialect())
        await talk.ask(FORM, ccy="two words & more")
        return talk.exchange.arrived[0][1]

    sent = run(work())
    assert (sent.method, sent.url.query) == ("POST", b"")
    assert sent.content == b"nonce=1&ccy=two+words+%26+more"
    assert sent.headers["content-type"] == "application/x-www-form-urlencoded"
    assert sent.headers["content-length"] == str(len(sent.content))
    assert (sent.headers["x-key"], sent.headers["x-sign"]) == (KEY, SIGNATURE)


def test_what_has_no_form_says_nothing_of_one() -> None:
    """A GET carries neither a body nor the type of one."""

    async def work() -> httpx.Request:
        talk = line()
        await talk.ask()
        return talk.exchange.arrived[0][1]

    sent = run(work())
    assert sent.content == b""
    assert "content-type" not in sent.headers


@pytest.mark.parametrize(
    ("path", "names"),
    [("/api/form", frozenset({"ccy"})), ("/api/withdraw", frozenset({"nonce", "ccy"}))],
)
def test_a_form_that_is_not_listed_stays_here(path: str, names: frozenset[str]) -> None:
    """The gate knows which names a form may have, and which paths take one."""

    async def work() -> tuple[Reason, int]:
        talk = line(dialect=FormDialect())
        question = Question("form", Route("POST", path, names))
        reason = await talk.fails(question, **({"uid": "1"} if path == "/api/form" else {}))
        return reason, len(talk.exchange.arrived)

    reason, arrived = run(work())
    assert (reason.cause, arrived) == (Cause.GATE, 0)


def test_numbers_arrive_in_their_order() -> None:
    """However long answers take, the next request is signed only when one is answered."""

    async def work() -> list[int]:
        talk = line(_slow, dialect=FormDialect())
        await asyncio.gather(*(talk.ask(FORM) for _ in range(12)))
        return numbers(talk)

    assert run(work()) == list(range(1, 13))


def test_numbers_grow_across_retries_as_well() -> None:
    """A try that failed is signed anew, behind what has left meanwhile."""

    async def work() -> list[int]:
        script: list[Step] = [refusal("busy"), httpx.ReadError("x"), refusal("busy"), _slow]
        talk = line(*script, dialect=FormDialect())
        await asyncio.gather(*(talk.ask(FORM) for _ in range(5)))
        return numbers(talk)

    found = run(work())
    assert found == sorted(set(found))
    assert len(found) == 8


def test_one_is_on_its_way_at_a_time() -> None:
    """Nothing leaves before the request ahead of it was answered or given up."""
    running = 0
    most = 0

    async def counted(_: httpx.Request) -> httpx.Response:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(1)
        running -= 1
        return answer()

    async def work(dialect: PlainDialect, question: Question) -> None:
        talk = line(counted, dialect=dialect)
        await asyncio.gather(*(talk.ask(question) for _ in range(6)))

    run(work(FormDialect(), FORM))
    assert most == 1
    run(work(PlainDialect(), Question("list", Route("GET", "/api/list"))))
    assert most == 6


def test_who_is_given_up_lets_the_next_one_through() -> None:
    """A request that is cancelled in the middle holds nothing back."""

    async def forever(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(1000)
        return answer()

    async def work() -> list[int]:
        talk = line(forever, answer(), dialect=FormDialect())
        first = asyncio.create_task(talk.ask(FORM))
        second = asyncio.create_task(talk.ask(FORM))
        await asyncio.sleep(0.5)
        first.cancel()
        await asyncio.wait([first, second])
        return numbers(talk)

    assert run(work()) == [1, 2]


class EchoedForm(FormDialect):
    """Signs in the form."""

    def sign(self, request: Askable, params: Mapping[str, str], now_ms: int) -> Signed:
        return super().sign(request, {**params, "sign": SIGNATURE}, now_ms)


def test_what_stands_in_a_form_is_not_given_away() -> None:
    """An exchange that quotes the form gives neither key nor signature away."""

    async def work() -> Reason:
        def quote(request: httpx.Request) -> httpx.Response:
            return refusal("final", f"bad form {request.content.decode()} {SIGNATURE} of {KEY}")

        return await line(quote, dialect=EchoedForm()).fails(FORM)

    shown = run(work()).model_dump_json()
    assert KEY not in shown
    assert SIGNATURE not in shown
    assert SIGNATURE.replace("=", "%3D") not in shown


def test_a_key_is_counted_by_itself_from_the_first_request_on() -> None:
    """What is counted by key does not begin anew when its owner becomes known."""
    limit = Limit(2, 60, Per.KEY, pool="/api", decays=True)
    question = Question("form", FORM.route, limit)

    async def work() -> list[float]:
        talk = line(dialect=FormDialect(), key="one")
        await talk.ask(question)
        talk.session.belongs_to("7")
        await talk.ask(question)
        await talk.ask(question)
        return [at for at, _ in talk.exchange.arrived]

    assert run(work()) == pytest.approx([0, 0, 30], abs=0.1)


def test_a_tier_takes_the_place_of_the_lowest_one() -> None:
    """The limits of a pool are those of the account's tier; others stay as they are."""
    pooled = Question("form", FORM.route, Limit(1, 60, Per.KEY, pool="/api", decays=True))
    tier = Limit(4, 40, Per.KEY, pool="/api", decays=True)

    async def work(own: Limit | None) -> float:
        talk = line(dialect=FormDialect(), key="one", tier=own, deadline=1000)
        for _ in range(5):
            await talk.ask(pooled)
        return talk.exchange.arrived[-1][0]

    assert run(work(None)) == pytest.approx(240, abs=0.1)
    assert run(work(tier)) == pytest.approx(10, abs=0.1)
    assert run(work(Limit(9, 1, Per.KEY, pool="/other"))) == pytest.approx(240, abs=0.1)


def test_after_an_answer_that_stops_nothing_more_is_sent() -> None:
    """Where each further request would lock a key out, the others fail without being sent."""

    async def work() -> tuple[list[Reason], int]:
        talk = line(answer(), refusal("stop", "no such key"), answer(), dialect=FormDialect())
        await talk.ask(FORM)
        reasons = await asyncio.gather(*(talk.fails(FORM) for _ in range(4)))
        reasons.append(await talk.fails(FORM))
        return reasons, len(talk.exchange.arrived)

    reasons, arrived = run(work())
    assert arrived == 2
    assert (reasons[0].cause, reasons[0].code) == (Cause.EXCHANGE_CODE, "stop")
    for reason in reasons[1:]:
        assert (reason.cause, dict(reason.values)) == (Cause.NOT_ASKED, {"code": "stop"})


def test_whoever_waits_when_it_stops_is_not_sent_nor_kept_waiting() -> None:
    """One that waits for room is stopped when it has some; one that comes later, at once."""
    slow = Question("form", FORM.route, Limit(1, 60, Per.KEY))

    async def stop(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(1)
        return refusal("stop")

    async def work() -> tuple[list[Reason], float, int]:
        talk = line(stop, dialect=FormDialect())
        reasons = [*await asyncio.gather(talk.fails(slow), talk.fails(slow))]
        began = now()
        reasons.append(await talk.fails(slow))
        return reasons, now() - began, len(talk.exchange.arrived)

    reasons, took, arrived = run(work())
    assert [reason.cause for reason in reasons] == [
        Cause.EXCHANGE_CODE,
        Cause.NOT_ASKED,
        Cause.NOT_ASKED,
    ]
    assert (arrived, took < 1) == (1, True)


def test_who_says_when_to_come_again_is_left_alone_until_then() -> None:
    """A refusal with a moment in it holds back everything in the same budget."""
    question = Question("form", FORM.route, Limit(1000, 1, Per.KEY, pool="/api"))

    async def work() -> list[float]:
        talk = line(dialect=FormDialect(), key="one")
        until = talk.session.exchange_ms() + 20_000
        talk.exchange.script = [refusal("busy", f"until {until}"), answer()]
        await asyncio.gather(*(talk.ask(question) for _ in range(3)))
        return [at for at, _ in talk.exchange.arrived]

    arrived = run(work())
    assert arrived[0] == pytest.approx(0, abs=0.1)
    assert min(arrived[1:]) == pytest.approx(20, abs=0.6)
    assert len(arrived) == 4
