"""Work in a process of its own, with a bound on the processor's time that it takes."""

import json
import os
import resource
import select
import signal
import time
from collections.abc import Callable
from typing import Any, Final

_MEMORY: Final = 6 * 2**30
# A process that waits takes no processor's time; what waits for ever has to end, too.
_PATIENCE: Final = 12
_LEAST_PATIENCE: Final = 60.0


def in_fork(work: Callable[[], Any], seconds: float) -> Any:
    """What the work returns (as JSON); None if it took too long or the process died."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _as_child(work, seconds, reading, writing)
    os.close(writing)
    deadline = time.monotonic() + max(_LEAST_PATIENCE, _PATIENCE * seconds)
    answer = _read(reading, deadline)
    os.close(reading)
    if answer is None:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return json.loads(answer) if answer else None


def _as_child(work: Callable[[], Any], seconds: float, reading: int, writing: int) -> None:
    """Never returns."""
    try:
        os.close(reading)
        bound = int(seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (bound, bound + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        text = json.dumps(work())
        with os.fdopen(writing, "w") as pipe:
            pipe.write(text)
    finally:
        os._exit(0)


def _read(descriptor: int, deadline: float) -> bytes | None:
    """Everything until the other end is closed; None if that takes too long."""
    parts: list[bytes] = []
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            return None
        part = os.read(descriptor, 1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)
