"""Deposits, withdrawals, fiat, P2P, conversions, Pay, custody."""

from __future__ import annotations

from dataclasses import replace

from readiness.simulator.binance.paging import Capped, Numbered, Offset
from readiness.simulator.binance.route import Filter, Route, by_uid, equal
from readiness.simulator.binance.routes.service import TRUTH
from readiness.simulator.binance.shape import TABLE, Shape, enveloped
from readiness.simulator.binance.window import Window
from readiness.simulator.limits import Limit

CAPITAL = Window("insertTime", longest=90, default=90, below=True, code="-4047")
SENT = replace(CAPITAL, field="applyTime")
FIAT = Window("createTime", default=30, start="beginTime")
STATES = Filter("status", values=tuple("0123456780"))
_PAGES = Offset()
_ROWS = Numbered("page", "rows", default=100, maximum=500)
_KINDS = {"transactionType": ("0", "1")}
_ASKED = {"travelRuleStatus": ("0", "1", "2")}

ROUTES = (
    Route(
        path="sapi/v1/capital/deposit/hisrec",
        choices={"includeSource": TRUTH},
        filters=(STATES, *equal("coin", "txId")),
        window=CAPITAL,
        paging=_PAGES,
    ),
    Route(
        path="sapi/v1/capital/withdraw/history",
        **by_uid(18_000),
        extra=(Limit(10, 1, pool="withdraw history"),),
        takes=("idList",),
        filters=(STATES, *equal("coin", "withdrawOrderId")),
        window=SENT,
        paging=_PAGES,
    ),
    Route(
        path="sapi/v1/localentity/deposit/history",
        choices={**_ASKED, "pendingQuestionnaire": TRUTH},
        filters=(
            Filter("pendingQuestionnaire", "requireQuestionnaire", TRUTH),
            *equal("travelRuleStatus", "trId", "txId", "tranId", "network", "coin"),
        ),
        window=CAPITAL,
        paging=_PAGES,
    ),
    Route(
        path="sapi/v2/localentity/deposit/history",
        choices={"retrieveQuestionnaire": TRUTH},
        filters=equal("depositId", "txId", "network", "coin"),
        window=CAPITAL,
        paging=_PAGES,
    ),
    *(
        Route(
            path=f"sapi/{version}/localentity/withdraw/history",
            choices=_ASKED,
            filters=equal("travelRuleStatus", "trId", "txId", "withdrawOrderId", "network", "coin"),
            window=SENT,
            paging=_PAGES,
        )
        for version in ("v1", "v2")
    ),
    Route(
        path="sapi/v1/fiat/orders",
        **by_uid(45_000),
        shape=enveloped(),
        required=("transactionType",),
        choices=_KINDS,
        window=FIAT,
        paging=_ROWS,
    ),
    Route(
        path="sapi/v1/fiat/payments",
        shape=enveloped(),
        required=("transactionType",),
        choices=_KINDS,
        window=FIAT,
        paging=_ROWS,
    ),
    Route(
        path="sapi/v1/c2c/orderMatch/listUserOrderHistory",
        shape=enveloped(),
        filters=(Filter("tradeType", values=("BUY", "SELL")),),
        window=Window(
            "createTime",
            longest=30,
            default=7,
            start="startTimestamp",
            end="endTimestamp",
            reach=183,
        ),
        paging=Numbered("page", "rows", default=100, maximum=200),
    ),
    Route(
        path="sapi/v1/convert/limit/queryOpenOrders",
        **by_uid(3000),
        shape=Shape("list"),
    ),
    Route(
        path="sapi/v1/convert/tradeFlow",
        **by_uid(3000),
        shape=Shape("list", beside={"startTime": 0, "endTime": 0, "limit": 100}),
        beside=lambda asked, rows: {
            "startTime": int(asked.query["startTime"]),
            "endTime": int(asked.query["endTime"]),
            "limit": int(asked.query.get("limit", "100")),
            "moreData": len(rows) > int(asked.query.get("limit", "100")),
        },
        window=Window("createTime", longest=30, mandatory=("startTime", "endTime")),
        paging=Capped(),
    ),
    Route(
        path="sapi/v1/pay/transactions",
        **by_uid(3000),
        shape=enveloped(total=""),
        window=Window("transactionTime", longest=90, default=90, reach=549),
        paging=Capped(maximum=100),
    ),
    Route(
        path="sapi/v1/asset/custody/transfer-history",
        weight=60,
        shape=TABLE,
        required=("email",),
        filters=(Filter("type", "transferType", ("Delegate", "Undelegate")), *equal("asset")),
        window=Window("time", mandatory=("startTime", "endTime")),
        paging=Numbered(),
        trade=("enableSpotAndMarginTrading",),
    ),
)
