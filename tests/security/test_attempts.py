"""Every way around the gate that we can think of is refused, before anything is opened."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Final

import httpx
import pytest
from tests.security import wires
from tests.security.attempts import FORM, LISTED, REDIRECTS, TABLES, Attempt, Door, get, post

from readiness.domain.answer import Cause
from readiness.gate.failure import LookFailedError
from readiness.gate.transport import GateRefusedError

PAGE: Final = Path(__file__).parents[2] / "docs" / "security.md"


def each() -> Iterator[object]:
    """Every attempt by its number, with the exchange that it is made at."""
    numbers = count(1)
    for exchange, table in TABLES.values():
        for name, attempt in table.items():
            yield pytest.param(exchange, attempt, id=f"{next(numbers)}-{name}")


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    return wires.shut(monkeypatch)


def outcome(act: Callable[[], Awaitable[object]]) -> str:
    """What comes of an attempt: that the gate refused it, or that it was let through."""

    async def inside() -> object:
        return await act()

    try:
        asyncio.run(inside())
    except GateRefusedError:
        return "the gate"
    except LookFailedError as failure:
        return "the gate" if failure.reason.cause is Cause.GATE else "let through"
    except (httpx.TransportError, OSError):
        return "let through"
    return "let through"


@pytest.mark.parametrize(("exchange", "attempt"), list(each()))
def test_an_attempt_is_refused(exchange: str, attempt: Attempt, tried: list[object]) -> None:
    """Nothing is opened, nothing is looked up, and it is the gate that says no."""
    assert outcome(lambda: attempt(Door.of(exchange))) == "the gate"
    assert tried == []


@pytest.mark.parametrize(
    ("exchange", "listed", "host"),
    [
        ("okx", get(LISTED), b"openapi.okx.com"),
        ("okx", lambda door: door.ask(door.adapter.key), b"openapi.okx.com"),
        ("kraken", post(b"nonce=1"), b"api.kraken.com"),
    ],
)
def test_what_is_listed_is_tried(
    exchange: str, listed: Attempt, host: bytes, tried: list[object]
) -> None:
    """The same client does look for its exchange to ask what it may: the tests have teeth."""
    assert outcome(lambda: listed(Door.of(exchange))) == "let through"
    assert tried == [host]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("location", REDIRECTS.values(), ids=REDIRECTS)
def test_a_redirect_leads_nowhere(status: int, location: str) -> None:
    """A client that is told to follow is stopped; a session does not follow at all."""
    arrived: list[str] = []

    def reply(request: httpx.Request) -> httpx.Response:
        arrived.append(str(request.url))
        return httpx.Response(status, headers={"Location": location})

    door = Door.of("okx", httpx.MockTransport(reply))
    assert outcome(lambda: door.client.get(LISTED, follow_redirects=True)) == "the gate"
    assert arrived == [LISTED]
    with pytest.raises(LookFailedError) as failure:
        asyncio.run(_ask(door))
    assert failure.value.reason.cause is Cause.REDIRECT
    assert len(arrived) == 2


async def _ask(door: Door) -> object:
    return await door.ask(door.adapter.catalogue["account/balance"])


@pytest.mark.parametrize("status", [307, 308])
def test_a_form_is_not_sent_on(status: int) -> None:
    """These keep the verb and the form: an act would be one request away."""
    arrived: list[str] = []

    def reply(request: httpx.Request) -> httpx.Response:
        arrived.append(str(request.url))
        return httpx.Response(status, headers={"Location": "/0/private/AddOrder"})

    door = Door.of("kraken", httpx.MockTransport(reply))
    told = {"content": b"nonce=1", "follow_redirects": True}
    assert outcome(lambda: door.client.post(FORM, **told)) == "the gate"  # type: ignore[arg-type]
    assert arrived == [FORM]


def test_the_page_lists_every_attempt() -> None:
    """`docs/security.md` has each of them by its number and name."""
    page, number = PAGE.read_text(encoding="utf-8"), 0
    for group, (_, table) in TABLES.items():
        numbers = f"{number + 1}-{number + len(table)}"
        number += len(table)
        assert f"| {numbers} | {group} | {', '.join(table)} |\n" in page, numbers
