"""The lists of sub-accounts, and what a main account's key sees of one."""

from __future__ import annotations

from typing import Any

from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.route import Asked

_LISTED = (1, 6)
_ESCROW = 12
_MEMBER_TYPE = "user/get-member-type"


def members(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `user/query-sub-members` and `user/submembers`, the newest first."""
    return [_member(sub) for sub in _newest(asked) if sub.settings["kind"] in _LISTED]


def escrow_members(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `user/escrow_sub_members`."""
    return [_member(sub) for sub in _newest(asked) if sub.settings["kind"] == _ESCROW]


def member_ids(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `asset/transfer/query-sub-member-list`."""
    subs = [sub for sub in _newest(asked) if sub.settings["kind"] in _LISTED]
    uids = [sub.uid for sub in subs]
    return [{"subMemberIds": uids, "transferableSubMemberIds": list(uids)}]


def member_types(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `user/get-member-type`: the account that asks is always there.

    A row put into a sub-account stands in place of what its mode says.
    """
    owner = asked.account
    named = asked.params.get("memberIds", "") if owner.parent is None else ""
    subs = [owner.sub(uid) for uid in filter(None, named.split(","))]
    members = [each for each in (owner, *subs) if each is not None]
    return [row for each in members for row in each.rows(_MEMBER_TYPE) or [_wallets(each)]]


def deposits(asked: Asked[BybitAccount]) -> list[Any]:
    """Return the deposits of a sub-account, as its own key sees them."""
    return list(asked.account.rows("asset/deposit/query-record"))


def _newest(asked: Asked[BybitAccount]) -> list[BybitAccount]:
    return list(asked.account.subs.values())[::-1]


def _member(sub: BybitAccount) -> Row:
    row: Row = {
        "uid": sub.uid,
        "username": sub.name,
        "memberType": sub.settings["kind"],
        "status": 1,
        "remark": "",
        "accountMode": int(sub.mode),
    }
    return row | sub.listing


def _wallets(account: BybitAccount) -> Row:
    older = [] if account.is_unified else ["CONTRACT", "SPOT"]
    unified = ["UNIFIED"] if account.is_unified else []
    return {"uid": account.uid, "accountType": [*unified, *older, "FUND"]}
