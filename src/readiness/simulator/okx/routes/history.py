"""What is worth saving before an account is closed."""

from __future__ import annotations

from readiness.simulator.okx.paging import Cursor
from readiness.simulator.okx.route import Filter, Route, equal, limit, names
from readiness.simulator.okx.routes.orders import KINDS
from readiness.simulator.okx.views.public import bill_types

_BILL_FILTERS = (KINDS, *equal("ccy", "mgnMode", "type", "subType"))
_QUARTER = 90
_FUNDING_BILL_FILTERS = equal("ccy", "type", "clientId")

ROUTES = (
    Route(path="account/bills", limit=limit(5), paging=Cursor("billId"), filters=_BILL_FILTERS),
    Route(
        path="account/bills-archive",
        limit=limit(5, 2),
        paging=Cursor("billId"),
        filters=_BILL_FILTERS,
        reach=("ts", _QUARTER),
    ),
    Route(
        path="account/bills-history-archive",
        limit=limit(10, 2),
        required=("year", "quarter"),
        filters=(Filter("quarter", values=names("Q1 Q2 Q3 Q4")),),
    ),
    Route(path="asset/bills", limit=limit(6), paging=Cursor("ts"), filters=_FUNDING_BILL_FILTERS),
    Route(
        path="asset/bills-history",
        limit=limit(1),
        paging=Cursor("ts", switch=("pagingType", "2"), switched="billId"),
        filters=_FUNDING_BILL_FILTERS,
    ),
    Route(
        path="trade/orders-history-archive",
        limit=limit(20, 2),
        paging=Cursor("ordId"),
        required=("instType",),
        filters=(KINDS, *equal("instId", "ordType", "state", "category")),
        reach=("cTime", _QUARTER),
    ),
    Route(
        path="trade/fills-history",
        limit=limit(10, 2),
        paging=Cursor("billId"),
        filters=(KINDS, *equal("instId", "ordId", "subType")),
        reach=("ts", _QUARTER),
    ),
    Route(
        path="account/positions-history",
        limit=limit(10, 2),
        paging=Cursor("uTime", whole_moments=True),
        filters=(KINDS, *equal("instId", "mgnMode", "type", "posId")),
        reach=("uTime", _QUARTER),
    ),
    Route(path="asset/monthly-statement", limit=limit(10, 2), required=("month",)),
    Route(path="account/subtypes", limit=limit(20, 2), view=bill_types),
)
