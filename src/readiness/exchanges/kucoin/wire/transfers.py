"""Deposits and withdrawals, and the ledgers that show what moved.

Addresses, memos and notes are not read: the other side of a transfer is nobody's business.
"""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireNullText, WireText

_NOT_STATED = NotStated()


class DepositRow(CamelRow):
    """``deposits``; it has no id of its own, and a debt is said by a flag."""

    currency: WireText
    chain: WireNullText = ""
    amount: WireAmount
    status: WireText
    is_inner: bool = False
    arrears: bool = False
    created_at: WireText


class WithdrawalRow(CamelRow):
    """``withdrawals``."""

    id: WireText = ""
    currency: WireText
    chain: WireNullText = ""
    amount: WireAmount
    status: WireText
    is_inner: bool = False
    created_at: WireText


class LedgerRow(CamelRow):
    """A line of ``accounts/ledgers`` or of a ledger of the newer engines."""

    id: WireText
    currency: WireText = ""
    amount: WireAmount = _NOT_STATED
    account_type: WireText = ""
    biz_type: WireText = ""
    direction: WireText = ""
    created_at: WireText


class FuturesLedgerRow(CamelRow):
    """A line of ``transaction-history``: transfers are pending until they are completed."""

    time: WireText
    type: WireText
    amount: WireAmount
    status: WireText
    currency: WireText = ""
    offset: WireText = ""


class UnifiedLedgerRow(CamelRow):
    """A line of ``ua/v1/account/ledger``: its times are nanoseconds."""

    id: WireText
    currency: WireText = ""
    amount: WireAmount = _NOT_STATED
    direction: WireText = ""
    business_type: WireText = ""
    ts: WireText
