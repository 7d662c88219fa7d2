"""KuCoin's parts, put together."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.policy import Policy
from readiness.exchanges.adapter import Adapter
from readiness.exchanges.interface import ExchangeInfo
from readiness.exchanges.kucoin.catalogue import CATALOGUE
from readiness.exchanges.kucoin.catalogue.service import KEY, PRICES
from readiness.exchanges.kucoin.catalogue.sub_accounts import SUB_ACCOUNT_LIST
from readiness.exchanges.kucoin.key import identify, read_key
from readiness.exchanges.kucoin.prices import read_prices
from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Dialect


def _dialect(
    info: ExchangeInfo, addresses: Addresses, key: Mapping[str, str], policy: Policy
) -> Dialect:
    # Here, because it loads ccxt: reading the catalogue must not.
    from readiness.exchanges.kucoin.dialect import KucoinDialect

    return KucoinDialect(info.ccxt_id, addresses, key, policy)


ADAPTER: Final = Adapter(
    catalogue=CATALOGUE,
    key=KEY,
    read_key=read_key,
    identify=identify,
    sub_accounts=SUB_ACCOUNT_LIST,
    prices=PRICES,
    read_prices=read_prices,
    per_sub_account=1 / 8,  # one request that weighs 5 of the 1,600 that 30 seconds have
    per_name=1 / 2,  # a coin's deposits and withdrawals weigh 25 of the same
    make_dialect=_dialect,
)
