"""Rows of European options."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import DAY, Row, build, new_id, new_ts


def option_asset(**fields: Any) -> Row:
    """An entry of `asset` in `eapi/v1/marginAccount`."""
    values = {
        "asset": "USDT",
        "marginBalance": "64.2",
        "equity": "64.2",
        "available": "64.2",
        "initialMargin": "0",
        "maintMargin": "0",
        "unrealizedPNL": "0",
        "adjustedEquity": "64.2",
    }
    return build(fields, values)


def option_greek(**fields: Any) -> Row:
    """An entry of `greek` in `eapi/v1/marginAccount`."""
    values = {
        "underlying": "ETHUSDT",
        "delta": "-0.02",
        "gamma": "-0.001",
        "theta": "0.4",
        "vega": "-0.3",
    }
    return build(fields, values)


def option_account(*assets: Row, **fields: Any) -> Row:
    """The answer of `eapi/v1/marginAccount`; without assets, one of them."""
    values = {
        "asset": list(assets) or [option_asset()],
        "greek": [option_greek()],
        "time": new_ts(),
        "canTrade": True,
        "canDeposit": True,
        "canWithdraw": True,
        "reduceOnly": False,
        "tradeGroupId": -1,
    }
    return build(fields, values)


def option_position(**fields: Any) -> Row:
    """A row of `eapi/v1/position`: by default a written call, which has a negative quantity."""
    ts = new_ts()
    values = {
        "entryPrice": "120",
        "symbol": "ETH-271231-4000-C",
        "side": "SHORT",
        "quantity": "-0.2",
        "markValue": "-25.6",
        "unrealizedPNL": "-1.6",
        "markPrice": "128",
        "strikePrice": "4000",
        "expiryDate": ts + 60 * DAY,
        "priceScale": 2,
        "quantityScale": 2,
        "optionSide": "CALL",
        "quoteAsset": "USDT",
        "time": ts,
        "bidQuantity": "0.0000",
        "askQuantity": "0.0000",
    }
    return build(fields, values)


def option_order(**fields: Any) -> Row:
    """A row of `eapi/v1/openOrders`: by default a limit order to buy."""
    ts = new_ts()
    values = {
        "orderId": new_id(),
        "symbol": "ETH-271231-4000-C",
        "price": "90",
        "quantity": "0.3",
        "executedQty": "0",
        "side": "BUY",
        "type": "LIMIT",
        "timeInForce": "GTC",
        "reduceOnly": False,
        "createTime": ts,
        "updateTime": ts,
        "status": "NEW",
        "avgPrice": "0",
        "clientOrderId": "made_up_option",
        "priceScale": 2,
        "quantityScale": 2,
        "optionSide": "CALL",
        "quoteAsset": "USDT",
        "mmp": False,
        "selfTradePreventionMode": "EXPIRE_MAKER",
    }
    return build(fields, values)
