"""The other side: the same requests through ccxt's own client and its own throttler."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from benchmarks.exchanges import Account, Endpoint, Exchange
from benchmarks.remote import Recording, remote
from benchmarks.wire import Distance
from readiness.simulator import Arrival


@dataclass(frozen=True)
class PlainRun:
    """One run of ccxt's client.

    Attributes:
        cost: what ccxt's table charges for the requests, in its own units.
        ideal: seconds that this cost takes in its bucket.
        recording: what the server saw.
    """

    cost: float
    ideal: float
    recording: Recording


def ask_the_same(
    exchange: Exchange, account: Account, wanted: Sequence[Arrival], distance: Distance
) -> PlainRun:
    """Make the recorded requests again, all at once, as fast as ccxt lets them go.

    A request that the server refuses because ccxt was too fast is not made again: that is
    time that ccxt is given for nothing.
    """
    with remote(exchange, [account], distance) as server:
        cost, ideal = asyncio.run(_ask(exchange, server.url, account, wanted))
    recording = server.recording
    if _named(recording.arrivals) != _named(wanted):
        raise RuntimeError("ccxt did not make the same requests")
    return PlainRun(cost, ideal, recording)


async def _ask(
    exchange: Exchange, url: str, account: Account, wanted: Sequence[Arrival]
) -> tuple[float, float]:
    ccxt: Any = import_module("ccxt.async_support")
    client: Any = getattr(ccxt, exchange.id)(
        {
            "apiKey": account.key,
            "secret": account.secret,
            "password": account.passphrase,
            "enableRateLimit": True,
        }
    )
    exchange.aim(client, url)
    asked = [(entry, exchange.endpoint(entry)) for entry in wanted]
    configs = [_config(client, entry, place) for entry, place in asked]
    try:
        ended = await asyncio.gather(
            *(
                client.request(place.path, [place.tree], entry.method, dict(entry.params), config)
                for (entry, place), config in zip(asked, configs, strict=True)
            ),
            return_exceptions=True,
        )
    finally:
        await client.close()
    for result in ended:
        # What the exchange refuses is answered too; anything else is a mistake of ours. After the
        # first good answer ccxt takes Binance's -2015 for a protection against too many requests.
        refused = (ccxt.ExchangeError, ccxt.RateLimitExceeded, ccxt.DDoSProtection)
        if isinstance(result, BaseException) and not isinstance(result, refused):
            raise result
    cost = sum(config.get("cost", 1) for config in configs)
    return cost, cost * client.rateLimit / 1000


def _config(client: Any, entry: Arrival, place: Endpoint) -> dict[str, Any]:
    """The entry of ccxt for an endpoint; for one that it does not list, it charges 1."""
    listed: Any = client.api.get(place.tree, {}).get(entry.method.lower(), {})
    known = listed.get(place.path, {}) if isinstance(listed, dict) else {}
    return dict(known) if isinstance(known, dict) else {"cost": known}


def _named(arrivals: Sequence[Arrival]) -> Counter[tuple[str, str, str]]:
    return Counter(
        (entry.method, entry.path, "&".join(sorted(entry.query.split("&")))) for entry in arrivals
    )
