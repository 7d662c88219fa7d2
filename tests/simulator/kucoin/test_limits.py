"""Weights and pools, and the headers that tell what is left of them."""

from __future__ import annotations

import pytest
from tests.simulator.kucoin.support import Client, lenient, serving

from readiness.simulator.kucoin.routes import TABLE


def left(client: Client, path: str, **params: str) -> tuple[int, int]:
    headers = client.request(path, **params).headers
    return int(headers["gw-ratelimit-limit"]), int(headers["gw-ratelimit-remaining"])


@pytest.mark.parametrize(
    ("path", "params", "pool", "weight"),
    [
        ("api/v1/accounts", {}, 2000, 5),
        ("api/v1/hf/accounts/opened", {}, 4000, 30),
        ("api/v3/margin/accounts", {}, 4000, 15),
        ("api/v3/isolated/accounts", {}, 4000, 15),
        ("api/v1/account-overview", {}, 2000, 5),
        ("api/v1/account-overview-all", {}, 2000, 6),
        ("api/v1/hf/orders/active/symbols", {}, 4000, 2),
        ("api/v1/orders", {"tradeType": "TRADE"}, 4000, 2),
        ("api/v1/orders", {"status": "active"}, 2000, 2),
        ("api/v1/stop-order", {}, 4000, 8),
        ("api/v3/hf/margin/order/active/symbols", {"tradeType": "MARGIN_TRADE"}, 4000, 4),
        ("api/v1/stopOrders", {}, 2000, 6),
        ("api/v1/positions", {}, 2000, 2),
        ("api/v1/convert/limit/orders", {}, 4000, 5),
        ("api/v1/otc-loan/loan", {}, 2000, 5),
        ("api/v1/otc-loan/accounts", {}, 2000, 20),
        ("api/v1/earn/hold-assets", {}, 2000, 5),
        ("api/v3/purchase/orders", {"status": "DONE"}, 4000, 10),
        ("api/v3/redeem/orders", {"status": "DONE"}, 4000, 10),
        ("api/v1/deposits", {}, 2000, 5),
        ("api/v1/withdrawals", {}, 2000, 20),
        ("api/v2/sub/user", {}, 2000, 20),
        ("api/v2/sub-accounts", {}, 2000, 20),
        ("api/v1/user/api-key", {}, 2000, 20),
        ("api/v1/prices", {}, 2000, 3),
    ],
)
def test_published_weights(path: str, params: dict[str, str], pool: int, weight: int) -> None:
    """Each answer tells what it has taken from its pool."""
    with serving(lenient()) as client:
        assert left(client, path, **params) == (pool, pool - weight)
        assert left(client, path, **params) == (pool, pool - 2 * weight)


def test_pools_are_shared() -> None:
    """Requests of one pool pay from one purse, those of another do not."""
    with serving() as client:
        left(client, "api/v1/accounts")
        assert left(client, "api/v1/user/api-key") == (2000, 1975)
        assert left(client, "api/v1/stop-order") == (4000, 3992)


def test_too_many() -> None:
    """An empty pool answers 429 until its window has passed, and the caller is on record."""
    with serving() as client:
        for _ in range(100):
            assert client.code("api/v1/withdrawals") == "200000"
        response = client.request("api/v1/user/api-key")
        assert (response.status_code, response.json()["code"]) == (429, "429000")
        assert response.headers["gw-ratelimit-remaining"] == "0"
        assert response.headers["gw-ratelimit-reset"] == "30000"
        (violation,) = client.sim.violations
        assert violation.owner == client.account.uid
        client.clock.time += 30.1
        assert client.code("api/v1/user/api-key") == "200000"


def test_each_user_has_pools_of_its_own() -> None:
    """A sub-account's key pays from its own pools; what is public, an address pays for."""
    account = lenient()
    sub = account.sub_account("grid01", key="sub-key")
    with serving(account) as client:
        left(client, "api/v1/accounts")
        assert left(client.owner_of(sub), "api/v1/accounts") == (2000, 1995)
        left(client, "api/v1/timestamp")
        assert left(client.owner_of(sub), "api/v1/timestamp") == (2000, 1994)


def test_every_route_has_a_limit() -> None:
    """No endpoint is free."""
    assert all(len(route.limits) == 1 for route in TABLE.routes)


def test_limits_can_be_lifted() -> None:
    """A simulator without limits answers for ever, and records nothing."""
    with serving(limits=False) as client:
        for _ in range(101):
            assert client.code("api/v1/withdrawals") == "200000"
        assert not client.sim.violations
