"""Deposits, withdrawals, transfers, and the logs of both wallets."""

from __future__ import annotations

from readiness.simulator.bybit.account import UNIFIED
from readiness.simulator.bybit.routes.shared import BybitRoute, each_minute, each_second, pages
from readiness.simulator.bybit.views import subaccounts
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Params
from readiness.simulator.tables.window import Window

# Which moment of a deposit counts is not told beside it: one that waits has none.
_ARRIVED = Window("_at", longest=30, below=True, forward=True)
_WEEK = Window("timestamp", longest=7, forward=True)
_STATED = (
    Filter("status", values=("SUCCESS", "PENDING", "FAILED")),
    *equal("transferId", "coin"),
)


def _both_ends(params: Params) -> None:
    if ("createTimeFrom" in params) != ("createTimeTo" in params):
        raise RefusalError(Problem.REQUIRED, "createTimeFrom, createTimeTo")


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
    BybitRoute(
        path="asset/transfer/query-inter-transfer-list",
        limits=each_minute(60),
        filters=_STATED,
        window=_WEEK,
        paging=pages(20, 50, "transferId"),
        at="list",
    ),
    BybitRoute(
        path="asset/transfer/query-universal-transfer-list",
        limits=each_second(5),
        needs=("Wallet.SubMemberTransfer", "Wallet.SubMemberTransferList"),
        filters=_STATED,
        window=_WEEK,
        paging=pages(20, 50, "transferId"),
        at="list",
    ),
    BybitRoute(
        path="account/transaction-log",
        limits=each_second(25),
        modes=UNIFIED,
        choices={"accountType": ("UNIFIED",)},
        filters=equal("category", "currency", "type"),
        window=Window("transactionTime", longest=7, default=1, forward=True, ahead=1),
        paging=pages(20, 50, "id"),
        at="list",
    ),
    BybitRoute(
        path="asset/fundinghistory",
        limits=each_second(30),
        rule=_both_ends,
        window=Window(
            "createTime", "createTimeFrom", "createTimeTo", longest=7, row_unit=1000, unit=1000
        ),
        # A line has no number that is shown.
        paging=pages(10, 100, "_id"),
        at="list",
    ),
)
