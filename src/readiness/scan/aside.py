"""Runs what may block for long beside the event loop."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


async def aside(call: Callable[[], T]) -> T:
    """The result of a call that is made in a thread of its own.

    Whoever is cancelled meanwhile, or ends the process, does not wait for it: a keyring that
    asks nobody, or a command that hangs, must not hold up the end.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(how: Callable[[Any], None], what: object) -> None:
        """Say how it came out, if anybody still waits."""
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(lambda: None if future.done() else how(what))

    def work() -> None:
        """Make the call."""
        try:
            result = call()
        except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
            settle(future.set_exception, error)
        else:
            settle(future.set_result, result)

    threading.Thread(target=work, daemon=True).start()
    return await future
