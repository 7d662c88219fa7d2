"""Rows of mining and of copy trading."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.binance.rows.build import Row, build, new_id, new_ts


def mining_payout(**fields: Any) -> Row:
    """A row of `accountProfits` in `sapi/v1/mining/payment/uid`; its amount is a JSON number."""
    values = {
        "time": new_ts(),
        "coinName": "BTC",
        "type": 2,
        "puid": new_id(),
        "subName": "madeup",
        "amount": Decimal("0.00021"),
    }
    return build(fields, values)


def hashrate_resale(**fields: Any) -> Row:
    """A row of `configDetails` in `sapi/v1/mining/hash-transfer/config/details/list`.

    By default (status 0) the contract runs.
    """
    values = {
        "configId": new_id(),
        "poolUsername": "madeup",
        "toPoolUsername": "elsewhere",
        "algoName": "SHA256",
        "hashRate": 120000000,
        "startDay": 20270101,
        "endDay": 20270331,
        "status": 0,
    }
    return build(fields, values)


def lead_trader(**fields: Any) -> Row:
    """The value of `data` in `sapi/v1/copyTrading/futures/userStatus`: by default one who leads."""
    return build(fields, {"isLeadTrader": True, "time": new_ts()})


def copy_trading_status(**fields: Any) -> Row:
    """The answer of `sapi/v1/copyTrading/futures/userStatus`: by default of one who leads."""
    values = {"code": "000000", "message": "success", "data": lead_trader(), "success": True}
    return build(fields, values)
