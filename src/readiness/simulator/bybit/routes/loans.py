"""What is owed: margin, crypto loans old and new, institutional loans; and money lent out."""

from __future__ import annotations

from readiness.simulator.bybit.account import UNIFIED
from readiness.simulator.bybit.routes.shared import BybitRoute, assumed, each_second, pages
from readiness.simulator.bybit.views import loans
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.paging import Capped
from readiness.simulator.tables.window import Window

_SPOT = ("Spot.SpotTrade",)
_TERMS = Filter("term", values=("7", "14", "30", "90", "180"))
_STATES = Filter("state", values=("1", "2", "3", "4"))

ROUTES = (
    BybitRoute(
        path="spot-margin-trade/liability",
        limits=each_second(5),
        modes=UNIFIED,
        required=("currency",),
        single=True,
        view=loans.margin_liability,
    ),
    BybitRoute(
        path="spot-margin-trade/fixedborrow-contract-info",
        limits=each_second(5),
        modes=UNIFIED,
        filters=(_TERMS, Filter("orderCurrency", "borrowCurrency"), *equal("orderId")),
        # The example tells "0" beside the last rows.
        paging=pages(10, 100, "loanId", last="0", lingers=False),
        at="list",
    ),
    BybitRoute(
        path="spot-margin-trade/fixedborrow-order-info",
        limits=assumed(5),
        modes=UNIFIED,
        filters=(_TERMS, _STATES, *equal("orderId", "orderCurrency")),
        paging=pages(10, 100, "orderId", lingers=False),
        at="list",
    ),
    BybitRoute(
        path="crypto-loan-common/position",
        limits=each_second(5),
        needs=_SPOT,
        single=True,
        view=loans.crypto_loans,
    ),
    BybitRoute(
        path="crypto-loan-flexible/ongoing-coin",
        limits=each_second(5),
        needs=_SPOT,
        filters=equal("loanCurrency"),
        at="list",
    ),
    BybitRoute(
        path="crypto-loan-fixed/borrow-contract-info",
        limits=each_second(5),
        needs=_SPOT,
        filters=(_TERMS, Filter("orderCurrency", "borrowCurrency"), *equal("orderId", "loanId")),
        paging=pages(10, 100, "loanId"),
        at="list",
    ),
    BybitRoute(
        path="crypto-loan-fixed/borrow-order-info",
        limits=each_second(5),
        needs=_SPOT,
        filters=(_TERMS, _STATES, *equal("orderId", "orderCurrency")),
        paging=pages(10, 100, "orderId", lingers=False),
        at="list",
    ),
    BybitRoute(
        path="crypto-loan-fixed/supply-contract-info",
        limits=each_second(5),
        needs=_SPOT,
        filters=(_TERMS, *equal("orderId", "supplyId", "supplyCurrency")),
        paging=pages(10, 100, "supplyId"),
        at="list",
    ),
    BybitRoute(
        path="crypto-loan-fixed/supply-order-info",
        limits=each_second(5),
        needs=_SPOT,
        filters=(_TERMS, _STATES, *equal("orderId", "orderCurrency")),
        paging=pages(10, 100, "orderId", lingers=False),
        at="list",
    ),
    BybitRoute(
        path="crypto-loan/ongoing-orders",
        limits=each_second(5),
        needs=_SPOT,
        filters=equal("orderId", "loanCurrency", "collateralCurrency", "loanTerm"),
        paging=pages(10, 100, "orderId", lingers=False),
        at="list",
    ),
    BybitRoute(
        path="ins-loan/loan-order",
        limits=each_second(20),
        filters=equal("orderId"),
        window=Window("loanTime"),
        paging=Capped(default=10, maximum=100, ids=("orderId",)),
        at="loanInfo",
    ),
)
