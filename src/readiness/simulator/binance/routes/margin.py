"""Cross and isolated margin, and institutional loans."""

from __future__ import annotations

from readiness.simulator.binance.paging import Numbered
from readiness.simulator.binance.route import Filter, Route, by_uid, constant, equal
from readiness.simulator.binance.shape import OBJECT, TABLE, Shape
from readiness.simulator.binance.views import margin
from readiness.simulator.binance.window import Window

ACCOUNT = Shape(
    "userAssets",
    whole=True,
    beside={
        "created": True,
        "borrowEnabled": True,
        "marginLevel": "999.00000000",
        "collateralMarginLevel": "999.00000000",
        "totalAssetOfBtc": "0.00000000",
        "totalLiabilityOfBtc": "0.00000000",
        "totalNetAssetOfBtc": "0.00000000",
        "TotalCollateralValueInUSDT": "0.00000000",
        "totalOpenOrderLossInUSDT": "0.00000000",
        "tradeEnabled": True,
        "transferInEnabled": True,
        "transferOutEnabled": True,
        "accountType": "MARGIN_1",
    },
)
ISOLATED = (
    Filter("isIsolated", values=("TRUE", "FALSE"), default="FALSE"),
    *equal("symbol"),
)
_NO_LOAN = {"asset": "USDC", "amount": "0", "repaidAmount": "0", "remainingAmount": "0"}

ROUTES = (
    Route(
        path="sapi/v1/margin/account",
        weight=10,
        shape=ACCOUNT,
        view=margin.margin_assets,
        beside=margin.margin_totals,
        identity="asset",
        product="margin",
    ),
    Route(
        path="sapi/v1/margin/isolated/account",
        weight=10,
        shape=Shape("assets", whole=True),
        takes=("symbols",),
        view=margin.isolated_pairs,
        beside=margin.isolated_totals,
        identity="symbol",
        product="isolated",
    ),
    Route(
        path="sapi/v1/margin/isolated/accountLimit",
        shape=OBJECT,
        view=margin.isolated_limit,
        product="isolated",
    ),
    Route(
        path="sapi/v1/margin/openOrders",
        weight=10,
        filters=ISOLATED,
        view=margin.check_isolated,
        product="margin",
    ),
    Route(
        path="sapi/v1/margin/openOrderList",
        weight=10,
        filters=ISOLATED,
        view=margin.check_isolated,
        product="margin",
    ),
    Route(
        path="sapi/v1/margin/borrow-repay",
        weight=10,
        shape=TABLE,
        required=("type",),
        choices={"type": ("BORROW", "REPAY")},
        filters=equal("asset", "isolatedSymbol", "txId"),
        window=Window("timestamp", longest=30, default=7, without=("asset", 7)),
        paging=Numbered(),
        product="margin",
    ),
    Route(
        path="sapi/v1/margin/interestHistory",
        shape=TABLE,
        filters=equal("asset", "isolatedSymbol"),
        window=Window("interestAccuredTime", longest=30, default=7, reach=90),
        paging=Numbered(),
        product="margin",
    ),
    Route(path="sapi/v1/margin/exchange-small-liability", weight=100, product="margin"),
    Route(
        path="sapi/v1/margin/liquidation-loan",
        **by_uid(100),
        shape=OBJECT,
        view=constant(**_NO_LOAN),
    ),
    Route(path="sapi/v1/margin/loan-groups/activated", weight=10, who="main"),
    Route(
        path="sapi/v1/margin/loan-group/ltv-details",
        weight=200,
        filters=equal("groupId"),
    ),
)
