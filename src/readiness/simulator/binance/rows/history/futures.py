"""Rows of what futures and options have traded, earned and cost."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.simulator.binance.rows import coinm, options, usdm
from readiness.simulator.binance.rows.build import Row, new_id, new_ts
from readiness.simulator.binance.rows.history.kind import Factory, finished, kind


def um_trade() -> Row:
    """A trade of USDⓈ-M futures."""
    return {
        "symbol": "ETHUSDT",
        "id": new_id(),
        "orderId": new_id(),
        "side": "SELL",
        "price": "3050.00",
        "qty": "0.010",
        "realizedPnl": "1.20000000",
        "quoteQty": "30.50000000",
        "commission": "0.01220000",
        "commissionAsset": "USDT",
        "time": new_ts(),
        "buyer": False,
        "maker": False,
        "positionSide": "BOTH",
    }


def cm_trade() -> Row:
    """A trade of COIN-M futures."""
    return {
        "symbol": "ETHUSD_PERP",
        "id": new_id(),
        "orderId": new_id(),
        "pair": "ETHUSD",
        "side": "SELL",
        "price": "3050.00",
        "qty": "1",
        "realizedPnl": "0.00010000",
        "marginAsset": "ETH",
        "baseQty": "0.00327868",
        "commission": "0.00000164",
        "commissionAsset": "ETH",
        "time": new_ts(),
        "positionSide": "BOTH",
        "buyer": False,
        "maker": False,
    }


def um_income() -> Row:
    """A line of the ledger of USDⓈ-M futures."""
    return {
        "symbol": "ETHUSDT",
        "incomeType": "FUNDING_FEE",
        "income": "-0.01200000",
        "asset": "USDT",
        "info": "FUNDING_FEE",
        "time": new_ts(),
        "tranId": new_id(),
        "tradeId": "",
    }


def cm_income() -> Row:
    """A line of the ledger of COIN-M futures; the number is text here."""
    return {**um_income(), "symbol": "ETHUSD_PERP", "asset": "ETH", "tranId": str(new_id())}


def _option_trade() -> Row:
    return {
        "id": new_id(),
        "tradeId": new_id(),
        "orderId": new_id(),
        "symbol": "ETH-271231-4000-C",
        "price": "90",
        "quantity": "0.3",
        "fee": "0.02",
        "realizedProfit": "0.00000000",
        "side": "BUY",
        "type": "LIMIT",
        "volatility": "0.6",
        "liquidity": "TAKER",
        "quoteAsset": "USDT",
        "time": new_ts(),
        "priceScale": 2,
        "quantityScale": 2,
        "optionSide": "CALL",
    }


def _bill() -> Row:
    return {
        "id": new_id(),
        "asset": "USDT",
        "amount": "-0.552",
        "type": "FEE",
        "createDate": new_ts(),
    }


def _exercised() -> Row:
    return {
        "id": str(new_id()),
        "currency": "USDT",
        "symbol": "ETH-260327-3000-C",
        "exercisePrice": "3050.00000000",
        "quantity": "1.00000000",
        "amount": "50.00000000",
        "fee": "0.40000000",
        "createDate": new_ts(),
        "priceScale": 2,
        "quantityScale": 2,
        "optionSide": "CALL",
        "positionSide": "LONG",
        "quoteAsset": "USDT",
    }


FILLED = {"status": "FILLED"}
TRIGGERED = {"algoStatus": "FINISHED"}
CLOSED = {"status": "FILLED", "type": "LIMIT", "clientOrderId": "autoclose-made-up"}

FUTURES: Mapping[str, Factory] = {
    "fapi/v1/allOrders": finished(usdm.um_order, **FILLED),
    "fapi/v1/allAlgoOrders": finished(usdm.um_algo_order, **TRIGGERED),
    "fapi/v1/userTrades": kind(um_trade),
    "fapi/v1/income": kind(um_income),
    "fapi/v1/forceOrders": finished(usdm.um_order, **CLOSED),
    "dapi/v1/allOrders": finished(coinm.cm_order, **FILLED),
    "dapi/v1/userTrades": kind(cm_trade),
    "dapi/v1/income": kind(cm_income),
    "dapi/v1/forceOrders": finished(coinm.cm_order, **CLOSED),
    "eapi/v1/historyOrders": finished(options.option_order, **FILLED),
    "eapi/v1/userTrades": kind(_option_trade),
    "eapi/v1/bill": kind(_bill),
    "eapi/v1/exerciseRecord": kind(_exercised, "markPrice"),
}
