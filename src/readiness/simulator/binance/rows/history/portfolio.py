"""Rows of what portfolio margin has traded, earned and cost."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.simulator.binance.rows import orders, portfolio_orders
from readiness.simulator.binance.rows.build import Row, new_id, new_ts
from readiness.simulator.binance.rows.history import futures
from readiness.simulator.binance.rows.history.kind import Factory, finished, kind


def _margin_trade() -> Row:
    return {
        "symbol": "BNBUSDT",
        "id": new_id(),
        "orderId": new_id(),
        "price": "600.00000000",
        "qty": "0.10000000",
        "commission": "0.00010000",
        "commissionAsset": "BNB",
        "time": new_ts(),
        "isBuyer": True,
        "isMaker": False,
        "isBestMatch": True,
    }


def _interest() -> Row:
    return {
        "txId": new_id(),
        "interestAccuredTime": new_ts(),
        "asset": "USDT",
        "rawAsset": "USDT",
        "principal": "45.30000000",
        "interest": "0.00025000",
        "interestRate": "0.00013000",
        "type": "PERIODIC",
    }


def _repaid() -> Row:
    return {
        "amount": "14.00000000",
        "asset": "USDT",
        "interest": "0.01860000",
        "principal": "13.98140000",
        "status": "CONFIRMED",
        "timestamp": new_ts(),
        "txId": new_id(),
    }


def _liquidated() -> Row:
    return {
        "avgPrice": "598.00000000",
        "executedQty": "3.10000000",
        "orderId": new_id(),
        "price": "597.50000000",
        "qty": "3.10000000",
        "side": "SELL",
        "symbol": "BNBUSDT",
        "timeInForce": "GTC",
        "updatedTime": new_ts(),
    }


def _negative(time: str) -> Row:
    return {
        "asset": "USDT",
        "interest": "24.44400000",
        time: new_ts(),
        "interestRate": "0.00011640",
        "principal": "210000",
    }


def _exchanged() -> Row:
    # What was negative is a number here, not a text.
    detail = {"asset": "ETH", "negativeBalance": 18, "negativeMaxThreshold": 5}
    stamp = new_ts()
    return {"startTime": stamp, "endTime": stamp + 200_000, "details": [detail]}


def _bankruptcy() -> Row:
    return {"asset": "USDT", "amount": "40.48000000", "repayTime": new_ts()}


_CM = {"symbol": "ETHUSD_PERP", "pair": "ETHUSD"}
_CLOSED = {"status": "FILLED", "clientOrderId": "autoclose-made-up"}
_LIST_ENDED = {"listStatusType": "ALL_DONE", "listOrderStatus": "ALL_DONE"}

PORTFOLIO: Mapping[str, Factory] = {
    "papi/v1/um/allOrders": finished(portfolio_orders.pm_um_order, **futures.FILLED),
    "papi/v1/um/userTrades": kind(futures.um_trade),
    "papi/v1/um/income": kind(futures.cm_income),
    "papi/v1/um/forceOrders": finished(portfolio_orders.pm_um_order, **_CLOSED),
    "papi/v1/um/algo/allAlgoOrders": finished(
        portfolio_orders.pm_um_algo_order, **futures.TRIGGERED
    ),
    "papi/v1/cm/allOrders": finished(portfolio_orders.pm_cm_order, **futures.FILLED, **_CM),
    "papi/v1/cm/userTrades": kind(futures.cm_trade),
    "papi/v1/cm/income": kind(futures.cm_income),
    "papi/v1/cm/forceOrders": finished(portfolio_orders.pm_cm_order, **_CLOSED, **_CM),
    "papi/v1/margin/allOrders": finished(portfolio_orders.pm_margin_order, **futures.FILLED),
    "papi/v1/margin/myTrades": kind(_margin_trade),
    "papi/v1/margin/allOrderList": finished(orders.oco_list, **_LIST_ENDED),
    "papi/v1/margin/repayLoan": kind(_repaid),
    "papi/v1/margin/marginInterestHistory": kind(_interest),
    "papi/v1/margin/forceOrders": kind(_liquidated),
    # The two pages spell the time in two ways.
    "papi/v1/portfolio/interest-history": kind(lambda: _negative("interestAccuredTime")),
    "papi/v1/portfolio/negative-balance-exchange-record": kind(_exchanged),
    "sapi/v1/portfolio/interest-history": kind(lambda: _negative("interestAccruedTime")),
    "sapi/v1/portfolio/pmloan-history": kind(_bankruptcy),
}
