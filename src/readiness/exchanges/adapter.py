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
from readiness.exchanges.reader import Read
from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Dialect


def as_proved(key: ReadOnlyKey, _: Mapping[str, Read]) -> ReadOnlyKey:
    """The key's own answer has said everything."""
    return key


@dataclass(frozen=True)
class Adapter:
    """One exchange family.

    Attributes:
        catalogue: everything that can be asked.
        key: the request that is asked before all others.
        read_key: what its answer says about the key.
        identify: whose the key is and what the account has opened, where the identity
            requests tell that: the read-only key completed by what they brought, by id.
        sub_accounts: the request that lists sub-accounts; ``None`` where no API lists them.
        prices: the request for prices.
        read_prices: USD prices by asset in its rows.
        per_sub_account: seconds that the published limits need for one sub-account.
        per_name: seconds that they need for each name of a request that is made name by name.
        make_dialect: builds the signer; loads ccxt.
    """

    catalogue: Catalogue
    key: Request
    read_key: Callable[[Sequence[Any]], ReadOnlyKey | ActingKey]
    sub_accounts: Request | None
    prices: Request
    read_prices: Callable[[Sequence[Any]], Mapping[str, Decimal]]
    per_sub_account: float
    make_dialect: Callable[[ExchangeInfo, Addresses, Mapping[str, str], Policy], Dialect]
    per_name: float = 0.0
    identify: Callable[[ReadOnlyKey, Mapping[str, Read]], ReadOnlyKey] = as_proved


def load_adapter(info: ExchangeInfo) -> Adapter:
    """The adapter behind a configured exchange."""
    adapter = import_module(f"{info.module}.adapter").ADAPTER
    assert isinstance(adapter, Adapter)  # noqa: S101 - each adapter module defines one
    return adapter
