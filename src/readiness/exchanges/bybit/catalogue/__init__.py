"""Every request that the tool can send to Bybit, by family. Data only."""

from typing import Final

from readiness.exchanges.bybit.catalogue.earn import EARN
from readiness.exchanges.bybit.catalogue.history import HISTORY
from readiness.exchanges.bybit.catalogue.loans import LOANS
from readiness.exchanges.bybit.catalogue.service import SERVICE
from readiness.exchanges.bybit.catalogue.sub_accounts import SUB_ACCOUNTS
from readiness.exchanges.bybit.catalogue.totals import TOTALS
from readiness.exchanges.bybit.catalogue.trade import TRADE
from readiness.exchanges.bybit.catalogue.transfers import TRANSFERS
from readiness.exchanges.bybit.catalogue.wallets import WALLETS
from readiness.exchanges.catalogue import Catalogue

CATALOGUE: Final = Catalogue(
    SERVICE, WALLETS, TRADE, LOANS, EARN, TRANSFERS, SUB_ACCOUNTS, TOTALS, history=HISTORY
)
