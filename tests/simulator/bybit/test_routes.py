"""Endpoints: which there are, what they want to be told, whom they answer."""

from __future__ import annotations

import pytest
from tests.simulator.bybit.support import serving

from readiness.simulator import BybitAccount, Fault, bybit_rows
from readiness.simulator.bybit.account import READ_SCOPES
from readiness.simulator.bybit.routes import TABLE

# What each endpoint has to be told, typed from the documents.
WANTED: dict[str, dict[str, str]] = {
    "account/wallet-balance": {"accountType": "UNIFIED"},
    "asset/deposit/query-sub-member-record": {"subMemberId": "77"},
    "asset/transfer/query-account-coins-balance": {"accountType": "FUND"},
    "asset/withdraw/withdrawable-amount": {"coin": "USDT"},
    "earn/advance/order": {"category": "DualAssets"},
    "earn/advance/position": {"category": "DualAssets"},
    "earn/order": {"category": "FlexibleSaving"},
    "earn/position": {"category": "OnChain"},
    "earn/token/order": {"coin": "BYUSDT"},
    "earn/token/position": {"coin": "BYUSDT"},
    "market/tickers": {"category": "spot"},
    "order/realtime": {"category": "spot"},
    "position/list": {"category": "inverse"},
    "spot-margin-trade/liability": {"currency": "USDT"},
}
PATHS = sorted(route.path for route in TABLE.routes)


@pytest.mark.parametrize("path", PATHS)
def test_an_empty_account_is_answered(path: str) -> None:
    """With what it has to be told every endpoint answers; without, it refuses."""
    account = BybitAccount(permissions=[*READ_SCOPES, "FiatConvertBroker.FiatConvertBrokerOrder"])
    account.sub_account("s1", uid="77")
    with serving(account) as client:
        wanted = WANTED.get(path, {})
        assert client.code(path, **wanted) == 0
        for name in wanted:
            assert client.code(path, **{k: v for k, v in wanted.items() if k != name}) == 10001


@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("account/wallet-balance", {"accountType": "CONTRACT"}),
        ("asset/transfer/query-account-coins-balance", {"accountType": "UNIFIED"}),
        ("asset/transfer/query-account-coins-balance", {"accountType": "OTHER"}),
        ("asset/transfer/query-account-coins-balance", {"accountType": "FUND", "withBonus": "2"}),
        ("asset/withdraw/query-record", {"withdrawType": "3"}),
        ("asset/withdraw/query-record", {"limit": "51"}),
        ("crypto-loan-fixed/borrow-contract-info", {"limit": "101"}),
        ("earn/advance/position", {"category": "FlexibleSaving"}),
        ("earn/advance/position", {"category": "DoubleWin", "limit": "21"}),
        ("earn/fixed-term/position", {"category": "DualAssets"}),
        ("earn/position", {"category": "FixedTermSaving"}),
        ("earn/token/position", {"coin": "USDT"}),
        ("market/tickers", {"category": "option"}),
        ("order/realtime", {"category": "linear"}),
        ("order/realtime", {"category": "other"}),
        ("order/realtime", {"category": "spot", "limit": "51"}),
        ("order/realtime", {"category": "spot", "limit": "0"}),
        ("order/realtime", {"category": "spot", "cursor": "none of ours"}),
        ("order/realtime", {"category": "spot", "openOnly": "2"}),
        ("position/list", {"category": "linear"}),
        ("position/list", {"category": "linear", "baseCoin": "BTC"}),
        ("position/list", {"category": "inverse", "limit": "201"}),
        ("position/list", {"category": "spot"}),
        ("rfq/rfq-realtime", {"traderType": "both"}),
        ("strategy/list", {"pageSize": "51"}),
        ("strategy/list", {"status": "1"}),
        ("user/submembers", {"pageSize": "101"}),
        ("user/get-member-type", {"memberIds": ",".join(["1"] * 201)}),
    ],
)
def test_impossible_parameters(path: str, params: dict[str, str]) -> None:
    """What the documents do not allow is refused, and not answered with an empty list."""
    with serving() as client:
        assert client.code(path, **params) == 10001


@pytest.mark.parametrize("count", [1, 10])
def test_coins_of_the_unified_account(count: int) -> None:
    """One to ten coins have to be named, and each is answered, held or not."""
    account = BybitAccount()
    account.unified("C0", "5", locked="1")
    path = "asset/transfer/query-account-coins-balance"
    with serving(account) as client:
        coins = ",".join(f"C{number}" for number in range(count))
        rows = client.result(path, accountType="UNIFIED", coin=coins)["balance"]
        assert [row["coin"] for row in rows] == coins.split(",")
        assert (rows[0]["walletBalance"], rows[0]["transferBalance"]) == ("5", "4")
        assert client.code(path, accountType="UNIFIED", coin=",".join(["X"] * 11)) == 10001


def test_unknown_paths_and_verbs() -> None:
    """What is not in the table has no route, whatever the verb."""
    with serving() as client:
        for path, method in (("order/create", "POST"), ("account/info", "POST")):
            response = client.request(path, method)
            assert (response.status_code, response.json()["retCode"]) == (404, 10017)
        response = client.http.get(f"{client.sim.base_url}/v3/account/info")
        assert (response.status_code, response.json()["retCode"]) == (404, 10017)


@pytest.mark.parametrize(
    "path",
    [
        "account/wallet-balance",
        "asset/transfer/query-account-coins-balance",
        "spot-margin-trade/liability",
        "spot-margin-trade/fixedborrow-contract-info",
        "spread/order/realtime",
        "strategy/list",
    ],
)
def test_classic_accounts(path: str) -> None:
    """What only unified accounts have answers 10028 elsewhere."""
    unified = {
        "asset/transfer/query-account-coins-balance": {"accountType": "UNIFIED", "coin": "X"}
    }
    with serving(BybitAccount(mode="1")) as client:
        assert client.code(path, **(unified.get(path) or WANTED.get(path, {}))) == 10028
        assert client.result("account/info")["unifiedMarginStatus"] == 1
        assert client.code("order/realtime", category="spot") == 0


def test_refusals() -> None:
    """An account can be told to answer a path with any code."""
    account = BybitAccount()
    account.refuse("order/*", "100028", "not here")
    with serving(account) as client:
        body = client.body("order/realtime", category="spot")
        assert (body["retCode"], body["retMsg"]) == (100028, "not here")


def test_orders_are_narrowed() -> None:
    """Categories are apart; settle coins go by the symbol; closed orders are not shown."""
    account = BybitAccount()
    account.put(
        "order/realtime:linear",
        bybit_rows.order(symbol="ETHUSDT"),
        bybit_rows.order(symbol="BTCUSDT-26DEC25"),
        bybit_rows.order(symbol="BTCPERP"),
        bybit_rows.order(symbol="ETHUSDT", orderStatus="Filled"),
        bybit_rows.order(symbol="XUSDT", orderStatus="SomethingNew"),
    )
    account.put("order/realtime:inverse", bybit_rows.order(symbol="BTCUSD"))
    with serving(account) as client:

        def symbols(**params: str) -> list[str]:
            result = client.result("order/realtime", **params)
            assert result["category"] == params["category"]
            return [row["symbol"] for row in result["list"]]

        usdt = symbols(category="linear", settleCoin="USDT")
        assert usdt == ["ETHUSDT", "BTCUSDT-26DEC25", "XUSDT"]
        assert symbols(category="linear", settleCoin="USDC") == ["BTCPERP"]
        assert symbols(category="linear", symbol="ETHUSDT", openOnly="1") == ["ETHUSDT"]
        assert symbols(category="inverse") == ["BTCUSD"]
        assert symbols(category="inverse", settleCoin="BTC") == ["BTCUSD"]
        assert symbols(category="spot") == []


def test_block_trades_have_two_sides() -> None:
    """What this account asked others is another list than what others asked it."""
    account = BybitAccount()
    account.put("rfq/rfq-realtime", bybit_rows.rfq(_trader="request"))
    with serving(account) as client:
        assert client.result("rfq/rfq-realtime")["list"] == []
        (row,) = client.result("rfq/rfq-realtime", traderType="request")["list"]
        assert not any(name.startswith("_") for name in row)


def test_plain_filters() -> None:
    """Strategies by status, loans by coin, Earn by product."""
    account = BybitAccount()
    account.put("strategy/list", bybit_rows.strategy(), bybit_rows.strategy(status=3))
    account.put("earn/position:OnChain", bybit_rows.on_chain())
    account.put("crypto-loan-flexible/ongoing-coin", bybit_rows.flexible_loan())
    with serving(account) as client:
        assert len(client.result("strategy/list", status="2")["list"]) == 1
        assert client.result("earn/position", category="FlexibleSaving")["list"] == []
        assert client.result("earn/position", category="OnChain", coin="ETH")["list"] == []
        loans = "crypto-loan-flexible/ongoing-coin"
        assert client.result(loans, loanCurrency="BTC")["list"] == []
        assert len(client.result(loans, loanCurrency="ETH")["list"]) == 1


@pytest.mark.parametrize(("code", "shown"), [("10016", 10016), ("-1", -1), ("000", "000")])
def test_codes_are_numbers(code: str, shown: int | str) -> None:
    """A code that is no number as it stands is not made one: zero would mean success."""
    with serving() as client:
        client.sim.fault("account/info", Fault.error(code))
        assert client.body("account/info")["retCode"] == shown
