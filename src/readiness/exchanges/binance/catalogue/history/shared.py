"""What the families of history share: how far back, how it is paged, where the rest is."""

from datetime import date
from typing import Final

from readiness.exchanges.history import Beginning, Spans
from readiness.exchanges.paging import Numbered

OPENED: Final = Beginning(date(2017, 7, 1))
"""Nobody has anything older: Binance began in that month."""

STATEMENTS: Final = (
    "https://www.binance.com/en-BH/support/faq/"
    "how-to-use-binance-account-statements-e12bc83ec9ba4e96a076d2b4a4419182"
)
"""The page about account statements, which the website makes for up to a year each."""

FUTURES_HISTORY: Final = "Binance website: Orders, Futures order, export; or an account statement"
MARGIN_HISTORY: Final = "Binance website: Orders, Margin order, export; or an account statement"
TRANSFERS: Final = "Binance website: Assets, History, Transfer, export"

PAGES: Final = Numbered("current", "size", 100)
SPAN: Final = ("startTime", "endTime")
PAGE: Final = ("current", "size")


def spans(days: float) -> Spans:
    """Spans of so many days, as nearly every list names them."""
    return Spans("startTime", "endTime", days)
