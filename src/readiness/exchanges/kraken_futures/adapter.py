"""The parts of Kraken's derivatives API, put together."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.policy import Policy
from readiness.exchanges.adapter import Adapter
from readiness.exchanges.interface import ExchangeInfo
from readiness.exchanges.kraken_futures.catalogue import CATALOGUE
from readiness.exchanges.kraken_futures.catalogue.account import SUB_ACCOUNTS
from readiness.exchanges.kraken_futures.catalogue.service import KEY, PRICES
from readiness.exchanges.kraken_futures.key import read_key
from readiness.exchanges.kraken_futures.prices import read_prices
from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Dialect


def _dialect(
    info: ExchangeInfo, addresses: Addresses, key: Mapping[str, str], policy: Policy
) -> Dialect:
    # Here, because it loads ccxt: reading the catalogue must not.
    from readiness.exchanges.kraken_futures.dialect import KrakenFuturesDialect

    return KrakenFuturesDialect(info.ccxt_id, str(addresses.first), key, policy)


ADAPTER: Final = Adapter(
    catalogue=CATALOGUE,
    key=KEY,
    read_key=read_key,
    sub_accounts=SUB_ACCOUNTS,
    prices=PRICES,
    read_prices=read_prices,
    per_sub_account=0.0,  # one answer tells of all of them
    make_dialect=_dialect,
)
