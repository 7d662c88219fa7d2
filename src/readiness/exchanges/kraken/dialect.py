"""How Kraken signs a request and wraps an answer.

ccxt builds and signs; nothing of ccxt ever sends. Rules: the guides on authentication,
errors and rate limits below https://docs.kraken.com/exchange/guides/ (read 2026-08-17).
"""

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from readiness.domain.policy import Handling, Policy
from readiness.exchanges.kraken.catalogue.service import CLOCK
from readiness.exchanges.kraken.wire.account import Clock
from readiness.exchanges.signer import CcxtDialect, readable_secret, time_in
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Askable, Refusal, Rows
from readiness.language import message

_PLACE: Final = re.compile(r"/0/(?P<tree>private|public)/(?P<path>.+)")
_THROTTLED: Final = "EService:Throttled"
_LIMITED: Final = frozenset({"EAPI:Rate limit exceeded", "EGeneral:Too many requests"})
_UNIX_SECONDS: Final = re.compile(r"[0-9]{9,11}")
_SOME_POINTS_MS: Final = 15_000
"""In so long the slowest counter falls by five calls; Kraken itself says "a few seconds"."""


class KrakenDialect(CcxtDialect):
    """Kraken's REST API, for one key."""

    clock = CLOCK
    headers = frozenset({"api-key", "api-sign"})
    in_turn = True
    """Each number has to be higher than the one before, in the order in which they arrive."""

    def __init__(
        self, ccxt_id: str, origin: str, credentials: Mapping[str, str], policy: Policy
    ) -> None:
        """Prepare ccxt's class to sign for ``origin``."""
        super().__init__(ccxt_id, readable_secret(credentials), policy)
        self._signer.urls["api"] |= {"private": origin, "public": origin}
        # Other programs number by the clock on the wall, so ours must not fall behind it. What
        # ccxt makes of two in one millisecond grows as well.
        self._signer.nonce = lambda: max(self._now_ms, int(time.time() * 1000))

    def _build(self, request: Askable, params: Mapping[str, str]) -> Mapping[str, Any]:
        place = _PLACE.fullmatch(request.route.path)
        if place is None:
            raise ValueError(f"{request.route.path} is no path of Kraken's API")
        built: Mapping[str, Any] = self._signer.sign(
            place["path"], [place["tree"]], request.route.method, dict(params)
        )
        return built

    def open_envelope(self, payload: Any) -> Rows | Refusal:
        """What stands in ``result`` if there is no error, and no warning either.

        Raises:
            BadBodyError: it is not the documented envelope.
        """
        if not isinstance(payload, dict):
            raise BadBodyError(message("not an object"))
        errors = payload.get("error")
        if not isinstance(errors, list) or not all(isinstance(text, str) for text in errors):
            raise BadBodyError(message("no list of errors"))
        if errors:
            return self._refusal(errors)
        if "result" not in payload:
            raise BadBodyError(message("no {field}"), field="result")
        if isinstance(payload["result"], list):
            # Lists are named, or their rows are: only a form that is not asked for has none.
            raise BadBodyError(message("not an object"))
        return Rows([payload["result"]])

    def _refusal(self, errors: Sequence[str]) -> Refusal:
        """The one of several errors that weighs most; the words of all of them."""
        codes = [_code(text) for text in errors]
        until = max(map(self._until, codes, errors))
        return Refusal(max(codes, key=self._weight), "; ".join(errors), until)

    def _weight(self, code: str) -> int:
        """What nobody knows weighs more than what passes, and a rejected key most.

        An error of an operation of the past weighs least: it says nothing of this request.
        """
        if code in _OF_THE_PAST:
            return _LEAST
        known = self.error(code)
        return _WEIGHTS[known.handling if known else Handling.FINAL]

    def _until(self, code: str, text: str) -> int:
        """When it may be asked again (its clock, ms), where the error says so or means it."""
        if code == _THROTTLED:
            told = _UNIX_SECONDS.search(text)
            return int(told[0]) * 1000 if told else self._now_ms + _SOME_POINTS_MS
        return self._now_ms + _SOME_POINTS_MS if code in _LIMITED else 0

    def clock_ms(self, rows: list[Any]) -> int:
        """Kraken's time, in milliseconds; it tells whole seconds.

        Raises:
            BadBodyError: it tells no time.
        """
        return time_in(rows, Clock, lambda clock: clock.unixtime) * 1000


_WEIGHTS: Final = {
    Handling.RETRY: 0,
    Handling.CLOCK: 1,
    Handling.FINAL: 2,
    Handling.REJECTED: 3,
}

_OF_THE_PAST: Final = frozenset(
    {"EEarnings:Insufficient funds", "EEarnings:Above max", "EEarnings:Below min"}
)
"""What the last operation of Earn ended with; told again to whoever asks for its state."""
_LEAST: Final = -1


def _code(text: str) -> str:
    """Category and message of an error, without what may follow: ``EGeneral:Internal error``."""
    parts: Iterable[str] = (part.strip() for part in text.split(":")[:2])
    return ":".join(parts)
