"""Every request that the tool can send to Binance, by family. Data only."""

from typing import Final

from readiness.exchanges.binance.catalogue.account import ACCOUNT
from readiness.exchanges.binance.catalogue.activity import ACTIVITY
from readiness.exchanges.binance.catalogue.algo import ALGO
from readiness.exchanges.binance.catalogue.earn import EARN
from readiness.exchanges.binance.catalogue.futures import FUTURES
from readiness.exchanges.binance.catalogue.history import HISTORY
from readiness.exchanges.binance.catalogue.loans import LOANS
from readiness.exchanges.binance.catalogue.managed import MANAGED
from readiness.exchanges.binance.catalogue.margin import MARGIN
from readiness.exchanges.binance.catalogue.options import OPTIONS
from readiness.exchanges.binance.catalogue.portfolio_margin import PORTFOLIO_MARGIN
from readiness.exchanges.binance.catalogue.service import SERVICE
from readiness.exchanges.binance.catalogue.spot import SPOT
from readiness.exchanges.binance.catalogue.staking import STAKING
from readiness.exchanges.binance.catalogue.sub_accounts import SUB_ACCOUNTS
from readiness.exchanges.binance.catalogue.totals import TOTALS
from readiness.exchanges.binance.catalogue.transfers import TRANSFERS
from readiness.exchanges.catalogue import Catalogue

CATALOGUE: Final = Catalogue(
    SERVICE,
    ACCOUNT,
    SPOT,
    MARGIN,
    FUTURES,
    OPTIONS,
    PORTFOLIO_MARGIN,
    ALGO,
    EARN,
    STAKING,
    LOANS,
    TRANSFERS,
    ACTIVITY,
    SUB_ACCOUNTS,
    MANAGED,
    TOTALS,
    history=HISTORY,
)
