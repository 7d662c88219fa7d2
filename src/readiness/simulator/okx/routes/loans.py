"""Margin debt, interest and collateral loans, with the products that are gone."""

from __future__ import annotations

from readiness.simulator.okx.paging import Cursor
from readiness.simulator.okx.route import Filter, Route, assumed, equal, limit
from readiness.simulator.okx.views.debts import (
    interest_limits,
    repay_list,
    repay_list_by_type,
)

_GONE = (
    "account/vip-loan-order-list",
    "account/vip-interest-accrued",
    "account/vip-interest-deducted",
    "account/fixed-loan/borrowing-orders-list",
    "account/quick-margin-borrow-repay-history",
    "finance/stable-rewards/subscribe-redeem-history",
)

ROUTES = (
    Route(
        path="account/interest-limits",
        limit=limit(5, 2),
        filters=(Filter("type", values=("2",)),),
        view=interest_limits,
    ),
    Route(
        path="trade/one-click-repay-currency-list-v2",
        limit=limit(1, 2),
        modes=(1, 3, 4),
        view=repay_list,
    ),
    Route(
        path="trade/one-click-repay-currency-list",
        limit=limit(1, 2),
        modes=(3, 4),
        filters=(Filter("debtType", values=("cross", "isolated")),),
        view=repay_list_by_type,
    ),
    Route(
        path="account/interest-accrued",
        limit=limit(5, 2),
        paging=Cursor("ts"),
        filters=equal("type", "ccy", "instId", "mgnMode"),
        reach=("ts", 365),
    ),
    Route(
        path="account/spot-borrow-repay-history",
        limit=limit(5, 2),
        # The documents include the row at the cursor itself: readers meet it twice.
        paging=Cursor("ts", inclusive=True),
        filters=equal("ccy", "type"),
    ),
    Route(path="finance/flexible-loan/loan-info", limit=limit(5, 2), filters=equal("ordId")),
    Route(
        path="finance/flexible-loan/interest-accrued",
        limit=limit(5, 2),
        paging=Cursor("refId"),
        filters=equal("ccy"),
        reach=("ts", 30),
    ),
    Route(
        path="finance/flexible-loan/loan-history",
        limit=limit(5, 2),
        paging=Cursor("refId"),
        filters=equal("type"),
    ),
    *(Route(path=path, limit=assumed(5, 2), retired=True) for path in _GONE),
)
