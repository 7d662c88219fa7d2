"""One request to the user's receiver: how often, how long, and that nothing else is sent."""

import asyncio
import logging
import ssl
from collections.abc import Callable

import httpx
import pytest
from tests.gate import virtual
from tests.notify import receiver as server
from tests.notify.receiver import Answer, receiving, status

from readiness.config import Secret
from readiness.domain.answer import Cause
from readiness.gate.failure import CallFailedError
from readiness.notify.web import Courier, Patience, why_not

CANARY = "CANARY5ecret0token"
QUICK = Patience(timeout=5, first_pause=0)
HASTY = Patience(timeout=0.3, attempts=2, first_pause=0)


def bring(base_url: str, patience: Patience = QUICK) -> None:
    """Send a request with a secret in its path."""
    url = Secret(f"{base_url}/hook/{CANARY}")
    asyncio.run(Courier(None, patience).bring("POST", url, b'{"a": 1}'))


def failure(base_url: str, patience: Patience = QUICK) -> CallFailedError:
    """What it fails with; neither it nor what it came from knows the URL."""
    with pytest.raises(CallFailedError) as caught:
        bring(base_url, patience)
    link: BaseException | None = caught.value
    while link is not None:
        assert CANARY not in f"{link!r}{link}{link.__dict__}"
        link = link.__cause__ or link.__context__
    assert CANARY not in why_not(caught.value)
    return caught.value


def test_one_post_of_json() -> None:
    """With the tool's name, and nothing that tells of the machine."""
    with receiving() as there:
        bring(there.base_url)
    (got,) = there.got
    assert (got.method, got.path, got.json) == ("POST", f"/hook/{CANARY}", {"a": 1})
    assert got.headers["content-type"] == "application/json"
    assert got.headers["user-agent"].startswith("readiness/")
    assert set(got.headers) <= {
        "host",
        "accept",
        "accept-encoding",
        "connection",
        "user-agent",
        "content-type",
        "content-length",
    }


@pytest.mark.parametrize("code", [200, 201, 202, 204, 299])
def test_every_success_is_success(code: int) -> None:
    """The receiver may say which."""
    with receiving(status(code)) as there:
        bring(there.base_url)
    assert len(there.got) == 1


@pytest.mark.parametrize(
    "trouble",
    [
        status(500, b"<html>"),
        status(503, Retry_After="0"),
        status(429),
        status(408),
        server.reset,
        server.cut,
        server.garbage,
    ],
)
def test_what_may_pass_is_tried_again(trouble: Answer) -> None:
    """With the same body, until it works."""
    with receiving(trouble, trouble, status(200)) as there:
        bring(there.base_url)
    assert len(there.got) == 3
    assert len({got.body for got in there.got}) == 1


@pytest.mark.parametrize(
    ("trouble", "cause", "tries"),
    [
        (status(500), Cause.HTTP_STATUS, 3),
        (status(400), Cause.HTTP_STATUS, 1),
        (status(401), Cause.HTTP_STATUS, 1),
        (status(404), Cause.HTTP_STATUS, 1),
        (status(301, Location="/elsewhere"), Cause.REDIRECT, 1),
        (status(307, Location="http://127.0.0.1:1/"), Cause.REDIRECT, 1),
        (status(304), Cause.REDIRECT, 1),
        (status(429, Retry_After="3600"), Cause.RATE_LIMIT, 1),
        (server.reset, Cause.CONNECTION, 3),
        (server.cut, Cause.CONNECTION, 3),
        (server.garbage, Cause.CONNECTION, 3),
    ],
)
def test_what_lasts_is_a_failure(trouble: Answer, cause: Cause, tries: int) -> None:
    """Tried as often as it makes sense; a redirect is never followed."""
    with receiving(trouble) as there:
        problem = failure(there.base_url)
    assert problem.cause is cause
    assert there.paths == [f"/hook/{CANARY}"] * tries


@pytest.mark.parametrize("trouble", [server.silence, server.drip])
def test_a_try_has_an_end(trouble: Answer) -> None:
    """Also when something arrives all the time, but never an answer."""
    with receiving(trouble) as there:
        assert failure(there.base_url, HASTY).cause is Cause.TIMEOUT


def test_the_body_of_an_answer_is_not_read() -> None:
    """It may never end."""
    with receiving(server.endless) as there:
        bring(there.base_url)


def test_nobody_listens() -> None:
    """Told as what it is."""
    with receiving() as there:
        pass
    assert why_not(failure(there.base_url)) == "no connection to its server"


def test_the_configured_proxy_is_used() -> None:
    """As for exchanges: it wins, also over the environment's."""
    with receiving() as proxy:
        courier = Courier(proxy.base_url, QUICK)
        asyncio.run(courier.bring("GET", Secret("http://127.0.0.1:1/ping")))
    (got,) = proxy.got
    assert got.path == "http://127.0.0.1:1/ping"


def test_the_environments_proxy_is_not_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stays here is sent directly."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("all_proxy", "http://127.0.0.1:1")
    with receiving() as there:
        bring(there.base_url)
    assert len(there.got) == 1


def answering(*answers: Callable[[httpx.Request], httpx.Response]) -> httpx.MockTransport:
    """A transport that answers like this, one after the other."""
    left = iter(answers)

    def answer(request: httpx.Request) -> httpx.Response:
        return next(left)(request)

    return httpx.MockTransport(answer)


def raising(error: Exception) -> Callable[[httpx.Request], httpx.Response]:
    def fail(_: httpx.Request) -> httpx.Response:
        raise error

    return fail


def code(number: int, **headers: str) -> Callable[[httpx.Request], httpx.Response]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: httpx.Response(number, headers=named)


def spent(transport: httpx.AsyncBaseTransport) -> tuple[float, CallFailedError | None]:
    """Seconds of virtual time that a request takes with the usual patience, and its end."""

    async def work() -> tuple[float, CallFailedError | None]:
        courier = Courier(None, Patience(), transport, wall_clock=lambda: 0.0)
        try:
            await courier.bring("GET", Secret(f"https://notify.example.com/{CANARY}"))
        except CallFailedError as problem:
            return virtual.now(), problem
        return virtual.now(), None

    return virtual.run(work())


@pytest.mark.parametrize(
    ("answers", "seconds"),
    [
        ((code(200),), 0),
        ((code(500), code(200)), 1),
        ((code(500), code(500), code(200)), 3),
        ((code(503, Retry_After="7"), code(200)), 7),
        ((code(429, Retry_After="15"), code(200)), 15),
    ],
)
def test_pauses(answers: tuple[Callable[..., httpx.Response], ...], seconds: float) -> None:
    """A second, then two; or as long as the receiver asks for."""
    took, problem = spent(answering(*answers))
    assert problem is None
    assert took == pytest.approx(seconds, abs=0.01)


def test_patience_is_bounded() -> None:
    """Three tries of ten seconds and two pauses, however slow the other side is."""

    class Slow(httpx.AsyncBaseTransport):
        """Never answers."""

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            """Wait for an hour."""
            await asyncio.sleep(3000)
            return httpx.Response(200)

    took, problem = spent(Slow())
    assert problem is not None
    assert problem.cause is Cause.TIMEOUT
    assert took == pytest.approx(33, abs=0.01)


def test_tls_is_told_apart() -> None:
    """A certificate is another matter than a cable."""
    broken = httpx.ConnectError(f"certificate of {CANARY}")
    broken.__cause__ = ssl.SSLError(1, CANARY)
    _, problem = spent(answering(*[raising(broken)] * 3))
    assert problem is not None
    assert "TLS" in why_not(problem)


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Httpx and its parts, and the retries, would write down the URL."""
    names = ("", "httpx", "httpcore.connection", "httpcore.http11", "stamina")
    for name in names:
        caplog.set_level(1, logger=name)
    with receiving(status(500), status(200)) as there:
        bring(there.base_url)
    told = [record for record in caplog.records if not record.name.startswith("asyncio")]
    assert told == []
    assert logging.getLogger("httpx").filters


def test_every_cause_has_words() -> None:
    """None of them empty, and none speaks of an exchange."""
    for cause in Cause:
        words = why_not(CallFailedError(cause, code="500", text=CANARY, retry=False))
        assert words
        assert "exchange" not in words
        assert CANARY not in words
