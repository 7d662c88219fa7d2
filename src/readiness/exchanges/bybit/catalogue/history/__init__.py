"""The lists of history that a backup saves, by family. Data only."""

from typing import Final

from readiness.exchanges.bybit.catalogue.history.missing import MISSING
from readiness.exchanges.bybit.catalogue.history.money import MONEY
from readiness.exchanges.bybit.catalogue.history.products import PRODUCTS
from readiness.exchanges.bybit.catalogue.history.trade import TRADE
from readiness.exchanges.history import History

HISTORY: Final = History(lists=(*MONEY, *TRADE, *PRODUCTS), not_available=MISSING)
