"""Borrowed money, and what is locked for it."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class CoinDebt(CamelRow):
    """What ``crypto-loan-common/position`` says is owed in one coin."""

    loan_currency: WireName
    flexible_total_debt: WireAmount
    fixed_total_debt: WireAmount


class CoinAmount(CamelRow):
    """One coin of the collateral, or of the money that is lent out."""

    currency: WireName
    amount: WireAmount


class LoanPosition(CamelRow):
    """``crypto-loan-common/position``: all crypto loans together; totals are in USD."""

    borrow_list: list[CoinDebt]
    collateral_list: list[CoinAmount]
    supply_list: list[CoinAmount]
    total_debt: WireAmount
    total_collateral: WireAmount
    total_supply: WireAmount


class FlexibleLoan(CamelRow):
    """``crypto-loan-flexible/ongoing-coin``: the debt is principal and interest."""

    loan_currency: WireName
    total_debt: WireAmount
    unpaid_amount: WireAmount = _NOT_STATED
    unpaid_interest: WireAmount = _NOT_STATED


class FixedLoan(CamelRow):
    """``crypto-loan-fixed/borrow-contract-info``, and what the unified account borrows so."""

    loan_id: WireText
    borrow_currency: WireName
    residual_principal: WireAmount
    residual_penalty_interest: WireAmount
    repayment_time: WireText = ""
    status: WireText


class BorrowOrder(CamelRow):
    """An offer to borrow or to lend at a fixed rate.

    ``crypto-loan-fixed/borrow-order-info`` and ``supply-order-info``, and
    ``spot-margin-trade/fixedborrow-order-info``.
    """

    order_id: WireText
    order_currency: WireName
    order_qty: WireAmount
    filled_qty: WireAmount = _NOT_STATED
    state: WireText


class SupplyContract(CamelRow):
    """``crypto-loan-fixed/supply-contract-info``: money that is lent to others."""

    supply_id: WireText
    supply_currency: WireName
    supply_amount: WireAmount
    redemption_time: WireText = ""
    status: WireText


class LegacyLoan(CamelRow):
    """``crypto-loan/ongoing-orders``: a flexible loan has no term; ``totalDebt`` is principal."""

    order_id: WireText
    loan_currency: WireName
    total_debt: WireAmount
    residual_interest: WireAmount = _NOT_STATED
    residual_penalty_interest: WireAmount = _NOT_STATED
    collateral_currency: WireText = ""
    collateral_amount: WireAmount
    loan_term: WireText = ""
    expiration_time: WireText = ""


class InstitutionalLoan(CamelRow):
    """``ins-loan/loan-order``."""

    order_id: WireText
    loan_coin: WireName
    unpaid_amount: WireAmount
    unpaid_interest: WireAmount = _NOT_STATED
    status: WireText
