"""One call: a signed request goes out, and rows come back, or a reason why not."""

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import httpx

from readiness.domain.answer import Cause
from readiness.domain.policy import Handling
from readiness.gate.body import BadBodyError, decode
from readiness.gate.dialect import Askable, Dialect, Refusal, Signed
from readiness.gate.failure import (
    BANNED_STATUS,
    LIMITED_STATUSES,
    SHORTEST_BAN,
    CallFailedError,
    of_status,
)
from readiness.gate.retry_after import retry_after
from readiness.language import message

_WEIGHT: Final = re.compile(r"[0-9]{1,12}")

_LARGEST_BODY: Final = 32 * 1024 * 1024
"""Bytes; the largest documented page is far below a hundredth of it."""


@dataclass(frozen=True)
class Answer:
    """What came back, as it came.

    Attributes:
        status: the HTTP status.
        headers: the headers.
        body: the whole body.
    """

    status: int
    headers: httpx.Headers
    body: bytes

    def usage(self, names: Iterable[str]) -> int:
        """How much of the limit is used, as these headers say; 0 where none says it readably."""
        told = (self.headers.get(name, "") for name in names)
        return max((int(text) for text in told if _WEIGHT.fullmatch(text)), default=0)

    def rows(self, dialect: Dialect, now: float, exchange_ms: int) -> list[Any]:
        """The rows in it; the exchange's own code comes first, then the HTTP status.

        Args:
            dialect: how the exchange wraps them.
            now: the time on this machine's clock, in seconds.
            exchange_ms: the time on the exchange's clock, in milliseconds.

        Raises:
            CallFailedError: it is an error of the exchange or of HTTP.
            BadBodyError: it calls itself a success, and is not what is documented.
        """
        wait = retry_after(self.headers, now)
        try:
            envelope = dialect.open_envelope(decode(self.body))
        except BadBodyError:
            if 200 <= self.status < 300:
                raise
            raise of_status(self.status, wait) from None
        if isinstance(envelope, Refusal):
            if envelope.until_ms:
                wait = max(wait, (envelope.until_ms - exchange_ms) / 1000)
            raise self._refusal(envelope, dialect, wait)
        if self.status != httpx.codes.OK:
            raise of_status(self.status, wait)
        return envelope.rows

    def _refusal(self, refusal: Refusal, dialect: Dialect, wait: float) -> CallFailedError:
        status, known = self.status, dialect.error(refusal.code)
        broken = status >= httpx.codes.INTERNAL_SERVER_ERROR
        if broken and (known is None or known.handling is not Handling.RETRY):
            # A server in trouble proves nothing, whatever code it sends along.
            failure = of_status(status, wait)
            failure.text = f"{refusal.code} {refusal.text}".strip()
            return failure
        if known is None:
            by_status = of_status(status, wait)
            retry, clock = by_status.retry, False
        else:
            retry = known.handling is Handling.RETRY
            clock = known.handling is Handling.CLOCK
        # Whoever says from when on it may be asked again has counted too much.
        limited = status in LIMITED_STATUSES or refusal.until_ms != 0
        banned = status == BANNED_STATUS
        return CallFailedError(
            Cause.RATE_LIMIT if limited else Cause.EXCHANGE_CODE,
            code=refusal.code,
            text=refusal.text,
            retry=retry,
            wait=wait or (SHORTEST_BAN if banned else 0.0),
            clock=clock,
            banned=banned,
            stops=known is not None and known.stops,
        )


async def send(
    client: httpx.AsyncClient,
    gate: httpx.AsyncBaseTransport,
    request: Askable,
    signed: Signed,
    seconds: float,
) -> Answer:
    """Send a request, and read the whole answer in so many seconds.

    The client only says what every request has. What else a client can do (redirects, cookies,
    logins) is not in the way, and nothing of one answer is left in the next request.

    Raises:
        TimeoutError: it took longer.
        BadBodyError: the answer is larger than any can be.
        httpx.HTTPError: no answer came.
        GateRefusedError: the request is none of the catalogue's.
    """
    headers, form = client.headers.copy(), signed.body.encode()
    headers.update(signed.headers)
    if form:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    outgoing = httpx.Request(
        request.route.method,
        signed.url,
        headers=headers,
        content=form,
        extensions={"timeout": client.timeout.as_dict()},
    )
    async with asyncio.timeout(seconds):
        response = await gate.handle_async_request(outgoing)
        try:
            body = bytearray()
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > _LARGEST_BODY:
                    raise BadBodyError(message("larger than any answer can be"))
        finally:
            await response.aclose()
    return Answer(response.status_code, response.headers, bytes(body))
