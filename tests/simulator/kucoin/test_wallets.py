"""Wallets and debts, classic and unified, computed from one state."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.kucoin.support import Client, lenient, serving

from readiness.simulator import KucoinAccount


def by(field: str, rows: list[Any]) -> dict[str, Any]:
    return {row[field]: row for row in rows}


def test_an_empty_account() -> None:
    """Nothing is there, and every list says so in its own form."""
    with serving(lenient()) as client:
        assert client.data("api/v1/accounts") == []
        assert client.data("api/v1/hf/accounts/opened") is False
        assert client.data("api/v3/margin/accounts", queryType="ALL") == {
            "totalAssetOfQuoteCurrency": "0",
            "totalLiabilityOfQuoteCurrency": "0",
            "debtRatio": "0",
            "status": "EFFECTIVE",
            "accounts": [],
        }
        isolated = client.data("api/v3/isolated/accounts", queryType="ALL")
        assert (isolated["assets"], isolated["timestamp"]) == ([], client.ms)
        overview = client.data("api/v1/account-overview", currency="USDT")
        assert (overview["accountEquity"], overview["currency"]) == (0, "USDT")
        assert client.data("api/v1/positions") == []


def test_accounts() -> None:
    """Both wallets stand in one list; what is held is part of the balance."""
    account = KucoinAccount()
    account.funding("USDT", "12.5", holds="2")
    account.trade("USDT", "3")
    account.trade("BTC", 0)
    with serving(account) as client:
        rows = client.data("api/v1/accounts")
        assert [(row["type"], row["currency"]) for row in rows] == [
            ("main", "USDT"),
            ("trade", "USDT"),
            ("trade", "BTC"),
        ]
        assert (rows[0]["balance"], rows[0]["available"], rows[0]["holds"]) == ("12.5", "10.5", "2")
        assert len({row["id"] for row in rows}) == 3
        assert client.data("api/v1/accounts") == rows
        assert [row["type"] for row in client.data("api/v1/accounts", type="main")] == ["main"]
        assert len(client.data("api/v1/accounts", currency="BTC")) == 1
        account.move("USDT", "1.5", "funding", "trade")
        assert [row["balance"] for row in client.data("api/v1/accounts", currency="USDT")] == [
            "11",
            "4.5",
        ]
        account.put("api/v1/accounts", {"currency": "X", "type": "new"})
        assert client.data("api/v1/accounts") == [{"currency": "X", "type": "new"}]


def test_an_order_holds_money() -> None:
    """An order shows in its list, among the symbols, and in what is held."""
    account = lenient()
    account.spot_order("ETH-USDT", "sell", "0.5", "4000")
    account.spot_order("BTC-USDT", "buy", "0.01", "50000")
    with serving(account) as client:
        assert client.data("api/v1/hf/orders/active/symbols") == {
            "symbols": ["ETH-USDT", "BTC-USDT"]
        }
        assert len(client.data("api/v1/hf/orders/active", symbol="ETH-USDT")) == 1
        held = by("currency", client.data("api/v1/accounts"))
        assert (held["ETH"]["balance"], held["ETH"]["holds"]) == ("0.5", "0.5")
        assert (held["USDT"]["holds"], held["USDT"]["available"]) == ("500", "0")


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ({}, {"ETH"}),
        ({"queryType": "MARGIN_V2"}, {"USDT"}),
        ({"queryType": "ALL"}, {"ETH", "USDT"}),
    ],
)
def test_margin_engines(kind: dict[str, str], shown: set[str]) -> None:
    """Without asking for all, the account of the newer engine is left out."""
    account = KucoinAccount()
    account.margin("USDT", "10", hold="4", principal="25.5", interest="0.5")
    account.margin("ETH", "1", old=True)
    with serving(account) as client:
        whole = client.data("api/v3/margin/accounts", **kind)
        coins = by("currency", whole["accounts"])
        assert set(coins) == shown
        if "USDT" in shown:
            usdt = coins["USDT"]
            assert (usdt["total"], usdt["available"], usdt["hold"]) == ("10", "6", "4")
            assert usdt["liability"] == "26"
            assert (usdt["liabilityPrincipal"], usdt["liabilityInterest"]) == ("25.5", "0.5")
            assert whole["totalLiabilityOfQuoteCurrency"] == "26"


def test_both_engines_add_up() -> None:
    """One coin in both accounts is one row of the whole."""
    account = KucoinAccount()
    account.margin("USDT", "10", principal="1")
    account.margin("USDT", "5", old=True)
    with serving(account) as client:
        (row,) = client.data("api/v3/margin/accounts", queryType="ALL")["accounts"]
        assert (row["total"], row["liability"]) == ("15", "1")
        assert client.code("api/v3/margin/accounts", queryType="NEW") == "400100"


def test_isolated() -> None:
    """Each pair tells both of its coins; the engines are told apart."""
    account = KucoinAccount()
    account.isolated("BTC-USDT", quote={"total": "5", "principal": "0.00038888"})
    account.isolated("ETH-USDT", base="1", old=True)
    with serving(account) as client:
        whole = client.data("api/v3/isolated/accounts", queryType="ALL")
        pairs = by("symbol", whole["assets"])
        assert set(pairs) == {"BTC-USDT", "ETH-USDT"}
        assert pairs["BTC-USDT"]["quoteAsset"]["liability"] == "0.00038888"
        assert pairs["BTC-USDT"]["baseAsset"]["currency"] == "BTC"
        assert whole["totalAssetOfQuoteCurrency"] == "3005"
        (old,) = client.data("api/v3/isolated/accounts")["assets"]
        assert old["symbol"] == "ETH-USDT"
        named = client.data("api/v3/isolated/accounts", queryType="ALL", symbol="BTC-USDT")
        assert len(named["assets"]) == 1


def test_futures() -> None:
    """The parts of a futures account add up; numbers are not quoted."""
    account = lenient()
    account.future("USDT", "290.5", frozen="1", orders="10", upnl="-2.25")
    account.position("XBTUSDTM", -3, "22.5", settleCurrency="USDT")
    with serving(account) as client:
        response = client.request("api/v1/account-overview", currency="USDT")
        assert '"accountEquity":324' in response.text
        whole = response.json()["data"]
        assert whole["positionMargin"] == 22.5
        parts = ("positionMargin", "orderMargin", "frozenFunds", "availableBalance")
        assert whole["marginBalance"] == sum(whole[name] for name in parts) + 2.25
        assert whole["accountEquity"] == whole["marginBalance"] + whole["unrealisedPNL"]
        assert client.data("api/v1/account-overview")["currency"] == "XBT"
        (position,) = client.data("api/v1/positions", currency="USDT")
        assert (position["currentQty"], position["posMargin"]) == (-3, 22.5)
        assert client.data("api/v1/positions", currency="XBT") == []


def test_futures_of_everybody() -> None:
    """Sub-accounts and the main account stand in one list, with their sums."""
    account = KucoinAccount()
    account.future("USDT", "10")
    sub = account.sub_account("grid01", key="sub-key")
    sub.future("USDT", "5", orders="1")
    with serving(account) as client:
        whole = client.data("api/v1/account-overview-all", currency="USDT")
        assert [(row["accountName"], row["accountEquity"]) for row in whole["accounts"]] == [
            ("grid01", 6),
            ("main", 10),
        ]
        assert whole["summary"]["accountEquityTotal"] == 16
        assert whole["summary"]["currency"] == "USDT"
        assert client.owner_of(sub).code("api/v1/account-overview-all") == "400010"


def test_modes() -> None:
    """An account tells its own mode and that of its sub-accounts."""
    account = KucoinAccount(mode="UNIFIED")
    one = account.sub_account("one")
    two = account.sub_account("two", mode="CLASSIC")
    with serving(account) as client:
        assert client.data("api/ua/v1/account/mode") == {
            "selfAccountMode": "UNIFIED",
            "unifiedSubAccount": [int(one.uid)],
            "classicSubAccount": [int(two.uid)],
        }
    with serving() as client:
        assert client.data("api/ua/v1/account/mode")["selfAccountMode"] == "CLASSIC"


def test_unified_balance() -> None:
    """The unified account tells balance, what is held and what is owed; a classic one nothing."""
    account = KucoinAccount(mode="UNIFIED")
    account.unified("USDT", "97.5", hold="2", liability="7.5")
    with serving(account) as client:
        whole = client.data("api/ua/v1/unified/account/balance")
        assert (whole["accountType"], whole["ts"]) == ("UNIFIED", client.ms)
        ((coin,),) = [entry["currencies"] for entry in whole["accounts"]]
        assert coin == {
            "currency": "USDT",
            "equity": "90.0000000000",
            "hold": "2.0000000000",
            "balance": "97.5000000000",
            "available": "95.5000000000",
            "liability": "7.5000000000",
        }
        assert client.data("api/ua/v1/unified/account/overview")["equity"] == "90.0000000000"
    with serving() as client:
        assert client.data("api/ua/v1/unified/account/balance")["accounts"] == [{"currencies": []}]


def classic(client: Client, kind: str) -> list[Any]:
    whole = client.data("api/ua/v1/account/balance", accountType=kind)
    assert whole["accountType"] == kind
    accounts: list[Any] = whole["accounts"]
    return accounts


def test_classic_wallets_of_the_unified_api() -> None:
    """The newer API shows the classic wallets as well, one kind at a time."""
    account = KucoinAccount()
    account.funding("USDT", "1")
    account.trade("USDT", "2", holds="1")
    account.margin("USDT", "3", principal="4")
    account.isolated("BTC-USDT", base="5")
    account.future("USDT", "6")
    with serving(account) as client:
        for kind, balance in {"FUNDING": "1", "SPOT": "2", "CROSS": "3", "FUTURES": "6"}.items():
            ((coin,),) = [entry["currencies"] for entry in classic(client, kind)]
            assert coin["balance"] == f"{balance}.0000000000"
        (pair,) = classic(client, "ISOLATED")
        assert (pair["accountSubtype"], len(pair["currencies"])) == ("BTC-USDT", 2)
        assert client.code("api/ua/v1/account/balance") == "400100"
        assert client.code("api/ua/v1/account/balance", accountType="EARN") == "400100"


def test_prices() -> None:
    """Prices are quoted in the currency asked for, and a coin without one is not there."""
    account = KucoinAccount()
    account.refuse("*", "411100")
    with serving(account) as client:
        client.extra = {"KC-API-SIGN": "not needed"}
        prices = client.data("api/v1/prices")
        assert prices["BTC"].startswith("60000.")
        assert client.data("api/v1/prices", base="BTC", currencies="ETH,NONE") == {
            "ETH": "0.0500000000000000"
        }
        assert client.data("api/v1/prices", base="NONE") == {}
        tickers = client.data("api/v1/market/allTickers")
        assert (by("symbol", tickers["ticker"])["ETH-USDT"]["last"], tickers["time"]) == (
            "3000",
            client.ms,
        )
        assert client.data("api/v1/timestamp") == client.ms
