"""How much is on its way to one exchange at once, of all accounts together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, Protocol

AT_ONCE: Final = 64
"""Requests on their way to one exchange; published limits are the real bound. What is on its way
is given up when it takes too long, so there must be no more than this machine can deal with
meanwhile, however many accounts there are."""

IN_ALL: Final = 2 * AT_ONCE
"""Requests on their way to all exchanges: one that does not answer leaves room to the others."""


class Braked(Protocol):
    """What may be held back."""

    @property
    def held(self) -> bool:
        """Whether it is, now."""
        ...

    async def released(self) -> None:
        """Wait until it is not."""


class Room:
    """Places on the way to one exchange, first come, first served."""

    def __init__(self, everywhere: asyncio.Semaphore) -> None:
        """All are free; ``everywhere`` are the places of all exchanges together."""
        self._places = asyncio.Semaphore(AT_ONCE)
        self._everywhere = everywhere

    @asynccontextmanager
    async def place(self, budget: Braked) -> AsyncIterator[None]:
        """Hold a place while one request is on its way.

        Whoever is held back waits without one: others may go on. One may be held back again
        while waiting for a place.
        """
        while True:
            await budget.released()
            async with self._places, self._everywhere:
                if not budget.held:
                    yield
                    return
