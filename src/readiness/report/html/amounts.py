"""Numbers of the page: sums, what they are worth, and how long a bar is."""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from typing import Final

from readiness.domain.amount import WIDE
from readiness.language import translate
from readiness.report.labels import label
from readiness.report.numbers import dollars
from readiness.report.wording import phrases

_SHORTEST: Final = Decimal("0.5")
"""Per cent: what is there never looks like nothing."""


def added(values: Iterable[str]) -> Decimal:
    """The sum of decimal strings, to the last digit."""
    with localcontext(WIDE):
        return sum(map(Decimal, values), Decimal(0))


def worth(value: str | Decimal | None) -> str:
    """What something is worth, for people; empty where that is not known."""
    return "" if value is None else dollars(Decimal(value))


def asset_of(asset: str | None) -> str:
    """An asset's name for people."""
    return label(asset) if asset else translate(phrases.UNNAMED_ASSET)


def percent(value: Decimal, most: Decimal) -> str:
    """The length of a bar against the longest one, as an SVG length."""
    if value <= 0 or most <= 0:
        return "0%"
    return f"{max(_SHORTEST, 100 * value / most):.1f}%"
