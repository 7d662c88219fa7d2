"""An event loop whose time passes at once: only waiting moves its clock.

A thousand sub-accounts take minutes, because the exchange's limits do. On this clock the limits,
the deadline and the distance are what they are, and nobody has to sit there.
"""

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, Final, TypeVar, TypeVarTuple, Unpack

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_TURN: Final = 1e-7
"""Seconds that one turn of the loop takes, so that the clock never stands still."""


class VirtualLoop(asyncio.SelectorEventLoop):
    """Passes over every wait; while a thread works for it, it waits for that in earnest."""

    def __init__(self) -> None:
        """Begin at 0."""
        self._now = 0.0
        self._threads = 0
        super().__init__(_Passing(self))

    def time(self) -> float:
        """Seconds since the loop was made."""
        return self._now

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[Ts]], T], *args: *Ts
    ) -> asyncio.Future[T]:
        """As always; until it is done, no time passes."""
        self._threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._thread_ended)
        return future

    def _thread_ended(self, _: Any) -> None:
        self._threads -= 1

    def pass_over(self, wait: float | None) -> float | None:
        """How long to wait in earnest, of a wait of so many seconds."""
        if self._threads and wait != 0:
            return None
        if wait is None:
            return None
        self._now += max(wait, _TURN)
        return 0


class _Passing(selectors.DefaultSelector):
    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return super().select(self._loop.pass_over(timeout))
