"""Balances: funding, trading and non-tradable assets."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireText

_NOT_STATED = NotStated()


class FundingBalance(CamelRow):
    """``asset/balances``: ``bal`` is ``availBal`` + ``frozenBal``."""

    ccy: WireText
    bal: WireAmount
    avail_bal: WireAmount = _NOT_STATED
    frozen_bal: WireAmount = _NOT_STATED


class TradingDetail(CamelRow):
    """One currency of ``account/balance``.

    ``cashBal`` is the user's own money, ``eq`` everything including what is in bots
    and unrealised results. Liabilities are positive when something is owed. Fields
    that do not apply to the account's mode are empty.
    """

    ccy: WireText
    cash_bal: WireAmount
    eq: WireAmount
    eq_usd: WireAmount = _NOT_STATED
    avail_bal: WireAmount = _NOT_STATED
    frozen_bal: WireAmount = _NOT_STATED
    ord_frozen: WireAmount = _NOT_STATED
    liab: WireAmount = _NOT_STATED
    cross_liab: WireAmount = _NOT_STATED
    iso_liab: WireAmount = _NOT_STATED
    upl_liab: WireAmount = _NOT_STATED
    interest: WireAmount = _NOT_STATED
    stgy_eq: WireAmount = _NOT_STATED
    fixed_bal: WireAmount = _NOT_STATED
    spot_iso_bal: WireAmount = _NOT_STATED
    spot_copy_trading_eq: WireAmount = _NOT_STATED
    smt_sync_eq: WireAmount = _NOT_STATED
    reward_bal: WireAmount = _NOT_STATED
    auto_lend_status: WireText = ""
    auto_lend_mt_amt: WireAmount = _NOT_STATED
    iso_eq: WireAmount = _NOT_STATED


class TradingBalance(CamelRow):
    """``account/balance`` and ``account/subaccount/balances``."""

    details: list[TradingDetail]
    total_eq: WireAmount
    notional_usd_for_borrow: WireAmount = _NOT_STATED
    notional_usd_for_futures: WireAmount = _NOT_STATED
    notional_usd_for_option: WireAmount = _NOT_STATED
    notional_usd_for_swap: WireAmount = _NOT_STATED


class NonTradableAsset(CamelRow):
    """``asset/non-tradable-assets``."""

    ccy: WireText
    bal: WireAmount
    chain: WireText = ""
    can_wd: bool = False
    min_wd: WireText = ""
    wd_all: bool = False
    fee: WireText = ""
    fee_ccy: WireText = ""
