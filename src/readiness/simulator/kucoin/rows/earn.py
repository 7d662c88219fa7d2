"""Earn: holdings, structured products, lending to margin traders, institutional loans."""

from __future__ import annotations

from typing import Any

from readiness.simulator.kucoin.rows.build import DAY, Row, build, hex_id, new_id, new_ts


def earn_holding(**overrides: Any) -> Row:
    """Return what is held in one product of Earn."""
    values = {
        "orderId": str(new_id()),
        "productId": "2611",
        "productCategory": "KCS_STAKING",
        "productType": "DEMAND",
        "currency": "KCS",
        "incomeCurrency": "KCS",
        "returnRate": "0.03471727",
        "holdAmount": "1",
        "redeemedAmount": "0",
        "redeemingAmount": "0",
        "lockStartTime": new_ts(),
        "lockEndTime": None,
        "purchaseTime": new_ts(),
        "redeemPeriod": 3,
        "status": "LOCKED",
        "earlyRedeemSupported": 0,
    }
    return build(overrides, values)


def structured_order(**overrides: Any) -> Row:
    """Return an order of a structured product that has not settled."""
    values = {
        "category": "DUAL_CLASSIC",
        "side": "CALL",
        "duration": "7",
        "apr": "0.12",
        "investCurrency": "USDT",
        "strikeCurrency": "BTC",
        "investAmount": "10",
        "settleAmount": "0",
        "settleCurrency": None,
        "targetPrice": "55000",
        "settlePrice": "0",
        "expirationTime": new_ts() + 7 * DAY,
        "orderId": hex_id(),
        "status": "PENDING",
    }
    return build(overrides, values)


def lending_order(**overrides: Any) -> Row:
    """Return a subscription to lending; one that is done still earns until it is redeemed."""
    values = {
        "currency": "BTC",
        "purchaseOrderNo": hex_id(),
        "purchaseSize": "0.001",
        "matchSize": "0",
        "interestRate": "0.1",
        "incomeSize": "0",
        "applyTime": new_ts(),
        "status": "PENDING",
    }
    return build(overrides, values)


def lending_redemption(**overrides: Any) -> Row:
    """Return a redemption of lending that is under way."""
    values = {
        "currency": "BTC",
        "purchaseOrderNo": hex_id(),
        "redeemOrderNo": hex_id(),
        "redeemSize": "0.001",
        "receiptSize": "0",
        "applyTime": None,
        "status": "PENDING",
    }
    return build(overrides, values)


def otc_order(**overrides: Any) -> Row:
    """Return one loan of an institutional borrower."""
    values = {"orderId": hex_id(), "principal": "100", "interest": "0", "currency": "USDT"}
    return build(overrides, values)


def otc_margin(**overrides: Any) -> Row:
    """Return one coin that secures institutional loans."""
    values = {"marginCcy": "USDT", "marginQty": "1000.00000000", "marginFactor": "0.9000000000"}
    return build(overrides, values)


def otc_loan(*orders: Row, **overrides: Any) -> Row:
    """Return the loans of an institutional borrower and what secures them."""
    values = {
        "parentUid": "1260004199",
        "orders": list(orders or (otc_order(),)),
        "ltv": {
            "transferLtv": "0.6000",
            "onlyClosePosLtv": "0.7500",
            "delayedLiquidationLtv": "0.7500",
            "instantLiquidationLtv": "0.8000",
            "currentLtv": "0.1111",
        },
        "totalMarginAmount": "900.00000000",
        "transferMarginAmount": "166.66666666",
        "margins": [otc_margin()],
    }
    return build(overrides, values)


def otc_account(**overrides: Any) -> Row:
    """Return an account that secures institutional loans."""
    values = {
        "uid": "1260004199",
        "marginCcy": "USDT",
        "marginQty": "900",
        "marginFactor": "0.9000000000",
        "accountType": "TRADE",
        "isParent": True,
    }
    return build(overrides, values)
