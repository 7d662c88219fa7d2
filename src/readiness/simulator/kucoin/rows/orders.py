"""Orders on spot and margin, of both engines, and limit orders of Convert."""

from __future__ import annotations

from typing import Any

from readiness.simulator.kucoin.rows.build import Row, build, hex_id, new_ts

_LIMITS = {
    "stp": None,
    "timeInForce": "GTC",
    "postOnly": False,
    "hidden": False,
    "iceberg": False,
}


def order(**overrides: Any) -> Row:
    """Return an order of the old engine; `isActive` tells whether it is open."""
    values = {
        "id": hex_id(),
        "symbol": "BTC-USDT",
        "opType": "DEAL",
        "type": "limit",
        "side": "buy",
        "price": "50000",
        "size": "0.00001",
        "funds": "0",
        "dealFunds": "0",
        "dealSize": "0",
        "fee": "0",
        "feeCurrency": "USDT",
        **_LIMITS,
        "stp": "",
        "stop": "",
        "stopTriggered": False,
        "stopPrice": "0",
        "visibleSize": "0",
        "cancelAfter": 0,
        "channel": "API",
        "clientOid": hex_id(),
        "remark": "",
        "tags": None,
        "isActive": True,
        "cancelExist": False,
        "createdAt": new_ts(),
        "tradeType": "TRADE",
    }
    return build(overrides, values, optional="tax taxRate taxCurrency")


def hf_order(**overrides: Any) -> Row:
    """Return an open order of the high-frequency engine."""
    values = {
        "id": hex_id(),
        "clientOid": hex_id(),
        "symbol": "BTC-USDT",
        "opType": "DEAL",
        "type": "limit",
        "side": "buy",
        "price": "50000",
        "size": "0.00001",
        "funds": "0.5",
        "dealSize": "0",
        "dealFunds": "0",
        "fee": "0",
        "feeCurrency": "USDT",
        **_LIMITS,
        "visibleSize": "0",
        "cancelAfter": 0,
        "channel": "API",
        "remark": None,
        "tags": None,
        "cancelExist": False,
        "tradeType": "TRADE",
        "inOrderBook": True,
        "cancelledSize": "0",
        "cancelledFunds": "0",
        "remainSize": "0.00001",
        "remainFunds": "0.5",
        "tax": "0",
        "active": True,
        "createdAt": new_ts(),
        "lastUpdatedAt": new_ts(),
    }
    return build(overrides, values)


def hf_margin_order(**overrides: Any) -> Row:
    """Return an open margin order of the high-frequency engine; `tradeType` tells which margin."""
    more = {"stop": None, "stopTriggered": False, "stopPrice": "0"}
    usual = {**hf_order(), **more, "tradeType": "MARGIN_TRADE"}
    return build(overrides, usual)


def stop_order(**overrides: Any) -> Row:
    """Return an untriggered stop order of spot, or of either margin as `tradeType` tells."""
    values = {
        "id": f"vs{hex_id()}",
        "symbol": "BTC-USDT",
        "userId": hex_id(),
        "status": "NEW",
        "type": "limit",
        "side": "buy",
        "price": "50000.00000000000000000000",
        "size": "0.00001000000000000000",
        "funds": None,
        **_LIMITS,
        "cancelAfter": -1,
        "visibleSize": None,
        "channel": "API",
        "clientOid": hex_id(),
        "remark": "",
        "tags": None,
        "relatedNo": None,
        "orderTime": new_ts() * 1_000_000,
        "domainId": "kucoin",
        "tradeSource": "USER",
        "tradeType": "TRADE",
        "feeCurrency": "USDT",
        "takerFeeRate": "0.00100000000000000000",
        "makerFeeRate": "0.00100000000000000000",
        "createdAt": new_ts(),
        "stop": "loss",
        "stopTriggerTime": None,
        "stopPrice": "60000.00000000000000000000",
        "limitPrice": None,
        "pop": None,
        "activateCondition": None,
    }
    return build(overrides, values)


def hf_margin_stop_order(**overrides: Any) -> Row:
    """Return an untriggered stop order of the high-frequency margin engine."""
    return build(overrides, {**stop_order(), "tradeType": "MARGIN_TRADE"})


def oco_order(**overrides: Any) -> Row:
    """Return an order of which one half cancels the other."""
    values = {
        "orderId": hex_id(),
        "symbol": "BTC-USDT",
        "clientOid": hex_id(),
        "orderTime": new_ts(),
        "status": "NEW",
    }
    return build(overrides, values, optional="tradeType")


def hf_margin_oco_order(**overrides: Any) -> Row:
    """Return the same of the high-frequency margin engine."""
    return oco_order(**{"tradeType": "MARGIN_TRADE", **overrides})


def convert_order(**overrides: Any) -> Row:
    """Return a limit order of Convert that waits for its price."""
    values = {
        "clientOrderId": hex_id(),
        "orderId": hex_id(),
        "price": "0.00001",
        "fromCurrency": "USDT",
        "toCurrency": "BTC",
        "fromCurrencySize": "50",
        "toCurrencySize": "0.0005",
        "accountType": "BOTH",
        "orderTime": new_ts(),
        "expiryTime": new_ts(),
        "cancelTime": None,
        "filledTime": None,
        "cancelType": None,
        "status": "OPEN",
    }
    return build(overrides, values)
