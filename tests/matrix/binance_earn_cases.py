"""Binance: Earn, staking, structured products and whatever else pays, request by request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.matrix.binance_support import SETTINGS, each, one, put
from tests.matrix.cases import Case, blocks

from readiness.simulator.binance import rows

FLEXIBLE: Final = "sapi/v1/simple-earn/flexible/position"
LOCKED: Final = "sapi/v1/simple-earn/locked/position"
ON_CHAIN: Final = "sapi/v1/onchain-yields/locked/position"
DUAL: Final = "sapi/v1/dci/product/positions"
ETH: Final = "sapi/v2/eth-staking/account"
SOL: Final = "sapi/v1/sol-staking/account"
PLANS: Final = "sapi/v1/lending/auto-invest/plan/list"

OPEN_DUAL: Final = ("PENDING", "PURCHASE_SUCCESS", "SETTLING", "REFUNDING")
PLAN_TYPES: Final = ("SINGLE", "PORTFOLIO", "INDEX")

CASES: Final[Mapping[str, tuple[Case, ...]]] = {
    FLEXIBLE: (
        one(FLEXIBLE, "earn.flexible"),
        one(FLEXIBLE, "earn.flexible", "dust", totalAmount="0.00000001"),
        one(FLEXIBLE, "earn.flexible", "collateral alone", totalAmount="0", collateralAmount="3"),
        blocks(
            "subscribes again by itself",
            put(FLEXIBLE, rows.flexible_position(autoSubscribe=True)),
            "earn.flexible",
            SETTINGS,
        ),
    ),
    "sapi/v1/simple-earn/flexible/history/redemptionRecord": each(
        "sapi/v1/simple-earn/flexible/history/redemptionRecord",
        "earn.flexible",
        "status",
        ("PROCESSING", "unheard"),
    ),
    LOCKED: (
        *each(LOCKED, "earn.fixed", "status", ("HOLDING", "REDEEMING", "RENEWING", "unheard")),
        one(LOCKED, "earn.fixed", "redeeming alone", amount="0", redeemingAmt="3"),
        blocks(
            "subscribes again by itself",
            put(LOCKED, rows.locked_position(autoSubscribe=True)),
            "earn.fixed",
            SETTINGS,
        ),
    ),
    "sapi/v1/simple-earn/locked/history/redemptionRecord": each(
        "sapi/v1/simple-earn/locked/history/redemptionRecord",
        "earn.fixed",
        "status",
        ("PROCESSING", "unheard"),
    ),
    ON_CHAIN: (
        one(ON_CHAIN, "earn.on-chain"),
        one(ON_CHAIN, "earn.on-chain", "redeeming alone", amount="0", redeemingAmt="3"),
        blocks(
            "subscribes again by itself",
            put(ON_CHAIN, rows.onchain_position(autoSubscribe=True)),
            "earn.on-chain",
            SETTINGS,
        ),
    ),
    "sapi/v1/bfusd/account": (one("sapi/v1/bfusd/account", "earn.stable-rewards"),),
    "sapi/v1/rwusd/account": (one("sapi/v1/rwusd/account", "earn.stable-rewards"),),
    **{
        path: each(path, "earn.stable-rewards", "status", ("PENDING", "unheard"))
        for path in (
            "sapi/v1/bfusd/history/redemptionHistory",
            "sapi/v1/rwusd/history/redemptionHistory",
        )
    },
    ETH: (
        one(ETH, "earn.staking-eth", "wrapped"),
        one(
            ETH,
            "earn.staking-eth",
            "not wrapped",
            holdingInETH="0.04",
            holdings={"wbethAmount": "0", "bethAmount": "0.04"},
        ),
    ),
    **{
        path: each(path, "earn.staking-eth", "status", ("PENDING", "unheard"))
        for path in (
            "sapi/v1/eth-staking/eth/history/redemptionHistory",
            "sapi/v1/eth-staking/wbeth/history/unwrapHistory",
        )
    },
    SOL: (one(SOL, "earn.staking-sol"),),
    "sapi/v1/sol-staking/sol/history/redemptionHistory": each(
        "sapi/v1/sol-staking/sol/history/redemptionHistory",
        "earn.staking-sol",
        "status",
        ("PENDING", "unheard"),
    ),
    "sapi/v1/sol-staking/sol/history/unclaimedRewards": (
        one("sapi/v1/sol-staking/sol/history/unclaimedRewards", "earn.staking-sol"),
    ),
    DUAL: (
        *each(DUAL, "earn.dual-investment", "purchaseStatus", OPEN_DUAL, call="status"),
        blocks(
            "renews by itself",
            put(DUAL, rows.dual_position(autoCompoundPlan="STANDARD")),
            "earn.dual-investment",
            SETTINGS,
        ),
    ),
    "sapi/v1/accumulator/product/position/list": (
        one("sapi/v1/accumulator/product/position/list", "earn.other"),
    ),
    PLANS: (
        *(
            blocks(
                kind,
                put(PLANS, rows.auto_invest_plan(planType=kind)),
                "bots.recurring",
                SETTINGS,
                call={"planType": kind},
            )
            for kind in PLAN_TYPES
        ),
        one(PLANS, "bots.recurring", "paused", status="PAUSED"),
        blocks(
            "undocumented",
            put(PLANS, rows.auto_invest_plan(status="UNHEARD")),
            "bots.recurring",
            SETTINGS,
        ),
    ),
    "sapi/v1/mining/payment/uid": (one("sapi/v1/mining/payment/uid", "earn.other"),),
    "sapi/v1/mining/hash-transfer/config/details/list": (
        one("sapi/v1/mining/hash-transfer/config/details/list", "earn.other"),
        one(
            "sapi/v1/mining/hash-transfer/config/details/list",
            "earn.other",
            "undocumented",
            status=9,
        ),
    ),
    "sapi/v1/copyTrading/futures/userStatus": (
        one("sapi/v1/copyTrading/futures/userStatus", "copy-trading", "leads"),
    ),
}
