"""Which factory makes what at which place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readiness.simulator.kucoin.rows import earn, futures, orders, others, past, transfers, unified
from readiness.simulator.kucoin.rows.build import Row

FACTORIES: Mapping[str, Callable[..., Row]] = {
    "api/ua/v1/unified/order/open-list:SPOT": unified.unified_order,
    "api/ua/v1/unified/order/open-list:FUTURES": unified.unified_order,
    "api/ua/v1/unified/order/open-list:MARGIN": unified.unified_order,
    "api/ua/v1/unified/position/open-list": unified.unified_position,
    "api/v1/accounts/ledgers": transfers.ledger,
    "api/ua/v1/account/ledger:UNIFIED": unified.unified_ledger,
    "api/v1/contracts/active": others.contract,
    "api/v1/convert/limit/orders": orders.convert_order,
    "api/v1/deposits": transfers.deposit,
    "api/v1/earn/hold-assets": earn.earn_holding,
    "api/v1/hf/accounts/ledgers": transfers.hf_ledger,
    "api/v1/hf/orders/active": orders.hf_order,
    "api/v1/market/allTickers": others.ticker,
    "api/v1/orders": orders.order,
    "api/v1/otc-loan/accounts": earn.otc_account,
    "api/v1/otc-loan/loan": earn.otc_loan,
    "api/v1/positions": futures.position,
    "api/v1/stop-order": orders.stop_order,
    "api/v1/stopOrders": futures.futures_stop_order,
    "api/v1/struct-earn/orders": earn.structured_order,
    "api/v1/transaction-history": transfers.futures_ledger,
    "api/v1/withdrawals": transfers.withdrawal,
    "api/v2/sub/user": others.sub_user,
    "api/v3/hf/margin/account/ledgers": transfers.hf_margin_ledger,
    "api/v3/hf/margin/oco-orders": orders.hf_margin_oco_order,
    "api/v3/hf/margin/orders/active": orders.hf_margin_order,
    "api/v3/hf/margin/stop-orders": orders.hf_margin_stop_order,
    "api/v3/oco/orders": orders.oco_order,
    "api/v3/purchase/orders": earn.lending_order,
    "api/v3/redeem/orders": earn.lending_redemption,
    "futures:api/v1/orders": futures.futures_order,
}
"""The factories by the place that their rows are put at."""

HISTORY: Mapping[str, Callable[..., Row]] = {
    "api/v1/convert/order/history": past.conversion,
    "api/v1/fills": past.old_fill,
    "api/v1/funding-history": past.funding_fee,
    "api/v1/hf/fills": past.fill,
    "api/v1/hf/orders/done": past.done_order,
    "api/v1/history-positions": past.closed_position,
    "api/v3/hf/margin/fills": past.margin_fill,
    "api/v3/hf/margin/orders/done": past.margin_done_order,
    "api/v3/margin/borrow": past.borrowing,
    "api/v3/margin/interest": past.interest,
    "api/v3/margin/repay": past.repayment,
    "futures:api/v1/fills": past.futures_fill,
}
"""The same for what has ended and only a backup asks for."""
