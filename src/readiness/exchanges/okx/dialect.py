"""How OKX signs a request and wraps an answer.

ccxt builds and signs; nothing of ccxt ever sends. Envelope and codes follow the
API v5 reference (https://www.okx.com/docs-v5/en/, read 2026-06-27).
"""

from collections.abc import Mapping
from typing import Any

import ccxt

from readiness.domain.policy import ErrorCode, Policy
from readiness.exchanges.okx.catalogue.service import CLOCK
from readiness.exchanges.okx.wire.account import Clock
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Askable, Refusal, Rows, Signed
from readiness.language import message

_API_PREFIX = "/api/v5/"


class OkxDialect:
    """OKX API v5, for one key."""

    def __init__(
        self, ccxt_id: str, origin: str, credentials: Mapping[str, str], policy: Policy
    ) -> None:
        """Prepare ccxt's class of this entity to sign for ``origin``."""
        self._policy = policy
        self._now_ms = 0
        self._signer = getattr(ccxt, ccxt_id)(
            {
                "apiKey": credentials["key"],
                "secret": credentials["secret"],
                "password": credentials["passphrase"],
            }
        )
        self._signer.urls["api"]["rest"] = origin
        self._signer.nonce = lambda: self._now_ms

    def sign(self, request: Askable, params: Mapping[str, str], now_ms: int) -> Signed:
        """Build the request as OKX wants it at this time."""
        self._now_ms = now_ms
        path = request.route.path.removeprefix(_API_PREFIX)
        trees = ["private" if request.signed else "public"]
        built = self._signer.sign(path, trees, request.route.method, dict(params))
        return Signed(url=built["url"], headers=built["headers"] or {})

    def open_envelope(self, payload: Any) -> Rows | Refusal:
        """Rows if ``code`` is 0, else the code and the message.

        Raises:
            BadBodyError: neither an error nor a list of rows.
        """
        if not isinstance(payload, dict):
            raise BadBodyError(message("not an object"))
        code = payload.get("code")
        if isinstance(code, int) and not isinstance(code, bool):
            code = str(code)
        if not isinstance(code, str) or not code:
            raise BadBodyError(message("no code"))
        if code != "0":
            return Refusal(code, _message(payload))
        rows = payload.get("data")
        if not isinstance(rows, list):
            raise BadBodyError(message("no data"))
        return Rows(rows)

    def error(self, code: str) -> ErrorCode | None:
        """What OKX documents about an error code."""
        return self._policy.error(code)

    @property
    def usage_headers(self) -> tuple[str, ...]:
        """OKX says nothing about how much of a limit is used."""
        return ()

    @property
    def clock(self) -> Askable:
        """The request that tells OKX's time."""
        return CLOCK

    def clock_ms(self, rows: list[Any]) -> int:
        """OKX's time, in milliseconds.

        Raises:
            BadBodyError: it tells no time.
        """
        try:
            return int(Clock.model_validate(rows[0]).ts)
        except (IndexError, ValueError) as error:
            raise BadBodyError(message("no time")) from error


def _message(payload: Mapping[str, Any]) -> str:
    """OKX's words; with code 1 or 2 they are in the rows."""
    texts = [payload.get("msg")]
    rows = payload.get("data")
    if isinstance(rows, list):
        for row in rows:
            if isinstance(row, dict):
                texts += [row.get("sCode"), row.get("sMsg")]
    return " ".join(text for text in texts if isinstance(text, str) and text)
