"""Rows of what margin has cost and moved."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.simulator.binance.rows.build import Row, new_id, new_ts
from readiness.simulator.binance.rows.history.kind import Factory, kind


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


def _transfer() -> Row:
    return {
        "amount": "5.00000000",
        "asset": "USDT",
        "status": "CONFIRMED",
        "timestamp": new_ts(),
        "txId": new_id(),
        "type": "ROLL_IN",
        "transFrom": "SPOT",
        "transTo": "CROSS_MARGIN",
    }


def _liquidation() -> Row:
    return {
        "avgPrice": "598.00000000",
        "executedQty": "3.10000000",
        "orderId": new_id(),
        "price": "597.50000000",
        "qty": "3.10000000",
        "side": "SELL",
        "symbol": "BNBUSDT",
        "timeInForce": "GTC",
        "isIsolated": False,
        "updatedTime": new_ts(),
    }


def _flow() -> Row:
    return {
        "id": new_id(),
        "tranId": new_id(),
        "timestamp": new_ts(),
        "asset": "USDT",
        "symbol": "",
        "type": "BORROW",
        "amount": "101",
    }


def _small_liability() -> Row:
    return {
        "asset": "ETH",
        "amount": "0.00080000",
        "targetAsset": "USDT",
        "targetAmount": "2.40000000",
        "bizType": "EXCHANGE_SMALL_LIABILITY",
        "timestamp": new_ts(),
    }


def _repaid_loan() -> Row:
    return {
        "repayId": new_id(),
        "asset": "USDC",
        "amount": "30.00000000",
        "status": "SUCCESS",
        "createTime": new_ts(),
    }


MARGIN: Mapping[str, Factory] = {
    "sapi/v1/margin/interestHistory": kind(_interest, "isolatedSymbol"),
    "sapi/v1/margin/transfer": kind(_transfer, "fromSymbol toSymbol"),
    "sapi/v1/margin/forceLiquidationRec": kind(_liquidation),
    "sapi/v1/margin/capital-flow": kind(_flow),
    "sapi/v1/margin/exchange-small-liability-history": kind(_small_liability),
    "sapi/v1/margin/liquidation-loan/repay-history": kind(_repaid_loan),
}
