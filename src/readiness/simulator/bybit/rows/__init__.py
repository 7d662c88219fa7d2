"""Complete rows as the documents describe them, ready to be put into an account."""

from __future__ import annotations

from readiness.simulator.bybit.rows.by_path import FACTORIES
from readiness.simulator.bybit.rows.earn import (
    discount_buy,
    double_win,
    dual_assets,
    fixed_term,
    flexible_saving,
    launchpool_stake,
    liquidity_mining,
    on_chain,
    rwa,
    smart_leverage,
    token,
    wealth_plan,
)
from readiness.simulator.bybit.rows.loans import (
    collateral,
    fixed_borrow_order,
    fixed_loan,
    flexible_loan,
    institutional_loan,
    legacy_loan,
    margin_contract,
    supply,
)
from readiness.simulator.bybit.rows.trade import (
    inverse_position,
    option_position,
    order,
    position,
    quote,
    rfq,
    spot_order,
    spread_order,
    strategy,
)
from readiness.simulator.bybit.rows.transfers import deposit, internal_deposit, withdrawal
from readiness.simulator.tables.rows import DAY, Row, new_ts

__all__ = [
    "DAY",
    "FACTORIES",
    "Row",
    "collateral",
    "deposit",
    "discount_buy",
    "double_win",
    "dual_assets",
    "fixed_borrow_order",
    "fixed_loan",
    "fixed_term",
    "flexible_loan",
    "flexible_saving",
    "institutional_loan",
    "internal_deposit",
    "inverse_position",
    "launchpool_stake",
    "legacy_loan",
    "liquidity_mining",
    "margin_contract",
    "new_ts",
    "on_chain",
    "option_position",
    "order",
    "position",
    "quote",
    "rfq",
    "rwa",
    "smart_leverage",
    "spot_order",
    "spread_order",
    "strategy",
    "supply",
    "token",
    "wealth_plan",
    "withdrawal",
]
