"""Sub-accounts: their list, their balances, and who may ask."""

from __future__ import annotations

import pytest
from tests.simulator.kucoin.support import serving

from readiness.simulator import KucoinAccount


@pytest.fixture
def account() -> KucoinAccount:
    """A main account with a sub-account that holds a little of everything."""
    account = KucoinAccount()
    sub = account.sub_account("grid01", key="sub-key", status=3)
    sub.funding("USDT", "1")
    sub.trade("BTC", "0.5", holds="0.2")
    sub.trade("ETH", 0)
    sub.margin("USDT", "3", principal="4", interest="0.5")
    sub.isolated("BTC-USDT", quote="5")
    sub.future("USDT", "6", orders="1", upnl="2")
    sub.unified("SOL", "7", liability="1")
    account.sub_account("bare")
    return account


def test_list(account: KucoinAccount) -> None:
    """Each sub-account is named with its id, its number and its state."""
    with serving(account) as client:
        page = client.data("api/v2/sub/user")
        assert (page["totalNum"], page["pageSize"]) == (2, 10)
        first, second = page["items"]
        sub = account.subs["grid01"]
        assert (first["subName"], first["uid"], first["userId"]) == (
            "grid01",
            int(sub.uid),
            sub.user_id,
        )
        assert (first["status"], second["status"]) == (3, 2)
        assert client.code("api/v2/sub/user", pageSize="101") == "400100"


def test_balances(account: KucoinAccount) -> None:
    """The main account sees wallets by kind; coins of which nothing is there are left out."""
    sub = account.subs["grid01"]
    with serving(account) as client:
        first, bare = client.rows("api/v2/sub-accounts")
        assert {name: len(first[name]) for name in first if name.endswith("Accounts")} == {
            "mainAccounts": 1,
            "tradeAccounts": 1,
            "marginAccounts": 1,
            "tradeHFAccounts": 0,
        }
        (coin,) = first["tradeAccounts"]
        assert (coin["balance"], coin["available"], coin["holds"]) == ("0.5", "0.3", "0.2")
        assert (coin["baseCurrency"], coin["baseAmount"]) == ("BTC", "0.5")
        assert bare["mainAccounts"] == []
        path = f"api/v1/sub-accounts/{sub.user_id}"
        assert client.data(path, includeBaseAmount="false") == first
        assert len(client.data(path, includeBaseAmount="true")["tradeAccounts"]) == 2
        assert client.code("api/v1/sub-accounts/nobody") == "400100"


def test_unified_balances(account: KucoinAccount) -> None:
    """One answer shows every wallet of every sub-account, debts included."""
    with serving(account) as client:
        whole = client.data("api/ua/v1/sub-account/balance")
        assert whole["ts"] == client.ms
        first, bare = whole["userList"]
        assert (first["uid"], bare["accountList"]) == (int(account.subs["grid01"].uid), [])
        shown = {
            (entry["accountType"], entry["accountSubType"]): entry["currencyList"]
            for entry in first["accountList"]
        }
        assert set(shown) == {
            ("SPOT", None),
            ("FUNDING", None),
            ("CROSS", None),
            ("ISOLATED", "BTC-USDT"),
            ("FUTURES", None),
            ("UNIFIED", None),
        }
        (cross,) = shown["CROSS", None]
        assert (cross["liabilityPrinciple"], cross["liabilityInterest"]) == ("4", "0.5")
        (futures,) = shown["FUTURES", None]
        assert (futures["equity"], futures["unrealisedPnl"]) == ("7", "2")
        (unified,) = shown["UNIFIED", None]
        assert unified["liability"] == "1.0000000000"
        assert shown["SPOT", None][0]["liability"] is None


def test_put_rows_replace_what_is_computed(account: KucoinAccount) -> None:
    """A test may plant what the exchange says of its sub-accounts."""
    account.put("api/v2/sub/user", {"subName": "planted"})
    with serving(account) as client:
        assert client.rows("api/v2/sub/user") == [{"subName": "planted"}]


@pytest.mark.parametrize(
    "path",
    [
        "api/v2/sub/user",
        "api/v2/sub-accounts",
        "api/v1/sub-accounts/1",
        "api/ua/v1/sub-account/balance",
    ],
)
def test_only_the_main_account_may_ask(account: KucoinAccount, path: str) -> None:
    """A sub-account's key sees nobody but itself."""
    with serving(account) as client:
        sub = client.owner_of(account.subs["grid01"])
        assert sub.refusal(path) == (403, "400010")
        assert len(sub.data("api/v1/accounts")) == 3
