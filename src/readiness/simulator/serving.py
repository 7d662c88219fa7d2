"""Running a server on loopback: in the caller's loop, or in a thread with a loop of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future

from aiohttp import web

Handler = Callable[[web.BaseRequest, asyncio.Event], Awaitable[web.StreamResponse]]
"""Answers a request; the event is set once the server stops."""

LOOPBACK = "127.0.0.1"


class LoopServer:
    """A server in the running event loop."""

    def __init__(self, handler: Handler, port: int = 0) -> None:
        """Prepare a server; `port` 0 takes any free one."""
        self._handler = handler
        self._port = port
        self._runner: web.ServerRunner | None = None
        self.stopping = asyncio.Event()

    async def start(self) -> int:
        """Listen, and return the port."""
        # A client that gives up ends its handler, or a hanging reply would outlive its reader.
        server = web.Server(self._handle, access_log=None, handler_cancellation=True)
        self._runner = web.ServerRunner(server, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, self._port)
        try:
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        return int(self._runner.addresses[0][1])

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        return await self._handler(request, self.stopping)

    async def stop(self) -> None:
        """Close every connection and stop listening."""
        self.stopping.set()
        if self._runner is not None:
            await self._runner.cleanup()
        # Transports say goodbye in the next turn of the loop.
        await asyncio.sleep(0)


class ThreadServer:
    """A `LoopServer` in a thread with its own event loop."""

    def __init__(self, make: Callable[[], LoopServer]) -> None:
        """Prepare the thread; `make` runs inside its loop."""
        self._make = make
        self._started: Future[int] = Future()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._enough: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._run, name="simulator", daemon=True)

    def start(self) -> int:
        """Start the thread; return the port once the server listens."""
        self._thread.start()
        return self._started.result()

    def stop(self) -> None:
        """Stop the server and wait for the thread to end."""
        if self._loop is not None and self._enough is not None:
            self._loop.call_soon_threadsafe(self._enough.set)
        self._thread.join()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._enough = asyncio.Event()
        server = self._make()
        try:
            port = await server.start()
        except OSError as error:
            self._started.set_exception(error)
            return
        self._started.set_result(port)
        await self._enough.wait()
        await server.stop()
