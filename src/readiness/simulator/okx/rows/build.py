"""How a row is put together: documented fields, blanks where nothing applies, overrides."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.numbers import text

Row = dict[str, Any]

_IDS = itertools.count(1_000_000_000_000_000_001)
_STAMPS = itertools.count(1_750_000_000_000, 1_000)


def new_id() -> str:
    """Return an id larger than every one before."""
    return str(next(_IDS))


def new_ts() -> str:
    """Return a time in milliseconds, one second later than the one before."""
    return str(next(_STAMPS))


def build(overrides: Mapping[str, Any], values: Mapping[str, Any], blank: str = "") -> Row:
    """Return a complete row.

    Args:
        overrides: Fields the caller wants otherwise; they must be fields of the row.
        values: Fields with a usual value.
        blank: Fields that are usually empty, separated by blanks.

    Raises:
        TypeError: An override names no field, or is a float.
    """
    row: Row = dict.fromkeys(blank.split(), "") | dict(values)
    unknown = sorted(set(overrides) - set(row))
    if unknown:
        raise TypeError(f"no such field: {', '.join(unknown)}")
    return row | {name: _written(name, value) for name, value in overrides.items()}


def _written(name: str, value: Any) -> Any:
    if isinstance(value, float):
        raise TypeError(f"{name}: write numbers as strings, not as floats")
    if isinstance(value, Decimal):
        return text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value
