"""Rows of structured Earn: dual assets, discount buy, double win and smart leverage."""

from __future__ import annotations

from typing import Any

from readiness.simulator.bybit.rows.trade import name_like
from readiness.simulator.tables.rows import DAY, Row, build, new_id, new_ts


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
