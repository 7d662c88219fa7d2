"""Kraken's parts, put together."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.policy import Policy
from readiness.exchanges.adapter import Adapter
from readiness.exchanges.interface import ExchangeInfo
from readiness.exchanges.kraken.catalogue import CATALOGUE
from readiness.exchanges.kraken.catalogue.service import KEY, PRICES
from readiness.exchanges.kraken.key import identify, read_key
from readiness.exchanges.kraken.prices import read_prices
from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Dialect


def _dialect(
    info: ExchangeInfo, addresses: Addresses, key: Mapping[str, str], policy: Policy
) -> Dialect:
    # Here, because it loads ccxt: reading the catalogue must not.
    from readiness.exchanges.kraken.dialect import KrakenDialect

    return KrakenDialect(info.ccxt_id, str(addresses.first), key, policy)


ADAPTER: Final = Adapter(
    catalogue=CATALOGUE,
    key=KEY,
    read_key=read_key,
    identify=identify,
    sub_accounts=None,  # no request lists them
    prices=PRICES,
    read_prices=read_prices,
    per_sub_account=0.0,
    per_name=3.0,  # a point of the slowest counter
    make_dialect=_dialect,
)
