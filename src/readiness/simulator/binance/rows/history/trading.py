"""Rows of orders and trades that are over, on spot and on margin."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.simulator.binance.rows import orders
from readiness.simulator.binance.rows.build import Row, new_id, new_ts
from readiness.simulator.binance.rows.history.kind import Factory, finished, kind


def _trade() -> Row:
    return {
        "symbol": "ETHUSDT",
        "id": new_id(),
        "orderId": new_id(),
        "price": "3050.00000000",
        "qty": "0.02000000",
        "commission": "0.06100000",
        "commissionAsset": "USDT",
        "time": new_ts(),
        "isBuyer": False,
        "isMaker": True,
        "isBestMatch": True,
    }


def _spot_trade() -> Row:
    return {**_trade(), "orderListId": -1, "quoteQty": "61.00000000"}


def _allocation() -> Row:
    return {
        "symbol": "BTCUSDT",
        "allocationId": new_id(),
        "allocationType": "SOR",
        "orderId": new_id(),
        "orderListId": -1,
        "price": "61000.00000000",
        "qty": "0.00100000",
        "quoteQty": "61.00000000",
        "commission": "0.00000000",
        "commissionAsset": "BTC",
        "time": new_ts(),
        "isBuyer": True,
        "isMaker": False,
        "isAllocator": False,
    }


_ENDED = {"status": "FILLED", "executedQty": "0.02000000", "isWorking": False}
_LIST_ENDED = {"listStatusType": "ALL_DONE", "listOrderStatus": "ALL_DONE"}

TRADING: Mapping[str, Factory] = {
    "api/v3/allOrders": finished(orders.open_order, **_ENDED),
    "api/v3/myTrades": kind(_spot_trade),
    "api/v3/allOrderList": finished(orders.oco_list, **_LIST_ENDED),
    "api/v3/myAllocations": kind(_allocation),
    "sapi/v1/margin/allOrders": finished(orders.margin_order, **_ENDED),
    "sapi/v1/margin/myTrades": kind(lambda: {**_trade(), "symbol": "BNBUSDT", "isIsolated": False}),
    "sapi/v1/margin/allOrderList": finished(orders.margin_oco_list, **_LIST_ENDED),
}
"""By path without the leading slash, here and in the other families."""
