"""Every request that the tool can send to KuCoin, by family. Data only."""

from typing import Final

from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.kucoin.catalogue.earn import EARN
from readiness.exchanges.kucoin.catalogue.futures import FUTURES_TRADE
from readiness.exchanges.kucoin.catalogue.history import HISTORY
from readiness.exchanges.kucoin.catalogue.loans import LOANS
from readiness.exchanges.kucoin.catalogue.movements import MOVEMENTS
from readiness.exchanges.kucoin.catalogue.orders import ORDERS
from readiness.exchanges.kucoin.catalogue.service import SERVICE
from readiness.exchanges.kucoin.catalogue.sub_accounts import SUB_ACCOUNTS
from readiness.exchanges.kucoin.catalogue.transfers import TRANSFERS
from readiness.exchanges.kucoin.catalogue.unified import UNIFIED
from readiness.exchanges.kucoin.catalogue.wallets import WALLETS

CATALOGUE: Final = Catalogue(
    SERVICE,
    WALLETS,
    ORDERS,
    FUTURES_TRADE,
    UNIFIED,
    LOANS,
    EARN,
    TRANSFERS,
    MOVEMENTS,
    SUB_ACCOUNTS,
    history=HISTORY,
)
