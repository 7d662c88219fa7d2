"""How a row is put together: documented fields, those that may be absent, overrides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from readiness.simulator.tables import rows
from readiness.simulator.tables.rows import DAY, Row, new_id, new_ts

__all__ = ["DAY", "Row", "build", "new_id", "new_ts", "utc"]


def utc(stamp: int) -> str:
    """Return a time in milliseconds the way withdrawals write it."""
    return datetime.fromtimestamp(stamp // 1_000, UTC).strftime("%Y-%m-%d %H:%M:%S")


def build(overrides: Mapping[str, Any], values: Mapping[str, Any], optional: str = "") -> Row:
    """Return a complete row.

    Args:
        overrides: Fields the caller wants otherwise; they must be fields of the row.
        values: Every field that is always there, with a usual value.
        optional: Fields that are absent unless the caller names them, separated by blanks.

    Raises:
        TypeError: An override names no field, or is a float.
    """
    return rows.build(overrides, values, optional=optional)
