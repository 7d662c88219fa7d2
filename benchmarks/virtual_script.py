"""The plain script in simulated time: ccxt's client, with other sockets and another clock."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final
from unittest.mock import patch
from urllib.parse import urlsplit

from benchmarks.clock import VirtualLoop
from benchmarks.script import Ended, Script, ask_all
from benchmarks.ways import Clock, Got, Pipe, Sent, ThroughPipe, Way, pairs

_DELAY: Final = 0.01
"""Seconds between two looks of ccxt's throttler into its bucket. By itself it looks every
millisecond, which takes a processor minutes; what has run into the bucket meanwhile stays there."""


def run_through_pipes(
    scripts: Sequence[Script], pipes: Mapping[int, Pipe], one_way: float
) -> Ended:
    """Ask everything; the look-alikes are in processes of their own, by port."""
    throttler: Any = import_module("ccxt.async_support.base.throttler")
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        loop, epoch = runner.get_loop(), time.time()

        def clock() -> float:
            return epoch + loop.time()

        def change(client: Any, script: Script) -> None:
            way = ThroughPipe(pipes[urlsplit(script.url).port or 0])
            client.session, client.own_session = _Session(way, one_way, clock), False
            client.throttler.config["delay"] = _DELAY
            client.seconds = lambda: int(clock())
            client.milliseconds = lambda: int(clock() * 1_000)
            client.microseconds = lambda: int(clock() * 1_000_000)

        with patch.object(throttler, "time", clock):
            return runner.run(ask_all(scripts, loop.time, change))


class _Session:
    """What ccxt's client uses of a session of aiohttp."""

    def __init__(self, way: Way, one_way: float, clock: Clock) -> None:
        self.headers: dict[str, str] = {}
        self._way = way
        self._one_way = one_way
        self._clock = clock

    def get(self, url: Any, **options: Any) -> "_Asking":
        return _Asking(self, "GET", url, **options)

    def post(self, url: Any, **options: Any) -> "_Asking":
        return _Asking(self, "POST", url, **options)

    async def ask(self, method: str, target: str, headers: Any, body: bytes) -> Got:
        await asyncio.sleep(self._one_way)
        sent = Sent(self._clock(), method, target, pairs(headers.items()), body)
        got = await self._way.carry(sent)
        await asyncio.sleep(self._one_way)
        return got


class _Asking:
    """One request, as the block of an ``async with``."""

    def __init__(self, session: _Session, method: str, url: Any, **options: Any) -> None:
        self._session = session
        self._method = method
        self._url = url
        self._options = options

    async def __aenter__(self) -> "_Response":
        target, body = self._url.raw_path_qs, self._options["data"] or b""
        return _Response(
            await self._session.ask(self._method, target, self._options["headers"], body)
        )

    async def __aexit__(self, *_: object) -> None:
        return None


class _Response:
    reason = ""

    def __init__(self, got: Got) -> None:
        self.status = got.status
        self.headers = dict(got.headers)
        self._body = got.body

    async def text(self, errors: str) -> str:
        return self._body.decode(errors=errors)
