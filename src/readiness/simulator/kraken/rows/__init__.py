"""Complete rows as the documents describe them, ready to be put into an account."""

from __future__ import annotations

from readiness.simulator.kraken.rows.by_path import FACTORIES
from readiness.simulator.kraken.rows.earn import (
    allocation,
    amount,
    moving,
    strategy_id,
    wallet_account,
)
from readiness.simulator.kraken.rows.trade import (
    closed_order,
    order,
    position,
    seconds,
    stop_order,
    trade,
    txid,
)
from readiness.simulator.kraken.rows.transfers import deposit, ledger_entry, withdrawal
from readiness.simulator.tables.rows import Row, new_ts

__all__ = [
    "FACTORIES",
    "Row",
    "allocation",
    "amount",
    "closed_order",
    "deposit",
    "ledger_entry",
    "moving",
    "new_ts",
    "order",
    "position",
    "seconds",
    "stop_order",
    "strategy_id",
    "trade",
    "txid",
    "wallet_account",
    "withdrawal",
]
