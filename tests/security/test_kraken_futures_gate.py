"""Requests to Kraken's futures that look harmless and are not: none of them leaves."""

from typing import Final

import httpx
import pytest
from tests.security.houses import House

V3: Final = "/derivatives/api/v3/"
LOG: Final = "/api/history/v3/account-log"


@pytest.fixture(scope="module")
def house() -> House:
    return House.of("kraken-futures")


def passes(house: House, verb: str, path: str, query: str = "") -> bool:
    """Whether a request without a body passes."""
    return house.passes(httpx.Request(verb, house.request("GET", path, query).url))


@pytest.mark.parametrize(
    "name",
    [
        *("sendorder", "editorder", "cancelorder", "cancelallorders", "cancelallordersafter"),
        *("batchorder", "transfer", "transfer/subaccount", "withdrawal"),
        *("assignmentprogram/add", "assignmentprogram/delete"),
        *("leveragepreferences", "pnlpreferences", "self-trade-strategy"),
        *("subaccount/1/trading-enabled", "rfqs", "rfqs/1/place-offer"),
    ],
)
def test_what_acts(house: House, name: str) -> None:
    """Whatever the verb: some of these take their parameters in the query."""
    for verb in ("GET", "POST", "PUT", "DELETE", "PATCH"):
        assert not passes(house, verb, V3 + name)
        assert not passes(house, verb, V3 + name, "?symbol=PF_XBTUSD&size=1")


@pytest.mark.parametrize("name", ["accounts", "openorders", "openpositions", "subaccounts"])
def test_reads_say_nothing(house: House, name: str) -> None:
    """They are GETs without a query and without a body."""
    assert passes(house, "GET", V3 + name)
    assert not passes(house, "POST", V3 + name)
    assert not passes(house, "GET", V3 + name, "?account=1")
    url = house.request("GET", V3 + name).url
    assert not house.passes(httpx.Request("GET", url, content=b"a=1"))


def test_each_service_answers_its_own_paths(house: House) -> None:
    """The same host serves keys, history and charts: what is listed is listed whole."""
    assert passes(house, "GET", "/api/auth/v1/api-keys/v3/check")
    for path in (
        "/api/auth/v1/api-keys/v3",
        "/api/auth/v1/api-keys",
        "/api/auth/v2/api-keys/v3/check",
    ):
        assert not passes(house, "GET", path)
    assert not passes(house, "POST", "/api/auth/v1/api-keys/v3/check")
    assert passes(house, "GET", LOG, "?count=25")
    assert not passes(house, "GET", LOG, "?count=25&conversion_details=true")
    assert not passes(house, "GET", "/api/v3/accounts")


def test_the_spot_api_is_another_account(house: House) -> None:
    """It has a host and a key of its own."""
    for path in ("/0/private/Balance", "/0/public/Time"):
        request = httpx.Request("GET", f"https://api.kraken.com{path}")
        assert not house.passes(request)
        assert not house.passes(httpx.Request("GET", f"https://futures.kraken.com{path}"))
