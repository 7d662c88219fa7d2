"""Borrowing and collateral loans."""

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireText

_NOT_STATED = NotStated()


class BorrowRecord(CamelRow):
    """One currency of ``account/interest-limits``."""

    ccy: WireText
    used_lmt: WireAmount = _NOT_STATED
    used_loan: WireAmount = _NOT_STATED
    interest: WireAmount = _NOT_STATED


class InterestLimits(CamelRow):
    """``account/interest-limits``: ``debt`` and ``interest`` are totals in USD."""

    debt: WireAmount
    interest: WireAmount
    records: list[BorrowRecord] = Field(default_factory=list)


class LoanAmount(CamelRow):
    """One currency of a flexible loan's debt or collateral."""

    ccy: WireText
    amt: WireAmount


class FlexibleLoan(CamelRow):
    """``finance/flexible-loan/loan-info``."""

    ord_id: WireText = ""
    loan_data: list[LoanAmount]
    collateral_data: list[LoanAmount]
    loan_notional_usd: WireAmount = _NOT_STATED
    collateral_notional_usd: WireAmount = _NOT_STATED


class RepayableDebt(CamelRow):
    """One currency that one-click repay could repay."""

    debt_ccy: WireText
    debt_amt: WireAmount


class RepayList(CamelRow):
    """``trade/one-click-repay-currency-list`` and its ``-v2``."""

    debt_type: WireText = ""
    debt_data: list[RepayableDebt]
