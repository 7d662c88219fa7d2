"""Deposits and withdrawals."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireText

_NOT_STATED = NotStated()


class DepositRow(CamelRow):
    """``asset/deposit-history``."""

    dep_id: WireText = ""
    ccy: WireText
    amt: WireAmount
    state: WireText
    chain: WireText = ""
    ts: WireText


class WithdrawalRow(CamelRow):
    """``asset/withdrawal-history``."""

    wd_id: WireText = ""
    ccy: WireText
    amt: WireAmount
    state: WireText
    chain: WireText = ""
    ts: WireText


class FiatOrder(CamelRow):
    """``fiat/deposit-order-history`` and ``fiat/withdrawal-order-history``."""

    ord_id: WireText
    ccy: WireText
    amt: WireAmount
    state: WireText
    c_time: WireText


class FiatTrade(CamelRow):
    """``fiat/buy-sell/history``."""

    ord_id: WireText
    side: WireText = ""
    state: WireText
    rfq_amt: WireAmount
    rfq_ccy: WireText = ""
    c_time: WireText


class P2pOrder(CamelRow):
    """``p2p/order/list``, for merchants on OKX's list only."""

    order_id: WireText
    side: WireText = ""
    order_status: WireText
    is_frozen: bool = False
    dispute_status: WireText = ""
    crypto_currency: WireText = ""
    crypto_amount: WireAmount
    created_timestamp: WireText = ""


class Bill(CamelRow):
    """One line of a list of bills, of any wallet or between sub-accounts."""

    bill_id: WireText
    ccy: WireText = ""
    ts: WireText
    type: WireText = ""
    bal_chg: WireAmount = _NOT_STATED
    amt: WireAmount = _NOT_STATED
    sub_acct: WireText = ""
