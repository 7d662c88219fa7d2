"""Rows of orders on spot and margin, of algorithms, of converts and of stocks."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import DAY, Row, build, new_id, new_ts


def open_order(**fields: Any) -> Row:
    """A row of `api/v3/openOrders`: by default a limit order to sell ETH.

    The fields of strategies, trailing stops, pegs, smart routing and prevented self-trades
    are only there where they apply.
    """
    ts = new_ts()
    values = {
        "symbol": "ETHUSDT",
        "orderId": new_id(),
        "orderListId": -1,
        "clientOrderId": "web_made_up",
        "price": "4400.00000000",
        "origQty": "0.02000000",
        "executedQty": "0.00000000",
        "origQuoteOrderQty": "0.00000000",
        "cummulativeQuoteQty": "0.00000000",
        "status": "NEW",
        "timeInForce": "GTC",
        "type": "LIMIT",
        "side": "SELL",
        "stopPrice": "0.00000000",
        "icebergQty": "0.00000000",
        "time": ts,
        "updateTime": ts,
        "isWorking": True,
        "workingTime": ts,
        "selfTradePreventionMode": "EXPIRE_MAKER",
    }
    optional = (
        "expiryReason pegOffsetType pegOffsetValue pegPriceType peggedPrice preventedMatchId "
        "preventedQuantity strategyId strategyType trailingDelta trailingTime usedSor workingFloor"
    )
    return build(fields, values, optional)


def order_leg(**fields: Any) -> Row:
    """An entry of `orders` in a list of orders."""
    values = {"symbol": "ETHUSDT", "orderId": new_id(), "clientOrderId": "made_up_leg"}
    return build(fields, values)


def oco_list(*legs: Row, **fields: Any) -> Row:
    """A row of `api/v3/openOrderList`; without legs, two of them."""
    values = {
        "orderListId": new_id(),
        "contingencyType": "OCO",
        "listStatusType": "EXEC_STARTED",
        "listOrderStatus": "EXECUTING",
        "listClientOrderId": "made_up_list",
        "transactionTime": new_ts(),
        "symbol": "ETHUSDT",
        "orders": list(legs) or [order_leg(), order_leg()],
    }
    return build(fields, values)


def margin_order(**fields: Any) -> Row:
    """A row of `sapi/v1/margin/openOrders`: by default of cross margin."""
    ts = new_ts()
    values = {
        "clientOrderId": "made_up_margin",
        "cummulativeQuoteQty": "0.00000000",
        "executedQty": "0.00000000",
        "icebergQty": "0.00000000",
        "isWorking": True,
        "orderId": new_id(),
        "origQty": "0.15000000",
        "price": "780.00000000",
        "side": "SELL",
        "status": "NEW",
        "stopPrice": "0.00000000",
        "symbol": "BNBUSDT",
        "isIsolated": False,
        "time": ts,
        "timeInForce": "GTC",
        "type": "LIMIT",
        "selfTradePreventionMode": "EXPIRE_MAKER",
        "updateTime": ts,
    }
    return build(fields, values)


def margin_oco_list(*legs: Row, **fields: Any) -> Row:
    """A row of `sapi/v1/margin/openOrderList`: by default of cross margin."""
    own = {"isIsolated": fields.pop("isIsolated", False)}
    return oco_list(*legs, **fields) | own


def spot_algo_order(**fields: Any) -> Row:
    """A row of `orders` in `sapi/v1/algo/spot/openOrders`: by default a TWAP at work."""
    values = {
        "algoId": new_id(),
        "symbol": "BTCUSDT",
        "side": "BUY",
        "totalQty": "0.400",
        "executedQty": "0.100",
        "executedAmt": "6100.00000000",
        "avgPrice": "61000.00",
        "clientAlgoId": "made_up_twap",
        "bookTime": new_ts(),
        "endTime": 0,
        "algoStatus": "WORKING",
        "algoType": "TWAP",
        "urgency": "LOW",
    }
    return build(fields, values)


def futures_algo_order(**fields: Any) -> Row:
    """A row of `orders` in `sapi/v1/algo/futures/openOrders`: by default one at work."""
    own = {"positionSide": fields.pop("positionSide", "BOTH")}
    return spot_algo_order(**({"algoType": "VP"} | fields)) | own


def convert_order(**fields: Any) -> Row:
    """A row of `list` in `sapi/v1/convert/limit/queryOpenOrders`."""
    ts = new_ts()
    values = {
        "quoteId": "madeupquote",
        "orderId": new_id(),
        "orderStatus": "PROCESS",
        "fromAsset": "ETH",
        "fromAmount": "0.1",
        "toAsset": "USDT",
        "toAmount": "420",
        "ratio": "4200",
        "inverseRatio": "0.00023809",
        "createTime": ts,
        "expiredTimestamp": ts + 30 * DAY,
    }
    return build(fields, values)


def convert_trade(**fields: Any) -> Row:
    """A row of `list` in `sapi/v1/convert/tradeFlow`: by default not finished."""
    values = {
        "quoteId": "madeupquote",
        "orderId": new_id(),
        "orderStatus": "PROCESS",
        "fromAsset": "USDT",
        "fromAmount": "33",
        "toAsset": "BNB",
        "toAmount": "0.0547",
        "ratio": "0.00165758",
        "inverseRatio": "603.29",
        "createTime": new_ts(),
    }
    return build(fields, values)


def stock_order(**fields: Any) -> Row:
    """A row of `sapi/v1/equity/order/open-orders`: by default a limit order to buy."""
    ts = new_ts()
    values = {
        "orderId": f"made-up-{new_id()}",
        "symbol": "MSFT",
        "quote": "USDC",
        "side": "BUY",
        "orderType": "LIMIT",
        "limitPrice": "395.25",
        "avgFilledPrice": None,
        "qty": "2",
        "notional": None,
        "filledQty": "0",
        "filledTotal": "0",
        "fee": "0",
        "session": "RTH",
        "status": "NEW",
        "createdAt": ts,
        "updatedAt": ts,
    }
    return build(fields, values)


def tokenized_stock(**fields: Any) -> Row:
    """A row of `sapi/v1/equity/tokenized/history`: by default a minting in flight."""
    ts = new_ts()
    values = {
        "underlyingAsset": "MSFT",
        "underlyingAssetAmount": "0.500000000",
        "tokenizedAsset": "MSFTB",
        "tokenizedAssetAmount": "0.500000000",
        "issuerRequestId": f"mint-made-up-{new_id()}",
        "convertType": "MINT",
        "status": "P",
        "createdAt": ts,
        "updatedAt": ts,
    }
    return build(fields, values)
