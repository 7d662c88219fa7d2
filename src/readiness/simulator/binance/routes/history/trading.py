"""Orders and trades of the past, on spot and on margin; the symbols of spot are in `service`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readiness.simulator.binance.paging import FromId
from readiness.simulator.binance.pools import API
from readiness.simulator.binance.route import Route, equal
from readiness.simulator.binance.routes.margin import ISOLATED
from readiness.simulator.binance.views import history
from readiness.simulator.binance.window import Window
from readiness.simulator.limits import Limit

_ORDERS = FromId("orderId", "orderId")
_TRADES = FromId("fromId", "id")
_LISTS = FromId("fromId", "orderListId")
# A number takes the place of a day: with it, everything from there on is shown.
_DAY = Window("time", longest=1, instead="orderId")
_TRADE_DAY = replace(_DAY, instead="fromId")
_LIST_DAY = replace(_TRADE_DAY, field="transactionTime")
_SPOT: dict[str, Any] = {"pool": API, "weight": 20}
_SYMBOL: dict[str, Any] = {"required": ("symbol",), "filters": equal("symbol")}
_MARGIN: dict[str, Any] = {"product": "margin", "filters": ISOLATED}
_LAST_DAY: dict[str, Any] = {"default": 1, "below": True}

ROUTES = (
    Route(
        path="api/v3/allOrders",
        view=history.spot_symbol,
        window=_DAY,
        paging=_ORDERS,
        **_SPOT,
        **_SYMBOL,
    ),
    Route(
        path="api/v3/myTrades",
        view=history.spot_symbol,
        window=_TRADE_DAY,
        paging=_TRADES,
        **_SPOT,
        required=("symbol",),
        filters=equal("symbol", "orderId"),
    ),
    Route(
        path="api/v3/allOrderList",
        window=_LIST_DAY,
        paging=_LISTS,
        **_SPOT,
    ),
    Route(
        path="api/v3/myAllocations",
        view=history.spot_symbol,
        window=replace(_DAY, instead="fromAllocationId"),
        paging=FromId("fromAllocationId", "allocationId"),
        **_SPOT,
        required=("symbol",),
        filters=equal("symbol", "orderId"),
    ),
    Route(
        path="sapi/v1/margin/allOrders",
        weight=200,
        extra=(Limit(60, 60, pool="all margin orders"),),
        view=history.margin_symbol,
        required=("symbol",),
        window=replace(_DAY, **_LAST_DAY),
        paging=replace(_ORDERS, maximum=500),
        **_MARGIN,
    ),
    Route(
        path="sapi/v1/margin/myTrades",
        weight=10,
        view=history.margin_symbol,
        required=("symbol",),
        window=replace(_TRADE_DAY, **_LAST_DAY),
        paging=_TRADES,
        product="margin",
        filters=(*ISOLATED, *equal("orderId")),
    ),
    Route(
        path="sapi/v1/margin/allOrderList",
        weight=200,
        view=history.margin_lists,
        window=replace(_LIST_DAY, longest=0),
        paging=_LISTS,
        **_MARGIN,
    ),
)
