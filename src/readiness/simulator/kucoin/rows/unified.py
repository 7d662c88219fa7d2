"""Orders and positions of the unified account."""

from __future__ import annotations

from typing import Any

from readiness.simulator.kucoin.rows.build import Row, build, hex_id, long_id, new_id, new_ts

_TRIGGERS = """
    stp triggerDirection triggerPrice triggerPriceType tpTriggerPrice tpTriggerPriceType
    slTriggerPrice slTriggerPriceType triggerOrderId cancelReason
"""


def unified_order(**overrides: Any) -> Row:
    """Return an open order; one with a `triggerPrice` waits for it and is listed apart."""
    values = {
        "orderId": long_id(),
        "symbol": "XBTUSDTM",
        "orderType": "LIMIT",
        "side": "BUY",
        "size": "10",
        "price": "30",
        "timeInForce": "GTC",
        "orderTime": new_ts() * 1_000_000,
        "cancelAfter": None,
        "postOnly": False,
        "reduceOnly": False,
        "filledSize": "0",
        "avgPrice": "0",
        "fee": "0",
        "feeCurrency": "USDT",
        "tax": "0",
        "updatedTime": new_ts() * 1_000_000,
        "cancelSize": "0",
        "clientOid": hex_id(),
        "sizeUnit": "UNIT",
        "status": 2,
    }
    return build(overrides, values, _TRIGGERS)


def unified_position(**overrides: Any) -> Row:
    """Return a position."""
    values = {
        "symbol": "XBTUSDTM",
        "id": long_id(),
        "marginMode": "CROSS",
        "size": "1",
        "entryPrice": "90476.2",
        "positionValue": "90.47466",
        "markPrice": "90474.66",
        "leverage": "48",
        "unrealizedPnL": "-0.00154",
        "realizedPnL": "-0.05428572",
        "initialMargin": "1.88488875",
        "mmr": "0.004",
        "maintenanceMargin": "0.36189864",
        "creationTime": new_ts() * 1_000_000,
    }
    return build(overrides, values)


def unified_ledger(**overrides: Any) -> Row:
    """Return a movement on the unified account; its time is in nanoseconds."""
    at = new_ts()
    values = {
        "accountType": "UNIFIED",
        "id": str(new_id()),
        "currency": "USDT",
        "direction": "IN",
        "businessType": "FUNDING_FEE",
        "amount": "0.00262242",
        "balance": "378.12022481",
        "fee": "0",
        "tax": "0",
        "remark": "",
        "ts": at * 1_000_000,
        "_ms": at,
    }
    return build(overrides, values)
