"""What other processes do to a history, for tests that kill them: ``children.py WHAT PATH``."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from tests.history.support import DUSTY, Clock, kept, opened
from tests.strategies import ACCOUNT

from readiness.history import HistoryError, store


def say(text: object) -> None:
    """To the parent, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def forever(path: Path) -> NoReturn:
    """Record scan after scan, and name each that is done."""
    with opened(path) as history:
        while True:
            say(kept(history, DUSTY)[0])


def stuck(path: Path) -> None:
    """Record a scan, and stop in the middle of writing the next one down."""

    def stop(*_: object) -> NoReturn:
        """Everything is written by now, and nothing is committed."""
        say("writing")
        time.sleep(600)
        raise AssertionError

    with opened(path) as history:
        kept(history, DUSTY)
        vars(store)["carry_on"] = stop
        kept(history, DUSTY)


def some(path: Path) -> None:
    """Record a few scans."""
    for _ in range(8):
        with opened(path) as history:
            say(kept(history, DUSTY)[0])


def full(path: Path) -> None:
    """Record scans until no file can grow any more."""
    with opened(path) as history:
        say(kept(history, DUSTY)[0])
        most = path.stat().st_size + 60_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        try:
            while True:
                say(kept(history, DUSTY)[0])
        except HistoryError as error:
            say(f"refused: {error}".replace("\n", " "))
        assert history.entries()


def running(path: Path) -> None:
    """Begin a scan and wait."""
    with opened(path, Clock()) as history:
        history.begin(ACCOUNT, "okx", "watch")
        say("begun")
        time.sleep(600)


WHAT: dict[str, Callable[[Path], None]] = {
    "forever": forever,
    "stuck": stuck,
    "some": some,
    "full": full,
    "running": running,
}

if __name__ == "__main__":
    WHAT[sys.argv[1]](Path(sys.argv[2]))
