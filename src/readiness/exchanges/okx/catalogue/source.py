"""The page behind the catalogue, and the shorthand its families share."""

from datetime import date
from typing import Final

from readiness.exchanges.catalogue import Source
from readiness.gate.route import Limit, Per, Route

REFERENCE: Final = "https://www.okx.com/docs-v5/en/"
READ_ON: Final = date(2026, 6, 27)
"""The day of the reference's edition that the catalogue was written from."""


def documented(anchor: str) -> Source:
    """A section of the API reference."""
    return Source(url=f"{REFERENCE}#{anchor}", checked=READ_ON)


def get(path: str, *parameters: str) -> Route:
    """A GET of API v5."""
    return Route("GET", f"/api/v5/{path}", frozenset(parameters))


def per_user(count: int, seconds: float = 2) -> Limit:
    """So many requests per user id and endpoint."""
    return Limit(count, seconds, Per.USER)


def per_ip(count: int, seconds: float = 2) -> Limit:
    """So many requests per IP address and endpoint."""
    return Limit(count, seconds, Per.IP)
