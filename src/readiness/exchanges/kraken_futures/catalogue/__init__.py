"""Every request that the tool can send to Kraken's derivatives API. Data only."""

from typing import Final

from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.kraken_futures.catalogue.account import ACCOUNT, SUB_ACCOUNTS
from readiness.exchanges.kraken_futures.catalogue.service import SERVICE

CATALOGUE: Final = Catalogue(SERVICE, ACCOUNT, (SUB_ACCOUNTS,))
