"""What Earn, staking and loans have taken in, paid out and paid. Redemptions are in `earn`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readiness.simulator.binance.paging import Numbered
from readiness.simulator.binance.pools import SAPI_IP, SAPI_UID, Pool
from readiness.simulator.binance.route import Filter, Kinds, Route, equal
from readiness.simulator.binance.shape import TABLE
from readiness.simulator.binance.window import Window

_PAGES = Numbered()
_LOAN_PAGES = Numbered("current", "limit", last=1000)
_KINDS = Filter("type", values=("BONUS", "REALTIME", "REWARDS"))


def _boost_kind(row: Any) -> str:
    # What was handed out says what it was handed out for; what was claimed says how that ended.
    return "DISTRIBUTE" if isinstance(row, dict) and "bnsolHolding" in row else "CLAIM"


def _earn(path: str, longest: int, *filters: Filter, weight: int = 150) -> Route:
    return Route(
        path=f"sapi/v1/{path}",
        weight=weight,
        shape=TABLE,
        filters=filters,
        # Only the two stable coins run until now where the end is left out.
        window=Window("time", longest=longest, default=30, forward=longest != _HALF_YEAR),
        paging=_PAGES,
    )


def _loan(path: str, field: str, *filters: str, pool: Pool = SAPI_IP) -> Route:
    return Route(
        path=f"sapi/{path}",
        weight=400,
        pool=pool,
        shape=TABLE,
        filters=equal(*filters),
        window=Window(field, longest=180, default=90),
        paging=_LOAN_PAGES,
    )


_MONTH, _QUARTER, _HALF_YEAR = 30, 93, 183
_FLEXIBLE = "simple-earn/flexible/history"
_LOCKED = "simple-earn/locked/history"
_CHAIN = "onchain-yields/locked/history"
_ETH, _SOL = "eth-staking/eth/history", "sol-staking/sol/history"
_COINS = ("loanCoin", "collateralCoin")

ROUTES = (
    _earn(f"{_FLEXIBLE}/subscriptionRecord", _MONTH, *equal("productId", "purchaseId", "asset")),
    _earn(
        f"{_FLEXIBLE}/rewardsRecord",
        _MONTH,
        Filter("productId", "projectId"),
        *equal("asset"),
        _KINDS,
    ),
    _earn(f"{_LOCKED}/subscriptionRecord", _MONTH, *equal("purchaseId", "asset")),
    _earn(f"{_LOCKED}/rewardsRecord", _MONTH, *equal("positionId", "asset")),
    *(
        _earn(f"{coin}/history/{list_}", _HALF_YEAR)
        for coin in ("bfusd", "rwusd")
        for list_ in ("subscriptionHistory", "rewardsHistory")
    ),
    _earn(f"{_CHAIN}/subscriptionRecord", _QUARTER, *equal("purchaseId", "asset"), weight=50),
    _earn(f"{_CHAIN}/rewardsRecord", _QUARTER, *equal("positionId", "asset"), weight=50),
    _earn(
        f"{_CHAIN}/redemptionRecord",
        _QUARTER,
        *equal("positionId", "redeemId", "asset"),
        weight=50,
    ),
    _earn("soft-staking/history/rewardsRecord", _QUARTER, *equal("asset"), weight=50),
    _earn(f"{_ETH}/stakingHistory", _QUARTER),
    _earn(f"{_ETH}/wbethRewardsHistory", _QUARTER),
    _earn("eth-staking/wbeth/history/wrapHistory", _QUARTER),
    _earn(f"{_SOL}/stakingHistory", _QUARTER),
    _earn(f"{_SOL}/bnsolRewardsHistory", _QUARTER),
    replace(
        _earn(f"{_SOL}/boostRewardsHistory", _QUARTER),
        required=("type",),
        kinds=Kinds("type", dict.fromkeys(("CLAIM", "DISTRIBUTE"), TABLE), _boost_kind),
    ),
    _loan("v2/loan/flexible/borrow/history", "borrowTime", *_COINS),
    _loan("v2/loan/flexible/ltv/adjustment/history", "adjustTime", *_COINS, pool=SAPI_UID),
    _loan("v2/loan/flexible/liquidation/history", "liquidationStartingTime", *_COINS),
    _loan("v1/loan/vip/repay/history", "repayTime", "orderId", "loanCoin"),
)
