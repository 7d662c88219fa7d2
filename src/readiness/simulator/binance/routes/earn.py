"""Earn, staking, structured products, automatic investments."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.paging import Numbered
from readiness.simulator.binance.route import Filter, Route, Row, constant, equal
from readiness.simulator.binance.shape import OBJECT, TABLE, Shape
from readiness.simulator.binance.views import totals
from readiness.simulator.binance.window import Window

_PAGES = Numbered()
_DUAL_STATES = (
    "PENDING",
    "PURCHASE_SUCCESS",
    "SETTLED",
    "PURCHASE_FAIL",
    "REFUNDING",
    "REFUND_SUCCESS",
    "SETTLING",
)


def _object(path: str, weight: int, **fields: Any) -> Route:
    return Route(path=path, weight=weight, shape=OBJECT, view=constant(**fields))


def _positions(path: str, weight: int, *filters: str) -> Route:
    return Route(path=path, weight=weight, shape=TABLE, filters=equal(*filters), paging=_PAGES)


def _history(
    path: str, longest: int, *filters: str, weight: int = 150, forward: bool = True
) -> Route:
    return Route(
        path=path,
        weight=weight,
        shape=TABLE,
        filters=equal(*filters),
        window=Window("time", longest=longest, default=30, forward=forward),
        paging=_PAGES,
    )


_ETH: Row = {
    "holdingInETH": "0",
    "holdings": {"wbethAmount": "0", "bethAmount": "0"},
    "thirtyDaysProfitInETH": "0",
    "profit": {"amountFromWBETH": "0", "amountFromBETH": "0"},
}
PLANS = Shape(
    "plans",
    beside={"planValueInUSD": "0", "planValueInBTC": "0", "pnlInUSD": "0", "roi": "0"},
)

ROUTES = (
    Route(path="sapi/v1/simple-earn/account", weight=150, shape=OBJECT, view=totals.simple_earn),
    _positions(totals.FLEXIBLE, 150, "asset", "productId"),
    _positions(totals.LOCKED, 150, "asset", "positionId", "projectId"),
    _history(
        "sapi/v1/simple-earn/flexible/history/redemptionRecord",
        30,
        *("productId", "redeemId", "asset"),
    ),
    _history(
        "sapi/v1/simple-earn/locked/history/redemptionRecord",
        30,
        *("positionId", "redeemId", "asset"),
    ),
    Route(
        path="sapi/v1/simple-earn/flexible/history/collateralRecord",
        shape=Shape("rows", "total", counted_in_words=True),
        filters=equal("productId"),
        window=Window("createTime", longest=30, default=30, forward=True),
        paging=_PAGES,
    ),
    _object("sapi/v1/bfusd/account", 150, bfusdAmount="0", usdtProfit="0", bfusdProfit="0"),
    _history("sapi/v1/bfusd/history/redemptionHistory", 183, forward=False),
    _object("sapi/v1/rwusd/account", 150, rwusdAmount="0", totalProfit="0"),
    _history("sapi/v1/rwusd/history/redemptionHistory", 183, forward=False),
    Route(path="sapi/v1/onchain-yields/account", weight=50, shape=OBJECT, view=totals.on_chain),
    _positions(totals.ON_CHAIN, 50, "asset", "positionId", "projectId"),
    Route(
        path="sapi/v1/soft-staking/list",
        weight=50,
        shape=Shape("rows", "total", {"status": False, "totalRewardsUsdt": "0"}),
        filters=equal("asset"),
        paging=_PAGES,
    ),
    _object("sapi/v2/eth-staking/account", 150, **_ETH),
    _history("sapi/v1/eth-staking/eth/history/redemptionHistory", 93, "redeemId"),
    _history("sapi/v1/eth-staking/wbeth/history/unwrapHistory", 93),
    _object(
        "sapi/v1/sol-staking/account",
        150,
        bnsolAmount="0",
        holdingInSOL="0",
        thirtyDaysProfitInSOL="0",
    ),
    _history("sapi/v1/sol-staking/sol/history/redemptionHistory", 93, "redeemId"),
    Route(path="sapi/v1/sol-staking/sol/history/unclaimedRewards", weight=150),
    Route(path="sapi/v1/dci/product/accounts", shape=OBJECT, view=totals.dual_investment),
    Route(
        path=totals.DUAL,
        shape=Shape("list", "total"),
        filters=(Filter("status", "purchaseStatus", _DUAL_STATES),),
        paging=Numbered("pageIndex", "pageSize"),
    ),
    Route(
        path="sapi/v1/accumulator/product/position/list",
        shape=Shape("list", "total"),
        paging=Numbered("pageIndex", "pageSize"),
    ),
    Route(
        path="sapi/v1/lending/auto-invest/plan/list",
        shape=PLANS,
        required=("planType",),
        filters=(Filter("planType", values=("SINGLE", "PORTFOLIO", "INDEX")),),
    ),
    Route(
        path="sapi/v1/lending/auto-invest/index/user-summary",
        shape=OBJECT,
        required=("indexId",),
        view=lambda asked: [
            {
                "indexId": int(asked.query["indexId"]),
                "totalInvestedInUSD": "0",
                "currentInvestedInUSD": "0",
                "pnlInUSD": "0",
                "roi": "0",
                "assetAllocation": [],
                "details": [],
            }
        ],
    ),
)
