"""Amounts as an exchange states them: a number, not stated, or not readable.

An exchange writes ``""`` for "does not apply here", and a wrong or missing value
must never read as zero. So an amount is one of three siblings, and only an
:class:`Exact` zero is nothing.
"""

import re
from collections.abc import Iterable
from decimal import Context, Decimal, localcontext
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from readiness.domain.base import Frozen

_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?\Z", re.ASCII)
WIDE: Final = Context(prec=1000)
"""Arithmetic that never rounds: two of the longest amounts multiplied fit into it."""

_LONGEST: Final = 100
"""Longer texts are not amounts of anything; refusing them bounds memory."""


class Exact(Frozen):
    """A finite number, exactly as stated: a decimal that is none is refused."""

    kind: Literal["exact"] = "exact"
    value: Decimal


class NotStated(Frozen):
    """The exchange says nothing here (an empty string, or the field is absent)."""

    kind: Literal["not_stated"] = "not_stated"


class Unreadable(Frozen):
    """There is a value, but it is no number; kept as it came, never taken for zero."""

    kind: Literal["unreadable"] = "unreadable"
    raw: str


Amount: TypeAlias = Annotated[Exact | NotStated | Unreadable, Field(discriminator="kind")]


def read_amount(raw: object) -> Exact | NotStated | Unreadable:
    """Read one amount from a decoded body.

    Numbers arrive as strings; a JSON number (decoded to ``int`` or ``Decimal``,
    never ``float``) is read as well. ``None``, booleans, ``NaN``, localized and
    over-long numbers are :class:`Unreadable`, the empty string is :class:`NotStated`.
    """
    if isinstance(raw, str):
        text = raw.strip()
        if len(text) <= _LONGEST and _NUMBER.match(text):
            return Exact(value=Decimal(text))
        return Unreadable(raw=raw[:_LONGEST]) if raw else NotStated()
    if isinstance(raw, int) and not isinstance(raw, bool):
        # Python itself refuses to write down the very longest integers.
        fits = abs(raw) < 10**_LONGEST
        return Exact(value=Decimal(raw)) if fits else Unreadable(raw="an integer beyond all bounds")
    if isinstance(raw, Decimal) and raw.is_finite() and _fits(raw):
        return Exact(value=raw)
    return Unreadable(raw=f"{raw!r}"[:_LONGEST])


def _fits(value: Decimal) -> bool:
    return abs(value.adjusted()) < _LONGEST and len(value.as_tuple().digits) <= _LONGEST


def is_nothing(amount: Exact | NotStated | Unreadable) -> bool:
    """Whether this amount cannot stand for anything left: an exact zero, or not stated."""
    if isinstance(amount, Exact):
        return amount.value == 0
    return isinstance(amount, NotStated)


def total(amounts: Iterable[Exact | NotStated | Unreadable]) -> Exact | NotStated | Unreadable:
    """Add amounts up; one unreadable part makes the sum unreadable."""
    parts = tuple(amounts)
    for part in parts:
        if isinstance(part, Unreadable):
            return part
    exact = [part.value for part in parts if isinstance(part, Exact)]
    with localcontext(WIDE):
        return Exact(value=sum(exact, Decimal(0))) if exact else NotStated()


def plain(value: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros: ``0.0001``, ``100``."""
    if value == 0:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
