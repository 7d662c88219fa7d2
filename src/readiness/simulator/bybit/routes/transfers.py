"""Deposits and withdrawals."""

from __future__ import annotations

from readiness.simulator.bybit.routes.shared import BybitRoute, each_minute, each_second, pages
from readiness.simulator.bybit.views import subaccounts
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.window import Window

# Which moment of a deposit counts is not told beside it: one that waits has none.
_ARRIVED = Window("_at", longest=30, below=True, forward=True)

ROUTES = (
    BybitRoute(
        path="asset/deposit/query-record",
        limits=each_minute(100),
        filters=equal("id", "txID", "coin"),
        window=_ARRIVED,
        paging=pages(50, 50, "id"),
        at="rows",
    ),
    BybitRoute(
        path="asset/deposit/query-internal-record",
        limits=each_second(300),
        filters=equal("txID", "coin"),
        window=Window("createdTime", longest=30, forward=True, row_unit=1000),
        paging=pages(50, 50, "id"),
        at="rows",
    ),
    BybitRoute(
        path="asset/deposit/query-sub-member-record",
        limits=each_minute(300),
        main_only=True,
        scope="subMemberId",
        required=("subMemberId",),
        filters=equal("id", "txID", "coin"),
        window=_ARRIVED,
        view=subaccounts.deposits,
        paging=pages(50, 50, "id"),
        at="rows",
    ),
    BybitRoute(
        path="asset/withdraw/query-record",
        limits=each_minute(300),
        main_only=True,
        filters=(
            Filter(
                "withdrawType",
                values=("0", "1", "2"),
                default="0",
                meanings={"2": ("0", "1")},
            ),
            Filter("withdrawID", "withdrawId"),
            *equal("txID", "coin"),
        ),
        window=Window("createTime", longest=30, below=True, forward=True),
        paging=pages(50, 50, "withdrawId"),
        at="rows",
    ),
)
