"""Who is asking: a signature over path, nonce and form, as the documents describe it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

from readiness.simulator.ask import Ask
from readiness.simulator.kraken.account import KrakenAccount
from readiness.simulator.kraken.errors import INVALID_KEY, INVALID_NONCE, INVALID_SIGNATURE
from readiness.simulator.tables.account import Caller
from readiness.simulator.tables.refusal import RefusalError

KEY, SIGN = "API-Key", "API-Sign"
NONCE, OTP = "nonce", "otp"

_MOST = 2**64 - 1


def sign(secret: str, path: str, nonce: str, body: bytes) -> str:
    """Return the signature: HMAC-SHA512 over the path and the SHA256 of nonce and form.

    Args:
        secret: The secret, in base 64.
        path: The path, without host and query.
        nonce: The nonce as the form has it.
        body: The form as it is sent.
    """
    message = path.encode() + hashlib.sha256(nonce.encode() + body).digest()
    digest = hmac.digest(base64.b64decode(secret), message, hashlib.sha512)
    return base64.b64encode(digest).decode()


def identify(ask: Ask, caller: Caller[KrakenAccount] | None) -> Caller[KrakenAccount]:
    """Return who signed a request, or raise the `RefusalError` that Kraken would answer.

    The nonce is not judged here: it depends on what came before.

    Args:
        ask: The request.
        caller: Whose key it carries; `None` if nobody's.
    """
    if caller is None or _has_expired(caller, ask.time):
        raise RefusalError(INVALID_KEY)
    if caller.key.ips and ask.peer not in caller.key.ips:
        raise RefusalError(str(caller.account.settings["elsewhere"]))
    if "?" in ask.target or not _is_signed(ask, caller.key.secret):
        raise RefusalError(INVALID_SIGNATURE)
    # A key with a second factor answers as if the signature were wrong.
    if ask.params.get(OTP, "") != caller.account.settings["otp"]:
        raise RefusalError(INVALID_SIGNATURE)
    return caller


def nonce_of(ask: Ask) -> int:
    """Return the nonce of a request, or raise the `RefusalError` for one that is none."""
    given = ask.params.get(NONCE, "")
    if not (given.isascii() and given.isdigit()) or int(given) > _MOST:
        raise RefusalError(INVALID_NONCE)
    return int(given)


def _is_signed(ask: Ask, secret: str) -> bool:
    try:
        wanted = sign(secret, ask.path, ask.params.get(NONCE, ""), ask.body)
    except binascii.Error:
        return False
    return hmac.compare_digest(ask.headers.get(SIGN, "").encode(), wanted.encode())


def _has_expired(caller: Caller[KrakenAccount], now: float) -> bool:
    until = int(caller.key.fields.get("valid_until", "0"))
    return 0 < until <= now
