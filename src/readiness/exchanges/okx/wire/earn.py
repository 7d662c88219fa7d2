"""Simple Earn."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireText

_NOT_STATED = NotStated()


class SavingsBalance(CamelRow):
    """``finance/savings/balance``: ``amt`` is lent plus waiting to be lent."""

    ccy: WireText
    amt: WireAmount
    loan_amt: WireAmount = _NOT_STATED
    pending_amt: WireAmount = _NOT_STATED
