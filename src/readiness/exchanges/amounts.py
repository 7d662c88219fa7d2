"""Small helpers on amounts that all readers share."""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from typing import Final

from readiness.domain.amount import WIDE, Exact, NotStated, Unreadable, is_nothing

AnyAmount = Exact | NotStated | Unreadable

_ONE_WAY: Final = frozenset({"", "BOTH"})
"""What exchanges write of a position's side where an account is not in hedge mode."""


def first_left(*amounts: AnyAmount) -> AnyAmount | None:
    """The first amount that may stand for something; ``None`` if all of them are nothing."""
    return next((amount for amount in amounts if not is_nothing(amount)), None)


def owed(amount: AnyAmount) -> AnyAmount:
    """A liability as a positive amount: OKX signs it differently from place to place."""
    return Exact(value=abs(amount.value)) if isinstance(amount, Exact) else amount


def negative(amount: AnyAmount) -> bool:
    """Whether an amount is a number below zero."""
    return isinstance(amount, Exact) and amount.value < 0


def side_of(size: AnyAmount, stated: str) -> str:
    """Long or short; outside of hedge mode only the sign of a position's size says so."""
    if stated not in _ONE_WAY or not first_left(size):
        return stated
    if negative(size):
        return "SHORT"
    return "LONG" if isinstance(size, Exact) else stated


def worth(amount: AnyAmount, whole: AnyAmount, whole_usd: AnyAmount) -> AnyAmount:
    """The part of a total value in USD that falls to one amount of the whole."""
    match amount, whole, whole_usd:
        case Exact(value=part), Exact(value=all_of_it), Exact(value=usd) if all_of_it != 0:
            with localcontext(WIDE):
                return Exact(value=(part * usd / all_of_it).quantize(Decimal("1e-8")))
    return NotStated()


def less(whole: AnyAmount, parts: Iterable[AnyAmount]) -> AnyAmount:
    """A total without some of its parts; what is no number takes nothing off."""
    if not isinstance(whole, Exact):
        return NotStated()
    with localcontext(WIDE):
        taken = sum((part.value for part in parts if isinstance(part, Exact)), Decimal(0))
        return Exact(value=whole.value - taken)
