"""How KuCoin signs a request and wraps an answer.

ccxt builds and signs; nothing of ccxt ever sends. Rules:
https://www.kucoin.com/docs-new/authentication and https://www.kucoin.com/docs-new/error-code
(read 2026-11-27), and KuCoin's own client libraries
(https://github.com/Kucoin/kucoin-universal-sdk, edition of 2025-11-04).
"""

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from readiness.domain.policy import Policy
from readiness.exchanges.kucoin.catalogue.service import CLOCK
from readiness.exchanges.kucoin.catalogue.source import FUTURES
from readiness.exchanges.kucoin.wire.account import Clock
from readiness.exchanges.signer import CcxtDialect, code_of, time_in
from readiness.gate.addresses import Addresses
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Askable, Refusal, Rows
from readiness.language import message

_PATH: Final = re.compile(r"/api/(?P<unified>ua/)?(?P<version>v[0-9])/(?P<rest>.+)")
_KEY_VERSION: Final = "KC-API-KEY-VERSION"
_NOW: Final = "3"
"""The version of keys that can be made today, which KuCoin's own libraries always send.

ccxt sends 2. Both sign the passphrase in the same way, and no signature contains the version;
but KuCoin's list of errors says that versions 1 and 2 are no longer supported.
"""

_PLAIN: Final = ",:@*"
"""What stands in values and means nothing in a query."""

_DONE: Final = "200000"
_ALSO_DONE: Final = "200"
_SYMBOLS: Final = "symbols"


class KucoinDialect(CcxtDialect):
    """KuCoin's REST APIs, for one key."""

    clock = CLOCK
    headers = frozenset(
        {
            "kc-api-key",
            "kc-api-sign",
            "kc-api-timestamp",
            "kc-api-passphrase",
            "kc-api-key-version",
        }
    )
    """ccxt adds marks of an affiliate (``KC-API-PARTNER``...), which are not among these."""

    def __init__(
        self, ccxt_id: str, addresses: Addresses, credentials: Mapping[str, str], policy: Policy
    ) -> None:
        """Prepare ccxt's class to sign for these addresses."""
        super().__init__(ccxt_id, credentials, policy)
        self._addresses = addresses

    def _build(self, request: Askable, params: Mapping[str, str]) -> Mapping[str, Any]:
        """The signature is made over the query as it reads, which is then sent encoded."""
        route = request.route
        tree, version, rest = _tree(route.path, api=route.api, signed=request.signed)
        origin = str(self._addresses.of(route.place))
        self._signer.urls["api"][tree] = origin
        built = self._signer.sign(rest, [tree], route.method, {**params, **version})
        headers = {**(built["headers"] or {})}
        if _KEY_VERSION in headers:
            headers[_KEY_VERSION] = _NOW
        query = "&".join(f"{name}={quote(value, safe=_PLAIN)}" for name, value in params.items())
        url = f"{origin}{route.path}?{query}" if query else f"{origin}{route.path}"
        return {"url": url, "headers": headers, "body": built["body"]}

    def open_envelope(self, payload: Any) -> Rows | Refusal:
        """Rows if ``code`` says so, else the code and the message.

        Raises:
            BadBodyError: neither an error nor data.
        """
        if not isinstance(payload, dict):
            raise BadBodyError(message("not an object"))
        code = code_of(payload.get("code"))
        data = payload.get("data")
        if code != _DONE and not _is_symbols(code, payload, data):
            return Refusal(code, _message(payload))
        if data is None:
            raise BadBodyError(message("no data"))
        if isinstance(data, list):
            return Rows(data)
        # A bare number or word becomes a row like any other.
        return Rows([data if isinstance(data, dict) else {"value": data}])

    def clock_ms(self, rows: list[Any]) -> int:
        """KuCoin's time, in milliseconds.

        Raises:
            BadBodyError: it tells no time.
        """
        return time_in(rows, Clock, lambda clock: clock.value)


def _is_symbols(code: str, payload: Mapping[str, Any], data: object) -> bool:
    """The list of pairs with open orders has been seen with another code of success."""
    named = isinstance(data, dict) and isinstance(data.get(_SYMBOLS), list)
    return code == _ALSO_DONE and payload.get("success") is True and named


def _tree(path: str, *, api: str, signed: bool) -> tuple[str, dict[str, str], str]:
    """Where ccxt keeps a path: the name of its tree, its version, and the path inside of it."""
    match = _PATH.fullmatch(path)
    if match is None:
        raise ValueError(f"{path} is no path of KuCoin's API")
    side = "futures" if api == FUTURES else ""
    visible = "private" if signed else "public"
    tree = f"{side}{visible.title()}" if side else visible
    if match["unified"]:
        # ccxt knows one version of it, and no other is asked for.
        return ("utaPrivate" if signed else "uta"), {}, match["rest"]
    return tree, {"version": match["version"]}, match["rest"]


def _message(payload: Mapping[str, Any]) -> str:
    text = payload.get("msg")
    return text if isinstance(text, str) else ""
