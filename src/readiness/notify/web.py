"""Sends one HTTP request to the user's own receiver: bounded in time, and never elsewhere.

Of the answer only the status counts; its body is not read. No message of an error here
holds anything of the URL, because a URL is a secret.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import httpx
import stamina

from readiness.config import Secret
from readiness.domain.answer import Cause
from readiness.gate.address import Address
from readiness.gate.client import USER_AGENT, proxy_for, sockets
from readiness.gate.failure import CallFailedError, classify, of_status
from readiness.gate.retry_after import retry_after
from readiness.language import message, say

# stamina would log every retry, with the arguments; a failure is reported once.
stamina.instrumentation.set_on_retry_hooks([])

_JSON: Final = {"Content-Type": "application/json"}
_LONGEST_WAIT: Final = 15.0
"""Seconds; a receiver that asks for more is given up."""

_WORDS: Final = {
    Cause.TIMEOUT: message("no answer within the time limit"),
    Cause.CONNECTION: message("no connection to its server"),
    Cause.TLS: message("no secure connection to its server (TLS)"),
    Cause.HTTP_STATUS: message("its server answers with HTTP status {code}"),
    Cause.RATE_LIMIT: message("its server asks to slow down (HTTP status {code})"),
    Cause.REDIRECT: message("its server redirects (HTTP status {code}), which is never followed"),
    Cause.BAD_BODY: message("its server's answer is no HTTP"),
}
_OTHERWISE: Final = message("it could not be sent")


@dataclass(frozen=True)
class Patience:
    """How long and how often one message is tried.

    Attributes:
        timeout: seconds for one try.
        attempts: tries, the first included.
        first_pause: seconds before the second try; doubles.
        limit: seconds for everything that one target is sent.
    """

    timeout: float = 10.0
    attempts: int = 3
    first_pause: float = 1.0
    limit: float = 60.0


class Courier:
    """Brings requests to where they belong, each over a connection of its own."""

    def __init__(
        self,
        proxy: str | None,
        patience: Patience,
        inner: httpx.AsyncBaseTransport | None = None,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        """Send nothing yet.

        Args:
            proxy: URL of a configured proxy; without one, the environment's is used.
            patience: how long and how often.
            inner: what owns the sockets; tests put their own here.
            wall_clock: seconds since the epoch.
        """
        self._proxy = proxy
        self._patience = patience
        self._inner = inner
        self._wall_clock = wall_clock
        self._tries = stamina.AsyncRetryingCaller(
            attempts=patience.attempts,
            timeout=None,
            wait_initial=patience.first_pause,
            wait_max=_LONGEST_WAIT,
            wait_jitter=0,
        )

    async def bring(
        self, method: Literal["GET", "POST"], url: Secret, body: bytes | None = None
    ) -> None:
        """Send one request, with as many tries as it takes.

        Raises:
            CallFailedError: no try was answered with success.
        """
        await self._tries(self._pause_before_retry, self.bring_once, method, url, body)

    def _pause_before_retry(self, error: Exception) -> bool | float:
        if not isinstance(error, CallFailedError) or not error.retry:
            return False
        if error.wait <= 0:
            return True
        return error.wait if error.wait <= _LONGEST_WAIT else False

    async def bring_once(
        self, method: Literal["GET", "POST"], url: Secret, body: bytes | None = None
    ) -> None:
        """Send one request, and try no more than once.

        Raises:
            CallFailedError: it was not answered with success.
        """
        try:
            async with asyncio.timeout(self._patience.timeout):
                status, headers = await self._send(method, url.get_secret_value(), body)
        except Exception as error:
            problem = classify(error)
            if problem is None:
                raise
        else:
            if httpx.codes.is_success(status):
                return
            problem = of_status(status, retry_after(headers, self._wall_clock()))
        # Raised outside of the handler: the lower-level exception knows the URL.
        raise problem

    async def _send(self, method: str, url: str, body: bytes | None) -> tuple[int, httpx.Headers]:
        inner = self._inner or sockets(proxy_for(Address.of(url), self._proxy))
        client = httpx.AsyncClient(
            transport=inner,
            timeout=self._patience.timeout,
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": USER_AGENT} | (_JSON if body else {}),
        )
        async with client, client.stream(method, url, content=body) as response:
            return response.status_code, response.headers


def why_not(problem: CallFailedError) -> str:
    """Why something was not delivered, in words that tell nothing of the URL."""
    return say(_WORDS.get(problem.cause, _OTHERWISE), code=problem.code)
