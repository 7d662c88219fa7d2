"""The lists of history that a backup saves, by family. Data only."""

from typing import Final

from readiness.exchanges.history import History
from readiness.exchanges.okx.catalogue.history.bills import BILLS

HISTORY: Final = History(lists=(*BILLS,))
