"""The lists of history that a backup saves, by family. Data only.

Written from Binance's official connector and, where it is silent about the size of a page,
from the pages of developers.binance.com as they were in November 2025. Jobs that make a file
(``asyn``) are never asked for: they are GETs, and start something.
"""

from typing import Final

from readiness.exchanges.binance.catalogue.history.earn import EARN
from readiness.exchanges.binance.catalogue.history.exchanging import EXCHANGED
from readiness.exchanges.binance.catalogue.history.futures import FUTURES
from readiness.exchanges.binance.catalogue.history.loans import LOANS
from readiness.exchanges.binance.catalogue.history.margin import MARGIN
from readiness.exchanges.binance.catalogue.history.names import NAMES
from readiness.exchanges.binance.catalogue.history.not_available import NOT_AVAILABLE
from readiness.exchanges.binance.catalogue.history.options import OPTIONS
from readiness.exchanges.binance.catalogue.history.portfolio_margin import PORTFOLIO_MARGIN
from readiness.exchanges.binance.catalogue.history.products import OTHERS
from readiness.exchanges.binance.catalogue.history.spot import SPOT
from readiness.exchanges.binance.catalogue.history.sub_accounts import SUB_ACCOUNT_TRANSFERS
from readiness.exchanges.binance.catalogue.history.transfers import MOVED
from readiness.exchanges.history import History

HISTORY: Final = History(
    lists=(
        *MOVED,
        *EXCHANGED,
        *EARN,
        *LOANS,
        *SPOT,
        *MARGIN,
        *SUB_ACCOUNT_TRANSFERS,
        *OTHERS,
        *OPTIONS,
        *FUTURES,
        *PORTFOLIO_MARGIN,
    ),
    not_available=NOT_AVAILABLE,
    names=NAMES,
)
