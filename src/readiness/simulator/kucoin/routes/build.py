"""What the routes of KuCoin have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.kucoin.paging import Pages
from readiness.simulator.tables.route import Params, Route
from readiness.simulator.tables.window import Window

KucoinRoute = Route[KucoinAccount]

TRADE_TYPES: Final = ("TRADE", "MARGIN_TRADE", "MARGIN_ISOLATED_TRADE")
MARGIN_TYPES: Final = ("MARGIN_TRADE", "MARGIN_ISOLATED_TRADE")


@dataclass(frozen=True)
class Time(Window):
    """The time that a list can be narrowed to; without one it shows all that it has."""

    start: str = "startAt"
    end: str = "endAt"

    def narrowed(self, rows: Sequence[Any], params: Params, now: int) -> list[Any]:
        """Return the rows of the time asked for."""
        asked = params.get(self.start) or params.get(self.end)
        return super().narrowed(rows, params, now) if asked else list(rows)


SINCE: Final = Time("createdAt")
"""What most lists are narrowed by."""

WIDE: Final = Pages(least=10)
"""What most lists do: 50 rows a page, 10 at the least, 500 at most."""


def get(path: str, **more: Any) -> KucoinRoute:
    """Return a route for whoever may read."""
    return KucoinRoute(path=path, **{"needs": ("General",), **more})


def public(path: str, **more: Any) -> KucoinRoute:
    """Return a route that needs no key."""
    return KucoinRoute(path=path, access="public", **more)


def listed(path: str, **more: Any) -> KucoinRoute:
    """Return a route whose rows stand in numbered pages."""
    return get(path, **{"at": "items", "paging": WIDE, **more})
