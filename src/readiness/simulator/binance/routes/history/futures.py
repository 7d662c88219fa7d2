"""What futures and options have traded, earned and cost, and the symbols to ask for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readiness.simulator.binance.paging import Capped, FromId, Numbered
from readiness.simulator.binance.pools import DAPI, EAPI, FAPI
from readiness.simulator.binance.route import Filter, Route, equal
from readiness.simulator.binance.shape import OBJECT
from readiness.simulator.binance.views import history, public
from readiness.simulator.binance.window import Window

CLOSED_BY = Filter("autoCloseType", values=("LIQUIDATION", "ADL"))
CLOSED = Capped(default=50, maximum=100)
WEEK = Window("time", longest=7, default=7, below=True)
ORDERS = FromId("orderId", "orderId")
TRADES = FromId("fromId", "id")
ALGO_WEEK = replace(WEEK, field="createTime")
ALGOS = FromId("algoId", "algoId")
INCOME = Numbered("page", "limit", default=100, maximum=1000)
# Which kinds there are is not written here: the filter takes any.
INCOME_OF = equal("symbol", "incomeType")
_UM: dict[str, Any] = {"pool": FAPI, "product": "futures"}
_CM: dict[str, Any] = {"pool": DAPI, "product": "futures"}
_OPTIONS: dict[str, Any] = {"pool": EAPI, "product": "options"}
_SYMBOL: dict[str, Any] = {"required": ("symbol",), "filters": equal("symbol")}

ROUTES = (
    Route(path="fapi/v1/exchangeInfo", pool=FAPI, signed=False, shape=OBJECT, view=public.um_info),
    Route(path="dapi/v1/exchangeInfo", pool=DAPI, signed=False, shape=OBJECT, view=public.cm_info),
    Route(
        path="eapi/v1/exchangeInfo",
        pool=EAPI,
        signed=False,
        shape=OBJECT,
        view=public.options_info,
    ),
    Route(
        path="fapi/v1/allOrders",
        weight=5,
        view=history.um_symbol,
        window=replace(WEEK, reach=90),
        paging=ORDERS,
        **_UM,
        **_SYMBOL,
    ),
    Route(
        path="fapi/v1/allAlgoOrders",
        weight=5,
        view=history.um_symbol,
        window=replace(ALGO_WEEK, reach=90),
        paging=ALGOS,
        **_UM,
        **_SYMBOL,
    ),
    Route(
        path="fapi/v1/userTrades",
        weight=5,
        view=history.um_symbol,
        window=replace(WEEK, below=False, reach=183, instead="fromId"),
        paging=TRADES,
        required=("symbol",),
        filters=equal("symbol", "orderId"),
        **_UM,
    ),
    Route(
        path="fapi/v1/income",
        weight=30,
        filters=INCOME_OF,
        window=Window("time", default=7, reach=92),
        paging=INCOME,
        **_UM,
    ),
    Route(
        path="fapi/v1/forceOrders",
        weight=50,
        with_symbol=20,
        filters=(CLOSED_BY, *equal("symbol")),
        window=replace(WEEK, longest=0, below=False),
        paging=CLOSED,
        **_UM,
    ),
    Route(
        path="dapi/v1/allOrders",
        weight=20,
        view=history.cm_symbol,
        window=replace(WEEK, reach=90),
        paging=replace(ORDERS, default=50, maximum=100),
        **_CM,
        **_SYMBOL,
    ),
    Route(
        path="dapi/v1/userTrades",
        weight=20,
        view=history.cm_symbol,
        window=replace(WEEK, below=False, instead="fromId"),
        paging=replace(TRADES, default=50),
        required=("symbol",),
        filters=equal("symbol", "orderId"),
        **_CM,
    ),
    Route(
        path="dapi/v1/income",
        weight=20,
        filters=INCOME_OF,
        window=Window("time", longest=365, default=7),
        paging=INCOME,
        **_CM,
    ),
    Route(
        path="dapi/v1/forceOrders",
        weight=20,
        filters=(CLOSED_BY, *equal("symbol")),
        window=Window("time", default=7, reach=90),
        paging=CLOSED,
        **_CM,
    ),
    Route(
        path="eapi/v1/historyOrders",
        weight=3,
        window=Window("createTime", reach=5),
        paging=replace(ORDERS, default=100),
        **_OPTIONS,
        **_SYMBOL,
    ),
    Route(
        path="eapi/v1/userTrades",
        weight=5,
        window=Window("time"),
        paging=replace(TRADES, default=100),
        **_OPTIONS,
        **_SYMBOL,
    ),
    Route(
        path="eapi/v1/bill",
        required=("currency",),
        filters=(Filter("currency", "asset"),),
        window=Window("createDate", reach=92),
        paging=FromId("recordId", "id", default=100),
        **_OPTIONS,
    ),
)
