"""Rows of loans and of the interest on them."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.build import Row, build, new_id, new_ts


def flexible_loan(**fields: Any) -> Row:
    """A row of `finance/flexible-loan/loan-info`: USDT lent against ETH."""
    values = {
        "ordId": new_id(),
        "collateralData": [{"amt": "0.1", "ccy": "ETH"}],
        "collateralNotionalUsd": "300",
        "curLTV": "0.4",
        "liqLTV": "0.8",
        "loanData": [{"amt": "120", "ccy": "USDT"}],
        "loanNotionalUsd": "120",
        "marginCallLTV": "0.7",
        "riskWarningData": {"instId": "ETH-USDT", "liqPx": "1500"},
    }
    return build(fields, values)


def flexible_loan_interest(**fields: Any) -> Row:
    """A row of `finance/flexible-loan/interest-accrued`."""
    values = {
        "ccy": "USDT",
        "interest": "0.0011",
        "interestRate": "0.08",
        "loan": "120",
        "refId": new_id(),
        "ts": new_ts(),
    }
    return build(fields, values)


def flexible_loan_event(**fields: Any) -> Row:
    """A row of `finance/flexible-loan/loan-history`; locked collateral is negative."""
    values = {
        "amt": "-0.1",
        "ccy": "ETH",
        "refId": new_id(),
        "ts": new_ts(),
        "type": "collateral_locked",
    }
    return build(fields, values)


def accrued_interest(**fields: Any) -> Row:
    """A row of `account/interest-accrued`: interest on a market loan."""
    values = {
        "ccy": "USDT",
        "interest": "0.0002",
        "interestRate": "0.000008",
        "liab": "25.5",
        "totalLiab": "25.5",
        "interestFreeLiab": "0",
        "mgnMode": "cross",
        "ts": new_ts(),
        "type": "2",
    }
    return build(fields, values, "instId")


def borrow_event(**fields: Any) -> Row:
    """A row of `account/spot-borrow-repay-history`."""
    values = {
        "accBorrowed": "25.5",
        "amt": "25.5",
        "ccy": "USDT",
        "ts": new_ts(),
        "type": "auto_borrow",
    }
    return build(fields, values)


def borrow_limit(**fields: Any) -> Row:
    """An entry of `records` in `account/interest-limits`: by default nothing is borrowed."""
    values = {
        "ccy": "USDT",
        "interest": "0",
        "loanQuota": "1000000",
        "rate": "0.00011",
        "surplusLmt": "1000000",
        "surplusLmtDetails": {},
        "usedLmt": "0",
    }
    blank = "availLoan avgRate posLoan usedLoan interestFreeLiab potentialBorrowingAmt"
    return build(fields, values, blank)
