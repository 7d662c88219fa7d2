"""Who is asking: Bybit's signed headers, verified the way its documents describe."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime

from readiness.simulator.ask import Ask
from readiness.simulator.tables.account import A, ApiKey, Caller
from readiness.simulator.tables.refusal import RefusalError

KEY, SIGN = "X-BAPI-API-KEY", "X-BAPI-SIGN"
TIMESTAMP, WINDOW = "X-BAPI-TIMESTAMP", "X-BAPI-RECV-WINDOW"

DEFAULT_WINDOW_MS = 5_000
AHEAD_MS = 1_000

NEVER = "1970-01-01T00:00:00Z"
"""What stands for the expiry of a key that is bound to addresses."""


def sign(secret: str, key: str, timestamp: str, window: str, payload: str) -> str:
    """Return Bybit's signature: hexadecimal HMAC-SHA256 over time, key, window and query."""
    message = f"{timestamp}{key}{window}{payload}".encode()
    return hmac.digest(secret.encode(), message, hashlib.sha256).hex()


def identify(ask: Ask, caller: Caller[A] | None) -> Caller[A]:
    """Return who signed a request, or raise the `RefusalError` that Bybit would answer.

    Args:
        ask: The request.
        caller: Whose key it carries; `None` if nobody's.
    """
    if caller is None:
        raise RefusalError("10003")
    if _has_expired(caller.key, ask.time):
        raise RefusalError("33004")
    _check_time(ask)
    if caller.key.ips and ask.peer not in caller.key.ips:
        raise RefusalError("10010", ask.peer)
    payload = ask.body.decode("latin-1") if ask.body else ask.target.partition("?")[2]
    window = ask.headers.get(WINDOW, "")
    wanted = sign(caller.key.secret, caller.key.key, ask.headers[TIMESTAMP], window, payload)
    if not hmac.compare_digest(ask.headers.get(SIGN, "").encode(), wanted.encode()):
        raise RefusalError("10004")
    return caller


def _check_time(ask: Ask) -> None:
    sent = _whole(ask.headers.get(TIMESTAMP, ""))
    window = _whole(ask.headers.get(WINDOW, str(DEFAULT_WINDOW_MS)))
    now = int(ask.time * 1000)
    if sent is None or window is None or not now - window <= sent < now + AHEAD_MS:
        raise RefusalError("10002")


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _has_expired(key: ApiKey, now: float) -> bool:
    stated = key.fields.get("expiredAt", NEVER)
    if stated == NEVER:
        return False
    return datetime.fromisoformat(stated).astimezone(UTC).timestamp() <= now
