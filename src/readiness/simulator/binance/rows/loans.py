"""Rows of flexible and VIP loans."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import DAY, Row, build, new_id, new_ts


def flexible_loan(**fields: Any) -> Row:
    """A row of `sapi/v2/loan/flexible/ongoing/orders`: a debt and its collateral."""
    values = {
        "loanCoin": "USDT",
        "totalDebt": "55.02",
        "collateralCoin": "ETH",
        "collateralAmount": "0.035",
        "currentLTV": "0.533",
    }
    return build(fields, values)


def flexible_repayment(**fields: Any) -> Row:
    """A row of `sapi/v2/loan/flexible/repay/history`: by default in flight."""
    values = {
        "loanCoin": "USDT",
        "repayAmount": "10",
        "collateralCoin": "ETH",
        "collateralReturn": "0",
        "repayStatus": "Repaying",
        "repayTime": new_ts(),
    }
    return build(fields, values)


def vip_loan(**fields: Any) -> Row:
    """A row of `sapi/v1/loan/vip/ongoing/orders`."""
    ts = new_ts()
    values = {
        "orderId": new_id(),
        "loanCoin": "USDT",
        "totalDebt": "5001.4",
        "loanRate": "0.031",
        "residualInterest": "1.4",
        "collateralAccountId": "7200000001",
        "collateralCoin": "BTC,ETH",
        "totalCollateralValueAfterHaircut": "9100",
        "lockedCollateralValue": "7000",
        "currentLTV": "0.55",
        "expirationTime": ts + 30 * DAY,
        "loanDate": str(ts),
        "loanTerm": "30days",
    }
    return build(fields, values)


def vip_interest(**fields: Any) -> Row:
    """A row of `sapi/v1/loan/vip/accruedInterest`."""
    values = {
        "loanCoin": "USDT",
        "principalAmount": "5000",
        "interestAmount": "0.0177",
        "annualInterestRate": "0.031",
        "accrualTime": new_ts(),
        "orderId": new_id(),
    }
    return build(fields, values)


def vip_application(**fields: Any) -> Row:
    """A row of `sapi/v1/loan/vip/request/data`: by default one that waits."""
    values = {
        "loanAccountId": "7200000002",
        "orderId": str(new_id()),
        "requestId": str(new_id()),
        "loanCoin": "USDT",
        "loanAmount": "5000",
        "collateralAccountId": "7200000001",
        "collateralCoin": "BTC,ETH",
        "loanTerm": "30",
        "status": "Pending",
        "loanDate": str(new_ts()),
    }
    return build(fields, values)


def vip_collateral(**fields: Any) -> Row:
    """A row of `sapi/v1/loan/vip/collateral/account`."""
    return build(fields, {"collateralAccountId": "7200000001", "collateralCoin": "BTC,ETH"})
