"""Every request that the tool can send to OKX, by family. Data only."""

from typing import Final

from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.okx.catalogue.bots import BOTS
from readiness.exchanges.okx.catalogue.earn import EARN
from readiness.exchanges.okx.catalogue.history import HISTORY
from readiness.exchanges.okx.catalogue.loans import LOANS
from readiness.exchanges.okx.catalogue.movements import MOVEMENTS
from readiness.exchanges.okx.catalogue.service import SERVICE
from readiness.exchanges.okx.catalogue.sub_accounts import SUB_ACCOUNTS
from readiness.exchanges.okx.catalogue.totals import TOTALS
from readiness.exchanges.okx.catalogue.trade import TRADE
from readiness.exchanges.okx.catalogue.transfers import TRANSFERS
from readiness.exchanges.okx.catalogue.wallets import WALLETS

CATALOGUE: Final = Catalogue(
    SERVICE,
    WALLETS,
    TRADE,
    BOTS,
    LOANS,
    EARN,
    TRANSFERS,
    MOVEMENTS,
    SUB_ACCOUNTS,
    TOTALS,
    history=HISTORY,
)
