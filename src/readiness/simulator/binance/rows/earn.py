"""Rows of Simple Earn, of the yield-bearing dollars and of on-chain yields."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.binance.rows.build import DAY, Row, build, new_id, new_ts


def earn_account(**fields: Any) -> Row:
    """The answer of `sapi/v1/simple-earn/account` and `sapi/v1/onchain-yields/account`."""
    values = {
        "totalAmountInBTC": "0.0011",
        "totalAmountInUSDT": "67.5",
        "totalFlexibleAmountInBTC": "0.00065",
        "totalFlexibleAmountInUSDT": "40.1",
        "totalLockedInBTC": "0.00045",
        "totalLockedInUSDT": "27.4",
    }
    return build(fields, values)


def flexible_position(**fields: Any) -> Row:
    """A row of `sapi/v1/simple-earn/flexible/position`; tier rates are JSON numbers."""
    values = {
        "totalAmount": "40.10000000",
        "tierAnnualPercentageRate": {"0-200USDT": Decimal("0.06"), "200-1000USDT": Decimal("0.02")},
        "latestAnnualPercentageRate": "0.02140000",
        "yesterdayAirdropPercentageRate": "0.00000000",
        "asset": "USDT",
        "airDropAsset": "USDT",
        "canRedeem": True,
        "collateralAmount": "0.00000000",
        "productId": "USDT007",
        "yesterdayRealTimeRewards": "0.00235000",
        "cumulativeBonusRewards": "0.01100000",
        "cumulativeRealTimeRewards": "0.08900000",
        "cumulativeTotalRewards": "0.10000000",
        "autoSubscribe": False,
    }
    return build(fields, values)


def locked_position(**fields: Any) -> Row:
    """A row of `sapi/v1/simple-earn/locked/position`: by default held until its day."""
    ts = new_ts()
    values = {
        "positionId": new_id(),
        "parentPositionId": new_id(),
        "projectId": "Dot*60",
        "asset": "DOT",
        "amount": "6.50000000",
        "purchaseTime": ts,
        "duration": "60",
        "accrualDays": "3",
        "rewardAsset": "DOT",
        "APY": "0.0710",
        "rewardAmt": "0.00379315",
        "extraRewardAsset": "",
        "extraRewardAPR": "0",
        "estExtraRewardAmt": "0",
        "boostRewardAsset": "",
        "boostApr": "0",
        "totalBoostRewardAmt": "0",
        "nextPay": "0.00126438",
        "nextPayDate": ts + DAY,
        "payPeriod": "1",
        "redeemAmountEarly": "6.49620685",
        "rewardsEndDate": ts + 60 * DAY,
        "deliverDate": ts + 61 * DAY,
        "redeemPeriod": "1",
        "redeemingAmt": "0",
        "redeemTo": "SPOT",
        "partialAmtDeliverDate": ts + 61 * DAY,
        "canRedeemEarly": True,
        "canFastRedemption": False,
        "autoSubscribe": False,
        "type": "NORMAL",
        "status": "HOLDING",
        "canReStake": False,
    }
    return build(fields, values)


def flexible_redemption(**fields: Any) -> Row:
    """A row of `.../flexible/history/redemptionRecord`: by default not yet paid."""
    values = {
        "amount": "11.00000000",
        "asset": "USDT",
        "time": new_ts(),
        "projectId": "USDT007",
        "redeemId": new_id(),
        "destAccount": "SPOT",
        "status": "PROCESSING",
    }
    return build(fields, values)


def locked_redemption(**fields: Any) -> Row:
    """A row of `.../locked/history/redemptionRecord`: by default not yet paid."""
    ts = new_ts()
    values = {
        "positionId": new_id(),
        "redeemId": new_id(),
        "time": ts,
        "asset": "DOT",
        "lockPeriod": "60",
        "amount": "2.1",
        "originalAmount": "2.1",
        "type": "REDEEM",
        "deliverDate": ts + 2 * DAY,
        "lossAmount": "0",
        "isComplete": False,
        "rewardAsset": "DOT",
        "rewardAmt": "0.01",
        "extraRewardAsset": "",
        "estExtraRewardAmt": "0",
        "status": "PROCESSING",
    }
    return build(fields, values)


def bfusd(**fields: Any) -> Row:
    """The answer of `sapi/v1/bfusd/account`."""
    return build(fields, {"bfusdAmount": "31", "usdtProfit": "0.4", "bfusdProfit": "0.2"})


def rwusd(**fields: Any) -> Row:
    """The answer of `sapi/v1/rwusd/account`."""
    return build(fields, {"rwusdAmount": "26", "totalProfit": "0.35"})


def bfusd_redemption(**fields: Any) -> Row:
    """A row of `sapi/v1/bfusd/history/redemptionHistory`: by default one that waits."""
    ts = new_ts()
    values = {
        "time": ts,
        "asset": "BFUSD",
        "amount": "12",
        "receiveAsset": "USDT",
        "receiveAmount": "11.994",
        "fee": "0.006",
        "arrivalTime": ts + 3 * DAY,
        "status": "PENDING",
    }
    return build(fields, values)


def rwusd_redemption(**fields: Any) -> Row:
    """A row of `sapi/v1/rwusd/history/redemptionHistory`: by default one that waits."""
    return bfusd_redemption(**({"asset": "RWUSD", "receiveAsset": "USDC"} | fields))


def onchain_position(**fields: Any) -> Row:
    """A row of `sapi/v1/onchain-yields/locked/position`; its times are strings."""
    ts = new_ts()
    values = {
        "positionId": str(new_id()),
        "projectId": "Made-up-30d",
        "asset": "BTC",
        "amount": "0.00045",
        "purchaseTime": str(ts),
        "duration": "30",
        "accrualDays": "2",
        "rewardAsset": "BTC",
        "APY": "0.012",
        "rewardAmt": "0.00000003",
        "nextPay": "0.00000001",
        "nextPayDate": str(ts + DAY),
        "payPeriod": "1",
        "rewardsPayDate": str(ts + DAY),
        "rewardsEndDate": str(ts + 30 * DAY),
        "deliverDate": str(ts + 31 * DAY),
        "nextSubscriptionDate": str(ts + 31 * DAY),
        "redeemingAmt": "0",
        "redeemTo": "SPOT",
        "canRedeemEarly": False,
        "autoSubscribe": False,
        "type": "NORMAL",
        "status": "HOLDING",
    }
    return build(fields, values)


def dual_account(**fields: Any) -> Row:
    """The answer of `sapi/v1/dci/product/accounts`."""
    return build(fields, {"totalAmountInBTC": "0.00032", "totalAmountInUSDT": "20"})


def dual_position(**fields: Any) -> Row:
    """A row of `list` in `sapi/v1/dci/product/positions`: by default running, not renewing."""
    ts = new_ts()
    values = {
        "id": str(new_id()),
        "investCoin": "USDT",
        "exercisedCoin": "ETH",
        "subscriptionAmount": "20",
        "strikePrice": "2700",
        "duration": 5,
        "settleDate": ts + 5 * DAY,
        "purchaseStatus": "PURCHASE_SUCCESS",
        "apr": "0.1425",
        "orderId": new_id(),
        "purchaseEndTime": ts + DAY,
        "optionType": "PUT",
        "autoCompoundPlan": "NONE",
        "subscriptionTime": ts,
    }
    return build(fields, values)


def accumulator_position(**fields: Any) -> Row:
    """A row of `sapi/v1/accumulator/product/position/list`.

    No page describes its fields: these are made up, and a reader may rely on none of them.
    """
    return build(fields, {"positionId": new_id(), "asset": "ETH", "status": "ACTIVE"})
