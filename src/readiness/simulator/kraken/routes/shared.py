"""What the routes have in common: the counter of a key, and permissions."""

from __future__ import annotations

from readiness.simulator.kraken.account import TIERS, KrakenAccount
from readiness.simulator.limits import Limit
from readiness.simulator.tables.paging import Offset
from readiness.simulator.tables.route import Route

KrakenRoute = Route[KrakenAccount]

FUNDS = ("query-funds",)
TRADES = ("query-open-trades",)
PAST_TRADES = ("query-closed-trades",)
LEDGER = ("query-ledger",)


def counted(points: int = 1) -> tuple[Limit, ...]:
    """Return the counter that every private request of a key raises, as starters have it."""
    most, falls = TIERS["starter"]
    return (Limit(most, most / float(falls), "key", weight=points, pool="private", decays=True),)


def fifty(id_: str) -> Offset:
    """Return pages of fifty beside the number of all, by how many to leave out."""
    return Offset(offset="ofs", size="", default=50, count="count", ids=(id_,))
