"""Loans to institutions, of which ordinary accounts have none."""

from readiness.exchanges.wire import CamelRow, WireAmount, WireText


class LoanOrder(CamelRow):
    """What is owed of one currency."""

    order_id: WireText = ""
    currency: WireText
    principal: WireAmount
    interest: WireAmount


class LoanMargin(CamelRow):
    """What stands in for it; the amount is already weighted by KuCoin."""

    margin_ccy: WireText
    margin_qty: WireAmount


class InstitutionalLoan(CamelRow):
    """``otc-loan/loan``."""

    orders: list[LoanOrder]
    margins: list[LoanMargin]


class LoanParticipant(CamelRow):
    """``otc-loan/accounts``: an account that stands in for the loan."""

    uid: WireText
    account_type: WireText = ""
    margin_ccy: WireText = ""
    margin_qty: WireAmount
