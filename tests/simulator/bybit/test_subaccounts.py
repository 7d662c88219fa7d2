"""Sub-accounts: the lists, who may read them, and what can be seen of one."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.bybit.support import serving

from readiness.simulator import BybitAccount, bybit_rows

MAIN_ONLY = (
    "asset/transfer/query-sub-member-list",
    "asset/withdraw/query-record",
    "user/escrow_sub_members",
    "user/query-sub-members",
    "user/submembers",
)


@pytest.fixture
def account() -> BybitAccount:
    """One sub-account of each kind that matters."""
    account = BybitAccount()
    account.sub_account("usual", uid="71", key="sub-key", status=4, remark="mine")
    account.sub_account("custodial", uid="72", kind=6, mode="6")
    account.sub_account("fund", uid="73", kind=12)
    account.sub_account("bot", uid="74", kind=3)
    return account


def test_lists(account: BybitAccount) -> None:
    """Usual and custodial ones, the newest first; those of escrow have a list of their own."""
    with serving(account) as client:
        for path in ("user/query-sub-members", "user/submembers"):
            custodial, usual = client.result(path)["subMembers"]
            assert usual == {
                "uid": "71",
                "username": "usual",
                "memberType": 1,
                "status": 4,
                "remark": "mine",
                "accountMode": 5,
            }
            assert (custodial["memberType"], custodial["accountMode"]) == (6, 6)
        escrow: Any = client.result("user/escrow_sub_members")
        assert [row["uid"] for row in escrow["subMembers"]] == ["73"]
        listed = client.result("asset/transfer/query-sub-member-list")
        assert listed["subMemberIds"] == ["72", "71"]


@pytest.mark.parametrize("path", MAIN_ONLY)
def test_only_main_accounts_ask(account: BybitAccount, path: str) -> None:
    """A sub-account's key is refused, not answered with nothing."""
    with serving(account) as client:
        assert client.code(path) == 0
        assert client.of(account.subs["usual"]).code(path) == 10005


def test_wallets_of_members(account: BybitAccount) -> None:
    """The main account always, named sub-accounts after it; a sub-account sees itself."""
    with serving(account) as client:
        rows = client.result("user/get-member-type", memberIds="71,72,999")["accounts"]
        assert [row["uid"] for row in rows] == [account.uid, "71", "72"]
        assert rows[0]["accountType"] == ["UNIFIED", "FUND"]
        own = client.of(account.subs["usual"])
        rows = own.result("user/get-member-type", memberIds="72")["accounts"]
        assert [row["uid"] for row in rows] == ["71"]


def test_deposits_of_a_sub_account(account: BybitAccount) -> None:
    """The main account sees what the sub-account's own key sees."""
    row = bybit_rows.deposit(status=1)
    account.subs["usual"].put("asset/deposit/query-record", row)
    with serving(account) as client:
        path = "asset/deposit/query-sub-member-record"
        assert [r["id"] for r in client.result(path, subMemberId="71")["rows"]] == [row["id"]]
        assert client.result(path, subMemberId="72")["rows"] == []
        assert client.code(path, subMemberId="999") == 131202
        own = client.of(account.subs["usual"])
        assert len(own.result("asset/deposit/query-record")["rows"]) == 1
