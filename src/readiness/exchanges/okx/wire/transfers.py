"""Deposits and withdrawals."""

from readiness.exchanges.wire import CamelRow, WireAmount, WireText


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
