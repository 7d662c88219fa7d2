"""Which requests are understood: paths, verbs, parameters, values."""

from __future__ import annotations

import pytest
from tests.each import each
from tests.simulator.binance.support import serving

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.routes import ROUTES

WRITES = [
    ("POST", "sapi/v1/asset/dust"),
    ("POST", "sapi/v1/margin/isolated/account"),
    ("POST", "sapi/v1/margin/exchange-small-liability"),
    ("GET", "sapi/v1/soft-staking/set"),
    ("POST", "api/v3/order"),
    ("GET", "sapi/v1/asset/get-funding-asset"),
]
GONE = ["eapi/v1/account", "sapi/v1/loan/ongoing/orders", "sapi/v1/eth-staking/account", "nothing"]


@pytest.mark.parametrize("path", GONE)
def test_unknown_path(path: str) -> None:
    """What the exchange does not have, or has no more, is no JSON at all."""
    with serving() as client:
        response = client.request(path)
        assert response.status_code == 404
        assert response.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_nothing_is_written(method: str, path: str) -> None:
    """No path that changes anything is there, with any verb."""
    with serving() as client:
        expected = 405 if path in ROUTES else 404
        assert client.request(path, method).status_code == expected


def test_only_four_reads_are_posts() -> None:
    """Every other endpoint takes GET."""
    assert {path for path, route in ROUTES.items() if route.method == "POST"} == {
        "sapi/v3/asset/getUserAsset",
        "sapi/v1/asset/get-funding-asset",
        "sapi/v1/asset/dust-btc",
        "sapi/v1/asset/dust-convert/query-convertible-assets",
    }


@each("path", [p for p, route in ROUTES.items() if route.who != "sub" and not route.trade], str)
def test_every_endpoint_is_strict(path: str) -> None:
    """A parameter that an endpoint does not have is refused, whatever the endpoint."""
    account = BinanceAccount(
        info={"isPortfolioMarginRetailEnabled": True},
        pm_pro=True,
        broker=path.startswith("sapi/v1/broker"),
    )
    with serving(account) as client:
        assert client.refusal(path, madeUp="1") == (400, -1104)


@pytest.mark.parametrize(
    ("path", "params", "code"),
    [
        ("sapi/v1/asset/transfer", {}, -1102),
        ("sapi/v1/fiat/orders", {}, -1102),
        ("sapi/v1/fiat/orders", {"transactionType": "2"}, -1130),
        ("sapi/v1/convert/tradeFlow", {}, -1102),
        ("sapi/v1/margin/openOrders", {"isIsolated": "TRUE"}, -1102),
        ("sapi/v1/margin/openOrders", {"isIsolated": "yes"}, -1130),
        ("sapi/v1/margin/openOrders", {"isIsolated": "TRUE", "symbol": "BTCUSDT"}, -11001),
        ("sapi/v1/margin/isolated/account", {"symbols": "A,B,C,D,E,F"}, -1130),
        ("sapi/v1/margin/borrow-repay", {"type": "LEND"}, -1130),
        ("sapi/v1/lending/auto-invest/plan/list", {}, -1102),
        ("sapi/v1/dci/product/positions", {"status": "OPEN"}, -1130),
        ("sapi/v2/sub-account/futures/account", {"email": "a@x.com"}, -1102),
        ("sapi/v2/sub-account/futures/accountSummary", {"futuresType": "3"}, -1130),
        ("sapi/v1/sub-account/futures/accountSummary", {"page": "1"}, -1102),
        ("sapi/v1/asset/wallet/balance", {"quoteAsset": "NOPRICE"}, -1130),
        ("api/v3/account", {"omitZeroBalances": ""}, -1105),
        ("api/v3/ticker/price", {"symbol": "NOPRICEUSDT"}, -1121),
        ("api/v3/ticker/price", {"symbols": "BTCUSDT"}, -1130),
        ("sapi/v1/asset/dust-convert/query-convertible-assets", {}, -1102),
        ("api/v3/time", {"timestamp": "1"}, -1104),
    ],
)
def test_refused_parameters(path: str, params: dict[str, str], code: int) -> None:
    """What is missing or impossible is refused with its documented code."""
    with serving() as client:
        assert client.refusal(path, **params) == (400, code)


def test_prices_of_some_symbols() -> None:
    """One symbol, several, or all of them may be asked for."""
    path = "api/v3/ticker/price"
    with serving() as client:
        everything = {row["symbol"]: row["price"] for row in client.body(path)}
        assert everything["BTCUSDT"] == "60000.00000000"
        assert everything["BETHETH"] == "1.00000000"
        assert "USDTUSDT" not in everything
        assert [r["symbol"] for r in client.body(path, symbol="ETHUSDT")] == ["ETHUSDT"]
        asked = client.body(path, symbols='["ETHUSDT","BTCUSDT"]')
        assert {row["symbol"] for row in asked} == {"ETHUSDT", "BTCUSDT"}


def test_exchange_tells_its_ceiling() -> None:
    """The budget of `/api` stands in the information about the exchange."""
    with serving() as client:
        said = client.body("api/v3/exchangeInfo", symbol="BTCUSDT")
        assert said["rateLimits"][0]["limit"] == 6000
        assert [row["symbol"] for row in said["symbols"]] == ["BTCUSDT"]


def test_maintenance() -> None:
    """The platform says so when its wallets are being worked on."""
    with serving() as client:
        assert client.body("sapi/v1/system/status")["status"] == 0
        client.sim.market.maintenance = True
        assert client.body("sapi/v1/system/status")["status"] == 1
