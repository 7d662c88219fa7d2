"""Which factory makes the rows of which place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readiness.simulator.kraken.rows import earn, trade, transfers
from readiness.simulator.tables.rows import Row

FACTORIES: Mapping[str, Callable[..., Row]] = {
    "ClosedOrders": trade.closed_order,
    "DepositStatus": transfers.deposit,
    "Earn/Allocations": earn.allocation,
    "Ledgers": transfers.ledger_entry,
    "ListWalletAccounts": earn.wallet_account,
    "OpenOrders": trade.order,
    "OpenPositions": trade.position,
    "TradesHistory": trade.trade,
    "WithdrawStatus": transfers.withdrawal,
}
"""The factory whose rows belong at a place, for tests that visit every one."""
