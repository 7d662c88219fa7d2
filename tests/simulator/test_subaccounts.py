"""Sub-accounts, seen from the main account and with keys of their own."""

from __future__ import annotations

import pytest
from tests.simulator.support import Client, serving

from readiness.simulator import OkxAccount, rows

FROM_MAIN = [
    "account/subaccount/balances",
    "asset/subaccount/balances",
    "account/subaccount/max-withdrawal",
    "users/subaccount/apikey",
]


@pytest.fixture
def main() -> OkxAccount:
    return OkxAccount()


def test_list_names_them_all(main: OkxAccount) -> None:
    main.sub_account("grid01")
    main.sub_account("old", enabled=False, frozen=["trading"], can_transfer_out=False, kind="2")
    with serving(main) as client:
        listed = client.rows("users/subaccount/list")
        assert [row["subAcct"] for row in listed] == ["old", "grid01"]
        assert listed[0]["uid"] == main.subs["old"].uid
        frozen = (listed[0]["enable"], listed[0]["frozenFunc"], listed[0]["canTransOut"])
        assert frozen == (False, ["trading"], False)
        only = client.rows("users/subaccount/list", enable="false")
        assert [row["subAcct"] for row in only] == ["old"]


@pytest.mark.parametrize("count", [99, 100, 101])
def test_list_is_paged_by_time(main: OkxAccount, count: int) -> None:
    for number in range(count):
        main.sub_account(f"s{number:03}")
    with serving(main) as client:
        first = client.rows("users/subaccount/list")
        rest = client.rows("users/subaccount/list", after=first[-1]["ts"])
    names = {row["subAcct"] for row in first + rest}
    assert len(first) + len(rest) == len(names) == count


def test_wallets_of_a_sub_account_from_the_main_key(main: OkxAccount) -> None:
    grid = main.sub_account("grid01", mode=4)
    grid.funding("TRX", "1.2")
    grid.trading("USDT", "-1", liab="1", bots="5", orders="0.5")
    main.funding("BTC", "1")
    with serving(main) as client:
        assert [r["ccy"] for r in client.rows("asset/subaccount/balances", subAcct="grid01")] == [
            "TRX"
        ]
        held = client.rows("account/subaccount/balances", subAcct="grid01")[0]["details"][0]
        assert (held["liab"], held["stgyEq"], held["ordFrozen"]) == ("1", "5", "0.5")
        assert held["maxSpotInUse"] == "0"
        movable = client.rows("account/subaccount/max-withdrawal", subAcct="grid01")
        assert movable[0]["maxWd"] == "0"


@pytest.mark.parametrize("path", FROM_MAIN)
def test_unknown_and_missing_names(main: OkxAccount, path: str) -> None:
    with serving(main) as client:
        assert client.code(path, subAcct="nobody") == "59510"
        assert client.code(path) == "50014"


def test_keys_of_a_sub_account(main: OkxAccount) -> None:
    main.sub_account("grid01", key="sub-key", permissions=["trade"])
    main.sub_account("quiet")
    with serving(main) as client:
        keys = client.rows("users/subaccount/apikey", subAcct="grid01")
        assert [(row["apiKey"], row["perm"]) for row in keys] == [("sub-key", "trade")]
        assert client.rows("users/subaccount/apikey", subAcct="quiet") == []


def test_own_key_of_a_sub_account(main: OkxAccount) -> None:
    grid = main.sub_account("grid01", key="sub-key")
    grid.put("trade/orders-pending", rows.order())
    with serving(main) as client:
        own = Client(client.sim, grid, client.clock, client.http)
        config = own.rows("account/config")[0]
        assert (config["uid"], config["mainUid"], config["type"]) == (grid.uid, main.uid, "1")
        assert len(own.rows("trade/orders-pending")) == 1
        assert client.rows("trade/orders-pending") == []
        for path in (*FROM_MAIN, "users/subaccount/list", "asset/subaccount/bills"):
            assert own.code(path, subAcct="grid01") == "59500"


def test_main_account_says_that_it_is_one(main: OkxAccount) -> None:
    with serving(main) as client:
        config = client.rows("account/config")[0]
        assert (config["uid"], config["type"]) == (config["mainUid"], "0")


def test_okusd_belongs_to_the_whole_family(main: OkxAccount) -> None:
    grid = main.sub_account("grid01", key="sub-key")
    main.put("finance/okusd/account", rows.okusd(amt="50"))
    with serving(main) as client:
        own = Client(client.sim, grid, client.clock, client.http)
        for asker in (client, own):
            assert asker.rows("finance/okusd/account")[0]["amt"] == "50"
