"""The lists of history that a backup saves, by family. Data only."""

from typing import Final

from readiness.exchanges.history import History
from readiness.exchanges.okx.catalogue.history.bills import BILLS
from readiness.exchanges.okx.catalogue.history.bots import BOTS
from readiness.exchanges.okx.catalogue.history.earn import EARN
from readiness.exchanges.okx.catalogue.history.loans import LOANS
from readiness.exchanges.okx.catalogue.history.missing import MISSING
from readiness.exchanges.okx.catalogue.history.money import MONEY
from readiness.exchanges.okx.catalogue.history.trade import TRADE

HISTORY: Final = History(
    lists=(*BILLS, *MONEY, *TRADE, *EARN, *LOANS, *BOTS),
    not_available=MISSING,
)
