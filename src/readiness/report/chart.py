"""A row of numbers as a small chart in one line, readable without colour."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

_BLOCKS: Final = "▁▂▃▄▅▆▇█"
_DIGITS: Final = "0123456789"
_UNKNOWN: Final = "?"


def chart(values: Sequence[Decimal | None], *, unicode: bool) -> str:
    """One character for each value, as high as it is against the largest.

    The lowest stands for zero alone: what is there never looks like nothing. A value that
    nobody knows is a question mark.

    Args:
        values: in the order of time.
        unicode: whether block characters can be shown; digits otherwise.
    """
    levels = _BLOCKS if unicode else _DIGITS
    most = max((value for value in values if value is not None), default=Decimal(0))
    return "".join(
        _UNKNOWN if value is None else levels[_level(value, most, len(levels) - 1)]
        for value in values
    )


def _level(value: Decimal, most: Decimal, highest: int) -> int:
    """The level of a value: zero for nothing, the highest for the most."""
    if value <= 0:
        return 0
    return max(1, round(highest * (value / most)))
