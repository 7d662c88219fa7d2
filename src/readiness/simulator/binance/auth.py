"""Who is asking: Binance's signed parameters, verified the way its documents describe."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from readiness.simulator.ask import Ask
from readiness.simulator.binance.errors import RefusalError

if TYPE_CHECKING:
    from readiness.simulator.binance.account import BinanceAccount

KEY = "X-MBX-APIKEY"
SERVICE = ("timestamp", "recvWindow", "signature")
"""The parameters that every signed request carries beside its own."""

DEFAULT_WINDOW_MS, MAX_WINDOW_MS = 5_000, 60_000
AHEAD_MS = 1_000

_KEY_SHAPE = re.compile(r"[A-Za-z0-9]{64}")
# What may stand in a query without being percent-encoded, beside its own separators.
_ENCODED = re.compile(r"(?:[A-Za-z0-9\-._~!*'()&=]|%[0-9A-Fa-f]{2})*")
_MICROSECONDS = 10**14


@dataclass(frozen=True)
class ApiKey:
    """One API key of an account. The values are made up: never use a real key here.

    Attributes:
        key: The public part.
        secret: The signing secret.
        ips: Addresses the key is bound to; empty is unbound.
        restrictions: Fields of `apiRestrictions` that differ from a read-only key's.
        created: Milliseconds since the epoch.
    """

    key: str
    secret: str = field(repr=False)
    ips: tuple[str, ...] = ()
    restrictions: dict[str, Any] = field(default_factory=dict)
    created: int = 1_700_000_000_000

    def may(self, flag: str) -> bool:
        """Return whether the key has a permission."""
        return bool(self.restrictions.get(flag, flag == "enableReading"))


@dataclass(frozen=True)
class Caller:
    """A recognised key and the account it belongs to."""

    account: BinanceAccount
    key: ApiKey


def sign(secret: str, payload: str) -> str:
    """Return Binance's signature: hexadecimal HMAC-SHA256 over query and body."""
    return hmac.digest(secret.encode(), payload.encode(), hashlib.sha256).hex()


def parameters(ask: Ask) -> dict[str, str]:
    """Return the parameters of query and form body; refuse one that is sent twice."""
    found: dict[str, str] = {}
    for raw in (_query(ask), _form(ask)):
        for pair in raw.split("&") if raw else []:
            name, _, value = (unquote_plus(part) for part in pair.partition("="))
            if name in found:
                raise RefusalError("-1101", name)
            found[name] = value
    return found


def recorded(ask: Ask) -> str:
    """Return the query as it was sent, without what signing added."""
    pairs = f"{_query(ask)}&{_form(ask)}".split("&")
    return "&".join(p for p in pairs if p and p.partition("=")[0] not in SERVICE)


def is_signed(ask: Ask) -> bool:
    """Return whether a request carries a signature."""
    return "signature=" in _query(ask) or "signature=" in _form(ask)


def own(params: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters without those that signing adds."""
    return {name: value for name, value in params.items() if name not in SERVICE}


def identify(ask: Ask, params: Mapping[str, str], find: Callable[[str], Caller | None]) -> Caller:
    """Return who signed a request, or raise the `RefusalError` that Binance would answer.

    Args:
        ask: The request.
        params: Its parameters.
        find: Looks up a key.
    """
    key = ask.headers.get(KEY, "")
    caller = find(key)
    if caller is None:
        raise RefusalError("-2008" if _KEY_SHAPE.fullmatch(key) else "-2014")
    if caller.key.ips and ask.peer not in caller.key.ips:
        raise RefusalError("-2015")
    for name in ("timestamp", "signature"):
        if not params.get(name):
            raise RefusalError("-1102", name)
    _check_time(params, int(ask.time * 1000))
    _check_signature(ask, params["signature"], caller.key.secret)
    return caller


def _query(ask: Ask) -> str:
    return ask.target.partition("?")[2]


def _form(ask: Ask) -> str:
    return ask.body.decode("latin-1")


def _check_time(params: Mapping[str, str], now: int) -> None:
    given = params["timestamp"]
    if not (given.isascii() and given.isdigit()):
        raise RefusalError("-1102", "timestamp")
    sent = Decimal(given)
    if sent > _MICROSECONDS:
        sent /= 1000
    window = _window(params.get("recvWindow"))
    if sent >= now + AHEAD_MS:
        raise RefusalError("-1021", "1000ms or more ahead")
    if now - sent > window:
        raise RefusalError("-1021", "too old")


def _window(given: str | None) -> Decimal:
    if given is None:
        return Decimal(DEFAULT_WINDOW_MS)
    try:
        window = Decimal(given)
    except InvalidOperation:
        raise RefusalError("-1102", "recvWindow") from None
    if not window.is_finite() or not 0 < window <= MAX_WINDOW_MS:
        raise RefusalError("-1131")
    return window


def _check_signature(ask: Ask, given: str, secret: str) -> None:
    # Query and body are joined without a separator, and the signature is the last of them.
    sent = _query(ask), _form(ask)
    last = sent[1] or sent[0]
    before, found, after = last.rpartition("signature=")
    if not found or "&" in after or (before and not before.endswith("&")):
        raise RefusalError("-1022", "it is not the last parameter")
    kept = before.removesuffix("&")
    payload = sent[0] + kept if sent[1] else kept
    if not _ENCODED.fullmatch(payload):
        raise RefusalError("-1022", "the payload was not percent-encoded")
    if not hmac.compare_digest(given.lower().encode(), sign(secret, payload).encode()):
        raise RefusalError("-1022")
