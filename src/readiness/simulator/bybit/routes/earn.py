"""Earn in all its forms."""

from __future__ import annotations

from readiness.simulator.bybit.routes.shared import BybitRoute, assumed, each_second, pages
from readiness.simulator.bybit.views import earn
from readiness.simulator.bybit.views.public import category
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.window import Window

_EARN = ("Earn.Earn",)
_ADVANCED = ("DualAssets", "DiscountBuy", "DoubleWin", "SmartLeverage")
_FIXED = ("FixedTermSaving", "FundPool", "FundPoolPremium")

ROUTES = (
    BybitRoute(
        path="earn/position",
        limits=each_second(10),
        needs=_EARN,
        required=("category",),
        choices={"category": ("FlexibleSaving", "OnChain")},
        split="category",
        filters=equal("productId", "coin"),
        at="list",
    ),
    BybitRoute(
        path="earn/order",
        limits=each_second(10),
        needs=_EARN,
        required=("category",),
        choices={"category": ("FlexibleSaving", "OnChain")},
        split="category",
        filters=equal("orderId", "productId"),
        window=Window("createdAt", longest=7),
        paging=pages(50, 100, "orderId", lingers=False),
        at="list",
    ),
    BybitRoute(
        path="earn/fixed-term/position",
        limits=each_second(10),
        needs=_EARN,
        filters=(Filter("category", values=_FIXED), *equal("productId", "coin")),
        at="list",
    ),
    BybitRoute(
        path="earn/fixed-term/order",
        limits=each_second(10),
        needs=_EARN,
        filters=(Filter("category", values=_FIXED), *equal("orderId", "productId", "orderType")),
        paging=pages(20, 50, "orderId", lingers=False),
        at="list",
    ),
    BybitRoute(
        path="earn/advance/order",
        limits=each_second(10),
        needs=_EARN,
        required=("category",),
        choices={"category": _ADVANCED},
        split="category",
        filters=equal("orderId", "productId"),
        paging=pages(20, 20, "orderId", lingers=False),
        beside=category,
        at="list",
    ),
    BybitRoute(
        path="earn/advance/position",
        limits=each_second(10),
        needs=_EARN,
        required=("category",),
        choices={"category": _ADVANCED},
        split="category",
        filters=equal("productId"),
        paging=pages(20, 20, "positionId", lingers=False),
        beside=category,
        at="list",
    ),
    BybitRoute(
        path="earn/liquidity-mining/position",
        limits=each_second(10),
        needs=_EARN,
        filters=equal("productId", "baseCoin"),
        at="positions",
    ),
    BybitRoute(
        path="earn/liquidity-mining/order",
        limits=each_second(10),
        needs=_EARN,
        filters=(
            Filter(
                "status",
                values=("Success", "Processing"),
                default="Success",
                meanings={"Success": ("Success", "Fail")},
            ),
            *equal("orderId", "productId", "orderType"),
        ),
        paging=pages(20, 50, "orderId", lingers=False),
        at="orders",
    ),
    BybitRoute(
        path="earn/rwa/position",
        limits=each_second(10),
        needs=_EARN,
        at="list",
    ),
    BybitRoute(
        path="earn/token/position",
        limits=assumed(10),
        needs=_EARN,
        required=("coin",),
        choices={"coin": ("BYUSDT",)},
        single=True,
        view=earn.token_position,
    ),
    BybitRoute(
        path="earn/token/order",
        limits=assumed(10),
        needs=_EARN,
        required=("coin",),
        choices={"coin": ("BYUSDT",)},
        filters=equal("orderId", "orderType"),
        paging=pages(20, 100, "orderId", lingers=False),
        at="list",
    ),
    BybitRoute(
        path="earn/pwm/investment-plan/all",
        limits=assumed(10),
        needs=_EARN,
        filters=(
            Filter("status", values=("PendingSubscription", "Active", "Closed")),
            *equal("planId"),
        ),
        paging=pages(20, 50, "planId", lingers=False),
        at="list",
    ),
    BybitRoute(
        path="earn/pwm/investment-plan/order",
        limits=assumed(10),
        needs=_EARN,
        filters=(
            Filter("status", values=("Completed", "Pending", "Failed")),
            *equal("planId", "category", "type"),
        ),
        paging=pages(20, 50, "orderId", lingers=False),
        at="list",
    ),
    BybitRoute(
        path="spot-x/launchpool/user/current-staking",
        limits=assumed(10),
        beside=earn.launchpool_totals,
        at="list",
    ),
)
