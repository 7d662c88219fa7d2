"""How a row is put together: documented fields, blanks where nothing applies, overrides."""

from __future__ import annotations

import itertools
import time
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.numbers import text

Row = dict[str, Any]
"""A row as an exchange sends it. A `Decimal` in it is a JSON number, never a string."""

DAY = 86_400_000
"""A day in milliseconds."""

# Recent, since histories are asked in windows that end now; past, since a scan begins now.
_FIRST = time.time_ns() // 1_000_000 - 3 * DAY
_IDS = itertools.count(7_100_000_001)
_STAMPS = itertools.count(_FIRST, 100)


def new_id() -> int:
    """Return an id larger than every one before."""
    return next(_IDS)


def new_ts() -> int:
    """Return a recent time in milliseconds, later than the one before."""
    return next(_STAMPS)


def build(
    overrides: Mapping[str, Any],
    values: Mapping[str, Any],
    blank: str = "",
    optional: str = "",
) -> Row:
    """Return a complete row.

    Args:
        overrides: Fields the caller wants otherwise; they must be fields of the row.
        values: Fields with a usual value.
        blank: Fields that are usually an empty string, separated by blanks.
        optional: Fields that are absent unless the caller names them, separated by blanks.

    Raises:
        TypeError: An override names no field, or is a float.
    """
    usual: Row = dict.fromkeys(blank.split(), "") | dict(values)
    unknown = sorted(set(overrides) - set(usual) - set(optional.split()))
    if unknown:
        raise TypeError(f"no such field: {', '.join(unknown)}")
    written = {name: _written(name, value, usual) for name, value in overrides.items()}
    return usual | written


def _written(name: str, value: Any, usual: Mapping[str, Any]) -> Any:
    """A number takes the form of the field's usual value: most are strings, some are not."""
    if isinstance(value, float):
        raise TypeError(f"{name}: write numbers as strings, not as floats")
    if isinstance(usual.get(name), str):
        if isinstance(value, Decimal):
            return text(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return value
