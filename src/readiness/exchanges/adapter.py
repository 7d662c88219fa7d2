"""The parts an exchange family consists of, as the scan uses them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from typing import Any

from readiness.domain.key import ActingKey, ReadOnlyKey
from readiness.domain.policy import Policy
from readiness.exchanges.catalogue import Catalogue, Request
from readiness.exchanges.interface import ExchangeInfo
from readiness.gate.dialect import Dialect


@dataclass(frozen=True)
class Adapter:
    """One exchange family.

    Attributes:
        catalogue: everything that can be asked.
        key: the request that is asked before all others.
        read_key: what its answer says about the key.
        sub_accounts: the request that lists sub-accounts.
        prices: the request for prices.
        read_prices: USD prices by asset in its rows.
        per_sub_account: seconds that the published limits need for one sub-account.
        make_dialect: builds the signer; loads ccxt.
    """

    catalogue: Catalogue
    key: Request
    read_key: Callable[[Sequence[Any]], ReadOnlyKey | ActingKey]
    sub_accounts: Request
    prices: Request
    read_prices: Callable[[Sequence[Any]], Mapping[str, Decimal]]
    per_sub_account: float
    make_dialect: Callable[[ExchangeInfo, str, Mapping[str, str], Policy], Dialect]


def load_adapter(info: ExchangeInfo) -> Adapter:
    """The adapter behind a configured exchange."""
    adapter = import_module(f"{info.module}.adapter").ADAPTER
    assert isinstance(adapter, Adapter)  # noqa: S101 - each adapter module defines one
    return adapter
