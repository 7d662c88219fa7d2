"""OKX's parts, put together."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.policy import Policy
from readiness.exchanges.adapter import Adapter
from readiness.exchanges.interface import ExchangeInfo
from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.exchanges.okx.catalogue.service import KEY, PRICES
from readiness.exchanges.okx.catalogue.sub_accounts import SUB_ACCOUNT_LIST
from readiness.exchanges.okx.key import read_key
from readiness.exchanges.okx.prices import read_prices
from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Dialect


def _dialect(
    info: ExchangeInfo, addresses: Addresses, key: Mapping[str, str], policy: Policy
) -> Dialect:
    # Here, because it loads ccxt: reading the catalogue must not.
    from readiness.exchanges.okx.dialect import OkxDialect

    return OkxDialect(info.ccxt_id, str(addresses.first), key, policy)


ADAPTER: Final = Adapter(
    catalogue=CATALOGUE,
    key=KEY,
    read_key=read_key,
    sub_accounts=SUB_ACCOUNT_LIST,
    prices=PRICES,
    read_prices=read_prices,
    per_sub_account=1 / 3,  # two requests, each 6 per 2 seconds, side by side
    make_dialect=_dialect,
)
