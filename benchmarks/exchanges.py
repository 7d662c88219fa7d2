"""What the measurements need to know of an exchange: accounts, a look-alike, plain ccxt."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from readiness.simulator import (
    Arrival,
    BinanceAccount,
    BinanceSimulator,
    OkxAccount,
    OkxSimulator,
)
from readiness.simulator.binance.routes import ROUTES as BINANCE_ROUTES
from readiness.simulator.limits import Limit
from readiness.simulator.okx.routes import ROUTES as OKX_ROUTES

Account: TypeAlias = OkxAccount | BinanceAccount


@dataclass(frozen=True)
class Endpoint:
    """Where ccxt keeps an endpoint: its path, and the name of the tree that it is in."""

    path: str
    tree: str


@dataclass(frozen=True)
class Exchange:
    """One exchange on the bench.

    Attributes:
        id: its id in the configuration, and the name of its class in ccxt.
        simulator: its look-alike.
        limit: the limit that a request met, with its weight.
        aim: points ccxt's client at an address.
        endpoint: where ccxt keeps what arrived.
        sub_account_path: what is asked about each sub-account, and nothing else.
    """

    id: str
    simulator: type[OkxSimulator] | type[BinanceSimulator]
    limit: Callable[[Arrival], Limit]
    aim: Callable[[Any, str], None]
    endpoint: Callable[[Arrival], Endpoint]
    sub_account_path: str

    def serve(self, accounts: list[Any]) -> OkxSimulator | BinanceSimulator:
        """The look-alike with these accounts, limits enforced."""
        return self.simulator(accounts)


def _okx_limit(entry: Arrival) -> Limit:
    return OKX_ROUTES[entry.path].limit


def _aim_okx(client: Any, url: str) -> None:
    client.urls["api"]["rest"] = url


def _okx_endpoint(entry: Arrival) -> Endpoint:
    return Endpoint(entry.path, "private" if entry.signed else "public")


_BINANCE_PATH: Final = re.compile(r"(?P<family>[a-z]+)/v(?P<version>[0-9])/(?P<rest>.+)")
_FAMILIES: Final[Mapping[str, str]] = {
    "fapi": "fapiPrivate",
    "dapi": "dapiPrivate",
    "eapi": "eapiPrivate",
}


def _binance_limit(entry: Arrival) -> Limit:
    route = BINANCE_ROUTES[entry.path]
    return route.pool.limit(route.cost(entry.params))


def _aim_binance(client: Any, url: str) -> None:
    for tree, address in client.urls["api"].items():
        if isinstance(address, str):
            client.urls["api"][tree] = re.sub(r"https://[^/]+", url, address)


def _binance_endpoint(entry: Arrival) -> Endpoint:
    match = _BINANCE_PATH.fullmatch(entry.path)
    if match is None:
        raise ValueError(f"{entry.path} is no path of Binance's API")
    family, version, rest = match["family"], match["version"], match["rest"]
    if family == "api":
        return Endpoint(rest, "private" if entry.signed else "public")
    tree = _FAMILIES.get(family, family)
    return Endpoint(rest, tree if version == "1" else f"{tree}V{version}")


OKX: Final = Exchange(
    id="okx",
    simulator=OkxSimulator,
    limit=_okx_limit,
    aim=_aim_okx,
    endpoint=_okx_endpoint,
    sub_account_path="asset/subaccount/balances",
)
BINANCE: Final = Exchange(
    id="binance",
    simulator=BinanceSimulator,
    limit=_binance_limit,
    aim=_aim_binance,
    endpoint=_binance_endpoint,
    sub_account_path="sapi/v4/sub-account/assets",
)
