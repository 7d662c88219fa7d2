"""What portfolio margin has traded, earned and cost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readiness.simulator.binance.paging import FromId, Numbered
from readiness.simulator.binance.pools import PAPI
from readiness.simulator.binance.route import Route, View, equal
from readiness.simulator.binance.routes.history import futures
from readiness.simulator.binance.shape import TABLE
from readiness.simulator.binance.views import history
from readiness.simulator.binance.window import Window

_RETAIL: dict[str, Any] = {"pool": PAPI, "product": "portfolio_margin"}
_SYMBOL: dict[str, Any] = {"required": ("symbol",), "filters": equal("symbol")}
_PAGES = Numbered()
_MONTH = Window("timestamp", longest=30, default=7)
_ARCHIVED = ("archived",)


def _of_symbol(path: str, weight: int, view: View, window: Window, paging: FromId) -> Route:
    return Route(
        path=f"papi/v1/{path}",
        weight=weight,
        view=view,
        window=window,
        paging=paging,
        **_RETAIL,
        **_SYMBOL,
    )


def _income(path: str, window: Window) -> Route:
    return Route(
        path=f"papi/v1/{path}",
        weight=30,
        filters=futures.INCOME_OF,
        window=window,
        paging=futures.INCOME,
        **_RETAIL,
    )


def _closed(path: str) -> Route:
    return Route(
        path=f"papi/v1/{path}",
        weight=50,
        with_symbol=20,
        filters=(futures.CLOSED_BY, *equal("symbol")),
        window=Window("time", default=7),
        paging=futures.CLOSED,
        **_RETAIL,
    )


_WEEK_OF_TRADES = replace(futures.WEEK, below=False, instead="fromId")
_DAY = Window("time", longest=1, below=True, instead="fromId")

ROUTES = (
    _of_symbol("um/allOrders", 5, history.um_symbol, futures.WEEK, futures.ORDERS),
    _of_symbol("um/userTrades", 5, history.um_symbol, _WEEK_OF_TRADES, futures.TRADES),
    _income("um/income", Window("time", default=7, reach=92)),
    _closed("um/forceOrders"),
    _of_symbol("um/algo/allAlgoOrders", 5, history.um_symbol, futures.ALGO_WEEK, futures.ALGOS),
    _of_symbol(
        "cm/allOrders",
        20,
        history.cm_symbol,
        futures.WEEK,
        replace(futures.ORDERS, default=50, maximum=100),
    ),
    _of_symbol(
        "cm/userTrades",
        20,
        history.cm_symbol,
        replace(_WEEK_OF_TRADES, longest=1, default=1),
        replace(futures.TRADES, default=50),
    ),
    _income("cm/income", Window("time", longest=200, default=200)),
    _closed("cm/forceOrders"),
    _of_symbol(
        "margin/allOrders",
        100,
        history.spot_symbol,
        Window("time", instead="orderId"),
        replace(futures.ORDERS, maximum=500),
    ),
    _of_symbol("margin/myTrades", 5, history.spot_symbol, _DAY, futures.TRADES),
    Route(
        path="papi/v1/margin/allOrderList",
        weight=100,
        window=Window("transactionTime", instead="fromId"),
        paging=FromId("fromId", "orderListId", maximum=500),
        **_RETAIL,
    ),
    Route(
        path="papi/v1/margin/repayLoan",
        weight=10,
        shape=TABLE,
        required=("asset",),
        takes=_ARCHIVED,
        filters=equal("asset", "txId"),
        window=_MONTH,
        paging=_PAGES,
        **_RETAIL,
    ),
    Route(
        path="papi/v1/margin/marginInterestHistory",
        shape=TABLE,
        takes=_ARCHIVED,
        filters=equal("asset"),
        window=replace(_MONTH, field="interestAccuredTime"),
        paging=_PAGES,
        **_RETAIL,
    ),
    Route(
        path="papi/v1/margin/forceOrders",
        shape=TABLE,
        window=Window("updatedTime"),
        paging=_PAGES,
        **_RETAIL,
    ),
    Route(
        path="sapi/v1/portfolio/pmloan-history",
        weight=500,
        shape=TABLE,
        window=Window("repayTime", longest=360, default=30, forward=True),
        paging=_PAGES,
        product="pm_pro",
    ),
)
