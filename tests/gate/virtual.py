"""An event loop whose clock only moves while nobody has anything to do.

Minutes of waiting take no time, and a program that waits for something that can never
happen fails at once instead of hanging.
"""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

_LONGEST_WAIT = 3600.0
"""Seconds; asyncio waits no longer than a day at a time, and no test waits for an hour."""


class StuckError(AssertionError):
    """Everybody waits for somebody else."""


class _Selector(selectors.SelectSelector):
    """Instead of waiting for the time to come, it moves the clock."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready:
            return ready
        if timeout is None or timeout > _LONGEST_WAIT:
            raise StuckError("nothing will ever happen any more")
        # Work takes a little time too; without it, rounding could stop the clock.
        self.now += timeout + 1e-9
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """The loop on that clock; nothing outside the process is ever waited for."""

    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)

    def time(self) -> float:
        return self._virtual.now


def run(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine, in virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)


def now() -> float:
    """Seconds since the loop began."""
    return asyncio.get_running_loop().time()
