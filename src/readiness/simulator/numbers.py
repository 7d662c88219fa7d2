"""Numbers the way exchanges write them: plain decimal strings."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

Number = Decimal | int | str
"""What the state takes for an amount. Never a float: money does not survive one."""

_PLACES = 8


def exact(value: Number) -> Decimal:
    """Return an amount as `Decimal`."""
    if isinstance(value, float):
        raise TypeError("an amount must be a string, an int or a Decimal, not a float")
    return Decimal(value)


def loose(value: object) -> Decimal:
    """Return an amount out of a row, zero where the row has none or has rubbish.

    Rows are put there by tests, which may plant anything; a figure computed from them must not
    bring the exchange down.
    """
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() else Decimal(0)


def text(value: Decimal) -> str:
    """Return an amount as a plain decimal string without trailing zeros."""
    if not value:
        return "0"
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def usd(value: Decimal) -> str:
    """Return a value in USD as a string with at most eight decimals."""
    return text(round(value, _PLACES))


def padded(value: Decimal) -> str:
    """Return an amount with eight decimals, or with more where it has more."""
    written = text(value)
    decimals = len(written.partition(".")[2])
    return written if decimals > _PLACES else format(value, f".{_PLACES}f")
