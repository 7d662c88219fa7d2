"""Which factory makes the rows of which place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readiness.simulator.kraken.rows import earn, trade, transfers
from readiness.simulator.tables.rows import Row

FACTORIES: Mapping[str, Callable[..., Row]] = {
    "private/DepositStatus": transfers.deposit,
    "private/Earn/Allocations": earn.allocation,
    "private/Ledgers": transfers.ledger_entry,
    "private/ListWalletAccounts": earn.wallet_account,
    "private/OpenOrders": trade.order,
    "private/OpenPositions": trade.position,
    "private/WithdrawStatus": transfers.withdrawal,
}
"""The factory whose rows belong at a place, for tests that visit every one."""
