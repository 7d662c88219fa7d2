"""What can go wrong with one request, and whether another try can help."""

import ssl
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import httpx

from readiness.domain.answer import Cause, Reason
from readiness.gate.body import BadBodyError
from readiness.gate.transport import GateRefusedError
from readiness.language import message

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})

RETRYABLE_STATUSES: Final = frozenset({408, 425, 429, *range(500, 600)})
BANNED_STATUS: Final = 418
"""The whole IP address is banned for a while, as Binance uses it."""
SHORTEST_BAN: Final = 120.0
"""Seconds; what is assumed where the exchange does not say how long."""
LIMITED_STATUSES: Final = frozenset({429, BANNED_STATUS})


class CallFailedError(Exception):
    """One try failed.

    Attributes:
        cause: the kind of failure.
        code: the exchange's code or the HTTP status.
        text: what the exchange said, or a sentence of ours; the session redacts it.
        values: what belongs into a sentence of ours, by name; redacted as well.
        retry: whether another try can help.
        wait: seconds the exchange asked to wait; 0 when it did not.
        clock: the exchange says that the clocks differ.
        banned: nothing at all may be sent to this address for ``wait`` seconds.
        stops: nothing more may be sent with this key: it would make things worse.
    """

    def __init__(  # noqa: PLR0913 - all but the cause by keyword
        self,
        cause: Cause,
        *,
        code: str = "",
        text: str = "",
        values: Mapping[str, str] = NOTHING,
        retry: bool,
        wait: float = 0.0,
        clock: bool = False,
        banned: bool = False,
        stops: bool = False,
    ) -> None:
        """Describe the failure."""
        super().__init__(cause.value)
        self.cause = cause
        self.code = code
        self.text = text
        self.values = values
        self.retry = retry
        self.wait = wait
        self.clock = clock
        self.banned = banned
        self.stops = stops


class LookFailedError(Exception):
    """All tries of one request failed; the reason is ready to be shown."""

    def __init__(self, reason: Reason) -> None:
        """Carry the reason."""
        super().__init__(reason.cause.value)
        self.reason = reason


_TRANSPORT: Final[tuple[tuple[type[Exception], Cause, bool], ...]] = (
    (httpx.TimeoutException, Cause.TIMEOUT, True),
    (httpx.UnsupportedProtocol, Cause.CONNECTION, False),
    (httpx.DecodingError, Cause.BAD_BODY, True),
    (httpx.TooManyRedirects, Cause.REDIRECT, False),
    (httpx.HTTPError, Cause.CONNECTION, True),
    (httpx.InvalidURL, Cause.CONNECTION, False),
    (httpx.StreamError, Cause.CONNECTION, True),
    (httpx.CookieConflict, Cause.BAD_BODY, False),
    (OSError, Cause.CONNECTION, True),
)
"""Most specific first; a test holds it against every exception httpx exports."""


def classify(error: Exception) -> CallFailedError | None:
    """Turn a lower-level exception into a failure; ``None`` for what is no such thing."""
    if isinstance(error, GateRefusedError):
        return CallFailedError(Cause.GATE, text=str(error), retry=False)
    if isinstance(error, BadBodyError):
        return CallFailedError(Cause.BAD_BODY, text=error.text, values=error.values, retry=True)
    if isinstance(error, TimeoutError):
        return CallFailedError(Cause.TIMEOUT, retry=True)
    if _has_tls_cause(error):
        return CallFailedError(Cause.TLS, retry=True)
    for kind, cause, retry in _TRANSPORT:
        if isinstance(error, kind):
            return CallFailedError(cause, text=type(error).__name__, retry=retry)
    return None


def _has_tls_cause(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


def stopped(code: str) -> CallFailedError:
    """The failure of what is not sent any more, after an answer with this code."""
    text = message("nothing more was sent after the answer {code}")
    return CallFailedError(Cause.NOT_ASKED, text=text, values={"code": code}, retry=False)


def of_status(status: int, wait: float) -> CallFailedError:
    """The failure that an HTTP status alone stands for."""
    if status == 429:
        return CallFailedError(Cause.RATE_LIMIT, code=str(status), retry=True, wait=wait)
    if 300 <= status < 400:
        return CallFailedError(Cause.REDIRECT, code=str(status), retry=False)
    retry = status in RETRYABLE_STATUSES
    banned = status == BANNED_STATUS
    return CallFailedError(
        Cause.HTTP_STATUS,
        code=str(status),
        retry=retry,
        wait=wait or (SHORTEST_BAN if banned else 0.0),
        banned=banned,
    )
