"""Rows of money in motion, and of the ledger."""

from __future__ import annotations

from typing import Any

from readiness.simulator.kraken.rows.trade import seconds, txid
from readiness.simulator.tables.rows import Row, build, new_id, new_ts


def deposit(**fields: Any) -> Row:
    """A row of `DepositStatus`: by default a finished one."""
    return _movement(fields, status="Success")


def withdrawal(**fields: Any) -> Row:
    """A row of `WithdrawStatus`: by default a finished one."""
    return _movement(fields, status="Success", key="made-up-wallet")


def ledger_entry(**fields: Any) -> Row:
    """A row of `Ledgers`: by default a trade. `id` is where it stands."""
    values = {
        "id": txid("L"),
        "refid": txid("T"),
        "time": seconds(new_ts()),
        "type": "trade",
        "subtype": "",
        "aclass": "currency",
        "asset": "ZUSD",
        "amount": "-24.5000",
        "fee": "0.0490",
        "balance": "459.9171",
    }
    return build(fields, values, optional="wallet")


def _movement(fields: dict[str, Any], **more: str) -> Row:
    values = {
        "method": "Bitcoin",
        "aclass": "currency",
        "asset": "XXBT",
        "refid": f"FT{new_id():028d}",
        "txid": f"{new_id():064x}",
        "info": "made-up-address",
        "amount": "0.10000000",
        "fee": "0.0000000000",
        "time": new_ts() // 1000,
        **more,
    }
    optional = "network status-prop originators key"
    return build(_renamed(fields), values, optional=optional)


def _renamed(fields: dict[str, Any]) -> dict[str, Any]:
    """One field has a hyphen, which no argument can have."""
    return {"status-prop" if name == "status_prop" else name: v for name, v in fields.items()}
