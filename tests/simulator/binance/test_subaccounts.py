"""Sub-accounts: what the main account's key sees, and what their own keys see."""

from __future__ import annotations

import pytest
from tests.simulator.binance.support import Client, serving

from readiness.simulator.binance.account import BinanceAccount

EMAIL = "grid+01@x.com"
LIST = "sapi/v1/sub-account/list"
FUTURES = "sapi/v2/sub-account/futures/account"
RISK = "sapi/v2/sub-account/futures/positionRisk"
SUMMARY = "sapi/v2/sub-account/futures/accountSummary"


@pytest.fixture
def account() -> BinanceAccount:
    """A main account with one sub-account that has something everywhere."""
    account = BinanceAccount()
    account.spot("BTC", "1")
    sub = account.sub_account(EMAIL, key="sub-key", isFreeze=True)
    sub.spot("ADA", "10", locked="1", freeze="2", withdrawing="3")
    sub.margin("USDT", "1", borrowed="4", interest="0.5")
    sub.um("USDT", "7")
    sub.um_position("BTCUSDT", "0.1", upnl="2")
    sub.cm("BTC", "0.25")
    sub.cm_position("BTCUSD_PERP", "-5", "SHORT")
    sub.put("sapi/v1/capital/deposit/hisrec", {"status": 0, "coin": "ADA"})
    return account


def test_the_list(account: BinanceAccount) -> None:
    """Frozen ones are in it, with the number by which their own key is known."""
    sub = account.subs[EMAIL]
    with serving(account) as client:
        (row,) = client.body(LIST)["subAccounts"]
        assert (row["email"], row["subUserId"], row["isFreeze"]) == (EMAIL, int(sub.uid), True)
        assert client.body(LIST, isFreeze="false") == {"subAccounts": []}
        own = Client(client.sim, sub, client.clock, client.http)
        assert own.body("api/v3/account")["uid"] == row["subUserId"]
        (status,) = client.body("sapi/v1/sub-account/status")
        assert (status["isFutureEnabled"], status["mobile"]) == (True, None)
        assert client.body("sapi/v1/sub-account/status", email="other@x.com") == []


def test_spot(account: BinanceAccount) -> None:
    """The newer version writes text, the older one numbers."""
    with serving(account) as client:
        expected = {"freeze": "2", "withdrawing": "3", "asset": "ADA", "free": "10", "locked": "1"}
        said = client.body("sapi/v4/sub-account/assets", email=EMAIL)
        assert said == {"balances": [expected]}
        old = client.request("sapi/v3/sub-account/assets", email=EMAIL)
        assert '"free":10,' in old.text
        summary = client.body("sapi/v1/sub-account/spotSummary")
        assert (summary["masterAccountTotalAsset"], summary["totalCount"]) == ("1.00000000", 1)
        assert summary["spotSubUserAssetBtcVoList"] == [
            {"email": EMAIL, "totalAsset": "0.00013333"}
        ]


def test_margin(account: BinanceAccount) -> None:
    """Debts of a sub-account are seen from above."""
    with serving(account) as client:
        said = client.body("sapi/v1/sub-account/margin/account", email=EMAIL)
        assert said["email"] == EMAIL
        assert said["marginUserAssetVoList"][0]["netAsset"] == "-3.50000000"
        sums = client.body("sapi/v1/sub-account/margin/accountSummary")
        assert sums["totalLiabilityOfBtc"] == "0.00007500"
        assert sums["subAccountList"][0]["totalLiabilityOfBtc"] == "0.00007500"


@pytest.mark.parametrize(
    ("kind", "name", "wallet"),
    [
        ("1", "futureAccountResp", "7.00000000"),
        ("2", "deliveryAccountResp", "0.25000000"),
    ],
)
def test_futures(account: BinanceAccount, kind: str, name: str, wallet: str) -> None:
    """One of the two kinds is asked for, and only that is told."""
    with serving(account) as client:
        said = client.body(FUTURES, email=EMAIL, futuresType=kind)
        assert set(said) == {name}
        assert said[name]["assets"][0]["walletBalance"] == wallet
        assert said[name]["email"] == EMAIL


def test_futures_positions(account: BinanceAccount) -> None:
    """USD-M positions tell no side, and their amount has a name of its own."""
    with serving(account) as client:
        (um,) = client.body(RISK, email=EMAIL, futuresType="1")["futurePositionRiskVos"]
        assert (um["positionAmount"], "positionSide" in um) == ("0.1", False)
        (cm,) = client.body(RISK, email=EMAIL, futuresType="2")["deliveryPositionRiskVos"]
        assert (cm["positionAmount"], cm["positionSide"]) == ("-5", "SHORT")


def test_futures_sums(account: BinanceAccount) -> None:
    """USD-M totals are in dollars, COIN-M totals in bitcoin."""
    with serving(account) as client:
        um = client.body(SUMMARY, futuresType="1")["futureAccountSummaryResp"]
        assert (um["asset"], um["totalMarginBalance"]) == ("USD", "9.00000000")
        assert um["subAccountList"][0]["totalUnrealizedProfit"] == "2.00000000"
        cm = client.body(SUMMARY, futuresType="2")["deliveryAccountSummaryResp"]
        assert (cm["asset"], cm["totalWalletBalance"]) == ("BTC", "0.25000000")
        assert (
            client.body(SUMMARY, futuresType="1", page="2")["futureAccountSummaryResp"][
                "subAccountList"
            ]
            == []
        )
        old = client.body("sapi/v1/sub-account/futures/accountSummary", page="1", limit="10")
        assert old["subAccountList"] == um["subAccountList"]


def test_what_is_planted_belongs_to_one_kind(account: BinanceAccount) -> None:
    """A planted row or body is shown where it belongs, and not under the other kind."""
    sub = account.subs[EMAIL]
    sub.put(RISK, {"symbol": "ETHUSD_PERP", "positionSide": "LONG"}, {"symbol": "ETHUSDT"}, None)
    sub.put(FUTURES, {"deliveryAccountResp": {"made": "up"}})
    with serving(account) as client:
        um = client.body(RISK, email=EMAIL, futuresType="1")["futurePositionRiskVos"]
        assert [row and row["symbol"] for row in um] == ["BTCUSDT", "ETHUSDT", None]
        cm = client.body(RISK, email=EMAIL, futuresType="2")["deliveryPositionRiskVos"]
        assert [row["symbol"] for row in cm] == ["BTCUSD_PERP", "ETHUSD_PERP"]
        assert "made" not in client.body(FUTURES, email=EMAIL, futuresType="1")
        said = client.body(FUTURES, email=EMAIL, futuresType="2")
        assert said == {"deliveryAccountResp": {"made": "up"}}


def test_products_that_a_sub_account_has_not_opened(account: BinanceAccount) -> None:
    """They do not exist, and are missing in the sums."""
    account.subs[EMAIL].info.update(isMarginEnabled=False, isFutureEnabled=False)
    with serving(account) as client:
        path = "sapi/v1/sub-account/margin/account"
        assert client.refusal(path, email=EMAIL) == (400, -3003)
        assert client.refusal(FUTURES, email=EMAIL, futuresType="1") == (400, -5011)
        assert client.refusal(RISK, email=EMAIL, futuresType="1") == (400, -5011)
        sums = client.body("sapi/v1/sub-account/margin/accountSummary")
        assert sums["subAccountList"] == []


def test_deposits_and_keys(account: BinanceAccount) -> None:
    """Deposits are those that the sub-account sees; its keys are listed in full."""
    with serving(account) as client:
        path = "sapi/v1/capital/deposit/subHisrec"
        assert client.body(path, email=EMAIL) == [{"status": 0, "coin": "ADA"}]
        assert client.body(path, email=EMAIL, status="1") == []
        keys = client.body("sapi/v1/sub-account/subAccountApi", email=EMAIL)
        assert [(row["apikey"], row["canTrade"]) for row in keys["rows"]] == [("sub-key", False)]


def test_unknown_email(account: BinanceAccount) -> None:
    """An e-mail that is none of the account's own is refused."""
    with serving(account) as client:
        assert client.refusal("sapi/v4/sub-account/assets", email="other@x.com") == (400, -1130)


def test_own_keys_see_their_own_money(account: BinanceAccount) -> None:
    """A sub-account's key sees nothing of the main account, and the other way round."""
    with serving(account) as client:
        own = Client(client.sim, account.subs[EMAIL], client.clock, client.http)
        assert [r["asset"] for r in own.body("sapi/v3/asset/getUserAsset")] == ["ADA"]
        assert [r["asset"] for r in client.body("sapi/v3/asset/getUserAsset")] == ["BTC"]


def test_sub_accounts_without_a_key() -> None:
    """Unless it is given one, a sub-account has no key, and the products of its parent."""
    account = BinanceAccount(info={"isOptionsEnabled": False})
    sub = account.sub_account("a@x.com", uid="77", info={"vipLevel": 3})
    assert (sub.keys, sub.uid, sub.name, sub.parent) == ([], "77", "a@x.com", account)
    assert (sub.info["isOptionsEnabled"], sub.info["vipLevel"], sub.main) == (False, 3, account)
