"""Our side in simulated time: only waiting moves the clock.

No socket lies between the scan and the look-alike, but everything from the signature to the
report is the real thing, and limits are enforced at the moment of arrival on that clock. So the
seconds of such a scan are what limits, distance and the order of asking take; the processor's
own time is told beside them.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any
from unittest.mock import patch

import httpx

from benchmarks.asked import Entry, config_of, environ_of
from benchmarks.clock import VirtualLoop
from benchmarks.scans import Told
from benchmarks.ways import Clock, Pipe, Sent, ThroughPipe, Way, pairs
from readiness.domain.report import Report
from readiness.gate.client import build_client
from readiness.scan import connection
from readiness.scan.run import Scanner


def scan_through_pipes(those: Sequence[Entry], pipes: Mapping[int, Pipe], one_way: float) -> Told:
    """Scan what is configured; the look-alikes are in processes of their own, by port."""
    import_module("ccxt")  # loaded before, and not counted
    return virtual_scan(those, {port: ThroughPipe(pipe) for port, pipe in pipes.items()}, one_way)


def virtual_scan(those: Sequence[Entry], ways: Mapping[int, Way], one_way: float) -> Told:
    """Scan what is configured, all at once; ``ways`` are by the ports of the accounts."""
    config, environ = config_of(those), environ_of(those)
    reports: list[Report] = []
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        loop, epoch, spent = runner.get_loop(), time.time(), time.process_time()

        def wall_clock() -> float:
            return epoch + loop.time()

        lines = {port: _Line(way, one_way, wall_clock) for port, way in ways.items()}

        def build(addresses: Any, routes: Any, **options: Any) -> Any:
            options["inner"] = lines[addresses.first.port]
            return build_client(addresses, routes, **options)

        async def scan() -> None:
            scanner = Scanner(environ=environ, wall_clock=wall_clock)
            reports.append((await scanner.scan(config, [])).report)

        with patch.object(connection, "build_client", build):
            runner.run(scan())
        return Told.of(reports[0], wall=loop.time(), cpu=time.process_time() - spent)


class _Line(httpx.AsyncBaseTransport):
    """So far there and so far back, whatever it takes to answer."""

    def __init__(self, way: Way, one_way: float, clock: Clock) -> None:
        self._way = way
        self._one_way = one_way
        self._clock = clock

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        await asyncio.sleep(self._one_way)
        target = request.url.raw_path.decode()
        headers = pairs(request.headers.multi_items())
        sent = Sent(self._clock(), request.method, target, headers, body)
        got = await self._way.carry(sent)
        await asyncio.sleep(self._one_way)
        return httpx.Response(got.status, headers=got.headers, content=got.body)
