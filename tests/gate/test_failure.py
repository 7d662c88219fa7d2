"""Every way in which a request can go wrong has an outcome that somebody decided on."""

import inspect
import ssl
from importlib import import_module

import httpx
import pytest
from tests.each import each

from readiness.domain.answer import Cause, Reason
from readiness.gate.body import BadBodyError
from readiness.gate.failure import (
    RETRYABLE_STATUSES,
    CallFailedError,
    LookFailedError,
    classify,
    of_status,
    stopped,
)
from readiness.gate.transport import GateRefusedError

OUTCOMES: dict[str, tuple[Cause, bool]] = {
    "HTTPError": (Cause.CONNECTION, True),
    "RequestError": (Cause.CONNECTION, True),
    "TransportError": (Cause.CONNECTION, True),
    "TimeoutException": (Cause.TIMEOUT, True),
    "ConnectTimeout": (Cause.TIMEOUT, True),
    "ReadTimeout": (Cause.TIMEOUT, True),
    "WriteTimeout": (Cause.TIMEOUT, True),
    "PoolTimeout": (Cause.TIMEOUT, True),
    "NetworkError": (Cause.CONNECTION, True),
    "ConnectError": (Cause.CONNECTION, True),
    "ReadError": (Cause.CONNECTION, True),
    "WriteError": (Cause.CONNECTION, True),
    "CloseError": (Cause.CONNECTION, True),
    "ProxyError": (Cause.CONNECTION, True),
    "UnsupportedProtocol": (Cause.CONNECTION, False),
    "ProtocolError": (Cause.CONNECTION, True),
    "LocalProtocolError": (Cause.CONNECTION, True),
    "RemoteProtocolError": (Cause.CONNECTION, True),
    "DecodingError": (Cause.BAD_BODY, True),
    "TooManyRedirects": (Cause.REDIRECT, False),
    "HTTPStatusError": (Cause.CONNECTION, True),
    "InvalidURL": (Cause.CONNECTION, False),
    "CookieConflict": (Cause.BAD_BODY, False),
    "StreamError": (Cause.CONNECTION, True),
    "StreamConsumed": (Cause.CONNECTION, True),
    "StreamClosed": (Cause.CONNECTION, True),
    "ResponseNotRead": (Cause.CONNECTION, True),
    "RequestNotRead": (Cause.CONNECTION, True),
}
"""httpx's exceptions: what each one means, and whether another try can help."""

EXPORTED: dict[str, type[Exception]] = {
    name: value
    for name in httpx.__all__
    if inspect.isclass(value := getattr(httpx, name)) and issubclass(value, Exception)
}


def built(kind: type[Exception]) -> Exception:
    """One of a kind, whatever its constructor wants."""
    needed = {
        name: httpx.Request("GET", "https://www.okx.com")
        if name == "request"
        else httpx.Response(500)
        if name == "response"
        else "Bearer of a secret: s3cr3t"
        for name, parameter in inspect.signature(kind).parameters.items()
        if parameter.default is inspect.Parameter.empty
        and parameter.kind is not inspect.Parameter.VAR_POSITIONAL
    }
    return kind(**needed)


def test_every_exception_of_httpx_is_decided_on() -> None:
    """A new version of httpx with a new exception makes this test fail, not a scan."""
    assert set(OUTCOMES) == set(EXPORTED)


@pytest.mark.parametrize("name", OUTCOMES)
def test_httpx(name: str) -> None:
    """Each exception has its cause, says whether to try again, and none of its words is used."""
    failure = classify(built(EXPORTED[name]))
    assert failure is not None
    assert (failure.cause, failure.retry) == OUTCOMES[name]
    assert failure.text == name
    assert not failure.clock
    assert failure.wait == 0


@pytest.mark.parametrize(
    ("error", "cause", "retry"),
    [
        (GateRefusedError("not a request of the catalogue"), Cause.GATE, False),
        (BadBodyError("no envelope"), Cause.BAD_BODY, True),
        (TimeoutError(), Cause.TIMEOUT, True),
        (ssl.SSLError("bad certificate"), Cause.TLS, True),
        (ssl.SSLCertVerificationError("expired"), Cause.TLS, True),
        (ConnectionResetError(), Cause.CONNECTION, True),
        (BrokenPipeError(), Cause.CONNECTION, True),
        (OSError(24, "Too many open files"), Cause.CONNECTION, True),
    ],
)
def test_other_exceptions(error: Exception, cause: Cause, retry: bool) -> None:
    """The gate's own refusals, bodies, time-outs, TLS, and what the system says by itself."""
    failure = classify(error)
    assert failure is not None
    assert (failure.cause, failure.retry) == (cause, retry)


def _raised_from(outer: Exception, inner: Exception, *, explicit: bool) -> Exception:
    try:
        try:
            raise inner
        except Exception as error:
            if explicit:
                raise outer from error
            raise outer  # noqa: B904 - it is the implicit context that is meant
    except type(outer) as error:
        return error


@pytest.mark.parametrize("explicit", [True, False])
def test_tls_is_found_below_other_errors(explicit: bool) -> None:
    """A certificate problem that httpx calls a connection error is told as what it is."""
    inner = _raised_from(OSError("handshake"), ssl.SSLError("expired"), explicit=explicit)
    error = _raised_from(httpx.ConnectError("failed"), inner, explicit=explicit)
    failure = classify(error)
    assert failure is not None
    assert (failure.cause, failure.retry) == (Cause.TLS, True)


def test_tls_is_found_in_a_cause_that_came_from_elsewhere() -> None:
    """A library may keep an error, and name it as the cause when nothing is being handled."""
    error = httpx.ConnectError("failed")
    error.__cause__ = ssl.SSLError("expired")
    failure = classify(error)
    assert failure is not None
    assert failure.cause is Cause.TLS


def test_what_our_own_refusals_say_is_kept() -> None:
    """The gate and the reader of bodies have sentences and values of their own."""
    refused = classify(GateRefusedError("not a request of the catalogue"))
    assert refused is not None
    assert refused.text == "not a request of the catalogue"
    rubbish = classify(BadBodyError("no {what}", what="envelope"))
    assert rubbish is not None
    assert (rubbish.text, dict(rubbish.values)) == ("no {what}", {"what": "envelope"})


def test_what_is_not_sent_any_more() -> None:
    """It says after which answer, and trying again would send it after all."""
    failure = stopped("EAPI:Invalid key")
    assert (failure.cause, failure.retry) == (Cause.NOT_ASKED, False)
    assert failure.text.format(**failure.values) == (
        "nothing more was sent after the answer EAPI:Invalid key"
    )


@pytest.mark.parametrize(
    ("status", "asked", "waits", "banned"),
    [
        (418, 0.0, 120.0, True),
        (418, 7.0, 7.0, True),
        (500, 0.0, 0.0, False),
        (503, 7.0, 7.0, False),
    ],
)
def test_a_ban_is_waited_for(status: int, asked: float, waits: float, banned: bool) -> None:
    """A ban without an end lasts two minutes; any other status only as long as is asked."""
    failure = of_status(status, wait=asked)
    assert (failure.wait, failure.banned) == (waits, banned)


@pytest.mark.parametrize("kind", [ValueError, KeyError, AssertionError, RuntimeError, TypeError])
def test_a_defect_is_no_failure_of_the_exchange(kind: type[Exception]) -> None:
    """What only a mistake in the tool can raise is not retried and not reported as a look."""
    assert classify(kind("a mistake")) is None


CCXT = [
    kind
    for kind in vars(import_module("ccxt.base.errors")).values()
    if inspect.isclass(kind) and issubclass(kind, Exception)
]


def test_ccxt_has_its_exceptions() -> None:
    """The list below is not empty by mistake."""
    assert len(CCXT) >= 40


@pytest.mark.parametrize("kind", CCXT, ids=lambda kind: kind.__name__)
def test_exceptions_of_ccxt_decide_nothing(kind: type[Exception]) -> None:
    """As ccxt sends nothing, its classes mean nothing here: none is taken for an answer."""
    assert classify(kind("okx GET https://www.okx.com 429 Too Many Requests")) is None


@each("status", [*range(300, 600), 600, 999], str)
def test_every_status(status: int) -> None:
    """Each status that is no success fails; only what may pass by itself is tried again."""
    failure = of_status(status, wait=7)
    assert failure.code == str(status)
    if status == 429:
        assert (failure.cause, failure.retry, failure.wait) == (Cause.RATE_LIMIT, True, 7)
    elif status < 400:
        assert (failure.cause, failure.retry) == (Cause.REDIRECT, False)
    else:
        retried = status in (408, 425) or 500 <= status < 600
        assert (failure.cause, failure.retry) == (Cause.HTTP_STATUS, retried)
        assert (status in RETRYABLE_STATUSES) == retried


def test_a_failure_shows_nothing_of_what_was_said() -> None:
    """Its own text is the kind of failure, so that a traceback of it gives nothing away."""
    failure = CallFailedError(Cause.EXCHANGE_CODE, code="50026", text="s3cr3t", retry=True)
    assert str(failure) == "exchange-code"
    assert "s3cr3t" not in repr(failure)
    reason = Reason(cause=Cause.TIMEOUT, text="s3cr3t")
    assert str(LookFailedError(reason)) == "timeout"
