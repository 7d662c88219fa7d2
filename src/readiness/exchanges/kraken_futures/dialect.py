"""How Kraken's derivatives API takes a request and wraps an answer.

ccxt builds and signs; nothing of ccxt ever sends. Rules:
https://docs.kraken.com/exchange/guides/futures/rest and the shapes of errors in the reference
(read 2026-08-17). A nonce is not asked for, and none is sent: so no other program's requests
with the same key are disturbed.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from readiness.domain.policy import Policy
from readiness.exchanges.kraken_futures.catalogue.service import CLOCK
from readiness.exchanges.kraken_futures.wire.account import Clock
from readiness.exchanges.signer import CcxtDialect, code_of, readable_secret
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Askable, Refusal, Rows
from readiness.language import message

_PLACE: Final = re.compile(
    r"/(?P<root>derivatives/api|api/(?P<tree>[a-z]+))/(?P<version>v[0-9]+)/(?P<path>.+)"
)
_UNAUTHORIZED: Final = "unauthorized"
_LIMITED: Final = "apiLimitExceeded"
_WINDOW_MS: Final = 10_000


class KrakenFuturesDialect(CcxtDialect):
    """Kraken's derivatives API, for one key."""

    clock = CLOCK
    headers = frozenset({"apikey", "authent"})

    def __init__(
        self, ccxt_id: str, origin: str, credentials: Mapping[str, str], policy: Policy
    ) -> None:
        """Prepare ccxt's class to sign for ``origin``."""
        super().__init__(ccxt_id, readable_secret(credentials), policy)
        self._origin = origin

    def _build(self, request: Askable, params: Mapping[str, str]) -> Mapping[str, Any]:
        place = _PLACE.fullmatch(request.route.path)
        if place is None:
            raise ValueError(f"{request.route.path} is no path of Kraken's derivatives API")
        method, path = request.route.method, place["path"]
        tree = place["tree"] or ("private" if request.signed else "public")
        # ccxt takes what it has no row for as public, and has its own idea of versions.
        self._signer.urls["api"][tree] = f"{self._origin}/{place['root']}/"
        self._signer.options["access"][tree] = {method: {path: "private"} if request.signed else {}}
        fixed = CLOCK.calls[0].params if request.id == CLOCK.id else {}
        built: Mapping[str, Any] = self._signer.sign(
            path, [tree], method, {**params, **fixed, "version": place["version"]}
        )
        return built

    def open_envelope(self, payload: Any) -> Rows | Refusal:
        """The answer itself, if it says that it succeeded or whose it is.

        Answers about keys and of the history have no word for success, but name the account.

        Raises:
            BadBodyError: it is not a documented envelope.
        """
        if not isinstance(payload, dict):
            raise BadBodyError(message("not an object"))
        result = payload.get("result")
        if result == "error":
            return self._refusal(payload)
        told = result == "success" or (result is None and "accountUid" in payload)
        # A list beside an error may be empty because of it.
        if told and all(payload.get(name) in (None, []) for name in ("error", "errors")):
            return Rows([payload])
        text = _words(payload)
        if "suberror" in payload or payload.get("status") == _UNAUTHORIZED:
            return Refusal(_UNAUTHORIZED, text)
        raise BadBodyError(message("no {field}"), field="result")

    def _refusal(self, payload: Mapping[str, Any]) -> Refusal:
        errors = payload.get("errors")
        several = errors if isinstance(errors, list) else []
        told = [payload.get("error"), *several, payload.get("status")]
        text = next((word for word in told if isinstance(word, str) and word), "")
        code = code_of(text.partition(":")[0].strip())
        until = self._now_ms + _WINDOW_MS if code == _LIMITED else 0
        return Refusal(code, _words(payload) or text, until)

    def clock_ms(self, rows: list[Any]) -> int:
        """Kraken's time in its answer, in milliseconds.

        Raises:
            BadBodyError: it tells no time.
        """
        try:
            told = Clock.model_validate(rows[0]).server_time
        except (IndexError, ValueError) as error:
            raise BadBodyError(message("no time")) from error
        if told is None:
            raise BadBodyError(message("no time"))
        return int(told.timestamp() * 1000)


def _words(payload: Mapping[str, Any]) -> str:
    """Everything that an error says in words."""
    errors = payload.get("errors")
    told = [payload.get(name) for name in ("error", "message", "suberror", "reason")]
    for entry in errors if isinstance(errors, list) else ():
        told.append(entry.get("message") if isinstance(entry, dict) else entry)
    return " ".join(dict.fromkeys(word for word in told if isinstance(word, str) and word))
