"""What the lists have in common: pages, reach, and where a person gets the rest.

Bybit publishes no page that lists its exports, so the places name the menus; the menus
were not seen with an account.
"""

from datetime import date
from typing import Final

from readiness.exchanges.history import Beginning, LastDays, Spans
from readiness.exchanges.paging import Tokens

ON_WEBSITE: Final = "www.bybit.com, signed in"
EXPORT: Final = f"{ON_WEBSITE}: Assets, History, Data Export"
TRADES: Final = f"{ON_WEBSITE}: Orders, the history of the product, with its export"
EARN: Final = f"{ON_WEBSITE}: Finance, Earn, the history of the product"
LOANS: Final = f"{ON_WEBSITE}: Finance, Crypto Loans, History"
CARD: Final = f"{ON_WEBSITE}: Card, Transactions"
BOTS: Final = f"{ON_WEBSITE}: Tools, Trading Bot, History"
P2P: Final = f"{ON_WEBSITE}: P2P Trading, Orders"

TWO_YEARS: Final = LastDays(729)
"""Two years; a day less, since nobody tells to what they are rounded."""
FOUNDED: Final = Beginning(date(2018, 3, 1))
"""Bybit was founded in March 2018; before, no account had anything."""

WEEK: Final = Spans("startTime", "endTime", 7)
MONTH: Final = Spans("startTime", "endTime", 29)
"""A span has to be shorter than 30 days, counted in seconds."""
SPAN: Final = ("startTime", "endTime", "limit", "cursor")


def pages(size: int) -> Tokens:
    """Pages by the token that the answer tells; the last one tells none."""
    return Tokens("cursor", "nextPageCursor", size, ends=("", "0"), absent_ends=True)
