"""The pages behind the catalogue, and the shorthand its families share.

KuCoin counts weights: every user has a budget for 30 seconds in each of several pools, the
smallest for VIP level 0 (https://www.kucoin.com/docs-new/rate-limit, as its client library of
2025-11-04 states weights and pools). Four fifths of each are used, so that other programs of
the same user find room. Public requests are counted by IP address.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from readiness.exchanges.catalogue import Source, Traits
from readiness.exchanges.kucoin.wire.account import Mode
from readiness.exchanges.paging import Numbered
from readiness.gate.route import Limit, Per, Route

FUTURES: Final = "futures:"
"""The API of futures, on a host of its own, with paths that the other one has as well."""

DOCS: Final = "https://www.kucoin.com/docs-new/"
READ_ON: Final = date(2025, 11, 4)
"""The day of the official library's edition that the catalogue was written from."""
LATER: Final = date(2026, 7, 27)
"""The day on which pages were read that the library does not have: the newer API, Convert."""

_SECONDS: Final = 30.0
_SPOT: Final = 3_200
_OTHERS: Final = 1_600
_UNIFIED: Final = 160
_UNIFIED_SECONDS: Final = 3.0


def documented(number: int) -> Source:
    """A page of the official reference, by its number."""
    return Source(url=f"{DOCS}api-{number}", checked=READ_ON)


def newer(page: str) -> Source:
    """A page of the official reference that came later, by its path below ``docs-new/rest/``."""
    return Source(url=f"{DOCS}rest/{page}", checked=LATER)


def get(path: str, *parameters: str) -> Route:
    """A GET of the spot, margin and unified API; the signature is in headers."""
    return Route("GET", f"/{path}", frozenset(parameters))


def futures_get(path: str, *parameters: str) -> Route:
    """A GET of the futures API."""
    return Route("GET", f"/{path}", frozenset(parameters), api=FUTURES)


def spot(weight: int) -> Limit:
    """The pool of spot and margin."""
    return Limit(_SPOT, _SECONDS, Per.USER, weight, pool="spot")


def management(weight: int) -> Limit:
    """The pool of accounts, transfers and sub-accounts."""
    return Limit(_OTHERS, _SECONDS, Per.USER, weight, pool="management")


def futures(weight: int) -> Limit:
    """The pool of futures."""
    return Limit(_OTHERS, _SECONDS, Per.USER, weight, pool=FUTURES)


def earn(weight: int) -> Limit:
    """The pool of Earn."""
    return Limit(_OTHERS, _SECONDS, Per.USER, weight, pool="earn")


def unified(weight: int) -> Limit:
    """The pool of trading in a unified account, which lasts three seconds."""
    return Limit(_UNIFIED, _UNIFIED_SECONDS, Per.USER, weight, pool="unified")


def public(weight: int) -> Limit:
    """The pool of what everybody may see, at either host."""
    return Limit(_OTHERS, _SECONDS, Per.IP, weight, pool="public")


def pages(size: int, parameter: str = "currentPage", most: int = 100) -> Numbered:
    """Numbered pages, which state how many rows there are in all."""
    return Numbered(parameter, "pageSize", size, most=most)


def _known_to_be(mode: Mode) -> Callable[[Traits], bool]:
    """It holds for accounts that are known to be of this family."""

    def holds(traits: Traits) -> bool:
        return traits.get("mode") == mode.value

    return holds


known_classic: Final = _known_to_be(Mode.CLASSIC)
known_unified: Final = _known_to_be(Mode.UNIFIED)
"""An account can be switched between the families, and nobody says that all it has goes along
(https://www.kucoin.com/support/48142946141359). So both are asked about, and what the one that
is not in use shows is added."""


def in_unified(traits: Traits) -> bool:
    """It makes sense for all accounts but those that are known to be classic."""
    return not known_classic(traits)
