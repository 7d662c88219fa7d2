"""How Binance signs a request and wraps an answer.

ccxt builds and signs; nothing of ccxt ever sends. Rules: REST API, general and error
pages of https://developers.binance.com/docs/ and the spot API documents of
https://github.com/binance/binance-spot-api-docs (read 2026-07-21).
"""

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from readiness.domain.policy import Policy
from readiness.exchanges.binance.catalogue.service import CLOCK
from readiness.exchanges.binance.wire.account import Clock
from readiness.exchanges.signer import CcxtDialect, time_in
from readiness.gate.addresses import Addresses
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Askable, Refusal, Rows
from readiness.language import message

_PATH: Final = re.compile(r"/(?P<family>[a-z]+)/v(?P<version>[0-9])/(?P<rest>.+)")
_SIGNED_TREES: Final = {
    "api": "private",
    "fapi": "fapiPrivate",
    "dapi": "dapiPrivate",
    "eapi": "eapiPrivate",
}
_ONE_TREE: Final = "api"
"""ccxt keeps one tree for it, whatever the version."""
_NOT_ENCODED: Final = ("sub-account", "staking", "simple-earn")
"""Words in a path for which ccxt 4.5 signs the values as they are, without encoding them."""

_DONE: Final = frozenset({"0", "000000", "000000000", "200"})
_BANNED_UNTIL: Final = re.compile(r"(?<![0-9])(1[0-9]{12})(?![0-9])")


class BinanceDialect(CcxtDialect):
    """Binance's REST API, for one key."""

    clock = CLOCK
    headers = frozenset({"x-mbx-apikey"})
    usage_headers = (
        "x-mbx-used-weight-1m",
        "x-sapi-used-ip-weight-1m",
        "x-sapi-used-uid-weight-1m",
    )
    """Weight used in the current minute: of ``/api`` and futures, and of ``/sapi``."""

    def __init__(
        self, ccxt_id: str, addresses: Addresses, credentials: Mapping[str, str], policy: Policy
    ) -> None:
        """Prepare ccxt's class to sign for these addresses."""
        super().__init__(ccxt_id, credentials, policy)
        self._addresses = addresses

    def _build(self, request: Askable, params: Mapping[str, str]) -> Mapping[str, Any]:
        """A POST says all in its query."""
        path = request.route.path
        tree, rest = _tree(path, signed=request.signed)
        origin = str(self._addresses.of(path))
        self._signer.urls["api"][tree] = origin + path.removesuffix(f"/{rest}")
        values = dict(params)
        if any(word in rest for word in _NOT_ENCODED):
            values = {name: quote(value, safe="") for name, value in params.items()}
        built = self._signer.sign(rest, [tree], request.route.method, values)
        url = f"{built['url']}?{built['body']}" if built["body"] else built["url"]
        return {"url": url, "headers": built["headers"], "body": None}

    def open_envelope(self, payload: Any) -> Rows | Refusal:
        """Rows if the answer is a list or an object without an error.

        Raises:
            BadBodyError: neither a list nor an object.
        """
        if isinstance(payload, list):
            return Rows(payload)
        if not isinstance(payload, dict):
            raise BadBodyError(message("neither an object nor a list"))
        code = payload.get("code", "0")
        if isinstance(code, int) and not isinstance(code, bool):
            code = str(code)
        if not isinstance(code, str):
            raise BadBodyError(message("a code that is no text"))
        text = _message(payload)
        if code not in _DONE:
            until = _BANNED_UNTIL.search(text) if "ban" in text else None
            return Refusal(code, text, int(until[1]) if until else 0)
        if payload.get("success", True) is not True:
            return Refusal("success=false", text)
        return Rows([payload])

    def clock_ms(self, rows: list[Any]) -> int:
        """Binance's time, in milliseconds.

        Raises:
            BadBodyError: it tells no time.
        """
        return time_in(rows, Clock, lambda clock: clock.server_time)


def _tree(path: str, *, signed: bool) -> tuple[str, str]:
    """Where ccxt keeps a path: the name of its tree, and the path inside of it."""
    match = _PATH.fullmatch(path)
    if match is None:
        raise ValueError(f"{path} is no path of Binance's API")
    family, version, rest = match["family"], match["version"], match["rest"]
    if not signed:
        return "public", rest
    tree = _SIGNED_TREES.get(family, family)
    plain = version == "1" or family == _ONE_TREE
    return (tree if plain else f"{tree}V{version}"), rest


def _message(payload: Mapping[str, Any]) -> str:
    texts = (payload.get("msg"), payload.get("message"))
    return " ".join(text for text in texts if isinstance(text, str) and text)
