"""Numbers for people."""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Final

from readiness.language import say
from readiness.report.wording.phrases import ABOUT, LESS_THAN_A_CENT

_CENT: Final = Decimal("0.01")


def dollars(value: Decimal) -> str:
    """A value in USD with two digits; what is not zero never looks like zero."""
    if value != 0 and abs(value) < _CENT:
        return say(LESS_THAN_A_CENT)
    with localcontext() as context:
        context.prec = 200
        cents = value.quantize(_CENT, ROUND_HALF_EVEN)
    return say(ABOUT, value=f"{cents:,}")
