"""How OKX signs a request and wraps an answer.

ccxt builds and signs; nothing of ccxt ever sends. Envelope and codes follow the
API v5 reference (https://www.okx.com/docs-v5/en/, read 2026-06-27).
"""

from collections.abc import Mapping
from typing import Any

from readiness.domain.policy import Policy
from readiness.exchanges.okx.catalogue.service import CLOCK
from readiness.exchanges.okx.wire.account import Clock
from readiness.exchanges.signer import CcxtDialect, code_of, time_in
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Askable, Refusal, Rows
from readiness.language import message

_API_PREFIX = "/api/v5/"


class OkxDialect(CcxtDialect):
    """OKX API v5, for one key."""

    clock = CLOCK
    headers = frozenset(
        {"ok-access-key", "ok-access-sign", "ok-access-timestamp", "ok-access-passphrase"}
    )

    def __init__(
        self, ccxt_id: str, origin: str, credentials: Mapping[str, str], policy: Policy
    ) -> None:
        """Prepare ccxt's class of this entity to sign for ``origin``."""
        super().__init__(ccxt_id, credentials, policy)
        self._signer.urls["api"]["rest"] = origin

    def _build(self, request: Askable, params: Mapping[str, str]) -> Mapping[str, Any]:
        path = request.route.path.removeprefix(_API_PREFIX)
        trees = ["private" if request.signed else "public"]
        built: Mapping[str, Any] = self._signer.sign(
            path, trees, request.route.method, dict(params)
        )
        return built

    def open_envelope(self, payload: Any) -> Rows | Refusal:
        """Rows if ``code`` is 0, else the code and the message.

        Raises:
            BadBodyError: neither an error nor a list of rows.
        """
        if not isinstance(payload, dict):
            raise BadBodyError(message("not an object"))
        code = code_of(payload.get("code"))
        if code != "0":
            return Refusal(code, _message(payload))
        rows = payload.get("data")
        if not isinstance(rows, list):
            raise BadBodyError(message("no data"))
        return Rows(rows)

    def clock_ms(self, rows: list[Any]) -> int:
        """OKX's time, in milliseconds.

        Raises:
            BadBodyError: it tells no time.
        """
        return time_in(rows, Clock, lambda clock: clock.ts)


def _message(payload: Mapping[str, Any]) -> str:
    """OKX's words; with code 1 or 2 they are in the rows."""
    texts = [payload.get("msg")]
    rows = payload.get("data")
    if isinstance(rows, list):
        for row in rows:
            if isinstance(row, dict):
                texts += [row.get("sCode"), row.get("sMsg")]
    return " ".join(text for text in texts if isinstance(text, str) and text)
