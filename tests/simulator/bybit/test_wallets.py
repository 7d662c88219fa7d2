"""Wallets and overviews: computed from one state, in the words of each endpoint."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.bybit.support import Client, serving

from readiness.simulator import BybitAccount, Fault, bybit_rows
from readiness.simulator.bybit.account import READ_SCOPES
from readiness.simulator.tables.market import Market


def overview(client: Client, **params: str) -> dict[str, Any]:
    rows = client.result("asset/asset-overview", **params)["list"]
    return {row["accountType"]: row for row in rows}


def test_funding_wallet() -> None:
    """Total and transferable balance of each coin; bonus only if asked for."""
    account = BybitAccount()
    account.fund("USDT", "31.2", locked="21", bonus="1")
    account.fund("TRX", "0.4")
    with serving(account) as client:
        path = "asset/transfer/query-account-coins-balance"
        result = client.result(path, accountType="FUND")
        assert (result["memberId"], result["accountType"]) == (account.uid, "FUND")
        assert result["balance"][0] == {
            "coin": "USDT",
            "transferBalance": "10.2",
            "walletBalance": "31.2",
            "bonus": "",
        }
        (row,) = client.result(path, accountType="FUND", coin="USDT", withBonus="1")["balance"]
        assert row["bonus"] == "1"


def test_unified_wallet() -> None:
    """Coins with nothing and no debt are left out; a debt without money is not."""
    account = BybitAccount()
    account.unified("USDT", "10", spot_borrow="25.5", derivatives_borrow="1", interest="0.1")
    account.unified("ETH", "0.05", locked="0.01", fields={"colRes": "0"})
    account.unified("BTC", "0")
    account.unified("SOL", "0", derivatives_borrow="2")
    with serving(account) as client:
        (row,) = client.result("account/wallet-balance", accountType="UNIFIED")["list"]
        coins = {each["coin"]: each for each in row["coin"]}
        assert list(coins) == ["USDT", "ETH", "SOL"]
        assert coins["USDT"]["equity"] == "-15.5"
        assert (coins["USDT"]["borrowAmount"], coins["USDT"]["spotBorrow"]) == ("26.5", "25.5")
        assert (coins["ETH"]["locked"], coins["ETH"]["colRes"]) == ("0.01", "0")
        # -15.5 USDT and 0.05 ETH at 3000.
        assert (row["totalEquity"], row["totalWalletBalance"]) == ("134.5", "160")
        (named,) = client.result("account/wallet-balance", accountType="UNIFIED", coin="BTC")[
            "list"
        ]
        assert [each["coin"] for each in named["coin"]] == ["BTC"]
        liability = client.result("spot-margin-trade/liability", currency="USDT")
        assert liability["totalBorrowAmount"] == "26.5"
        assert (liability["flexibleBorrowAmount"], liability["fixedBorrowAmount"]) == ("26.5", "0")


def test_withdrawable_amounts() -> None:
    """What can leave each wallet, and what risk control holds back in USD."""
    account = BybitAccount()
    account.fund("USDT", "10", locked="4")
    account.unified("USDT", "5")
    account.delay("USDT", "7")
    with serving(account) as client:
        result = client.result("asset/withdraw/withdrawable-amount", coin="USDT")
        assert result["limitAmountUsd"] == "7"
        amounts = result["withdrawableAmount"]
        assert {k: v["withdrawableAmount"] for k, v in amounts.items()} == {"FUND": "6", "UTA": "5"}
        account.mode = "1"
        result = client.result("asset/withdraw/withdrawable-amount", coin="X")
        assert list(result["withdrawableAmount"]) == ["FUND"]


def test_fiat_wallet() -> None:
    """The result itself is the list, for keys with a scope that few have."""
    account = BybitAccount()
    account.fiat("KZT", "100", frozen="30")
    with serving(account) as client:
        assert client.code("fiat/balance-query") == 10005
        account.change_key(permissions=(*READ_SCOPES, "FiatConvertBroker.FiatConvertBrokerOrder"))
        wanted = {"currency": "KZT", "totalBalance": "100", "balance": "70", "frozenBalance": "30"}
        assert client.result("fiat/balance-query") == [wanted]
        client.sim.fault("fiat/balance-query", Fault.row({"x": 1}))
        assert client.result("fiat/balance-query") == [{"x": 1}]


def test_overview_follows_from_the_state() -> None:
    """Each account type that holds something, and the two wallets always."""
    account = BybitAccount()
    with serving(account) as client:
        assert list(overview(client)) == ["FundingAccount", "UnifiedTradingAccount"]
        assert client.result("asset/asset-overview")["totalEquity"] == "0"
        account.fund("BTC", "0.5")
        account.unified("USDT", "1", spot_borrow="3")
        account.hold("TradingBot", "USDT", "4", category="Futures Grid Bot")
        account.hold("TradingBot", "USDT", "5", category="Futures Combo Bot")
        account.hold("TradFi", "USDT", "-1")
        account.put("earn/position:FlexibleSaving", bybit_rows.flexible_saving())
        account.put("earn/position:OnChain", bybit_rows.on_chain(coin="USDT", amount="2"))
        account.put("crypto-loan-flexible/ongoing-coin", bybit_rows.flexible_loan())
        account.put("crypto-loan/ongoing-orders", bybit_rows.legacy_loan())
        account.put("spot-x/launchpool/user/current-staking", bybit_rows.launchpool_stake())
        shown = overview(client)
        assert shown["FundingAccount"]["totalEquity"] == "30000"
        assert shown["UnifiedTradingAccount"]["totalEquity"] == "-2"
        assert [c["category"] for c in shown["TradingBot"]["categories"]] == [
            "Futures Grid Bot",
            "Futures Combo Bot",
        ]
        assert shown["TradFi"]["coinDetail"] == [{"equity": "-1", "coin": "USDT"}]
        earned = shown["Earn"]["categories"][0]
        assert (earned["category"], earned["coinDetail"][0]["equity"]) == ("Easy Earn", "42")
        assert shown["CryptoLoans"]["coinDetail"][0]["equity"] == "-0.10000019"
        assert len(shown["CryptoLoans_legacy"]["coinDetail"]) == 2
        assert shown["Launchpool"]["totalEquity"] == "10000"
        assert list(overview(client, accountType="Earn")) == ["Earn"]
        account.put("asset/asset-overview", {"accountType": "Planted"})
        assert list(overview(client)) == ["Planted"]


def test_overview_of_a_sub_account() -> None:
    """Named by its number, by the main account's key."""
    account = BybitAccount()
    sub = account.sub_account("s1")
    sub.fund("USDT", "3")
    with serving(account) as client:
        assert overview(client, memberId=sub.uid)["FundingAccount"]["totalEquity"] == "3"
        path = "asset/transfer/query-account-coins-balance"
        result = client.result(path, accountType="FUND", memberId=sub.uid)
        assert (result["memberId"], len(result["balance"])) == (sub.uid, 1)
        assert client.code(path, accountType="FUND", memberId="12345") == 131202


def test_members_follow_from_the_state() -> None:
    """The main account and all below it, hidden kinds too; statuses can be set."""
    account = BybitAccount(mode="3")
    account.fund("USDT", "3")
    account.contract("BTC", "0.1")
    bot = account.sub_account("bot", kind=3)
    bot.unified("USDT", "60000")
    with serving(account) as client:
        result = client.result("asset/total-members-assets")
        assert (result["total"], result["stat"], result["quoteTotal"]) == ("66003", 0, "1.10005")
        main, other = result["list"]
        assert (main["isM"], "type" in main, main["origb"]) == (True, False, "6003")
        assert {item["type"]: item["origb"] for item in main["items"]} == {
            "ACCOUNT_TYPE_FUND": "3",
            "ACCOUNT_TYPE_UNIFIED": "0",
            "ACCOUNT_TYPE_CONTRACT": "6000",
        }
        assert (other["type"], "isM" in other, other["uid"]) == (3, False, int(bot.uid))
        account.settings.update(total_stat=1, stat=2, item_stats={"ACCOUNT_TYPE_FUND": 3})
        result = client.result("asset/total-members-assets")
        assert (result["stat"], result["list"][0]["stat"]) == (1, 2)
        assert [item["stat"] for item in result["list"][0]["items"]] == [3, 0, 0]
        assert result["list"][1]["stat"] == 0


def test_crypto_loans_follow_from_the_loans() -> None:
    """Debts and money lent out are summed by coin; collateral is put there."""
    account = BybitAccount()
    account.put("crypto-loan-flexible/ongoing-coin", bybit_rows.flexible_loan())
    account.put(
        "crypto-loan-fixed/borrow-contract-info",
        bybit_rows.fixed_loan(),
        bybit_rows.fixed_loan(status=2),
    )
    account.put(
        "crypto-loan-fixed/supply-contract-info",
        bybit_rows.supply(),
        bybit_rows.supply(status=2),
    )
    account.put("crypto-loan-common/position", {"collateralList": [bybit_rows.collateral()]})
    with serving(account) as client:
        result = client.result("crypto-loan-common/position")
        (debt,) = result["borrowList"]
        assert (debt["flexibleTotalDebt"], debt["fixedTotalDebt"]) == ("0.10000019", "1.4")
        assert result["supplyList"][0]["amount"] == "800"
        assert result["collateralList"][0]["currency"] == "BTC"


def test_prices() -> None:
    """Every coin with a price has a pair against USDT; options need a name."""
    with serving(market=Market({"BTC": "60000", "USDT": "1"})) as client:
        result = client.result("market/tickers", category="spot")
        assert result["category"] == "spot"
        assert [(r["symbol"], r["lastPrice"]) for r in result["list"]] == [("BTCUSDT", "60000")]
        assert client.result("market/tickers", category="linear")["list"] == []
        assert client.result("market/tickers", category="option", baseCoin="BTC")["list"] == []


def test_public_answers_need_no_key() -> None:
    """The clock in seconds and nanoseconds, prices, the state of the platform."""
    with serving() as client:
        for path in ("market/time", "market/tickers?category=spot", "system/status"):
            body = client.http.get(f"{client.sim.base_url}/v5/{path}").json()
            assert body["retCode"] == 0
        told = client.result("market/time")
        assert int(told["timeSecond"]) == client.ms // 1000
        assert int(told["timeNano"]) == client.ms * 1_000_000


def test_launchpool_totals() -> None:
    """What the stakes are worth stands beside them."""
    account = BybitAccount()
    account.put("spot-x/launchpool/user/current-staking", bybit_rows.launchpool_stake())
    with serving(account) as client:
        result = client.result("spot-x/launchpool/user/current-staking")
        assert (result["totalInvestmentUsd"], result["totalEarningsUsd"]) == ("10000", "72")


def test_token_holdings() -> None:
    """One object, whose fields can be put."""
    account = BybitAccount()
    account.put("earn/token/position", bybit_rows.token(totalAmount="7"))
    with serving(account) as client:
        assert client.result("earn/token/position", coin="BYUSDT")["totalAmount"] == "7"


@pytest.mark.parametrize("amount", ["x", None, [], "NaN"])
def test_rubbish_does_not_bring_the_overviews_down(amount: Any) -> None:
    """A figure that cannot be read counts as nothing."""
    account = BybitAccount()
    account.put("earn/position:OnChain", {"coin": "X", "amount": amount}, "no row")
    account.put("crypto-loan-flexible/ongoing-coin", {"loanCurrency": "X", "totalDebt": amount})
    with serving(account) as client:
        assert "Earn" not in overview(client)
        assert client.result("crypto-loan-common/position")["borrowList"] == []
