"""Every request that the tool can send to Kraken's spot exchange, by family. Data only."""

from typing import Final

from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.kraken.catalogue.earn import EARN
from readiness.exchanges.kraken.catalogue.history import HISTORY
from readiness.exchanges.kraken.catalogue.service import SERVICE
from readiness.exchanges.kraken.catalogue.trade import TRADE
from readiness.exchanges.kraken.catalogue.transfers import TRANSFERS
from readiness.exchanges.kraken.catalogue.wallets import WALLETS

CATALOGUE: Final = Catalogue(SERVICE, EARN, WALLETS, TRADE, TRANSFERS, history=HISTORY)
