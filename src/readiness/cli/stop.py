"""Stops a command that would run for ever: SIGTERM and SIGINT end it cleanly."""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from types import FrameType
from typing import Any

from readiness.cli import codes

_CODES = {signal.SIGTERM: codes.FINE, signal.SIGINT: codes.INTERRUPTED}


class Stop:
    """The first of the two signals stops the work; others change nothing any more."""

    def __init__(self) -> None:
        """No signal yet."""
        self._number: int | None = None
        self._cancel: Callable[[], object] | None = None

    @property
    def code(self) -> int | None:
        """The exit code of the signal that came; ``None`` if none did."""
        return None if self._number is None else _CODES[signal.Signals(self._number)]

    def came(self, number: int, frame: FrameType | None) -> None:
        """A signal came."""
        del frame
        if self._number is not None:
            return
        self._number = number
        if self._cancel is None:
            raise KeyboardInterrupt
        self._cancel()

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Run work in an event loop until it ends or a signal comes."""

        async def watched() -> None:
            """Let a signal cancel this task: it is handled between two steps of the loop."""
            task = asyncio.current_task()
            assert task is not None  # noqa: S101 - a coroutine that runs has one
            loop = asyncio.get_running_loop()
            self._cancel = lambda: loop.call_soon_threadsafe(task.cancel)
            await work

        try:
            asyncio.run(watched())
        except asyncio.CancelledError:
            if self._number is None:
                raise
        finally:
            self._cancel = None


def until_stopped(command: Callable[[Stop], int]) -> int:
    """Run a command that one of the two signals stops; the exit code.

    Once a signal came, both are ignored: the process is about to end, and a second one must
    not make a mess of it. (The interpreter gives up handlers before it ends, but not this.)
    """
    stop = Stop()
    before = {number: signal.signal(number, stop.came) for number in _CODES}
    code = codes.FINE
    try:
        code = command(stop)
    except KeyboardInterrupt:
        if stop.code is None:
            raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if stop.code is None else signal.SIG_IGN)
    return code if stop.code is None else stop.code
