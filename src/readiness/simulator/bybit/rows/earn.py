"""Rows of Earn in all its forms."""

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


def dual_assets_order(**fields: Any) -> Row:
    """A row of `earn/advance/order` with the category DualAssets: by default one that waits."""
    return build(fields, {**_advanced_order("DualAssets"), "coin": "USDT", "direction": "BuyLow"})


def discount_buy_order(**fields: Any) -> Row:
    """A row of `earn/advance/order` with the category DiscountBuy: by default one that waits."""
    return build(fields, {**_advanced_order("DiscountBuy"), "coin": "USDT"})


def double_win_order(**fields: Any) -> Row:
    """A row of `earn/advance/order` with the category DoubleWin: by default one that waits."""
    return build(fields, {**_advanced_order("DoubleWin"), "investCoin": "USDT"})


def smart_leverage_order(**fields: Any) -> Row:
    """A row of `earn/advance/order` with the category SmartLeverage: by default one that waits."""
    return build(fields, {**_advanced_order("SmartLeverage"), "investCoin": "USDT"})


def _advanced_order(category: str) -> Row:
    ts = new_ts()
    return {
        "orderId": name_like(),
        "orderLinkId": "",
        "productId": "36320",
        "category": category,
        "orderType": "Stake",
        "amount": "20",
        "status": "Pending",
        "refundStatus": "",
        "duration": "1d",
        "settlementTime": str(ts + 5 * DAY),
        "createdTime": str(ts),
        "accountType": "FUND",
    }


def dual_assets(**fields: Any) -> Row:
    """A row of `earn/advance/position` with the category DualAssets."""
    ts = new_ts()
    values = {
        "positionId": str(new_id()),
        "productId": "36320",
        "category": "DualAssets",
        "baseCoin": "ETH",
        "quoteCoin": "USDT",
        "investCoin": "USDT",
        "amount": "20",
        "apyE8": "902700000",
        "direction": "BuyLow",
        "targetPrice": "2325",
        "settlementTime": str(ts + 5 * DAY),
        "status": "Active",
        "orderId": name_like(),
        "duration": "3d",
        "expectReturnCoin": "USDT",
        "expectReturnAmount": "21.4838",
        "accountType": "UNIFIED",
        "toAccountType": "FUND",
        "yieldStartAt": str(ts),
        "yieldEndAt": str(ts + 5 * DAY),
    }
    return build(fields, values)


def discount_buy(**fields: Any) -> Row:
    """A row of `earn/advance/position` with the category DiscountBuy."""
    ts = new_ts()
    values = {
        "positionId": str(new_id()),
        "productId": "7037",
        "category": "DiscountBuy",
        "coin": "USDT",
        "underlyingAsset": "BTC",
        "amount": "200",
        "purchasePrice": "74019",
        "knockoutPrice": "76050",
        "knockoutCouponE8": "1000000",
        "status": "Active",
        "orderId": name_like(),
        "duration": "1d",
        "settlementTime": str(ts + 5 * DAY),
        "accountType": "FUND",
        "toAccountType": "FUND",
        "settleType": "Base",
        "expectReceiveAt": str(ts + 5 * DAY + 900_000),
    }
    return build(fields, values)


def double_win(**fields: Any) -> Row:
    """A row of `earn/advance/position` with the category DoubleWin."""
    ts = new_ts()
    values = {
        "positionId": str(new_id()),
        "productId": "14084",
        "category": "DoubleWin",
        "investCoin": "USDT",
        "underlyingAsset": "BTC",
        "amount": "150",
        "leverage": "9.3309793178843419",
        "initialPrice": "66445.69",
        "lowerPrice": "66245.69",
        "upperPrice": "66645.69",
        "duration": "1d",
        "settlementTime": str(ts + 5 * DAY),
        "createdTime": str(ts),
        "status": "Active",
        "redeemable": True,
        "accountType": "FUND",
        "orderId": name_like(),
    }
    return build(fields, values)


def smart_leverage(**fields: Any) -> Row:
    """A row of `earn/advance/position` with the category SmartLeverage."""
    ts = new_ts()
    values = {
        "positionId": str(new_id()),
        "productId": "12959",
        "category": "SmartLeverage",
        "investCoin": "USDT",
        "underlyingAsset": "BTC",
        "direction": "Long",
        "leverage": "50",
        "amount": "1000",
        "breakevenPrice": "67367.16",
        "initialPrice": "67243.31",
        "duration": "1d",
        "settlementTime": str(ts + 5 * DAY),
        "createdTime": str(ts),
        "status": "Active",
        "redeemable": False,
        "accountType": "FUND",
        "orderId": name_like(),
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
