"""Futures: orders and positions. Their numbers are JSON numbers, most of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.kucoin.rows.build import Row, build, hex_id, long_id, new_ts


def futures_order(**overrides: Any) -> Row:
    """Return an open futures order; `status` tells whether it is."""
    values = {
        "id": long_id(),
        "symbol": "PEOPLEUSDTM",
        "type": "limit",
        "side": "buy",
        "price": "0.05",
        "size": 10,
        "value": "5",
        "dealValue": "0",
        "dealSize": 0,
        "stp": "",
        "stop": "",
        "stopPriceType": "",
        "stopTriggered": False,
        "stopPrice": None,
        "timeInForce": "GTC",
        "postOnly": False,
        "hidden": False,
        "iceberg": False,
        "leverage": "1",
        "forceHold": False,
        "closeOrder": False,
        "visibleSize": 0,
        "clientOid": hex_id(),
        "remark": None,
        "tags": "",
        "isActive": True,
        "cancelExist": False,
        "createdAt": new_ts(),
        "updatedAt": new_ts(),
        "endAt": None,
        "orderTime": new_ts() * 1_000_000,
        "settleCurrency": "USDT",
        "marginMode": "ISOLATED",
        "avgDealPrice": "0",
        "filledSize": 0,
        "filledValue": "0",
        "status": "open",
        "reduceOnly": False,
    }
    return build(overrides, values)


def futures_stop_order(**overrides: Any) -> Row:
    """Return an untriggered futures stop order."""
    stop = {"stop": "down", "stopPriceType": "TP", "stopPrice": "0.04"}
    return build(overrides, {**futures_order(), **stop})


def position(**overrides: Any) -> Row:
    """Return a cross margin position of one contract."""
    values = {
        "id": long_id(),
        "symbol": "ETHUSDM",
        "crossMode": True,
        "delevPercentage": Decimal("0.71"),
        "openingTimestamp": new_ts(),
        "currentTimestamp": new_ts(),
        "currentQty": 1,
        "currentCost": Decimal("-0.0004069805"),
        "currentComm": Decimal("0.0000002441"),
        "unrealisedCost": Decimal("-0.0004069805"),
        "realisedGrossCost": Decimal("0.0"),
        "realisedCost": Decimal("0.0000002441"),
        "isOpen": True,
        "markPrice": Decimal("2454.12"),
        "markValue": Decimal("-0.000407478"),
        "posCost": Decimal("-0.0004069805"),
        "posInit": Decimal("0.0000406981"),
        "posMargin": Decimal("0.0000407478"),
        "realisedGrossPnl": Decimal("0.0"),
        "realisedPnl": Decimal("-0.0000002441"),
        "unrealisedPnl": Decimal("-0.0000004975"),
        "unrealisedPnlPcnt": Decimal("-0.0012"),
        "unrealisedRoePcnt": Decimal("-0.0122"),
        "avgEntryPrice": Decimal("2457.12"),
        "liquidationPrice": Decimal("1429.96"),
        "bankruptPrice": Decimal("1414.96"),
        "settleCurrency": "ETH",
        "isInverse": True,
        "marginMode": "CROSS",
        "positionSide": "BOTH",
        "leverage": 10,
    }
    isolated = """
        autoDeposit maintMarginReq riskLimit realLeverage posCross posCrossMargin posComm
        posCommCommon posLoss posFunding posMaint maintMargin maintainMargin
    """
    return build(overrides, values, optional=isolated)
