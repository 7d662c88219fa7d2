"""Earn, structured products, lending, institutional loans."""

from __future__ import annotations

from typing import Any

from readiness.simulator.kucoin import pools
from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.kucoin.paging import Pages
from readiness.simulator.kucoin.routes.build import get, listed
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.route import Asked

_STATES = ("DONE", "PENDING")
_LENDING = Pages(maximum=50)
_STRUCTURED = ("DUAL_CLASSIC", "DUAL_BOOSTER", "DUAL_EXTRA")


def _no_loan(asked: Asked[KucoinAccount]) -> list[Any]:
    ratio = dict.fromkeys(
        (
            "transferLtv",
            "onlyClosePosLtv",
            "delayedLiquidationLtv",
            "instantLiquidationLtv",
            "currentLtv",
        ),
        "0",
    )
    return [
        {
            "parentUid": asked.account.main.uid,
            "orders": [],
            "ltv": ratio,
            "totalMarginAmount": "0",
            "transferMarginAmount": "0",
            "margins": [],
        }
    ]


ROUTES = (
    listed(
        "api/v1/earn/hold-assets",
        limits=pools.earn(5),
        filters=equal("currency", "productId", "productCategory"),
        paging=Pages(default=15, least=10),
    ),
    listed(
        "api/v1/struct-earn/orders",
        limits=pools.earn(5),
        required=("categories",),
        filters=(
            Filter("categories", field="category", values=_STRUCTURED, many=True),
            *equal("orderId", "investCurrency"),
        ),
        paging=Pages(default=15, least=10),
    ),
    listed(
        "api/v3/purchase/orders",
        limits=pools.spot(10),
        required=("status",),
        filters=(Filter("status", values=_STATES), *equal("currency", "purchaseOrderNo")),
        paging=_LENDING,
    ),
    listed(
        "api/v3/redeem/orders",
        limits=pools.spot(10),
        required=("status",),
        filters=(Filter("status", values=_STATES), *equal("currency", "redeemOrderNo")),
        paging=_LENDING,
    ),
    get(
        "api/v1/otc-loan/loan",
        limits=pools.management(5),
        needs=("Spot",),
        single=True,
        view=_no_loan,
    ),
    get("api/v1/otc-loan/accounts", limits=pools.management(20), needs=("Spot",)),
)
