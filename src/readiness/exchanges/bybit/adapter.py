"""Bybit's parts, put together."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.policy import Policy
from readiness.exchanges.adapter import Adapter
from readiness.exchanges.bybit.catalogue import CATALOGUE
from readiness.exchanges.bybit.catalogue.service import KEY, PRICES
from readiness.exchanges.bybit.catalogue.sub_accounts import SUB_ACCOUNT_LIST
from readiness.exchanges.bybit.key import identify, read_key
from readiness.exchanges.bybit.prices import read_prices
from readiness.exchanges.interface import ExchangeInfo
from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Dialect


def _dialect(
    info: ExchangeInfo, addresses: Addresses, key: Mapping[str, str], policy: Policy
) -> Dialect:
    # Here, because it loads ccxt: reading the catalogue must not.
    from readiness.exchanges.bybit.dialect import BybitDialect

    return BybitDialect(info.ccxt_id, str(addresses.first), key, policy)


ADAPTER: Final = Adapter(
    catalogue=CATALOGUE,
    key=KEY,
    read_key=read_key,
    identify=identify,
    sub_accounts=SUB_ACCOUNT_LIST,
    prices=PRICES,
    read_prices=read_prices,
    per_sub_account=6,  # a year of deposits: up to 26 requests, 5 in a second
    make_dialect=_dialect,
)
