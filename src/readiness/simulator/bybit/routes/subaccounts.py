"""Who else belongs to a main account."""

from __future__ import annotations

from typing import Any

from readiness.simulator.bybit.routes.shared import BybitRoute, each_minute, each_second
from readiness.simulator.bybit.views import subaccounts
from readiness.simulator.tables.filter import Filter
from readiness.simulator.tables.paging import Capped, Token

_TRANSFER = ("Wallet.AccountTransfer", "Wallet.SubMemberTransfer", "Wallet.Withdraw")
_LISTED: dict[str, Any] = {"main_only": True, "needs": _TRANSFER, "at": "subMembers"}
_PAGES = Token(
    parameter="nextCursor",
    told="nextCursor",
    size="pageSize",
    default=100,
    maximum=100,
    last="0",
    opens=("", "0"),
    numeric=True,
    ids=("uid",),
)

ROUTES = (
    BybitRoute(
        path="user/query-sub-members",
        limits=each_second(10),
        view=subaccounts.members,
        paging=Capped(size="", default=1000, maximum=1000, ids=("uid",)),
        **_LISTED,
    ),
    BybitRoute(
        path="user/submembers",
        limits=each_second(5),
        view=subaccounts.members,
        paging=_PAGES,
        **_LISTED,
    ),
    BybitRoute(
        path="user/escrow_sub_members",
        limits=each_second(5),
        view=subaccounts.escrow_members,
        paging=_PAGES,
        **_LISTED,
    ),
    BybitRoute(
        path="asset/transfer/query-sub-member-list",
        limits=each_minute(60),
        main_only=True,
        single=True,
        view=subaccounts.member_ids,
    ),
    BybitRoute(
        path="user/get-member-type",
        limits=each_second(10),
        # Counts the members that are named; the view picks them.
        filters=(Filter("memberIds", "_picked", many=True, most=200),),
        view=subaccounts.member_types,
        at="accounts",
    ),
)
