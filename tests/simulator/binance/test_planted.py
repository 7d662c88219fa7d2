"""What tests plant in answers: rows, fields and whole bodies."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.binance.support import DAY, serving

from readiness.simulator import binance_rows
from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.market import BinanceMarket
from readiness.simulator.binance.routes import ROUTES

SUB = "sub@x.com"
SAID = {
    "type": "REPAY",
    "transactionType": "0",
    "email": SUB,
    "targetAsset": "BNB",
    "planType": "SINGLE",
    "indexId": "1",
    "asset": "USDT",
    "algo": "sha256",
    "futuresType": "1",
    "currency": "USDT",
    "current": "1",
    "size": "10",
}


def plain(value: Any) -> Any:
    """A value as JSON gives it back: its numbers compared as text."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value if value is None or isinstance(value, bool) else str(value)


def test_rows_stand_beside_computed_ones() -> None:
    """A planted row takes the place of a computed one about the same thing only."""
    account = BinanceAccount()
    account.spot("BTC", "1")
    account.spot("ETH", "1")
    path = "sapi/v3/asset/getUserAsset"
    account.put(path, {"asset": "ETH", "free": "7"}, {"asset": "NEW", "free": "8"})
    with serving(account) as client:
        assert {r["asset"]: r["free"] for r in client.body(path)} == {
            "BTC": "1",
            "ETH": "7",
            "NEW": "8",
        }
        account.clear(path)
        assert [r["asset"] for r in client.body(path)] == ["BTC", "ETH"]


def test_two_rows_about_the_same_thing() -> None:
    """Both are shown, and so is what is no row at all."""
    account = BinanceAccount()
    path = "sapi/v1/asset/wallet/balance"
    account.put(path, {"walletName": "Spot", "n": 1}, {"walletName": "Spot", "n": 2}, None)
    with serving(account) as client:
        rows = client.body(path)
        assert len(rows) == 12
        assert [r["n"] for r in rows if r and r["walletName"] == "Spot"] == [2, 1]
        assert rows[-1] is None


def test_fields_of_objects() -> None:
    """In an object, planted fields overwrite the computed ones, the last of them wins."""
    account = BinanceAccount()
    account.put("sapi/v1/account/status", {"data": "Locked"}, {"more": 1}, {"more": 2})
    with serving(account) as client:
        assert client.body("sapi/v1/account/status") == {"data": "Locked", "more": 2}
        account.put("sapi/v1/account/status", "rubbish")
        assert client.body("sapi/v1/account/status") == "rubbish"


def test_fields_beside_a_list() -> None:
    """Where an object has a list inside, both its fields and rows of the list can be planted."""
    account = BinanceAccount()
    account.spot("BTC", "1")
    account.put("api/v3/account", {"canWithdraw": False}, {"asset": "X", "free": "1"})
    with serving(account) as client:
        said = client.body("api/v3/account", omitZeroBalances="true")
        assert said["canWithdraw"] is False
        assert [row["asset"] for row in said["balances"]] == ["BTC", "X"]
        account.put("api/v3/account", {"balances": []})
        assert client.body("api/v3/account")["balances"] == []


def test_public_answers() -> None:
    """What is the same for everybody is planted in the market."""
    market = BinanceMarket()
    market.put("api/v3/ticker/price", {"symbol": "BTCUSDT", "price": "1"})
    market.put("sapi/v1/system/status", {"status": 2})
    with serving(market=market) as client:
        prices = {row["symbol"]: row["price"] for row in client.body("api/v3/ticker/price")}
        assert (prices["BTCUSDT"], prices["ETHUSDT"]) == ("1", "3000.00000000")
        assert client.body("sapi/v1/system/status")["status"] == 2


FACTORIES = {**binance_rows.FACTORIES, **binance_rows.HISTORY}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("path", FACTORIES)
def test_factories_fit_their_answers(path: str) -> None:
    """A row or a body from its factory turns up in the answer as it was made."""
    route = ROUTES[path]
    made = FACTORIES[path]()
    account = BinanceAccount(
        info={"isPortfolioMarginRetailEnabled": True},
        restrictions={"enableSpotAndMarginTrading": True, "enableFutures": True},
        pm_pro=True,
        broker=route.who == "broker",
    )
    if route.managed:
        account.put("sapi/v1/managed-subaccount/info", {"email": SUB})
    sub = account.sub_account(SUB, key="sub-key")
    market = BinanceMarket()
    planted = sub if route.sub_scope or route.who == "sub" else account
    (planted if route.signed else market).put(path, made)
    params = {name: str(made.get(name, SAID.get(name))) for name in route.required}
    params |= {name: SAID[name] for name in ("email", *route.choices) if name in params}
    if route.kinds:
        params[route.kinds.parameter] = route.kinds.of(made)
    with serving(account, market=market) as client:
        client.account = sub if route.who == "sub" else account
        client.clock.time = client.clock.time if route.window is None else _now()
        if route.window and route.window.mandatory:
            params |= {"startTime": str(client.ms - 20 * DAY), "endTime": str(client.ms)}
        if route.paging and "limit" in route.paging.parameters:
            params["limit"] = "20"
        said = plain(client.body(path, **params))
    assert _holds(said, plain(made))


def _now() -> float:
    """Factories make recent times, by the clock on the wall."""
    return binance_rows.new_ts() / 1000 + 60


def _holds(said: Any, made: dict[str, Any]) -> bool:
    if isinstance(said, list):
        return any(_holds(inner, made) for inner in said)
    if not isinstance(said, dict):
        return False
    return made.items() <= said.items() or any(_holds(inner, made) for inner in said.values())
