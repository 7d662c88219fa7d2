"""Published limits, on a clock that is moved by hand."""

from __future__ import annotations

import pytest
from tests.simulator.support import Client, serving

from readiness.simulator import OkxAccount
from readiness.simulator.limits import Limit
from readiness.simulator.okx.routes import ROUTES

SAMPLE = ["account/config", "asset/asset-valuation", "public/time", "trade/orders-pending"]


def ask(client: Client, path: str, count: int) -> list[int]:
    return [client.request(path).status_code for _ in range(count)]


@pytest.mark.parametrize("path", SAMPLE)
def test_one_too_many_is_refused_and_recorded(path: str) -> None:
    published = ROUTES[path].limit
    with serving() as client:
        statuses = ask(client, path, published.count + 1)
        assert statuses == [200] * published.count + [429]
        refused = client.request(path).json()
        assert (refused["code"], refused["data"]) == ("50011", [])
        assert [v.path for v in client.sim.violations] == [path] * 2
        assert client.sim.violations[0].limit == str(published)


def test_window_slides() -> None:
    with serving() as client:
        assert ask(client, "account/config", 3) == [200] * 3
        client.clock.time += 1.5
        assert ask(client, "account/config", 3) == [200, 200, 429]
        client.clock.time += 0.49
        assert ask(client, "account/config", 1) == [429]
        client.clock.time += 0.01
        assert ask(client, "account/config", 4) == [200, 200, 200, 429]


def test_users_do_not_share_and_endpoints_do_not_share() -> None:
    main = OkxAccount()
    sub = main.sub_account("grid01", key="sub-key")
    with serving(main) as client:
        assert ask(client, "account/config", 5) == [200] * 5
        other = Client(client.sim, sub, client.clock, client.http)
        assert ask(other, "account/config", 5) == [200] * 5
        assert ask(client, "account/balance", 1) == [200]
        assert ask(client, "account/config", 1) == [429]


def test_addresses_share_public_limits() -> None:
    first, second = OkxAccount(), OkxAccount()
    with serving(first, second) as client:
        other = Client(client.sim, second, client.clock, client.http)
        assert ask(client, "public/time", 5) == [200] * 5
        assert ask(other, "public/time", 6) == [200] * 5 + [429]
        assert client.sim.violations[0].owner == "127.0.0.1"


def test_switched_off() -> None:
    with serving(limits=False) as client:
        assert ask(client, "account/config", 20) == [200] * 20
        assert client.sim.violations == []


def test_rejected_signatures_use_up_nobodys_limit() -> None:
    with serving() as client:
        headers = client.headers("/api/v5/account/config") | {"OK-ACCESS-SIGN": "x"}
        for _ in range(10):
            client.http.get(client.sim.base_url + "/api/v5/account/config", headers=headers)
        assert ask(client, "account/config", 5) == [200] * 5


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("account/config", Limit(5, 2)),
        ("public/time", Limit(10, 2, "ip")),
        ("system/status", Limit(1, 5, "ip")),
        ("account/balance", Limit(10, 2)),
        ("asset/balances", Limit(6, 1)),
        ("asset/asset-valuation", Limit(1, 1)),
        ("trade/easy-convert-currency-list", Limit(1, 2)),
        ("market/index-tickers", Limit(20, 2, "ip")),
        ("trade/orders-pending", Limit(60, 2)),
        ("trade/orders-algo-pending", Limit(20, 2)),
        ("rfq/rfqs", Limit(2, 2)),
        ("account/move-positions-history", Limit(2, 2, "main-user")),
        ("asset/deposit-history", Limit(6, 1)),
        ("fiat/deposit-order-history", Limit(3, 1)),
        ("finance/sfp/dcd/order-history", Limit(1, 1)),
        ("account/subaccount/balances", Limit(6, 2)),
        ("asset/subaccount/balances", Limit(6, 2)),
        ("users/subaccount/list", Limit(20, 2)),
    ],
)
def test_published_numbers(path: str, expected: Limit) -> None:
    assert ROUTES[path].limit == expected
