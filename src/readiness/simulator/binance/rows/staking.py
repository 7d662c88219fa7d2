"""Rows of staking and of plans that buy again and again."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import DAY, Row, build, new_id, new_ts


def soft_staked(**fields: Any) -> Row:
    """An entry of `rows` in `sapi/v1/soft-staking/list`."""
    values = {
        "asset": "SOL",
        "minAmount": "0.1",
        "maxCap": "500",
        "apr": "0.0105",
        "stakedAmount": "0.8",
        "totalProfit": "0.0006",
    }
    return build(fields, values)


def soft_staking(*coins: Row, **fields: Any) -> Row:
    """The answer of `sapi/v1/soft-staking/list`: by default switched on, with one coin."""
    listed = list(coins) or [soft_staked()]
    values = {
        "status": True,
        "totalRewardsUsdt": "0.09",
        "rows": listed,
        "total": len(listed),
    }
    return build(fields, values)


def eth_staking(**fields: Any) -> Row:
    """The answer of `sapi/v2/eth-staking/account`."""
    values = {
        "holdingInETH": "0.0432",
        "holdings": {"wbethAmount": "0.04", "bethAmount": "0"},
        "thirtyDaysProfitInETH": "0.0001",
        "profit": {"amountFromWBETH": "0.0001", "amountFromBETH": "0"},
    }
    return build(fields, values)


def eth_redemption(**fields: Any) -> Row:
    """A row of `sapi/v1/eth-staking/eth/history/redemptionHistory`: by default one that waits."""
    ts = new_ts()
    values = {
        "time": ts,
        "arrivalTime": ts + 6 * DAY,
        "asset": "WBETH",
        "amount": "0.01",
        "distributeAsset": "ETH",
        "distributeAmount": "0.0108",
        "conversionRatio": "1.08",
        "status": "PENDING",
    }
    return build(fields, values)


def wbeth_unwrap(**fields: Any) -> Row:
    """A row of `sapi/v1/eth-staking/wbeth/history/unwrapHistory`: by default one that waits."""
    values = {
        "time": new_ts(),
        "fromAsset": "WBETH",
        "fromAmount": "0.01",
        "toAsset": "BETH",
        "toAmount": "0.0108",
        "exchangeRate": "1.08",
        "status": "PENDING",
    }
    return build(fields, values)


def sol_staking(**fields: Any) -> Row:
    """The answer of `sapi/v1/sol-staking/account`."""
    values = {
        "bnsolAmount": "0.35",
        "holdingInSOL": "0.3815",
        "thirtyDaysProfitInSOL": "0.0019",
    }
    return build(fields, values)


def sol_redemption(**fields: Any) -> Row:
    """A row of `sapi/v1/sol-staking/sol/history/redemptionHistory`: by default one that waits."""
    ts = new_ts()
    values = {
        "time": ts,
        "arrivalTime": ts + 3 * DAY,
        "asset": "BNSOL",
        "amount": "0.1",
        "distributeAsset": "SOL",
        "distributeAmount": "0.109",
        "exchangeRate": "1.09",
        "status": "PENDING",
    }
    return build(fields, values)


def sol_reward(**fields: Any) -> Row:
    """A row of `sapi/v1/sol-staking/sol/history/unclaimedRewards`."""
    return build(fields, {"amount": "0.0042", "rewardsAsset": "SOL"})


def auto_invest_plan(**fields: Any) -> Row:
    """A row of `plans` in `sapi/v1/lending/auto-invest/plan/list`: by default one that runs."""
    ts = new_ts()
    values = {
        "planId": new_id(),
        "planType": "SINGLE",
        "editAllowed": "true",
        "creationDateTime": ts,
        "firstExecutionDateTime": ts,
        "nextExecutionDateTime": ts + 7 * DAY,
        "status": "ONGOING",
        "lastUpdatedDateTime": ts,
        "targetAsset": "ETH",
        "totalTargetAmount": "0.006",
        "sourceAsset": "USDT",
        "totalInvestedInUSD": "18",
        "subscriptionAmount": "9",
        "subscriptionCycle": "WEEKLY",
        "subscriptionStartDay": 1,
        "subscriptionStartWeekday": "TUE",
        "subscriptionStartTime": "9",
        "sourceWallet": "SPOT_WALLET",
        "flexibleAllowedToUse": "false",
        "planValueInUSD": "17.7",
        "pnlInUSD": "-0.3",
        "roi": "-0.0167",
    }
    return build(fields, values)


def index_holding(**fields: Any) -> Row:
    """An entry of `details` in `sapi/v1/lending/auto-invest/index/user-summary`."""
    values = {
        "targetAsset": "ETH",
        "averagePriceInUSD": "3000",
        "totalInvestedInUSD": "18",
        "currentInvestedInUSD": "18",
        "purchasedAmount": "0.006",
        "pnlInUSD": "-0.3",
        "roi": "-0.0167",
        "percentage": "100",
        "availableAmount": "0.006",
        "redeemedAmount": "0",
        "assetValueInUSD": "17.7",
    }
    return build(fields, values)


def index_summary(*holdings: Row, **fields: Any) -> Row:
    """The answer of `sapi/v1/lending/auto-invest/index/user-summary`."""
    values = {
        "indexId": 3,
        "totalInvestedInUSD": "18",
        "currentInvestedInUSD": "18",
        "pnlInUSD": "-0.3",
        "roi": "-0.0167",
        "assetAllocation": [{"targetAsset": "ETH", "allocation": "100"}],
        "details": list(holdings) or [index_holding()],
    }
    return build(fields, values)
