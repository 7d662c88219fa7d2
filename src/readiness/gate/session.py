"""Asks one exchange for one account: waits, signs, calls, and tries again.

A session turns every failure into a :class:`~readiness.gate.failure.LookFailedError`
with a reason that may be shown. What is retried is decided by the exchange's
documented codes, not by the class of an exception.
"""

import asyncio
import time
from collections.abc import Callable, Hashable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from urllib.parse import unquote

import httpx
import stamina

from readiness.domain.answer import Cause, Reason
from readiness.domain.snapshot import Requests
from readiness.gate.addresses import Addresses
from readiness.gate.call import send
from readiness.gate.counted import Counted
from readiness.gate.deadline import Deadline
from readiness.gate.dialect import Askable, Dialect, Signed
from readiness.gate.failure import CallFailedError, LookFailedError, classify, stopped
from readiness.gate.limits import Limits
from readiness.gate.redact import Redactor
from readiness.gate.route import Limit
from readiness.gate.transport import GateTransport

# stamina would log every retry as a warning; here a failure is reported once, as a reason.
stamina.instrumentation.set_on_retry_hooks([])

_UNREAD_CLOCK_DOUBT_MS: Final = 35_000
"""Exchanges refuse signatures that are half a minute off, so ours cannot be much further off."""

_SHORTEST_SIGNATURE: Final = 32
"""Characters; names and numbers that an exchange may well repeat are shorter."""

Parsed = TypeVar("Parsed")


@dataclass(frozen=True)
class Patience:
    """How long and how often one request is tried.

    Attributes:
        timeout: seconds for one try.
        attempts: tries, the first included.
        first_pause: seconds before the second try; doubles up to ``longest_pause``.
        jitter: up to so many seconds are added at random.
    """

    timeout: float
    attempts: int
    first_pause: float = 0.25
    longest_pause: float = 8.0
    jitter: float = 0.5


class Session:
    """One account's way to its exchange."""

    def __init__(  # noqa: PLR0913 - the parts of a session, all by keyword
        self,
        *,
        client: httpx.AsyncClient,
        gate: GateTransport,
        dialect: Dialect,
        limits: Limits,
        addresses: Addresses,
        patience: Patience,
        deadline: Deadline,
        redactor: Redactor,
        wall_clock: Callable[[], float] = time.time,
        key: Hashable = None,
        tier: Limit | None = None,
    ) -> None:
        """Put the parts together; nothing is sent yet. ``key`` and ``tier``: see ``Counted``."""
        self._client = client
        self._gate = gate
        self._dialect = dialect
        self._counted = Counted(limits, addresses, key, tier)
        self._patience = patience
        self._tries = stamina.AsyncRetryingCaller(
            attempts=patience.attempts,
            timeout=None,
            wait_initial=patience.first_pause,
            wait_max=patience.longest_pause,
            wait_jitter=patience.jitter,
        )
        self._redactor = redactor
        self._wall_clock = wall_clock
        self._stopped_by = ""
        self._sent = 0
        self._retried = 0
        self._offset_ms = 0
        self._doubt_ms = _UNREAD_CLOCK_DOUBT_MS
        self._clock_asked = 0.0
        self._clock_readings = 0
        self._clock_mended = False
        self._clock_lock = asyncio.Lock()
        self._turn = asyncio.Lock() if dialect.in_turn else nullcontext()
        self._room = limits.room(addresses.first)
        self.deadline = deadline

    @property
    def requests(self) -> Requests:
        """What has been sent so far."""
        refused = self._gate.refused
        return Requests(sent=self._sent - refused, retried=self._retried, refused=refused)

    @property
    def clock_offset_ms(self) -> int | None:
        """How far the exchange's clock is ahead of ours; ``None`` before it was read."""
        return self._offset_ms if self._clock_readings else None

    @property
    def clock_doubt_ms(self) -> int:
        """By how much :meth:`exchange_ms` may be wrong, in milliseconds."""
        return self._doubt_ms

    def exchange_ms(self) -> int:
        """The exchange's time now, as far as we know it, in milliseconds."""
        return int(self._wall_clock() * 1000) + self._offset_ms

    def belongs_to(self, uid: str) -> None:
        """Count limits for the owner of the key from now on."""
        self._counted.belongs_to(uid)

    async def ask(
        self,
        request: Askable,
        params: Mapping[str, str],
        parse: Callable[[list[Any]], Parsed],
    ) -> Parsed:
        """Ask once, with as many tries as it takes, and parse the rows.

        ``parse`` may raise :class:`~readiness.gate.body.BadBodyError` for rows of another
        shape; such an answer is tried again like a server error.

        Raises:
            LookFailedError: no try gave an answer.
        """
        tries = 0

        async def one_try() -> Parsed:
            """Try, and count the try."""
            nonlocal tries
            tries += 1
            return await self._try(request, params, parse, repeated=tries > 1)

        try:
            if self.deadline.remaining <= 0:
                raise TimeoutError  # a time-out would only come once something was sent
            async with asyncio.timeout_at(self.deadline.at):
                return await self._tries(self._pause_before_retry, one_try)
        except CallFailedError as failure:
            raise LookFailedError(self._reason(request, failure, tries)) from None
        except TimeoutError:
            reason = Reason(cause=Cause.DEADLINE, request=request.id, attempts=tries)
            raise LookFailedError(reason) from None

    async def read_clock(self) -> None:
        """Measure how far the exchange's clock is from ours.

        Raises:
            LookFailedError: it did not tell its time.
        """

        def told(rows: list[Any]) -> tuple[int, float]:
            """Their time, and ours when we have it."""
            return self._dialect.clock_ms(rows), self._wall_clock()

        theirs, ended = await self.ask(self._dialect.clock, {}, told)
        self._offset_ms = theirs - int((self._clock_asked + ended) / 2 * 1000)
        self._doubt_ms = int((ended - self._clock_asked) * 1000)
        self._clock_readings += 1

    def _pause_before_retry(self, error: Exception) -> bool | float:
        """Whether to try again, and if the exchange said so, after how long."""
        if not isinstance(error, CallFailedError) or not error.retry:
            return False
        if error.wait <= 0:
            return True
        return error.wait if error.wait < self.deadline.remaining else False

    async def _try(
        self,
        request: Askable,
        params: Mapping[str, str],
        parse: Callable[[list[Any]], Parsed],
        *,
        repeated: bool,
    ) -> Parsed:
        self._check_not_stopped()
        window = self._counted.budget(request)
        # A signature ages and a ban begins while one waits for a place: so that comes first.
        crowd = self._counted.crowd(request, self._dialect.crowd)
        slot = window.slot(request.limit.weight)
        async with slot, crowd, self._turn, self._room.place(window):
            self._check_not_stopped()
            reading = self._clock_readings
            signed = self._dialect.sign(request, params, self.exchange_ms())
            self._sent += 1
            self._retried += repeated
            if request.id == self._dialect.clock.id:
                # Before this it waited for others, which says nothing about the clocks.
                self._clock_asked = self._wall_clock()
            try:
                seconds = self._patience.timeout
                answer = await send(self._client, self._gate, request, signed, seconds)
                window.used(answer.usage(self._dialect.usage_headers))
                return parse(answer.rows(self._dialect, self._wall_clock(), self.exchange_ms()))
            except CallFailedError as failure:
                problem = failure
            except Exception as error:
                known = classify(error)
                if known is None:
                    raise
                problem = known
        self._redact(problem, signed)
        if problem.cause is Cause.RATE_LIMIT:
            # Without a word on how long, a whole window has to pass before there is room again.
            window.pause(problem.wait or self._counted.limit(request).seconds)
        if problem.banned:
            self._counted.ban(request, problem.wait)
        if problem.stops:
            self._stopped_by = problem.code
        if problem.clock and request.id != self._dialect.clock.id:
            problem.retry = await self._clock_was_read_again(reading)
        raise problem

    def _check_not_stopped(self) -> None:
        if self._stopped_by:
            raise stopped(self._stopped_by)

    async def _clock_was_read_again(self, reading: int) -> bool:
        """Read the clock a second time, once per session, when a signature was too old."""
        async with self._clock_lock:
            if self._clock_readings > reading:
                return True
            if self._clock_mended:
                return False
            self._clock_mended = True
            try:
                await self.read_clock()
            except LookFailedError:
                return False
            return True

    def _redact(self, failure: CallFailedError, signed: Signed) -> None:
        """Nothing of a request comes back in what is said about it, its signature least of all."""
        said = f"{signed.url.partition('?')[2]}&{signed.body}"
        query = [pair.partition("=")[2] for pair in said.split("&")]
        values = [*signed.headers.values(), *query, *map(unquote, query)]
        once = [value for value in values if len(value) >= _SHORTEST_SIGNATURE]
        failure.code = self._redactor.clean(failure.code, once)
        failure.text = self._redactor.clean(failure.text, once)
        failure.values = {
            name: self._redactor.clean(value, once) for name, value in failure.values.items()
        }

    @staticmethod
    def _reason(request: Askable, failure: CallFailedError, tries: int) -> Reason:
        return Reason(
            cause=failure.cause,
            request=request.id,
            code=failure.code,
            text=failure.text,
            values=tuple(failure.values.items()),
            attempts=tries,
        )
