"""Rows of what loans have lent, taken as collateral and got back."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.simulator.binance.rows.build import Row, new_id, new_ts
from readiness.simulator.binance.rows.history.kind import Factory, kind


def _borrowed() -> Row:
    return {
        "loanCoin": "USDT",
        "initialLoanAmount": "1000",
        "collateralCoin": "BNB",
        "initialCollateralAmount": "3.00000000",
        "borrowTime": new_ts(),
        "status": "SUCCESS",
    }


def _ltv() -> Row:
    return {
        "loanCoin": "USDT",
        "collateralCoin": "BNB",
        "direction": "ADDITIONAL",
        "collateralAmount": "0.50000000",
        "preLTV": "0.78",
        "afterLTV": "0.56",
        "adjustTime": new_ts(),
    }


def _liquidated() -> Row:
    return {
        "loanCoin": "USDT",
        "liquidationDebt": "1000",
        "collateralCoin": "BNB",
        "liquidationCollateralAmount": "3.00000000",
        "returnCollateralAmount": "0.20000000",
        "liquidationFee": "1.20000000",
        "liquidationStartingPrice": "400.00000000",
        "liquidationStartingTime": new_ts(),
        "status": "Liquidated",
    }


def _vip_repaid() -> Row:
    return {
        "loanCoin": "USDT",
        "repayAmount": "1000",
        "collateralCoin": "BNB,BTC",
        "repayStatus": "Repaid",
        "loanDate": str(new_ts()),
        "repayTime": str(new_ts()),
        "orderId": str(new_id()),
    }


LOANS: Mapping[str, Factory] = {
    "sapi/v2/loan/flexible/borrow/history": kind(_borrowed),
    "sapi/v2/loan/flexible/ltv/adjustment/history": kind(_ltv),
    "sapi/v2/loan/flexible/liquidation/history": kind(_liquidated),
    "sapi/v1/loan/vip/repay/history": kind(_vip_repaid),
}
