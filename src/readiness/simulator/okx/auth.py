"""Who is asking: OKX's signed headers, verified the way its documents describe."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from readiness.simulator.ask import Ask
from readiness.simulator.okx.errors import RefusalError

if TYPE_CHECKING:
    from readiness.simulator.okx.account import OkxAccount

KEY, SIGN = "OK-ACCESS-KEY", "OK-ACCESS-SIGN"
TIMESTAMP, PASSPHRASE = "OK-ACCESS-TIMESTAMP", "OK-ACCESS-PASSPHRASE"
SIMULATED = "x-simulated-trading"
MAX_SKEW_SECONDS = 30.0

_MISSING = ((KEY, "50103"), (PASSPHRASE, "50104"), (SIGN, "50106"), (TIMESTAMP, "50107"))
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_KEY_SHAPE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True)
class ApiKey:
    """One API key of an account. The values are made up: never use a real key here.

    Attributes:
        key: The public part.
        secret: The signing secret.
        passphrase: The third part.
        permissions: Any of `read_only`, `trade`, `withdraw`, or a word we do not know yet.
        ips: Addresses the key is bound to; empty is unbound.
        label: The owner's note.
        demo: Whether it belongs to the demo environment.
        created: Milliseconds since the epoch.
    """

    key: str
    secret: str = field(repr=False)
    passphrase: str = field(repr=False)
    permissions: tuple[str, ...] = ("read_only",)
    ips: tuple[str, ...] = ()
    label: str = ""
    demo: bool = False
    created: int = 1_700_000_000_000


@dataclass(frozen=True)
class Caller:
    """A recognised key and the account it belongs to."""

    account: OkxAccount
    key: ApiKey


def sign(secret: str, timestamp: str, method: str, target: str, body: str = "") -> str:
    """Return OKX's signature: base64 of HMAC-SHA256 over time, verb, path with query, body."""
    message = f"{timestamp}{method}{target}{body}".encode()
    return base64.b64encode(hmac.digest(secret.encode(), message, hashlib.sha256)).decode()


def identify(ask: Ask, find: Callable[[str], Caller | None]) -> Caller:
    """Return who signed a request, or raise the `RefusalError` that OKX would answer.

    Args:
        ask: The request.
        find: Looks up a key.
    """
    for header, code in _MISSING:
        if not ask.headers.get(header):
            raise RefusalError(code)
    _check_time(ask)
    key = ask.headers[KEY]
    caller = find(key)
    if caller is None:
        raise RefusalError("50119" if _KEY_SHAPE.fullmatch(key) else "50111")
    if (ask.headers.get(SIMULATED) == "1") != caller.key.demo:
        raise RefusalError("50101")
    if caller.key.ips and ask.peer not in caller.key.ips:
        raise RefusalError("50110", ask.peer)
    if not _same(ask.headers[PASSPHRASE], caller.key.passphrase):
        raise RefusalError("50105")
    expected = sign(
        caller.key.secret, ask.headers[TIMESTAMP], ask.method, ask.target, ask.body.decode()
    )
    if not _same(ask.headers[SIGN], expected):
        raise RefusalError("50113")
    return caller


def _check_time(ask: Ask) -> None:
    stamp = ask.headers[TIMESTAMP]
    if not _STAMP.fullmatch(stamp):
        raise RefusalError("50112")
    try:
        sent = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    except ValueError:
        raise RefusalError("50112") from None
    if abs(sent.timestamp() - ask.time) > MAX_SKEW_SECONDS:
        raise RefusalError("50102")


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())
