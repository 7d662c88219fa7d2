"""The other side: a plain script, ccxt's own client with its own throttler.

It runs in a process of its own and imports ccxt and nothing of ours, so that its memory is what
such a script takes.
"""

import asyncio
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Question:
    """One request as ccxt knows it.

    Attributes:
        path: its path in ccxt's table.
        tree: the name of the table's tree.
        method: HTTP method.
        params: its parameters.
    """

    path: str
    tree: str
    method: str
    params: Mapping[str, str]


@dataclass(frozen=True)
class Script:
    """What is asked of one account.

    Attributes:
        ccxt_class: the exchange's class in ccxt.
        url: where the exchange is.
        credentials: the parts of the account's key.
        questions: all of them, to be asked at once.
    """

    ccxt_class: str
    url: str
    credentials: Mapping[str, str]
    questions: Sequence[Question]


@dataclass(frozen=True)
class Ended:
    """How it went.

    Attributes:
        wall: seconds from making the clients to the last answer.
        cpu: seconds of processor time in it.
        ideal: seconds that the longest list takes in ccxt's bucket, by its own table of costs.
    """

    wall: float
    cpu: float
    ideal: float


def run(scripts: Sequence[Script]) -> Ended:
    """Ask everything, as fast as ccxt lets it go; loading ccxt is not counted."""
    import_module("ccxt.async_support")
    return asyncio.run(ask_all(scripts, time.perf_counter))


async def ask_all(
    scripts: Sequence[Script],
    clock: Callable[[], float],
    change: Callable[[Any, Script], None] | None = None,
) -> Ended:
    """Ask everything, a client for each account.

    Args:
        scripts: what is asked.
        clock: seconds.
        change: does something to each client before it is used.
    """
    began, spent = clock(), time.process_time()
    clients = [_client(script) for script in scripts]
    for client, script in zip(clients, scripts, strict=True):
        if change:
            change(client, script)
    try:
        ended = await asyncio.gather(
            *(
                client.request(q.path, [q.tree], q.method, dict(q.params), _config(client, q))
                for client, script in zip(clients, scripts, strict=True)
                for q in script.questions
            ),
            return_exceptions=True,
        )
        wall, cpu = clock() - began, time.process_time() - spent
    finally:
        await asyncio.gather(*(client.close() for client in clients))
    _accept(ended)
    ideal = max(
        _cost(client, script) * client.rateLimit / 1000
        for client, script in zip(clients, scripts, strict=True)
    )
    return Ended(wall, cpu, ideal)


def _client(script: Script) -> Any:
    ccxt: Any = import_module("ccxt.async_support")
    client: Any = getattr(ccxt, script.ccxt_class)(
        {
            "apiKey": script.credentials["key"],
            "secret": script.credentials["secret"],
            "password": script.credentials.get("passphrase", ""),
            "enableRateLimit": True,
        }
    )
    addresses = client.urls["api"]
    for tree, address in addresses.items():
        if isinstance(address, str):
            addresses[tree] = re.sub(r"https://[^/]+", script.url, address)
    unknown = [q.path for q in script.questions if q.tree == "auth"]
    if unknown:  # Kraken's futures tell a key's powers in a tree that ccxt does not know
        addresses["auth"] = f"{script.url}/api/auth/"
        client.options["access"]["auth"] = {"GET": dict.fromkeys(unknown, "private")}
    return client


def _config(client: Any, question: Question) -> dict[str, Any]:
    """The entry of ccxt for an endpoint; for one that it does not list, it charges 1."""
    listed: Any = client.api.get(question.tree, {}).get(question.method.lower(), {})
    # Some of its tables are no more than lists of paths.
    known: Any = listed.get(question.path, {}) if hasattr(listed, "get") else {}
    return {**known} if hasattr(known, "keys") else {"cost": known}


def _cost(client: Any, script: Script) -> float:
    return float(
        sum(
            client.calculate_rate_limiter_cost(
                [q.tree], q.method, q.path, dict(q.params), _config(client, q)
            )
            for q in script.questions
        )
    )


def _accept(ended: Sequence[Any]) -> None:
    """What the exchange refuses is answered too; anything else is a mistake of ours.

    After the first good answer ccxt takes Binance's -2015 for a protection against too many
    requests.
    """
    ccxt: Any = import_module("ccxt.async_support")
    refused = (ccxt.ExchangeError, ccxt.RateLimitExceeded, ccxt.DDoSProtection)
    for result in ended:
        if isinstance(result, BaseException) and not isinstance(result, refused):
            raise result
