"""Factories of complete, realistic rows; name a field to have it otherwise.

    rows.order(instId="BTC-USDT", sz="0.2")
    rows.withdrawal(state="0", ccy="USDT", amt=Decimal("3"))

A field that does not exist is a `TypeError`; to plant one all the same, write
`rows.order() | {"newField": "1"}`.
"""

from __future__ import annotations

from readiness.simulator.okx.rows.bots import (
    dca_bot,
    dca_holding,
    grid_bot,
    grid_position,
    grid_sub_order,
    recurring_buy,
    signal,
    signal_bot,
)
from readiness.simulator.okx.rows.build import Row, new_id, new_ts
from readiness.simulator.okx.rows.by_path import FACTORIES
from readiness.simulator.okx.rows.copying import (
    copied_position,
    copy_setting,
    lead_trader,
    unpaid_profit_share,
    unpaid_profit_total,
)
from readiness.simulator.okx.rows.earn import (
    dual_investment,
    eth_staking,
    fixed_earn,
    okusd,
    okusd_redemption,
    savings,
    sol_staking,
    stable_reward,
    stable_rewards,
    staking_offer,
    staking_order,
    staking_redemption,
)
from readiness.simulator.okx.rows.history import (
    bill_file,
    fill,
    funding_bill,
    past_order,
    statement_file,
    trading_bill,
)
from readiness.simulator.okx.rows.loans import (
    accrued_interest,
    borrow_event,
    borrow_limit,
    flexible_loan,
    flexible_loan_event,
    flexible_loan_interest,
)
from readiness.simulator.okx.rows.market import (
    announcement,
    currency,
    index_ticker,
    maintenance,
    non_tradable,
    ticker,
)
from readiness.simulator.okx.rows.orders import (
    algo_order,
    maker_setting,
    order,
    quote,
    rfq,
    spread_order,
)
from readiness.simulator.okx.rows.positions import (
    closed_position,
    margin_position,
    moved_position,
    position,
)
from readiness.simulator.okx.rows.subaccounts import (
    affiliate_link,
    affiliate_summary,
    entrusted,
    managed_bill,
    p2p_ad,
    p2p_order,
    sub_account,
    sub_account_bill,
    sub_affiliate,
)
from readiness.simulator.okx.rows.transfers import (
    convert,
    deposit,
    easy_convert,
    fiat_order,
    fiat_trade,
    one_click_repay,
    transfer_stage,
    transfer_state,
    withdrawal,
)

__all__ = [
    "FACTORIES",
    "Row",
    "accrued_interest",
    "affiliate_link",
    "affiliate_summary",
    "algo_order",
    "announcement",
    "bill_file",
    "borrow_event",
    "borrow_limit",
    "closed_position",
    "convert",
    "copied_position",
    "copy_setting",
    "currency",
    "dca_bot",
    "dca_holding",
    "deposit",
    "dual_investment",
    "easy_convert",
    "entrusted",
    "eth_staking",
    "fiat_order",
    "fiat_trade",
    "fill",
    "fixed_earn",
    "flexible_loan",
    "flexible_loan_event",
    "flexible_loan_interest",
    "funding_bill",
    "grid_bot",
    "grid_position",
    "grid_sub_order",
    "index_ticker",
    "lead_trader",
    "maintenance",
    "maker_setting",
    "managed_bill",
    "margin_position",
    "moved_position",
    "new_id",
    "new_ts",
    "non_tradable",
    "okusd",
    "okusd_redemption",
    "one_click_repay",
    "order",
    "p2p_ad",
    "p2p_order",
    "past_order",
    "position",
    "quote",
    "recurring_buy",
    "rfq",
    "savings",
    "signal",
    "signal_bot",
    "sol_staking",
    "spread_order",
    "stable_reward",
    "stable_rewards",
    "staking_offer",
    "staking_order",
    "staking_redemption",
    "statement_file",
    "sub_account",
    "sub_account_bill",
    "sub_affiliate",
    "ticker",
    "trading_bill",
    "transfer_stage",
    "transfer_state",
    "unpaid_profit_share",
    "unpaid_profit_total",
    "withdrawal",
]
