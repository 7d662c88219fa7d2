"""Weights: what requests cost, who pays, and what happens to who does not stop."""

from __future__ import annotations

import httpx
import pytest
from tests.simulator.binance.support import Client, serving

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.market import BinanceMarket

USED = "X-MBX-USED-WEIGHT-1M"
IP = "X-SAPI-USED-IP-WEIGHT-1M"
UID = "X-SAPI-USED-UID-WEIGHT-1M"
VIP = "sapi/v1/loan/vip/collateral/account"
FIAT = "sapi/v1/fiat/orders"


def used(response: httpx.Response, header: str = USED) -> int:
    assert response.status_code == 200, response.text
    return int(response.headers[header])


def exhaust(client: Client) -> httpx.Response:
    """Ask for orders until the budget of USD-M futures is spent."""
    for _ in range(60):
        assert client.request("fapi/v1/openOrders").status_code == 200
    return client.request("fapi/v1/openOrders")


@pytest.mark.parametrize(
    ("path", "params", "weight", "header"),
    [
        ("api/v3/time", {}, 1, USED),
        ("api/v3/account", {}, 20, USED),
        ("api/v3/openOrders", {}, 80, USED),
        ("api/v3/openOrders", {"symbol": "BTCUSDT"}, 6, USED),
        ("api/v3/ticker/price", {"symbol": "BTCUSDT"}, 2, USED),
        ("fapi/v1/openAlgoOrders", {}, 40, USED),
        ("fapi/v1/openAlgoOrders", {"symbol": "BTCUSDT"}, 1, USED),
        ("eapi/v1/marginAccount", {}, 3, USED),
        ("sapi/v1/asset/wallet/balance", {"quoteAsset": "USDT"}, 60, IP),
        (VIP, {}, 6000, IP),
        (FIAT, {"transactionType": "0"}, 45_000, UID),
        ("sapi/v1/capital/withdraw/history", {}, 18_000, UID),
    ],
)
def test_published_weights(path: str, params: dict[str, str], weight: int, header: str) -> None:
    """Each answer says how much of its budget is used up."""
    with serving() as client:
        assert used(client.request(path, **params), header) == weight
        assert used(client.request(path, **params), header) == 2 * weight


def test_api_shares_one_budget() -> None:
    """Everything under `/api` is paid from one purse, and under `/sapi` from many."""
    with serving() as client:
        used(client.request("api/v3/account"))
        assert used(client.request("api/v3/openOrderList")) == 26
        used(client.request("sapi/v1/account/info"), IP)
        assert used(client.request("sapi/v1/account/status"), IP) == 1


@pytest.mark.parametrize(("shared", "weight"), [(True, 10), (False, 5)])
def test_futures_budgets(shared: bool, weight: int) -> None:
    """Whether the two kinds of futures share a budget is a matter of the market."""
    market = BinanceMarket()
    market.shared_futures_pool = shared
    with serving(market=market) as client:
        client.request("fapi/v3/account")
        assert used(client.request("dapi/v1/account")) == weight


def test_too_much_is_refused_until_it_has_been_waited() -> None:
    """A refusal says how long to wait, and after that the answers come again."""
    with serving() as client:
        response = exhaust(client)
        assert (response.status_code, response.json()["code"]) == (429, -1003)
        assert response.headers["Retry-After"] == "60"
        assert len(client.sim.violations) == 1
        client.clock.time += 59
        assert client.request("fapi/v3/account").status_code == 429
        client.clock.time += 1
        assert client.request("fapi/v3/account").status_code == 200


def test_other_budgets_are_not_touched() -> None:
    """Who has spent one budget can still spend the others."""
    with serving() as client:
        assert exhaust(client).status_code == 429
        assert client.request("api/v3/account").status_code == 200


def test_going_on_leads_to_a_ban() -> None:
    """Who does not stop after a refusal is banned from everything but `/sapi`."""
    with serving() as client:
        exhaust(client)
        answers = [client.request("fapi/v1/openOrders") for _ in range(6)]
        assert [a.status_code for a in answers] == [429] * 5 + [418]
        assert answers[-1].headers["Retry-After"] == "120"
        assert str(client.ms + 120_000) in answers[-1].json()["msg"]
        assert client.request("api/v3/account").status_code == 418
        assert client.request("sapi/v1/account/info").status_code == 200
        client.clock.time += 121
        assert client.request("fapi/v1/openOrders").status_code == 200


def test_sapi_does_not_ban() -> None:
    """A budget of `/sapi` is refused again and again, and nothing worse."""
    with serving() as client:
        answers = [client.request(VIP).status_code for _ in range(12)]
        assert answers == [200, 200] + [429] * 10
        assert len(client.sim.violations) == 10


def test_accounts_of_one_address_pay_together() -> None:
    """Weights by address add up over keys; weights by user do not."""
    other = BinanceAccount()
    with serving(BinanceAccount(), other) as client:
        client.request("api/v3/account")
        client.request(FIAT, transactionType="0")
        client.account = other
        assert used(client.request("api/v3/account")) == 40
        assert used(client.request(FIAT, transactionType="0"), UID) == 45_000


def test_unrecognised_keys_pay_too() -> None:
    """The weight by address is counted before the key is looked at."""
    with serving() as client:
        client.account = BinanceAccount()
        refused = client.request("api/v3/account")
        assert (refused.status_code, refused.headers[USED]) == (401, "20")


def test_withdrawals_have_a_second_limit() -> None:
    """The history of withdrawals takes ten requests a second, and no more a minute."""
    path = "sapi/v1/capital/withdraw/history"
    with serving() as client:
        assert [client.request(path).status_code for _ in range(11)] == [200] * 10 + [429]
    with serving() as client:
        for _ in range(10):
            assert client.request(path).status_code == 200
            client.clock.time += 1
        assert client.request(path).status_code == 429


def test_limits_can_be_switched_off() -> None:
    """Without limits nothing is refused, counted or told."""
    with serving(limits=False) as client:
        answers = [client.request(VIP) for _ in range(4)]
        assert [a.status_code for a in answers] == [200] * 4
        assert IP not in answers[-1].headers
        assert client.sim.violations == []
