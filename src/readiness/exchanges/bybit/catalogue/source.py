"""The pages behind the catalogue, and the shorthand its families share.

Limits are counted per user and endpoint, in a rolling second
(https://bybit-exchange.github.io/docs/v5/rate-limit, read 2026-07-24). Besides, an IP
address may send 600 requests in 5 seconds, which several accounts together can.
"""

from datetime import date
from typing import Final

from readiness.exchanges.catalogue import Source
from readiness.exchanges.paging import Tokens
from readiness.gate.route import Limit, Per, Route

REFERENCE: Final = "https://bybit-exchange.github.io/docs/v5/"
READ_ON: Final = date(2026, 7, 24)
"""The day of the reference's edition that the catalogue was written from."""

CURSOR: Final = "cursor"
_NEXT: Final = "nextPageCursor"


def documented(page: str, read_on: date = READ_ON) -> Source:
    """A page of the API reference, by its path."""
    return Source(url=REFERENCE + page, checked=read_on)


def get(path: str, *parameters: str) -> Route:
    """A GET of API v5."""
    return Route("GET", f"/v5/{path}", frozenset(parameters))


def per_user(count: int, seconds: float = 1) -> Limit:
    """So many requests per user id and endpoint."""
    return Limit(count, seconds, Per.USER)


def per_minute(count: int) -> Limit:
    """So many requests in a minute per user id and endpoint."""
    return Limit(count, 60, Per.USER)


OF_AN_ADDRESS: Final = Limit(600, 5, Per.IP)
"""Whoever sends more from one address is shut out for ten minutes, with all that runs there."""

UNPUBLISHED: Final = Limit(1, 1, Per.USER)
"""Where no number is published: a careful guess."""


def pages(size: int, *, ends: tuple[str, ...] = ("",)) -> Tokens:
    """Pages of the usual kind: ``limit`` and ``cursor``, and the next one's in the answer."""
    return Tokens(CURSOR, _NEXT, size, ends=ends)
