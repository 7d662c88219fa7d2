"""The other side: the same requests through ccxt's own client and its own throttler."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from benchmarks.remote import Recording, remote
from benchmarks.wire import Distance
from readiness.simulator import Arrival, OkxAccount


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


def ask_the_same(account: OkxAccount, wanted: Sequence[Arrival], distance: Distance) -> PlainRun:
    """Make the recorded requests again, all at once, as fast as ccxt lets them go.

    A request that the server refuses because ccxt was too fast is not made again: that is
    time that ccxt is given for nothing.
    """
    with remote([account], distance) as server:
        cost, ideal = asyncio.run(_ask(server.url, account, wanted))
    recording = server.recording
    if _named(recording.arrivals) != _named(wanted):
        raise RuntimeError("ccxt did not make the same requests")
    return PlainRun(cost, ideal, recording)


async def _ask(url: str, account: OkxAccount, wanted: Sequence[Arrival]) -> tuple[float, float]:
    ccxt: Any = import_module("ccxt.async_support")
    client: Any = ccxt.okx(
        {
            "apiKey": account.key,
            "secret": account.secret,
            "password": account.passphrase,
            "enableRateLimit": True,
        }
    )
    client.urls["api"]["rest"] = url
    asked = [(entry, _config(client, entry)) for entry in wanted]
    try:
        ended = await asyncio.gather(
            *(
                client.request(entry.path, [_tree(entry)], entry.method, dict(entry.params), config)
                for entry, config in asked
            ),
            return_exceptions=True,
        )
    finally:
        await client.close()
    for result in ended:
        # What the exchange refuses is answered too; anything else is a mistake of ours.
        refused = (ccxt.ExchangeError, ccxt.RateLimitExceeded)
        if isinstance(result, BaseException) and not isinstance(result, refused):
            raise result
    cost = sum(config.get("cost", 1) for _, config in asked)
    return cost, cost * client.rateLimit / 1000


def _tree(entry: Arrival) -> str:
    return "private" if entry.signed else "public"


def _config(client: Any, entry: Arrival) -> dict[str, Any]:
    """The entry of ccxt for an endpoint; for one that it does not list, it charges 1."""
    listed: dict[str, Any] = client.api[_tree(entry)][entry.method.lower()]
    return dict(listed.get(entry.path, {}))


def _named(arrivals: Sequence[Arrival]) -> Counter[tuple[str, str, str]]:
    return Counter(
        (entry.method, entry.path, "&".join(sorted(entry.query.split("&")))) for entry in arrivals
    )
