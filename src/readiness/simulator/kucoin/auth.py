"""Who is asking: KuCoin's signed headers, verified the way its documents describe."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from readiness.simulator.ask import Ask
from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.tables.account import ApiKey, Caller
from readiness.simulator.tables.refusal import RefusalError

KEY, SIGN, TIMESTAMP = "KC-API-KEY", "KC-API-SIGN", "KC-API-TIMESTAMP"
PASSPHRASE, VERSION = "KC-API-PASSPHRASE", "KC-API-KEY-VERSION"
PARTNER = "kc-api-partner"
"""How the headers begin that name who brought the customer: no reader has any use for them."""
MAX_SKEW_MS = 5_000

# Keys of the first version were sent without a version.
_FIRST_VERSION = "1"


def sign(secret: str, message: str) -> str:
    """Return KuCoin's signature: base64 of HMAC-SHA256."""
    digest = hmac.digest(secret.encode(), message.encode(), hashlib.sha256)
    return base64.b64encode(digest).decode()


def partners(ask: Ask) -> list[str]:
    """Return the headers of a request that name a partner."""
    return sorted(name for name in ask.headers if name.lower().startswith(PARTNER))


def identify(
    ask: Ask, caller: Caller[KucoinAccount] | None, versions: Collection[str]
) -> Caller[KucoinAccount]:
    """Return who signed a request, or raise the `RefusalError` that KuCoin would answer.

    Args:
        ask: The request.
        caller: Whose key it carries.
        versions: Versions of the signature that are served.
    """
    for header in (KEY, SIGN, TIMESTAMP, PASSPHRASE):
        if not ask.headers.get(header):
            raise RefusalError("400001", header)
    _check_version(ask.headers.get(VERSION) or _FIRST_VERSION, versions)
    _check_time(ask)
    if caller is None:
        raise RefusalError("400003")
    key = caller.key
    if key.ips and ask.peer not in key.ips:
        raise RefusalError("400006", ask.peer)
    if not _same(ask.headers[PASSPHRASE], sign(key.secret, key.passphrase)):
        raise RefusalError("400004")
    # A target is signed as it reads, and sent encoded.
    target = unquote(ask.target)
    message = f"{ask.headers[TIMESTAMP]}{ask.method}{target}{ask.body.decode()}"
    if not _same(ask.headers[SIGN], sign(key.secret, message)):
        raise RefusalError("400005")
    if caller.account.settings["enforces"]:
        return caller
    return Caller(caller.account, _Trusted(**vars(key)))


@dataclass(frozen=True)
class _Trusted(ApiKey):
    """A key of an exchange that serves reads to whoever may read, whatever its documents say."""

    def may(self, patterns: Iterable[str]) -> bool:
        return super().may((*patterns, "General"))


def _check_version(version: str, served: Collection[str]) -> None:
    if not (version.isascii() and version.isdigit()):
        raise RefusalError("400009")
    if version not in served:
        raise RefusalError("400008")


def _check_time(ask: Ask) -> None:
    stamp = ask.headers[TIMESTAMP]
    if not (stamp.isascii() and stamp.isdigit()):
        raise RefusalError("400002")
    if abs(int(stamp) - ask.time * 1000) > MAX_SKEW_MS:
        raise RefusalError("400002")


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())
