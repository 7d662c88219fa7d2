"""Rows of what Earn and staking have taken in, paid out and paid."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.simulator.binance.rows.build import Row, new_id, new_ts
from readiness.simulator.binance.rows.history.kind import Factory, kind


def _flexible_in() -> Row:
    return {
        "amount": "100.00000000",
        "asset": "USDT",
        "time": new_ts(),
        "purchaseId": new_id(),
        "productId": "USDT001",
        "type": "NORMAL",
        "sourceAccount": "SPOT",
        "status": "SUCCESS",
    }


def _flexible_reward() -> Row:
    return {
        "asset": "USDT",
        "rewards": "0.00687654",
        "projectId": "USDT001",
        "type": "REALTIME",
        "time": new_ts(),
    }


def _locked_in() -> Row:
    return {
        "positionId": new_id(),
        "purchaseId": str(new_id()),
        "projectId": "Bnb*90",
        "time": new_ts(),
        "asset": "BNB",
        "amount": "2.00000000",
        "lockPeriod": "90",
        "type": "NORMAL",
        "sourceAccount": "SPOT",
        "status": "SUCCESS",
    }


def _locked_reward() -> Row:
    return {
        "positionId": str(new_id()),
        "time": new_ts(),
        "asset": "BNB",
        "lockPeriod": "90",
        "amount": "0.00100000",
        "type": "Locked Rewards",
    }


def _collateral() -> Row:
    return {
        "amount": "100.00000000",
        "productId": "USDT001",
        "asset": "USDT",
        "createTime": new_ts(),
        "type": "REPAY",
        "productName": "USDT",
        "orderId": new_id(),
    }


def _stable_in() -> Row:
    return {
        "time": new_ts(),
        "asset": "USDT",
        "amount": "100",
        "receiveAsset": "BFUSD",
        "receiveAmount": "100",
        "status": "SUCCESS",
    }


def _bfusd_reward() -> Row:
    return {
        "time": new_ts(),
        "rewardAsset": "BFUSD",
        "rewardsAmount": "0.01",
        "BFUSDPosition": "100",
        "annualPercentageRate": "0.0418",
    }


def _rwusd_reward() -> Row:
    return {
        "time": new_ts(),
        "rewardsAmount": "0.01",
        "rwusdPosition": "100",
        "annualPercentageRate": "0.0418",
    }


def _onchain_in() -> Row:
    return {
        "positionId": str(new_id()),
        "purchaseId": str(new_id()),
        "projectId": "Made-60d",
        "time": new_ts(),
        "asset": "BTC",
        "amount": "0.01000000",
        "lockPeriod": "60",
        "type": "NORMAL",
        "sourceAccount": "SPOT",
        "status": "SUCCESS",
    }


def _onchain_reward() -> Row:
    return {
        "positionId": str(new_id()),
        "time": new_ts(),
        "asset": "SOLV",
        "lockPeriod": "60",
        "amount": "0.12000000",
    }


def _onchain_out() -> Row:
    return {
        "positionId": str(new_id()),
        "redeemId": new_id(),
        "time": new_ts(),
        "asset": "BTC",
        "lockPeriod": "60",
        "amount": "0.01000000",
        "type": "MATURE",
        "deliverDate": str(new_ts()),
        "status": "PAID",
    }


def _soft_reward() -> Row:
    return {
        "asset": "BNB",
        "rewards": "0.00000557",
        "rewardAsset": "BNB",
        "avgAmount": "2.14",
        "time": new_ts(),
    }


def _staked(asset: str, into: str, rate: str) -> Row:
    return {
        "time": new_ts(),
        "asset": asset,
        "amount": "1.00000000",
        "distributeAsset": into,
        "distributeAmount": "0.95000000",
        rate: "1.05000000",
        "status": "SUCCESS",
    }


def _staking_reward(asset: str) -> Row:
    return {
        "time": new_ts(),
        f"amountIn{asset}": "0.00020000",
        "holding": "2.30000000",
        f"holdingIn{asset}": "2.42000000",
        "annualPercentageRate": "0.03",
    }


def _wrapped() -> Row:
    return {
        "time": new_ts(),
        "fromAsset": "BETH",
        "fromAmount": "1.00000000",
        "toAsset": "WBETH",
        "toAmount": "0.94000000",
        "exchangeRate": "1.06000000",
        "status": "SUCCESS",
    }


def _boost() -> Row:
    return {"time": new_ts(), "token": "SOL", "amount": "1.20000000"}


_SOURCES = "amtFromSpot amtFromFunding"

EARN: Mapping[str, Factory] = {
    "sapi/v1/simple-earn/flexible/history/subscriptionRecord": kind(_flexible_in, _SOURCES),
    "sapi/v1/simple-earn/flexible/history/rewardsRecord": kind(_flexible_reward),
    "sapi/v1/simple-earn/flexible/history/collateralRecord": kind(_collateral),
    "sapi/v1/simple-earn/locked/history/subscriptionRecord": kind(_locked_in, _SOURCES),
    "sapi/v1/simple-earn/locked/history/rewardsRecord": kind(_locked_reward),
    "sapi/v1/bfusd/history/subscriptionHistory": kind(_stable_in),
    "sapi/v1/bfusd/history/rewardsHistory": kind(_bfusd_reward),
    "sapi/v1/rwusd/history/subscriptionHistory": kind(
        lambda: {**_stable_in(), "receiveAsset": "RWUSD"}
    ),
    "sapi/v1/rwusd/history/rewardsHistory": kind(_rwusd_reward),
    "sapi/v1/onchain-yields/locked/history/subscriptionRecord": kind(_onchain_in, _SOURCES),
    "sapi/v1/onchain-yields/locked/history/rewardsRecord": kind(_onchain_reward),
    "sapi/v1/onchain-yields/locked/history/redemptionRecord": kind(_onchain_out),
    "sapi/v1/soft-staking/history/rewardsRecord": kind(_soft_reward),
    "sapi/v1/eth-staking/eth/history/stakingHistory": kind(
        lambda: _staked("ETH", "WBETH", "conversionRatio")
    ),
    "sapi/v1/eth-staking/eth/history/wbethRewardsHistory": kind(lambda: _staking_reward("ETH")),
    "sapi/v1/eth-staking/wbeth/history/wrapHistory": kind(_wrapped),
    "sapi/v1/sol-staking/sol/history/stakingHistory": kind(
        lambda: _staked("SOL", "BNSOL", "exchangeRate")
    ),
    "sapi/v1/sol-staking/sol/history/bnsolRewardsHistory": kind(lambda: _staking_reward("SOL")),
    "sapi/v1/sol-staking/sol/history/boostRewardsHistory": kind(_boost, "bnsolHolding status"),
}
