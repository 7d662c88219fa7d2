"""Tells a service manager that all is well, in systemd's protocol, if one wants to know."""

import asyncio
import os
import socket
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Final

READY: Final = "READY=1"
STOPPING: Final = "STOPPING=1"
_ALIVE: Final = "WATCHDOG=1"
_MICROSECONDS: Final = 1_000_000


class Supervisor:
    """The service manager that started this process, or nobody."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Take from the environment where it listens and how often it wants to hear of us."""
        self._address = environ.get("NOTIFY_SOCKET", "")
        wanted = environ.get("WATCHDOG_USEC", "")
        ours = environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        self._limit = int(wanted) / _MICROSECONDS if wanted.isdecimal() and ours else 0.0

    def tell(self, state: str) -> None:
        """Send a state; if nobody takes it, that is no trouble of ours."""
        if not self._address:
            return
        # A leading @ stands for a name that is in no directory.
        address = self._address.replace("@", "\0", 1) if self._address[0] == "@" else self._address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as door:
            door.sendto(state.encode(), address)

    async def assure(self, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Say again and again, twice as often as is wanted, that this process is alive."""
        while self._address and self._limit:
            self.tell(_ALIVE)
            await pause(self._limit / 2)
