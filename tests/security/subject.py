"""One exchange whose scans are listened to; nothing here knows which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.exchanges.embedded import EMBEDDED, Account
from tests.security.support import parts

from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.registry import EXCHANGES
from readiness.simulator import Fault
from readiness.simulator.simulator import Simulator


@dataclass(frozen=True, eq=False)
class Subject:
    """One exchange.

    Attributes:
        exchange: its id in the configuration.
        prefix: what stands before a path as it is recorded, or before most of them.
        others: what stands before the others.
        clock: the request that tells the exchange's time.
        many: so many requests a scan makes at least.
        first: what else is asked before anything about money, the clock and the key included.
        crowd: puts something of everything into an account.
        something: puts a little into an account.
        read_only: arguments of an account with an ordinary key.
        acting: arguments of accounts whose key can act, or might.
        no_proof: faults after which nobody knows what a key may do.
        listing: a list that is asked for, to be answered by a redirect.
    """

    exchange: str
    prefix: str
    clock: str
    crowd: Callable[[Account], object]
    something: Callable[[Account], object]
    acting: tuple[Mapping[str, Any], ...]
    no_proof: tuple[Fault, ...]
    listing: str
    many: int = 41
    others: tuple[str, ...] = ()
    first: frozenset[str] = field(default_factory=frozenset)

    def __str__(self) -> str:
        return self.exchange

    @property
    def catalogue(self) -> Catalogue:
        return load_adapter(EXCHANGES[self.exchange]).catalogue

    @property
    def prefixes(self) -> tuple[str, ...]:
        """All that stands before paths."""
        return (self.prefix, *self.others)

    @property
    def key(self) -> str:
        """The request that asks about the key."""
        return load_adapter(EXCHANGES[self.exchange]).key.id

    def account(self, **more: Any) -> Account:
        """An account whose key is made of canaries."""
        return EMBEDDED[self.exchange].open_account(**parts(self.exchange), **more)

    def crowded(self) -> Account:
        """The same with something of everything in it."""
        account = self.account()
        self.crowd(account)
        return account

    def served(self, *accounts: Account) -> Simulator:
        """An exchange with these accounts, which does not enforce its limits."""
        return EMBEDDED[self.exchange].serve(accounts, limits=False)
