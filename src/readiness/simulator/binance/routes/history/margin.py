"""What margin has cost and moved. Borrowings and interest stand beside the debts themselves."""

from __future__ import annotations

from readiness.simulator.binance.paging import FromId, Numbered
from readiness.simulator.binance.route import Filter, Route, by_uid, equal
from readiness.simulator.binance.shape import LIST, TABLE
from readiness.simulator.binance.window import Window

_PAGES = Numbered()

ROUTES = (
    Route(
        path="sapi/v1/margin/transfer",
        shape=TABLE,
        takes=("isolatedSymbol",),
        filters=(Filter("type", values=("ROLL_IN", "ROLL_OUT")), *equal("asset")),
        window=Window("timestamp", longest=30, default=7),
        paging=_PAGES,
        product="margin",
    ),
    Route(
        path="sapi/v1/margin/forceLiquidationRec",
        shape=TABLE,
        filters=(Filter("isolatedSymbol", "symbol"),),
        window=Window("updatedTime"),
        paging=_PAGES,
        product="margin",
    ),
    Route(
        path="sapi/v1/margin/capital-flow",
        weight=100,
        shape=LIST,
        filters=equal("asset", "symbol", "type"),
        window=Window("timestamp", longest=7, reach=90),
        paging=FromId("fromId", "id", after=True),
        product="margin",
    ),
    Route(
        path="sapi/v1/margin/exchange-small-liability-history",
        **by_uid(100),
        shape=TABLE,
        required=("current", "size"),
        window=Window("timestamp"),
        paging=_PAGES,
        product="margin",
    ),
    Route(
        path="sapi/v1/margin/liquidation-loan/repay-history",
        **by_uid(100),
        shape=TABLE,
        window=Window("createTime", default=7, reach=90),
        paging=Numbered(default=50),
        product="margin",
    ),
)
