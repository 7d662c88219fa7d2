"""The catalogue of Kraken's futures says what the documents say, and its look-alike agrees.

The table was typed from the reference and its guide on limits a second time.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

from tests.each import each

from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.kraken_futures.catalogue import CATALOGUE
from readiness.exchanges.paging import Capped, Newest, One, Single
from readiness.gate.route import Limit, Per
from readiness.simulator.kraken_futures.routes import TABLE

V3: Final = "derivatives/api/v3"
LOG: Final = "api/history/v3/account-log"
OPEN: Final = Limit(5, 1, Per.IP)
"""No limit is published."""


def points(cost: int) -> Limit:
    """500 points in 10 seconds, for each address."""
    return Limit(500, 10, Per.IP, cost, pool="/derivatives")


# 100 tokens that come back in 10 minutes; up to 25 entries cost one.
TOKEN: Final = Limit(100, 600, Per.IP, 1, pool="/api/history", decays=True)

# Request -> parameters, limit, paging, when it is asked, and whether in the second pass again.
REQUESTS: Final[dict[str, tuple[set[str], Limit, Any, Asked, bool]]] = {
    f"{V3}/tickers:clock": ({"symbol"}, OPEN, One(), Asked.SERVICE, False),
    f"{V3}/tickers": (set(), OPEN, Single(), Asked.SERVICE, False),
    "api/auth/v1/api-keys/v3/check": (set(), OPEN, One(), Asked.SERVICE, False),
    f"{V3}/accounts": (set(), points(2), Single(), Asked.ACCOUNT, True),
    f"{V3}/openorders": (set(), points(2), Single(), Asked.ACCOUNT, False),
    f"{V3}/openpositions": (set(), points(2), Single(), Asked.ACCOUNT, True),
    # No cost is published: the dearest of the list.
    f"{V3}/assignmentprogram/current": (set(), points(25), Single(), Asked.ACCOUNT, False),
    f"{V3}/subaccounts": (set(), points(25), Single(), Asked.ALL_SUB_ACCOUNTS, True),
    LOG: ({"count"}, TOKEN, Newest(25, "count"), Asked.ACCOUNT, False),
    f"{LOG}:since": ({"count", "since"}, TOKEN, Capped(25, "count"), Asked.MOVEMENT, False),
}


def test_nothing_else_is_asked() -> None:
    """What the table does not name is not there."""
    assert {request.id for request in CATALOGUE} == REQUESTS.keys()


@each("request_", CATALOGUE)
def test_a_request_is_as_documented(request_: Request) -> None:
    """A GET with these parameters, at this cost; all but prices and the clock is signed."""
    parameters, limit, paging, asked, twice = REQUESTS[request_.id]
    assert request_.route.method == "GET"
    assert request_.route.path == f"/{request_.id.partition(':')[0]}"
    assert request_.route.parameters == parameters
    assert request_.limit == limit
    assert request_.paging == paging
    assert (request_.asked, request_.twice) == (asked, twice)
    assert request_.signed == ("tickers" not in request_.id)
    own = request_.signed and request_.asked is not Asked.SERVICE
    assert request_.permission == ("general.READ_ONLY" if own else "")
    assert urlsplit(request_.source.url).hostname == "docs.kraken.com"
    assert request_.source.checked == date(2026, 8, 17)
    assert request_.purpose


@each("request_", CATALOGUE)
def test_the_look_alike_serves_the_same(request_: Request) -> None:
    """A route with the same verb and path that demands the same permission."""
    params = dict.fromkeys(request_.route.parameters, "1")
    route, _ = TABLE.find(request_.route.method, request_.id.partition(":")[0], params)
    assert not request_.permission or request_.permission in route.needs
