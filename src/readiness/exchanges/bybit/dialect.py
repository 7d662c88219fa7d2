"""How Bybit signs a request and wraps an answer.

ccxt builds and signs; nothing of ccxt ever sends. Rules: the guide and the error page of
https://bybit-exchange.github.io/docs/v5/ (read 2026-07-24).
"""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from readiness.domain.policy import Policy
from readiness.exchanges.bybit.catalogue.service import CLOCK
from readiness.exchanges.bybit.catalogue.source import OF_AN_ADDRESS
from readiness.exchanges.bybit.wire.account import ANSWERED_AT, Clock
from readiness.exchanges.signer import CcxtDialect, code_of, time_in
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Askable, Refusal, Rows
from readiness.language import message

_NANO_IN_MILLI: Final = 6
"""So many digits of a time in nanoseconds are behind the milliseconds."""


class BybitDialect(CcxtDialect):
    """Bybit API v5, for one key."""

    clock = CLOCK
    crowd = OF_AN_ADDRESS
    headers = frozenset({"x-bapi-api-key", "x-bapi-timestamp", "x-bapi-recv-window", "x-bapi-sign"})

    def __init__(
        self, ccxt_id: str, origin: str, credentials: Mapping[str, str], policy: Policy
    ) -> None:
        """Prepare ccxt's class to sign for ``origin``, which may be a regional company's."""
        super().__init__(ccxt_id, credentials, policy)
        for tree in ("public", "private"):
            self._signer.urls["api"][tree] = origin

    def _build(self, request: Askable, params: Mapping[str, str]) -> Mapping[str, Any]:
        """Values are encoded before ccxt signs them as they are: cursors hold signs, too."""
        values = {name: quote(value, safe="") for name, value in params.items()}
        trees = ["private" if request.signed else "public"]
        built = self._signer.sign(
            request.route.path.removeprefix("/"), trees, request.route.method, values
        )
        return {**built, "url": built["url"].removesuffix("?")}

    def open_envelope(self, payload: Any) -> Rows | Refusal:
        """Rows if ``retCode`` is 0, else the code and the message.

        Raises:
            BadBodyError: neither an error nor a result.
        """
        if not isinstance(payload, dict):
            raise BadBodyError(message("not an object"))
        code = code_of(payload.get("retCode"))
        if code != "0":
            text = payload.get("retMsg")
            return Refusal(code, text if isinstance(text, str) else "")
        match payload.get("result"):
            case list(rows):
                return Rows(rows)
            case dict(result):
                return Rows([{**result, ANSWERED_AT: payload.get("time")}])
        raise BadBodyError(message("no data"))

    def clock_ms(self, rows: list[Any]) -> int:
        """Bybit's time, in milliseconds.

        Raises:
            BadBodyError: it tells no time.
        """
        return time_in(rows, Clock, lambda clock: clock.time_nano[:-_NANO_IN_MILLI])
