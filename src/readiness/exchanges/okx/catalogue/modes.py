"""OKX's account modes, and for which of them a request makes sense."""

from collections.abc import Callable
from typing import Final

from readiness.exchanges.catalogue import Traits

SPOT: Final = "1"
FUTURES: Final = "2"
MULTI_CURRENCY: Final = "3"
PORTFOLIO: Final = "4"

REPAY_MODES: Final = (SPOT, MULTI_CURRENCY, PORTFOLIO)
MARGIN_MODES: Final = (MULTI_CURRENCY, PORTFOLIO)

_KNOWN: Final = frozenset({SPOT, FUTURES, MULTI_CURRENCY, PORTFOLIO})


def in_mode(*modes: str) -> Callable[[Traits], bool]:
    """It makes sense in these modes, and in any mode that is not known."""

    def applies(traits: Traits) -> bool:
        mode = traits.get("mode", "")
        return mode in modes or mode not in _KNOWN

    return applies
