"""Which factory makes the rows of which place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readiness.simulator.bybit.rows import earn, loans, structured, trade, transfers
from readiness.simulator.tables.rows import Row

FACTORIES: Mapping[str, Callable[..., Row]] = {
    "account/transaction-log": transfers.trading_log,
    "asset/deposit/query-internal-record": transfers.internal_deposit,
    "asset/deposit/query-record": transfers.deposit,
    "asset/fundinghistory": transfers.funding_log,
    "asset/transfer/query-inter-transfer-list": transfers.transfer,
    "asset/transfer/query-universal-transfer-list": transfers.member_transfer,
    "asset/withdraw/query-record": transfers.withdrawal,
    "crypto-loan-fixed/borrow-contract-info": loans.fixed_loan,
    "crypto-loan-fixed/borrow-order-info": loans.fixed_borrow_order,
    "crypto-loan-fixed/supply-contract-info": loans.supply,
    "crypto-loan-fixed/supply-order-info": loans.supply_order,
    "crypto-loan-flexible/ongoing-coin": loans.flexible_loan,
    "crypto-loan/ongoing-orders": loans.legacy_loan,
    "earn/advance/order:DiscountBuy": structured.discount_buy_order,
    "earn/advance/order:DoubleWin": structured.double_win_order,
    "earn/advance/order:DualAssets": structured.dual_assets_order,
    "earn/advance/order:SmartLeverage": structured.smart_leverage_order,
    "earn/advance/position:DiscountBuy": structured.discount_buy,
    "earn/advance/position:DoubleWin": structured.double_win,
    "earn/advance/position:DualAssets": structured.dual_assets,
    "earn/advance/position:SmartLeverage": structured.smart_leverage,
    "earn/fixed-term/order": earn.fixed_term_order,
    "earn/fixed-term/position": earn.fixed_term,
    "earn/liquidity-mining/position": earn.liquidity_mining,
    "earn/liquidity-mining/order": earn.liquidity_order,
    "earn/order:FlexibleSaving": earn.earn_order,
    "earn/position:FlexibleSaving": earn.flexible_saving,
    "earn/position:OnChain": earn.on_chain,
    "earn/pwm/investment-plan/all": earn.wealth_plan,
    "earn/pwm/investment-plan/order": earn.wealth_order,
    "earn/rwa/position": earn.rwa,
    "earn/token/order": earn.token_order,
    "earn/token/position": earn.token,
    "ins-loan/loan-order": loans.institutional_loan,
    "order/realtime:inverse": trade.order,
    "order/realtime:linear": trade.order,
    "order/realtime:option": trade.order,
    "order/realtime:spot": trade.spot_order,
    "position/list:inverse": trade.inverse_position,
    "position/list:linear": trade.position,
    "position/list:option": trade.option_position,
    "rfq/quote-realtime": trade.quote,
    "rfq/rfq-realtime": trade.rfq,
    "spot-margin-trade/fixedborrow-contract-info": loans.margin_contract,
    "spot-margin-trade/fixedborrow-order-info": loans.margin_borrow_order,
    "spot-x/launchpool/user/current-staking": earn.launchpool_stake,
    "spread/order/realtime": trade.spread_order,
    "strategy/list": trade.strategy,
}
"""The factory whose rows belong at a place, for tests that visit every one."""
