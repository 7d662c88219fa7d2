"""Rows of Earn and of wallets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readiness.simulator.tables.rows import Row, build, new_id


def strategy_id() -> str:
    """Return a new id of the kind that strategies have."""
    number = str(new_id())
    return f"ES{number[:5]}-MADEU-P{number[5:].rjust(5, '0')}"


def allocation(*, amounts: Mapping[str, Any] | None = None, **fields: Any) -> Row:
    """A row of `Earn/Allocations`: by default one that earns.

    Args:
        amounts: Fields of what is allocated to overwrite, such as `total` or `unbonding`.
        **fields: Fields to overwrite.
    """
    values = {
        "strategy_id": strategy_id(),
        "native_asset": "DOT",
        "amount_allocated": {"total": amount("2.5000000000", "10.0000"), **(amounts or {})},
        "total_rewarded": amount("0", "0.0000"),
    }
    return build(fields, values, optional="payout")


def moving(native: str, **fields: Any) -> Row:
    """A part of an allocation on its way: `bonding`, `unbonding` or `exit_queue`."""
    whole = amount(native, "1.0000")
    stamps = {"created_at": "2026-11-01T00:00:00Z", "expires": "2027-01-01T00:00:00Z"}
    values = {**whole, "allocation_count": 1, "allocations": [{**stamps, **whole}]}
    return build(fields, values)


def amount(native: str, converted: str) -> Row:
    """An amount in its own asset and in the one that was asked for."""
    return {"native": native, "converted": converted}


def wallet_account(**fields: Any) -> Row:
    """A row of `ListWalletAccounts`: by default a second wallet for trading."""
    values = {
        "account_id": f"WX6V-JUKW-KKPB-{new_id() % 10_000:04d}",
        "flags": {"user_defined": True, "active": True},
        "status": "active",
        "type": "spot",
        "name": "made up",
    }
    return build(fields, values)
