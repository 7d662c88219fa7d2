"""Rows of orders, strategies, spreads, block trades and positions."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from readiness.simulator.tables.rows import Row, build, new_id, new_ts

_FUTURES_ONLY = {
    "positionIdx": 0,
    "tpslMode": "Full",
    "lastPriceOnCreated": "3000",
}
_SPOT_ONLY = "marketUnit basePrice ocoTriggerBy"


def name_like() -> str:
    """Return a new id of the kind that looks like a name."""
    return str(uuid5(NAMESPACE_URL, f"made-up:{new_id()}"))


def order(**fields: Any) -> Row:
    """A row of `order/realtime`: by default a limit order on a contract settled in USDT."""
    ts = new_ts()
    values = {
        "orderId": name_like(),
        "symbol": "ETHUSDT",
        "price": "1600.00",
        "qty": "0.10",
        "side": "Buy",
        "orderStatus": "New",
        "cancelType": "UNKNOWN",
        "rejectReason": "EC_NoError",
        "avgPrice": "0",
        "leavesQty": "0.10",
        "leavesValue": "160",
        "cumExecQty": "0.00",
        "cumExecValue": "0",
        "cumExecFee": "0",
        "timeInForce": "GTC",
        "orderType": "Limit",
        "stopOrderType": "UNKNOWN",
        "triggerPrice": "0.00",
        "takeProfit": "0",
        "stopLoss": "0",
        "tpTriggerBy": "UNKNOWN",
        "slTriggerBy": "UNKNOWN",
        "triggerDirection": 0,
        "triggerBy": "UNKNOWN",
        "reduceOnly": False,
        "closeOnTrigger": False,
        "smpType": "None",
        "smpGroup": 0,
        "createdTime": str(ts),
        "updatedTime": str(ts),
        "cumFeeDetail": {},
        **_FUTURES_ONLY,
    }
    return build(
        fields,
        values,
        "orderLinkId blockTradeId isLeverage orderIv tpLimitPrice slLimitPrice placeType "
        "smpOrderId",
        f"parentOrderLinkId createType _filter {_SPOT_ONLY}",
    )


def spot_order(**fields: Any) -> Row:
    """A row of `order/realtime` with the category spot."""
    usual = {"symbol": "BTCUSDT", "price": "20000", "qty": "0.001", "leavesQty": "0.001"}
    row = order(**{**usual, "isLeverage": "0", "basePrice": "60000", **fields})
    return {name: value for name, value in row.items() if name not in ("tpslMode", "createType")}


def spread_order(**fields: Any) -> Row:
    """A row of `spread/order/realtime`."""
    ts = new_ts()
    values = {
        "symbol": "SOLUSDT_SOL/USDT",
        "orderType": "Limit",
        "updatedTime": str(ts),
        "side": "Buy",
        "orderId": name_like(),
        "leavesQty": "0.1",
        "orderStatus": "New",
        "cumExecQty": "0",
        "price": "-4",
        "qty": "0.1",
        "createdTime": str(ts),
        "timeInForce": "PostOnly",
        "baseCoin": "SOL",
    }
    return build(fields, values, "orderLinkId")


def strategy(**fields: Any) -> Row:
    """A row of `strategy/list`: by default one that runs (status 2)."""
    ts = str(new_ts())
    values = {
        "strategyId": name_like(),
        "category": "UTA_USDT",
        "symbol": "BTCUSDT",
        "side": "Buy",
        "size": "0.05",
        "duration": 1560,
        "status": 2,
        "executedDuration": 60,
        "executedSize": "0.001",
        "executedAvgPrice": "60000",
        "executedStartTimeE3": ts,
        "executedEndTimeE3": "0",
        "createdTimeE3": ts,
        "updatedTimeE3": ts,
        "isRandom": False,
        "reduceOnly": False,
        "terminateType": 0,
        "triggerCount": "1",
        "tradingCount": "0",
        "realizedPnl": "0",
        "strategyType": "twap",
        "chasePrice": "Bid1",
        "chasePercentE4": "0",
        "chaseDistance": "0",
        "arbitrageOrders": [],
        "strategyPrefer": "quickExecution",
        "isRebalance": False,
        "interval": 60,
        "leverageType": 0,
        "postOnly": 0,
        "triggerPrice": "0",
        "isTriggered": False,
        "orderType": "UNKNOWN",
    }
    return build(
        fields,
        values,
        "limitPrice terminateRemark strategyName maxChasePrice chaseOrderPrice strategyTp "
        "strategySl orderPriceOffset positionValue filledPositionValue",
        "mode participationRate referenceWindow depthReference",
    )


def rfq(**fields: Any) -> Row:
    """A row of `rfq/rfq-realtime`: by default one that others have asked this account."""
    ts = new_ts()
    values = {
        "rfqId": str(new_id()),
        "counterparties": ["madeupdesk"],
        "strategyType": "custom",
        "expiresAt": str(ts + 600_000),
        "status": "Active",
        "acceptOtherQuoteStatus": "false",
        "deskCode": "madeup",
        "createdAt": str(ts),
        "updatedAt": str(ts),
        "legs": [{"category": "linear", "symbol": "BTCUSDT", "side": "Buy", "qty": "1"}],
        "_trader": "quote",
    }
    return build(fields, values, "rfqLinkId")


def quote(**fields: Any) -> Row:
    """A row of `rfq/quote-realtime`: by default one that this account has given."""
    ts = new_ts()
    leg = {"category": "linear", "symbol": "BTCUSDT", "price": "60000", "qty": "0.5"}
    values = {
        "rfqId": str(new_id()),
        "quoteId": str(new_id()),
        "expiresAt": str(ts + 60_000),
        "status": "Active",
        "deskCode": "madeup",
        "quoteBuyList": [dict(leg)],
        "quoteSellList": [dict(leg)],
        "createdAt": str(ts),
        "updatedAt": str(ts),
        "_trader": "quote",
    }
    return build(fields, values, "rfqLinkId quoteLinkId execQuoteSide")


def position(**fields: Any) -> Row:
    """A row of `position/list`: by default a short one on a contract settled in USDT."""
    ts = new_ts()
    values = {
        "positionIdx": 0,
        "riskId": 1,
        "riskLimitValue": "150",
        "symbol": "ETHUSDT",
        "side": "Sell",
        "size": "0.01",
        "avgPrice": "2950",
        "positionValue": "29.5",
        "tradeMode": 0,
        "positionStatus": "Normal",
        "autoAddMargin": 0,
        "adlRankIndicator": 2,
        "leverage": "10",
        "breakEvenPrice": "2948",
        "positionBalance": "0",
        "markPrice": "3000",
        "positionMM": "0.15",
        "positionMMByMp": "0.15",
        "positionIM": "3",
        "positionIMByMp": "3",
        "tpslMode": "Full",
        "takeProfit": "0.00",
        "stopLoss": "0.00",
        "trailingStop": "0.00",
        "unrealisedPnl": "-0.5",
        "curRealisedPnl": "-0.01",
        "cumRealisedPnl": "-0.01",
        "seq": new_id(),
        "isReduceOnly": False,
        "createdTime": str(ts),
        "updatedTime": str(ts),
    }
    return build(
        fields,
        values,
        "liqPrice bustPrice mmrSysUpdateTime leverageSysUpdatedTime sessionAvgPrice",
        "delta gamma vega theta openTime",
    )


def inverse_position(**fields: Any) -> Row:
    """A row of `position/list` with the category inverse."""
    return position(**{"symbol": "BTCUSD", "size": "300", "positionValue": "0.005", **fields})


def option_position(**fields: Any) -> Row:
    """A row of `position/list` with the category option."""
    usual = {"symbol": "BTC-31DEC27-60000-C", "size": "0.01", "cumRealisedPnl": ""}
    return position(**{**usual, "delta": "0.5", "gamma": "0", "vega": "1", "theta": "-1", **fields})
