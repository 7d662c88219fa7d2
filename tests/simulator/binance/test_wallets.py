"""Wallets and positions: each answer about the same money agrees with the others."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.binance.support import Client, serving

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.market import BinanceMarket

TOTALS = "sapi/v1/asset/wallet/balance"
NAMES = [
    "Spot",
    "Funding",
    "Cross Margin",
    "Isolated Margin",
    "USDⓈ-M Futures",
    "COIN-M Futures",
    "Earn",
    "Options",
    "Trading Bots",
    "Copy Trading",
]


def totals(client: Client, unit: str = "USDT") -> dict[str, str]:
    return {r["walletName"]: r["balance"] for r in client.body(TOTALS, quoteAsset=unit)}


def some(row: dict[str, Any], *names: str) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


def test_spot_money_in_three_answers() -> None:
    """What is free, locked, frozen, leaving or subscribed is told by each answer that has it."""
    account = BinanceAccount()
    account.spot("BNB", "1.5", locked="0.5", freeze="2", withdrawing="3", ipoing="4", storage="5")
    account.spot("ADA", "0", freeze="1")
    with serving(account) as client:
        held = {r["asset"]: r for r in client.body("api/v3/account")["balances"]}
        assert some(held["BNB"], "free", "locked") == ("1.50000000", "0.50000000")
        assert "BTC" in held
        brief = client.body("api/v3/account", omitZeroBalances="true")["balances"]
        assert [row["asset"] for row in brief] == ["BNB"]
        states = client.body("sapi/v3/asset/getUserAsset")
        assert [some(r, "asset", "free", "freeze", "withdrawing") for r in states] == [
            ("ADA", "0", "1", "0"),
            ("BNB", "1.5", "2", "3"),
        ]
        coins = {r["coin"]: r for r in client.body("sapi/v1/capital/config/getall")}
        assert some(coins["BNB"], "ipoing", "storage", "isLegalMoney") == ("4", "5", False)
        assert some(coins["EUR"], "isLegalMoney", "networkList") == (True, [])
        assert coins["BTC"]["networkList"][0]["withdrawEnable"] is True


def test_value_in_bitcoin_on_request() -> None:
    """The value stands beside the amounts only where it was asked for."""
    account = BinanceAccount()
    account.spot("ETH", "2")
    account.funding("ETH", "1", locked="0.5", freeze="0.25", withdrawing="0.25")
    with serving(account) as client:
        for path, value in (
            ("sapi/v3/asset/getUserAsset", "0.1"),
            ("sapi/v1/asset/get-funding-asset", "0.1"),
        ):
            assert client.body(path)[0]["btcValuation"] == "0"
            assert client.body(path, needBtcValuation="true")[0]["btcValuation"] == value
            assert client.body(path, asset="BTC") == []
        row = client.body("sapi/v1/asset/get-funding-asset")[0]
        assert some(row, "free", "locked", "freeze", "withdrawing") == ("1", "0.5", "0.25", "0.25")


def test_dust() -> None:
    """Small amounts with a price can be converted, except the coin they are converted into."""
    account = BinanceAccount()
    account.spot("ADA", "10")
    account.spot("BTC", "1")
    account.spot("BNB", "0.01")
    account.spot("NOPRICE", "5")
    account.margin("TRX", "4")
    other = "sapi/v1/asset/dust-convert/query-convertible-assets"
    with serving(account) as client:
        dust = client.body("sapi/v1/asset/dust-btc")["details"]
        assert [some(r, "asset", "amountFree", "exchange") for r in dust] == [
            ("ADA", "10", "0.00016667")
        ]
        margin = client.body("sapi/v1/asset/dust-btc", accountType="MARGIN")["details"]
        assert [row["asset"] for row in margin] == ["TRX"]
        rows = client.body(other, targetAsset="USDT")["details"]
        assert [some(r, "asset", "toTargetAssetAmount", "exchange") for r in rows] == [
            ("ADA", "5", "0.1")
        ]


def test_margin() -> None:
    """Debts are positive, and what is left may be negative."""
    account = BinanceAccount()
    account.margin("USDT", "10", locked="5", borrowed="30", interest="0.5")
    account.isolated("BTCUSDT", base={"free": "1", "borrowed": "0.25"}, quote="100")
    account.isolated("ETHBTC", created=False, enabled=False, quoted_in="BTC")
    with serving(account) as client:
        cross = client.body("sapi/v1/margin/account")
        assert some(cross["userAssets"][0], "free", "locked", "netAsset") == (
            "10.00000000",
            "5.00000000",
            "-15.50000000",
        )
        assert cross["totalLiabilityOfBtc"] == "0.00050833"
        path = "sapi/v1/margin/isolated/account"
        pairs = {row["symbol"]: row for row in client.body(path)["assets"]}
        assert pairs["BTCUSDT"]["baseAsset"]["netAsset"] == "0.75000000"
        assert pairs["BTCUSDT"]["quoteAsset"]["totalAsset"] == "100.00000000"
        assert some(pairs["ETHBTC"], "isolatedCreated", "enabled") == (False, False)
        assert client.body(f"{path}Limit")["enabledAccount"] == 1
        one = client.body(path, symbols="BTCUSDT")
        assert (len(one["assets"]), set(one)) == (1, {"assets"})


def test_margin_orders() -> None:
    """Cross orders are asked for without a symbol, isolated ones symbol by symbol."""
    path = "sapi/v1/margin/openOrders"
    account = BinanceAccount()
    account.isolated("BTCUSDT")
    account.put("sapi/v1/margin/isolated/account", {"symbol": "ADAUSDT"})
    account.put(
        path,
        {"n": 1, "symbol": "BTCUSDT", "isIsolated": False},
        {"n": 2, "symbol": "BTCUSDT", "isIsolated": True},
        {"n": 3, "symbol": "ADAUSDT", "isIsolated": True},
    )
    with serving(account) as client:
        assert [row["n"] for row in client.body(path)] == [1]
        assert [row["n"] for row in client.body(path, isIsolated="FALSE")] == [1]
        asked = {"isIsolated": "TRUE", "symbol": "BTCUSDT"}
        assert [row["n"] for row in client.body(path, **asked)] == [2]
        assert [row["n"] for row in client.body(path, **{**asked, "symbol": "ADAUSDT"})] == [3]
        assert client.body("sapi/v1/margin/isolated/accountLimit")["enabledAccount"] == 2


def test_usd_futures() -> None:
    """The newer version lists symbols with a position, the older one all of them."""
    account = BinanceAccount()
    account.um("USDT", "-3.5")
    account.um("BNB", "0.1")
    account.um_position("BTCUSDT", "-0.002", "SHORT", entry="59000", upnl="-2", isolated="7")
    with serving(account) as client:
        new, old = client.body("fapi/v3/account"), client.body("fapi/v2/account")
        assert [some(r, "asset", "walletBalance", "maxWithdrawAmount") for r in new["assets"]] == [
            ("BNB", "0.10000000", "0.10000000"),
            ("USDT", "-3.50000000", "0.00000000"),
        ]
        assert new["totalWalletBalance"] == "56.50000000"
        assert [some(r, "symbol", "positionAmt", "positionSide") for r in new["positions"]] == [
            ("BTCUSDT", "-0.002", "SHORT")
        ]
        assert new["positions"][0]["isolatedWallet"] == "7"
        assert (new.keys() < old.keys(), len(old["positions"])) == (True, 4)
        assert old["canWithdraw"] is True
        assert [row["notional"] for row in client.body("fapi/v3/positionRisk")] == ["-120"]
        assert client.body("fapi/v3/positionRisk", symbol="ETHUSDT") == []
        flat = client.body("fapi/v2/positionRisk", symbol="SOLUSDT")
        assert [some(r, "positionAmt", "marginType") for r in flat] == [("0", "cross")]
        balances = {r["asset"]: r["balance"] for r in client.body("fapi/v3/balance")}
        assert balances == {"BNB": "0.10000000", "USDT": "-3.50000000"}


def test_coin_futures() -> None:
    """A position in a contract that is not traded any more is hidden from one answer."""
    account = BinanceAccount()
    account.cm("BTC", "0.5")
    account.cm_position("BTCUSD_261225", "3", "LONG", isolated="0.01")
    with serving(account) as client:
        positions = client.body("dapi/v1/account")["positions"]
        assert [r["symbol"] for r in positions if r["positionAmt"] == "3"] == ["BTCUSD_261225"]
        path = "dapi/v1/positionRisk"
        assert all(row["positionAmt"] == "0" for row in client.body(path))
        assert [r["positionAmt"] for r in client.body(path, marginAsset="BTC")] == ["3", "0"]
        assert {r["symbol"] for r in client.body(path, pair="ETHUSD")} == {"ETHUSD_PERP"}
        (balance,) = client.body("dapi/v1/balance")
        assert some(balance, "asset", "withdrawAvailable") == ("BTC", "0.50000000")


def test_options() -> None:
    """Written options have a negative quantity."""
    account = BinanceAccount()
    account.option_wallet("USDT", "12.5")
    account.option_position("BTC-270625-60000-P", "-0.1", entry="100", upnl="1")
    with serving(account) as client:
        wallet = client.body("eapi/v1/marginAccount")
        assert some(wallet["asset"][0], "asset", "equity") == ("USDT", "12.5")
        (row,) = client.body("eapi/v1/position")
        assert some(row, "quantity", "side", "optionSide") == ("-0.1", "SHORT", "PUT")
        assert some(row, "strikePrice", "markValue") == ("60000", "-9")


def test_ten_wallets() -> None:
    """An empty account has ten wallets, all of them with nothing in it."""
    with serving() as client:
        rows = client.body(TOTALS)
        assert [row["walletName"] for row in rows] == NAMES
        assert {row["balance"] for row in rows} == {"0"}
        assert all(row["activate"] for row in rows)


def test_wallets_that_were_never_opened() -> None:
    """What an account has not opened is not active."""
    info = {"isMarginEnabled": False, "isFutureEnabled": False, "isOptionsEnabled": False}
    account = BinanceAccount(info=info)
    account.inactive.add("Copy Trading")
    with serving(account) as client:
        active = [row["walletName"] for row in client.body(TOTALS) if row["activate"]]
        assert active == ["Spot", "Funding", "Earn", "Trading Bots"]


def test_totals_follow_from_what_is_there() -> None:
    """Each wallet is worth what its answers show, in the unit that was asked for."""
    account = BinanceAccount()
    account.spot("ETH", "1", freeze="1")
    account.spot("NOPRICE", "1000")
    account.spot("LDUSDT", "40")
    account.funding("TRX", "4")
    account.margin("USDT", "10", borrowed="30")
    account.isolated("BTCUSDT", base="0.01", quote="5")
    account.um("USDT", "20")
    account.um_position("BTCUSDT", "1", upnl="-5")
    account.cm("BTC", "0.001")
    account.option_wallet("USDT", "3")
    account.bots("45")
    account.copy_trading("60")
    account.put("sapi/v1/simple-earn/flexible/position", {"asset": "USDT", "totalAmount": "40"})
    with serving(account) as client:
        assert list(totals(client).values()) == [
            *("6000", "1", "-20", "605", "15", "60", "40", "3", "45", "60")
        ]
        assert totals(client, "BTC")["Spot"] == "0.1"
        account.settings["earn_usdt"] = "7.5"
        assert totals(client)["Earn"] == "7.5"


def test_earn_totals() -> None:
    """They follow from the positions; what is over, or is rubbish, counts for nothing."""
    account = BinanceAccount()
    account.put("sapi/v1/simple-earn/flexible/position", {"asset": "ETH", "totalAmount": "1"})
    account.put("sapi/v1/simple-earn/locked/position", {"asset": "BTC", "amount": "0.5"}, "rubbish")
    account.put("sapi/v1/onchain-yields/locked/position", {"asset": "BNB", "amount": "rubbish"})
    account.put(
        "sapi/v1/dci/product/positions",
        {"investCoin": "USDT", "subscriptionAmount": "60", "purchaseStatus": "SETTLING"},
        {"investCoin": "USDT", "subscriptionAmount": "9", "purchaseStatus": "SETTLED"},
    )
    with serving(account) as client:
        simple = client.body("sapi/v1/simple-earn/account")
        assert simple == {
            "totalAmountInBTC": "0.55000000",
            "totalAmountInUSDT": "33000.00000000",
            "totalFlexibleAmountInBTC": "0.05000000",
            "totalFlexibleAmountInUSDT": "3000.00000000",
            "totalLockedInBTC": "0.50000000",
            "totalLockedInUSDT": "30000.00000000",
        }
        assert client.body("sapi/v1/dci/product/accounts")["totalAmountInUSDT"] == "60.00000000"
        on_chain = client.body("sapi/v1/onchain-yields/account")
        assert on_chain["totalAmountInUSDT"] == "0.00000000"
        assert totals(client)["Earn"] == "33060"


def test_market_without_bitcoin() -> None:
    """Values in a unit without a price are refused, or zero where the unit is fixed."""
    with serving(market=BinanceMarket({"USDT": 1})) as client:
        assert client.refusal(TOTALS) == (400, -1130)
        assert totals(client)["Spot"] == "0"
        assert client.body("sapi/v1/simple-earn/account")["totalAmountInBTC"] == "0.00000000"


def test_money_moves_while_it_is_served() -> None:
    """A transfer between two answers is seen by the second."""
    account = BinanceAccount()
    account.spot("USDT", "5")
    with serving(account) as client:
        client.sim.after("sapi/v1/account/info", lambda: account.move("USDT", 5, "spot", "funding"))
        assert len(client.body("sapi/v3/asset/getUserAsset")) == 1
        client.body("sapi/v1/account/info")
        assert client.body("sapi/v3/asset/getUserAsset") == []
        assert client.body("sapi/v1/asset/get-funding-asset")[0]["free"] == "5"
        account.move("USDT", 2, "funding", "spot")
        assert client.body("sapi/v3/asset/getUserAsset")[0]["free"] == "2"


@pytest.mark.parametrize("amount", [1.5, "lots"])
def test_amounts_are_exact(amount: Any) -> None:
    """Neither a float nor a word is an amount."""
    with pytest.raises((TypeError, ArithmeticError)):
        BinanceAccount().spot("BTC", amount)
