"""Where on OKX's own pages a person gets what the API does not show.

OKX publishes no page that lists its exports, so these name the place in the menus; the
menus were not seen with an account.
"""

from typing import Final

ON_WEBSITE: Final = "www.okx.com, signed in"
BILLS: Final = (
    f"{ON_WEBSITE}: Assets, the history of the trading account, with its export; OKX also makes "
    "a file for each quarter since 2021"
)
ORDERS: Final = f"{ON_WEBSITE}: Assets, Order center, with its export"
FUNDING: Final = f"{ON_WEBSITE}: Assets, the history of the funding account, with its export"
FIAT: Final = f"{ON_WEBSITE}: Buy crypto, Orders; and the statements of your bank or card"
EARN: Final = f"{ON_WEBSITE}: Grow, Earn, the history of the product"
LOANS: Final = f"{ON_WEBSITE}: Grow, Loan, the history of the loans"
BOTS: Final = f"{ON_WEBSITE}: Trade, Trading bots, the history of each kind"
COPYING: Final = f"{ON_WEBSITE}: Trade, Copy trading, the history of your trades"
BLOCKS: Final = f"{ON_WEBSITE}: Trade, Block trading, History"
P2P: Final = f"{ON_WEBSITE}: P2P trading, Orders"

QUARTER: Final = 90
"""Days; OKX says three months, and the shortest three are 89."""
