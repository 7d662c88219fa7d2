"""The pages behind the catalogue, and the shorthand its families share.

Requests below ``derivatives`` share 500 points in 10 seconds, counted by address; what each
costs, and the pool of the history, is told at
https://docs.kraken.com/exchange/guides/futures/ratelimits (read 2026-06-09).
"""

from datetime import date
from typing import Final

from readiness.exchanges.catalogue import Source
from readiness.gate.route import Limit, Per, Route

REFERENCE: Final = "https://docs.kraken.com/api-reference/"
READ_ON: Final = date(2026, 8, 17)
"""The day of the reference's edition that the catalogue was written from."""

DERIVATIVES: Final = "/derivatives/api/v3"
HISTORY: Final = "/api/history/v3"
READING: Final = "general.READ_ONLY"
_UNPUBLISHED: Final = 25
"""For some requests no cost is published; the dearest of a list is this."""


def documented(page: str) -> Source:
    """A page of the API reference, by its path below ``api-reference/``."""
    return Source(url=REFERENCE + page, checked=READ_ON)


def get(path: str, *parameters: str) -> Route:
    """A GET of the derivatives API."""
    return Route("GET", f"{DERIVATIVES}/{path}", frozenset(parameters))


def points(cost: int = _UNPUBLISHED) -> Limit:
    """What a request takes of the points of its address."""
    return Limit(500, 10, Per.IP, cost, pool="/derivatives")


def tokens(cost: int) -> Limit:
    """What a request takes of the pool of the history, which fills again bit by bit."""
    return Limit(100, 600, Per.IP, cost, pool="/api/history", decays=True)


FEW: Final = Limit(5, 1, Per.IP)
"""For what no limit is published, and costs no points: more than is ever asked at once."""
