"""Where the history is, and what may be done to its file: begun, moved aside, never deleted."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

FILE_NAME: Final = "history.sqlite3"
PATIENCE: Final = 5.0
"""Seconds to wait for another run; a scan must not hang because of its history."""
_PAUSE: Final = 0.05
_PARTS: Final = ("", "-wal", "-shm")
"""A database in WAL mode is up to three files."""


def default_path() -> Path:
    """The file in the user's state directory."""
    from platformdirs import user_state_path

    return user_state_path("readiness", appauthor=False) / FILE_NAME


@contextmanager
def alone(directory: Path) -> Iterator[None]:
    """While the block runs, no other run begins, migrates or moves a history in here.

    Raises:
        OSError: another run does not let go, or the directory cannot be locked.
    """
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES) or time.monotonic() > ends:
                raise
            time.sleep(_PAUSE)
        else:
            return


def make_directory(directory: Path) -> None:
    """Make the directory if it is not there; what we make is for its owner alone."""
    if not directory.is_dir():
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def begun(path: Path) -> Iterator[Path]:
    """A new file, for its owner alone, which appears under its name when it is whole."""
    fresh = path.with_name(f"{path.name}.new")
    # Left by a run that was killed here; nothing was recorded in it yet.
    _remove(fresh)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield fresh
        fresh.rename(path)
    finally:
        _remove(fresh)


def _remove(path: Path) -> None:
    for part in _PARTS:
        path.with_name(path.name + part).unlink(missing_ok=True)


def move_aside(path: Path, now: datetime) -> Path:
    """Give a broken history another name, with the date; its new path."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    name = f"{path.name}.broken-{stamp}"
    aside = path.with_name(name)
    number = 1
    while any(aside.with_name(aside.name + part).exists() for part in _PARTS):
        number += 1
        aside = path.with_name(f"{name}-{number}")
    for part in _PARTS:
        source = path.with_name(path.name + part)
        if source.exists():
            source.rename(aside.with_name(aside.name + part))
    return aside
