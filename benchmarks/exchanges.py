"""What the measurements need to know of an exchange: accounts, a look-alike, plain ccxt."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Final, TypeAlias

from readiness.exchanges.bybit.catalogue.source import OF_AN_ADDRESS
from readiness.exchanges.catalogue import Request
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.route import Limit
from readiness.simulator import (
    BinanceAccount,
    BinanceSimulator,
    BybitAccount,
    BybitSimulator,
    KrakenAccount,
    KrakenFuturesAccount,
    KrakenFuturesSimulator,
    KrakenSimulator,
    KucoinAccount,
    KucoinSimulator,
    OkxAccount,
    OkxSimulator,
)
from readiness.simulator.binance import worlds as binance
from readiness.simulator.bybit import worlds as bybit
from readiness.simulator.kraken import worlds as kraken
from readiness.simulator.kraken_futures import worlds as kraken_futures
from readiness.simulator.kucoin import worlds as kucoin
from readiness.simulator.okx import worlds as okx
from readiness.simulator.simulator import Simulator

Account: TypeAlias = Any
"""An account of a look-alike."""


@dataclass(frozen=True)
class Endpoint:
    """Where ccxt keeps an endpoint: its path, the name of its tree, what else it wants to hear."""

    path: str
    tree: str
    extra: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, eq=False)
class Exchange:
    """One exchange on the bench.

    Attributes:
        id: its id in the configuration.
        simulator: its look-alike.
        account: makes a clean account, without a past.
        worlds: the ready-made accounts: ``empty`` has a past, ``messy`` is full.
        endpoint: where ccxt keeps a request.
        crowd: what an address may ask in all, whatever it asks.
        per_sub_account: the path that is asked about each sub-account, and nothing else.
        raw: ccxt signs and sends values as they are, so they have to be encoded before.
    """

    id: str
    simulator: Callable[..., Simulator]
    account: Callable[..., Account]
    worlds: ModuleType
    endpoint: Callable[[Request], Endpoint]
    crowd: Limit | None = None
    per_sub_account: str = ""
    raw: bool = False

    @property
    def ccxt_class(self) -> str:
        """The name of its class in ccxt."""
        return EXCHANGES[self.id].ccxt_id

    def open_account(self, world: str = "clean") -> Account:
        """An account: ``clean``, or one of the worlds."""
        account: Account = self.account() if world == "clean" else getattr(self.worlds, world)()
        return account

    def credentials(self, account: Account) -> dict[str, str]:
        """The parts of an account's key."""
        return {name: getattr(account, name) for name in EXCHANGES[self.id].credential_fields}


def _visible(request: Request) -> str:
    return "private" if request.signed else "public"


def _okx(request: Request) -> Endpoint:
    return Endpoint(request.route.path.removeprefix("/api/v5/"), _visible(request))


_BINANCE_PATH: Final = re.compile(r"/(?P<family>[a-z]+)/v(?P<version>[0-9])/(?P<rest>.+)")
_FAMILIES: Final[Mapping[str, str]] = {
    "fapi": "fapiPrivate",
    "dapi": "dapiPrivate",
    "eapi": "eapiPrivate",
}


def _binance(request: Request) -> Endpoint:
    family, version, rest = _parts(_BINANCE_PATH, request)
    if family == "api":
        return Endpoint(rest, _visible(request))
    tree = _FAMILIES.get(family, family)
    return Endpoint(rest, tree if version == "1" else f"{tree}V{version}")


def _bybit(request: Request) -> Endpoint:
    return Endpoint(request.route.path.removeprefix("/"), _visible(request))


def _kraken(request: Request) -> Endpoint:
    return Endpoint(request.route.path.split("/", 3)[3], _visible(request))


_FUTURES_PATH: Final = re.compile(
    r"/(?:derivatives/api|api/(?P<tree>[a-z]+))/(?P<version>v[0-9]+)/(?P<rest>.+)"
)


def _kraken_futures(request: Request) -> Endpoint:
    tree, version, rest = _parts(_FUTURES_PATH, request)
    return Endpoint(rest, tree or _visible(request), {"version": version})


_KUCOIN_PATH: Final = re.compile(r"/api/(?P<unified>ua/)?(?P<version>v[0-9])/(?P<rest>.+)")


def _kucoin(request: Request) -> Endpoint:
    unified, version, rest = _parts(_KUCOIN_PATH, request)
    if unified:
        return Endpoint(rest, "utaPrivate" if request.signed else "uta")
    side = f"futures{_visible(request).title()}" if request.route.api else _visible(request)
    return Endpoint(rest, side, {"version": version})


def _parts(pattern: re.Pattern[str], request: Request) -> tuple[str, ...]:
    """What the groups of the pattern match; empty for one that takes no part."""
    match = pattern.fullmatch(request.route.path)
    if match is None:
        raise ValueError(f"{request.route.path} is no path that ccxt knows")
    return match.groups("")


OKX: Final = Exchange(
    "okx", OkxSimulator, OkxAccount, okx, _okx, per_sub_account="asset/subaccount/balances"
)
BINANCE: Final = Exchange("binance", BinanceSimulator, BinanceAccount, binance, _binance)
BYBIT: Final = Exchange(
    "bybit", BybitSimulator, BybitAccount, bybit, _bybit, crowd=OF_AN_ADDRESS, raw=True
)
KRAKEN: Final = Exchange("kraken", KrakenSimulator, KrakenAccount, kraken, _kraken)
KRAKEN_FUTURES: Final = Exchange(
    "kraken-futures",
    KrakenFuturesSimulator,
    KrakenFuturesAccount,
    kraken_futures,
    _kraken_futures,
)
KUCOIN: Final = Exchange("kucoin", KucoinSimulator, KucoinAccount, kucoin, _kucoin)

ON_THE_BENCH: Final[Mapping[str, Exchange]] = {
    each.id: each for each in (OKX, BINANCE, BYBIT, KRAKEN, KRAKEN_FUTURES, KUCOIN)
}
"""One of every family, by its id."""
