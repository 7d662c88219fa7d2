"""Numbers for people."""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Final

_CENT: Final = Decimal("0.01")


def dollars(value: Decimal) -> str:
    """A value in USD with two digits; what is not zero never looks like zero."""
    if value != 0 and abs(value) < _CENT:
        return "less than 0.01 USD"
    with localcontext() as context:
        context.prec = 200
        return f"about {value.quantize(_CENT, ROUND_HALF_EVEN):,} USD"
