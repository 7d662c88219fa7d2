"""Runs something in a process of its own, and tells how much memory that process took at most."""

import multiprocessing
import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
SPAWN: Final = multiprocessing.get_context("spawn")
_STATUS: Final = Path("/proc/self/status")


@dataclass(frozen=True)
class Fresh(Generic[T]):
    """What came of it.

    Attributes:
        result: what was returned.
        peak: the most memory that the process held, in bytes.
    """

    result: T
    peak: int


def in_fresh_process(do: Callable[..., T], *args: Any) -> Fresh[T]:
    """Call a function of a module in a new process.

    Raises:
        RuntimeError: the process ended without an answer; what it said is on stderr.
    """
    ours, theirs = SPAWN.Pipe()
    process = SPAWN.Process(target=_run, args=(theirs, do, args))
    process.start()
    theirs.close()
    try:
        result, peak = ours.recv()
    except EOFError:
        raise RuntimeError(f"{do.__name__} failed in its process") from None
    finally:
        ours.close()
        process.join()
    return Fresh(result, peak)


def loaded(module: str) -> None:
    """Import a module and do nothing with it."""
    import_module(module)


def _run(pipe: "Connection[Any, Any]", do: Callable[..., Any], args: tuple[Any, ...]) -> None:
    result = do(*args)
    pipe.send((result, peak_memory()))


def peak_memory() -> int:
    """The most memory that this process has held, in bytes.

    What the system tells of a process by ``getrusage`` counts what its parent held when it was
    started, so it is the last resort.
    """
    if _STATUS.exists():
        for line in _STATUS.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
