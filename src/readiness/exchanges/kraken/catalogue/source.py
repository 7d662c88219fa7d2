"""The pages behind the catalogue, and the shorthand its families share.

Every private request is a POST with a form. Calls are counted for each key: a counter of at
most 15, 20 or 20 by the account's tier, which falls by 0.33, 0.5 or 1 a second
(https://docs.kraken.com/exchange/guides/rest/ratelimits, read 2026-08-17).
"""

from datetime import date
from typing import Final

from readiness.exchanges.catalogue import Source, Traits
from readiness.exchanges.kraken.key import sees_a_part
from readiness.gate.route import Limit, Per, Route
from readiness.language import message

REFERENCE: Final = "https://docs.kraken.com/api-reference/"
READ_ON: Final = date(2026, 8, 17)
"""The day of the reference's edition that the catalogue was written from."""

PRIVATE: Final = "/0/private"
_PUBLIC: Final = "/0/public"


def documented(page: str) -> Source:
    """A page of the API reference, by its path below ``api-reference/``."""
    return Source(url=REFERENCE + page, checked=READ_ON)


def post(path: str, *parameters: str) -> Route:
    """A private request, which reads by POST."""
    return Route("POST", f"{PRIVATE}/{path}", frozenset((*parameters, "nonce")))


def public(path: str) -> Route:
    """A public GET."""
    return Route("GET", f"{_PUBLIC}/{path}")


def points(weight: int = 1) -> Limit:
    """What a call adds to the counter of its key, for an account of the lowest tier."""
    return Limit(15, 46, Per.KEY, weight, pool=PRIVATE, decays=True)


def part_of_time(traits: Traits) -> str:
    """Why the key does not see all of a list, if it does not."""
    if sees_a_part(traits):
        return message("the key has a query start or end date, and hides what lies outside of it")
    return ""


EACH_SECOND: Final = Limit(1, 1, Per.IP)
"""Public requests: support speaks of one per second and address, for each of them."""
