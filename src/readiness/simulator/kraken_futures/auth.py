"""Who is asking: a signature over query, nonce and path, as the documents describe it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from ipaddress import ip_address, ip_network

from readiness.simulator.ask import Ask
from readiness.simulator.kraken_futures.account import KrakenFuturesAccount
from readiness.simulator.tables.account import Caller
from readiness.simulator.tables.refusal import RefusalError

KEY, SIGN, NONCE = "APIKey", "Authent", "Nonce"

TOLERATED = 10_000
"""How far a nonce may lie below the highest; documented as a brief period of time."""

REJECTED = "authenticationError"


def sign(secret: str, data: str, nonce: str, path: str) -> str:
    """Return the signature: HMAC-SHA512 over the SHA256 of query, nonce and path.

    Args:
        secret: The secret, in base 64.
        data: The query as it is sent, without the question mark.
        nonce: The nonce; empty if there is none.
        path: The path; its beginning `/derivatives` is not signed.
    """
    signed = f"{data}{nonce}{path.removeprefix('/derivatives')}"
    inner = hashlib.sha256(signed.encode()).digest()
    digest = hmac.digest(base64.b64decode(secret), inner, hashlib.sha512)
    return base64.b64encode(digest).decode()


def identify(ask: Ask, caller: Caller[KrakenFuturesAccount] | None) -> Caller[KrakenFuturesAccount]:
    """Return who signed a request, or raise the `RefusalError` that the exchange would answer.

    Args:
        ask: The request.
        caller: Whose key it carries; `None` if nobody's.
    """
    if caller is None or not _is_near(ask.peer, caller.key.ips):
        raise RefusalError(REJECTED)
    try:
        query, nonce = ask.target.partition("?")[2], ask.headers.get(NONCE, "")
        wanted = sign(caller.key.secret, query, nonce, ask.path)
    except binascii.Error as error:
        raise RefusalError(REJECTED) from error
    if not hmac.compare_digest(ask.headers.get(SIGN, "").encode(), wanted.encode()):
        raise RefusalError(REJECTED)
    if nonce:
        _check_nonce(nonce, caller.account.nonces.setdefault(caller.key.key, set()))
    return caller


def _check_nonce(nonce: str, used: set[int]) -> None:
    """A nonce may come late, but not again."""
    value = int(nonce) if nonce.isascii() and nonce.isdigit() else -1
    if value in used:
        raise RefusalError("nonceDuplicate")
    if value < max(used, default=0) - TOLERATED or value < 0:
        raise RefusalError("nonceBelowThreshold")
    used.add(value)


def _is_near(peer: str, ranges: tuple[str, ...]) -> bool:
    return not ranges or any(ip_address(peer) in ip_network(each) for each in ranges)
