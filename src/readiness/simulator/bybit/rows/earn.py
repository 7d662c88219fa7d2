"""Rows of Earn, in all its forms but the structured ones."""

from __future__ import annotations

from typing import Any

from readiness.simulator.bybit.rows.trade import name_like
from readiness.simulator.tables.rows import DAY, Row, build, new_id, new_ts


def flexible_saving(**fields: Any) -> Row:
    """A row of `earn/position` with the category FlexibleSaving."""
    values = {
        "coin": "USDT",
        "productId": "428",
        "amount": "40",
        "totalPnl": "0",
        "claimableYield": "0.001",
        "autoReinvest": "Disable",
        "availableAmount": "40",
        "freezeDetails": [],
    }
    blank = (
        "id status orderId estimateRedeemTime estimateStakeTime "
        "estimateInterestCalculationTime settlementTime"
    )
    return build(fields, values, blank)


def earn_order(**fields: Any) -> Row:
    """A row of `earn/order`: by default a redemption that has not been paid."""
    ts = new_ts()
    values = {
        "coin": "USDT",
        "orderValue": "40",
        "orderType": "Redeem",
        "orderId": name_like(),
        "status": "Pending",
        "createdAt": str(ts),
        "productId": "428",
        "updatedAt": str(ts),
    }
    return build(fields, values, "orderLinkId swapOrderValue estimateRedeemTime estimateStakeTime")


def liquidity_order(**fields: Any) -> Row:
    """A row of `earn/liquidity-mining/order`: by default liquidity that is being taken out."""
    values = {
        "orderId": name_like(),
        "productId": "25",
        "orderType": "RemoveLiquidity",
        "baseCoin": "ETH",
        "quoteCoin": "USDT",
        "quoteAmount": "10",
        "baseAmount": "0.005",
        "status": "Processing",
        "removeType": "Normal",
        "removeRate": 100,
        "createdTime": str(new_ts()),
    }
    return build(fields, values, "orderLinkId leverage slippageValue")


def token_order(**fields: Any) -> Row:
    """A row of `earn/token/order`: by default a redemption that has not ended."""
    values = {
        "orderId": name_like(),
        "orderType": "Redeem",
        "fromCoin": "BYUSDT",
        "toCoin": "USDT",
        "fromAmount": "10",
        "toAmount": "10",
        "serviceFee": "0",
        "fromAccount": "UNIFIED",
        "toAccount": "FlexibleSaving",
        "status": "Processing",
        "createdTime": str(new_ts() // 1000),
    }
    return build(fields, values, "orderLinkId externalEventType")


def wealth_order(**fields: Any) -> Row:
    """A row of `earn/pwm/investment-plan/order`: by default a redemption that has not ended."""
    values = {
        "orderId": name_like(),
        "planId": "10001",
        "type": "Redeem",
        "accountType": "Funding",
        "coin": "USDT",
        "amount": "10",
        "category": "flexibleSavings",
        "productId": "428",
        "status": "Pending",
        "orderTime": str(new_ts()),
    }
    return build(fields, values)


def on_chain(**fields: Any) -> Row:
    """A row of `earn/position` with the category OnChain."""
    ts = new_ts()
    values = {
        "coin": "BTC",
        "productId": "8",
        "amount": "0.1",
        "totalPnl": "0.000027397260273973",
        "claimableYield": "0",
        "id": str(new_id()),
        "status": "Active",
        "orderId": name_like(),
        "estimateInterestCalculationTime": str(ts),
        "settlementTime": str(ts + 5 * DAY),
        "autoReinvest": "Disable",
        "availableAmount": "0",
        "freezeDetails": [],
    }
    return build(fields, values, "estimateRedeemTime estimateStakeTime")


def fixed_term(**fields: Any) -> Row:
    """A row of `earn/fixed-term/position`."""
    ts = new_ts()
    reward = {"coin": "USDT", "apy": "5.00%", "expectReturnEarning": "0.1", "price": "1.00"}
    values = {
        "positionId": str(new_id()),
        "productId": "724",
        "category": "FixedTermSaving",
        "coin": "USDT",
        "amount": "201",
        "effectiveAmount": "201",
        "duration": "3d",
        "status": "Active",
        "settlementTime": str(ts + 5 * DAY),
        "createdAt": str(ts),
        "orderId": name_like(),
        "earlyRedeemInfo": None,
        "allowAutoReinvest": False,
        "autoReinvest": "Disable",
        "interestCoinApyList": [reward],
    }
    return build(fields, values)


def fixed_term_order(**fields: Any) -> Row:
    """A row of `earn/fixed-term/order`: by default a subscription that is not a position yet."""
    ts = new_ts()
    values = {
        "orderId": name_like(),
        "orderType": "Stake",
        "status": "Processing",
        "productId": "724",
        "category": "FixedTermSaving",
        "coin": "USDT",
        "amount": "201",
        "duration": "3d",
        "accountType": "FUND",
        "settlementTime": str(ts + 5 * DAY),
        "createdAt": str(ts),
        "yieldInfoList": [],
    }
    return build(fields, values, "orderLinkId")


def liquidity_mining(**fields: Any) -> Row:
    """A row of `earn/liquidity-mining/position`."""
    values = {
        "positionId": str(new_id()),
        "productId": "5",
        "baseCoin": "ETH",
        "quoteCoin": "USDT",
        "quoteAmount": "1637.7537",
        "baseAmount": "0.80131605",
        "principalQuoteAmount": "817.5297",
        "principalBaseAmount": "0.39999891",
        "principalLiquidityValue": "1635.0595",
        "leveragedValue": "3275.5075",
        "loan": "0",
        "claimableYield": "0",
        "currentApr": "27856097",
        "leverage": "1",
        "margin": "0",
        "liquidationPrice": "538.272",
        "currentPriceY": "2043.83",
        "status": "Active",
        "createdTime": str(new_ts()),
    }
    return build(fields, values)


def rwa(**fields: Any) -> Row:
    """A row of `earn/rwa/position`."""
    values = {
        "productId": 1001,
        "coin": "USDC",
        "assetSymbol": "IGBF",
        "effectiveShare": "100",
        "processingStakeAmount": "0",
        "processingRedeemShare": "0",
        "bonusEarned": "1.25",
        "nav": "1.025",
        "holdAmount": "102.50",
        "duration": 0,
    }
    return build(fields, values)


def token(**fields: Any) -> Row:
    """Fields of `earn/token/position`."""
    values = {
        "totalAmount": "696",
        "totalYield": "0",
        "yesterdayYield": "0",
        "aprE8": "60000000",
        "bonusAprE8": "0",
        "hasQuota": True,
    }
    return build(fields, values, "bonusMaxAmount")


def wealth_plan(**fields: Any) -> Row:
    """A row of `earn/pwm/investment-plan/all`: by default a running one."""
    part = {"category": "fixedYield", "productId": "430", "coin": "USDT", "currentAmount": "50000"}
    values = {
        "planId": str(new_id()),
        "planName": "Made-up Plan",
        "planType": "stable",
        "status": "Active",
        "source": "direct",
        "currentAssetUsd": "50137.50",
        "accumulateYieldUsd": "137.50",
        "investmentDistribution": [part],
        "createdTime": str(new_ts()),
    }
    return build(fields, values)


def launchpool_stake(**fields: Any) -> Row:
    """A row of `spot-x/launchpool/user/current-staking`."""
    values = {
        "stakeCoin": "USDT",
        "rewardCoin": "BTC",
        "stakeAmount": "10000",
        "totalReward": "0.00120",
        "autoRedeemDate": str(new_ts() + 5 * DAY),
    }
    return build(fields, values)
