"""Rows of orders and loan records of portfolio margin."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import Row, build, new_id, new_ts


def pm_um_order(**fields: Any) -> Row:
    """A row of `papi/v1/um/openOrders`: by default a limit order to buy."""
    ts = new_ts()
    values = {
        "avgPrice": "0.00000",
        "clientOrderId": "made_up_pm_um",
        "cumQuote": "0",
        "executedQty": "0",
        "orderId": new_id(),
        "origQty": "0.20",
        "origType": "LIMIT",
        "price": "500",
        "reduceOnly": False,
        "side": "BUY",
        "positionSide": "BOTH",
        "status": "NEW",
        "symbol": "BNBUSDT",
        "time": ts,
        "timeInForce": "GTC",
        "type": "LIMIT",
        "updateTime": ts,
        "selfTradePreventionMode": "NONE",
        "goodTillDate": 0,
        "priceMatch": "NONE",
    }
    return build(fields, values)


def pm_cm_order(**fields: Any) -> Row:
    """A row of `papi/v1/cm/openOrders`: by default a limit order to sell."""
    ts = new_ts()
    values = {
        "avgPrice": "0.0",
        "clientOrderId": "made_up_pm_cm",
        "cumBase": "0",
        "executedQty": "0",
        "orderId": new_id(),
        "origQty": "3",
        "origType": "LIMIT",
        "price": "720",
        "reduceOnly": False,
        "side": "SELL",
        "positionSide": "BOTH",
        "status": "NEW",
        "symbol": "BNBUSD_PERP",
        "pair": "BNBUSD",
        "time": ts,
        "timeInForce": "GTC",
        "type": "LIMIT",
        "updateTime": ts,
    }
    return build(fields, values)


def pm_um_algo_order(**fields: Any) -> Row:
    """A row of `papi/v1/um/algo/openAlgoOrders`: by default a stop."""
    ts = new_ts()
    values = {
        "algoId": new_id(),
        "clientAlgoId": "made_up_pm_stop",
        "algoType": "CONDITIONAL",
        "orderType": "STOP",
        "symbol": "BNBUSDT",
        "side": "SELL",
        "positionSide": "BOTH",
        "timeInForce": "GTC",
        "quantity": "0.10",
        "algoStatus": "NEW",
        "triggerPrice": "520.00",
        "price": "519.00",
        "selfTradePreventionMode": "NONE",
        "workingType": "CONTRACT_PRICE",
        "priceMatch": "NONE",
        "closePosition": False,
        "priceProtect": False,
        "reduceOnly": True,
        "createTime": ts,
        "updateTime": ts,
        "triggerTime": 0,
        "goodTillDate": 0,
    }
    return build(fields, values)


def pm_um_conditional_order(**fields: Any) -> Row:
    """A row of `papi/v1/um/conditional/openOrders`: by default a stop.

    Only trailing stops have `activatePrice` and `priceRate`.
    """
    own = {"selfTradePreventionMode": "NONE", "goodTillDate": 0, "priceMatch": "NONE"}
    return build(fields, _conditional("BNBUSDT", "0.10") | own, _TRAILING)


def pm_cm_conditional_order(**fields: Any) -> Row:
    """A row of `papi/v1/cm/conditional/openOrders`: by default a stop."""
    return build(fields, _conditional("BNBUSD_PERP", "3"), _TRAILING)


_TRAILING = "activatePrice priceRate"


def _conditional(symbol: str, quantity: str) -> Row:
    ts = new_ts()
    return {
        "newClientStrategyId": "made_up_strategy",
        "strategyId": new_id(),
        "strategyStatus": "NEW",
        "strategyType": "STOP_MARKET",
        "origQty": quantity,
        "price": "0",
        "reduceOnly": True,
        "side": "SELL",
        "positionSide": "BOTH",
        "stopPrice": "520",
        "symbol": symbol,
        "bookTime": ts,
        "updateTime": ts,
        "timeInForce": "GTC",
    }


def pm_margin_order(**fields: Any) -> Row:
    """A row of `papi/v1/margin/openOrders`: by default a limit order to sell."""
    ts = new_ts()
    values = {
        "clientOrderId": "made_up_pm_margin",
        "cummulativeQuoteQty": "0.00000000",
        "executedQty": "0.00000000",
        "icebergQty": "0.00000000",
        "isWorking": True,
        "orderId": new_id(),
        "origQty": "0.20000000",
        "price": "810.00000000",
        "side": "SELL",
        "status": "NEW",
        "stopPrice": "0.00000000",
        "symbol": "BNBUSDT",
        "time": ts,
        "timeInForce": "GTC",
        "type": "LIMIT",
        "updateTime": ts,
        "accountId": new_id(),
        "selfTradePreventionMode": "EXPIRE_MAKER",
        "preventedMatchId": None,
        "preventedQuantity": None,
    }
    return build(fields, values)


def pm_loan(**fields: Any) -> Row:
    """A row of `rows` in `papi/v1/margin/marginLoan`: by default not yet confirmed."""
    values = {
        "txId": new_id(),
        "asset": "USDT",
        "principal": "14.5",
        "timestamp": new_ts(),
        "status": "PENDING",
    }
    return build(fields, values)
