"""How a row is put together, and ids the way KuCoin writes them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from readiness.simulator.tables import rows
from readiness.simulator.tables.rows import DAY, Row, new_id, new_ts

__all__ = ["DAY", "Row", "build", "hex_id", "long_id", "new_id", "new_ts"]


def build(
    overrides: Mapping[str, Any],
    values: Mapping[str, Any],
    blank: str = "",
    optional: str = "",
) -> Row:
    """Return a complete row, see the common `build`; amounts of futures stay JSON numbers."""
    given = {name: _number(values.get(name), value) for name, value in overrides.items()}
    return rows.build(given, values, blank, optional)


def hex_id() -> str:
    """Return an id of 24 hexadecimal digits, larger than every one before."""
    return f"{new_id():024x}"


def long_id() -> str:
    """Return an id that is a long whole number, as the futures engine gives them."""
    return str(230_000_000_000_000_000 + new_id())


def _number(usual: Any, value: Any) -> Any:
    if not isinstance(usual, Decimal) or not isinstance(value, str):
        return value
    try:
        return Decimal(value)
    except InvalidOperation:
        return value
