"""Binance's parts, put together."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.policy import Policy
from readiness.exchanges.adapter import Adapter
from readiness.exchanges.binance.catalogue import CATALOGUE
from readiness.exchanges.binance.catalogue.service import KEY, PRICES
from readiness.exchanges.binance.catalogue.sub_accounts import SUB_ACCOUNT_LIST
from readiness.exchanges.binance.key import identify, read_key
from readiness.exchanges.binance.prices import read_prices
from readiness.exchanges.interface import ExchangeInfo
from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Dialect


def _dialect(
    info: ExchangeInfo, addresses: Addresses, key: Mapping[str, str], policy: Policy
) -> Dialect:
    # Here, because it loads ccxt: reading the catalogue must not.
    from readiness.exchanges.binance.dialect import BinanceDialect

    return BinanceDialect(info.ccxt_id, addresses, key, policy)


ADAPTER: Final = Adapter(
    catalogue=CATALOGUE,
    key=KEY,
    read_key=read_key,
    identify=identify,
    sub_accounts=SUB_ACCOUNT_LIST,
    prices=PRICES,
    read_prices=read_prices,
    per_sub_account=1 / 40,  # a balance weighs 60 of the 144,000 that a user may spend in a minute
    make_dialect=_dialect,
)
