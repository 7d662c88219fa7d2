"""Published limits: for each user and endpoint, and for each address."""

from __future__ import annotations

import pytest
from tests.simulator.bybit.support import serving

from readiness.simulator import BybitAccount
from readiness.simulator.bybit.routes import TABLE

# Path and requests in a second, typed from the documents' table of limits.
SECOND = {
    "account/info": 50,
    "account/transaction-log": 25,
    "account/wallet-balance": 50,
    "asset/asset-overview": 50,
    "asset/deposit/query-internal-record": 300,
    "asset/fundinghistory": 30,
    "asset/total-members-assets": 50,
    "asset/transfer/query-account-coins-balance": 5,
    "asset/transfer/query-universal-transfer-list": 5,
    "asset/withdraw/withdrawable-amount": 300,
    "crypto-loan-common/position": 5,
    "earn/position": 10,
    "fiat/balance-query": 1000,
    "ins-loan/loan-order": 20,
    "order/realtime": 50,
    "position/list": 50,
    "rfq/quote-realtime": 50,
    "rfq/rfq-realtime": 50,
    "spot-margin-trade/liability": 5,
    "spread/order/realtime": 50,
    "strategy/list": 200,
    "user/escrow_sub_members": 5,
    "user/get-member-type": 10,
    "user/query-api": 10,
    "user/query-sub-members": 10,
    "user/submembers": 5,
}
MINUTE = {
    "asset/deposit/query-record": 100,
    "asset/deposit/query-sub-member-record": 300,
    "asset/transfer/query-inter-transfer-list": 60,
    "asset/transfer/query-sub-member-list": 60,
    "asset/withdraw/query-record": 300,
}


@pytest.mark.parametrize(("path", "count"), SECOND.items())
def test_limit_of_a_second(path: str, count: int) -> None:
    """As the table of limits has it."""
    (limit,) = TABLE[path].limits
    assert (limit.count, limit.seconds, limit.per) == (count, 1, "user")


@pytest.mark.parametrize(("path", "count"), MINUTE.items())
def test_limit_of_a_minute(path: str, count: int) -> None:
    """As the table of limits has it."""
    (limit,) = TABLE[path].limits
    assert (limit.count, limit.seconds, limit.per) == (count, 60, "user")


def test_too_many_visits() -> None:
    """The sixth request of a second is refused; headers tell what is left."""
    with serving() as client:
        left = [client.request("user/submembers").headers for _ in range(5)]
        assert [h["X-Bapi-Limit-Status"] for h in left] == ["4", "3", "2", "1", "0"]
        assert left[0]["X-Bapi-Limit"] == "5"
        refused = client.request("user/submembers")
        assert (refused.status_code, refused.json()["retCode"]) == (200, 10006)
        assert refused.headers["X-Bapi-Limit-Reset-Timestamp"] == str(client.ms + 1000)
        client.clock.time += 1
        assert client.code("user/submembers") == 0
        assert [each.path for each in client.sim.violations] == ["user/submembers"]


def test_users_are_counted_apart() -> None:
    """A sub-account has a budget of its own."""
    account = BybitAccount()
    sub = account.sub_account("s1", key="sub-key")
    with serving(account) as client:
        for _ in range(10):
            assert client.code("user/query-api") == 0
        assert client.code("user/query-api") == 10006
        assert client.of(sub).code("user/query-api") == 0


def test_an_address_that_comes_too_often_is_shut_out() -> None:
    """More than 600 requests in 5 seconds, and nothing is answered for ten minutes."""
    with serving() as client:
        for number in range(600):
            if number % 100 == 0:
                client.clock.time += 0.5
            assert client.request("market/time").status_code == 200
        refused = client.request("market/time")
        assert (refused.status_code, "X-Bapi-Limit" in refused.headers) == (403, False)
        assert b"too frequent" in refused.content
        client.clock.time += 599
        assert client.request("market/time").status_code == 403
        client.clock.time += 2
        assert client.code("market/time") == 0


def test_limits_may_be_off() -> None:
    """A test that is about something else is not held up."""
    with serving(limits=False) as client:
        assert {client.code("user/submembers") for _ in range(8)} == {0}
        assert client.sim.violations == []
