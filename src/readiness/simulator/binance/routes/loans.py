"""Flexible and VIP loans."""

from __future__ import annotations

from readiness.simulator.binance.paging import Numbered
from readiness.simulator.binance.route import Route, by_uid, equal
from readiness.simulator.binance.shape import TABLE
from readiness.simulator.binance.window import Window

_PAGES = Numbered("current", "limit", last=1000)

ROUTES = (
    Route(
        path="sapi/v2/loan/flexible/ongoing/orders",
        weight=300,
        shape=TABLE,
        filters=equal("loanCoin", "collateralCoin"),
        paging=_PAGES,
    ),
    Route(
        path="sapi/v2/loan/flexible/repay/history",
        weight=400,
        shape=TABLE,
        filters=equal("loanCoin", "collateralCoin"),
        window=Window("repayTime", longest=180, default=90),
        paging=_PAGES,
    ),
    Route(
        path="sapi/v1/loan/vip/ongoing/orders",
        weight=400,
        shape=TABLE,
        takes=("collateralAccountId",),
        filters=equal("orderId", "loanCoin", "collateralCoin"),
        paging=_PAGES,
    ),
    Route(
        path="sapi/v1/loan/vip/accruedInterest",
        weight=400,
        shape=TABLE,
        filters=equal("orderId", "loanCoin"),
        window=Window("accrualTime", longest=90, default=90),
        paging=_PAGES,
    ),
    Route(
        path="sapi/v1/loan/vip/request/data",
        **by_uid(400),
        shape=TABLE,
        paging=_PAGES,
    ),
    Route(
        path="sapi/v1/loan/vip/collateral/account",
        weight=6000,
        shape=TABLE,
        takes=("orderId", "collateralAccountId"),
    ),
)
