"""Writes a file anew so that it is always whole: the old text or the new one, nothing between.

Two runs at once wait for each other, and a file that somebody else has changed meanwhile
is left as it is.
"""

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from readiness.language import advised, reason_of, say

_MOST_TURNS: Final = 1000
"""How often the file may be replaced by others while this run waits for it."""


class WriteError(Exception):
    """A file could not be written; it is as it was. Says what, where, why and what to do."""

    def __init__(self, path: Path, why: str, remedy: str) -> None:
        """Take the file, the reason and what helps."""
        super().__init__(
            advised(
                say("{path} could not be written: {why}", path=path, why=why),
                say("nothing was changed; {remedy}", remedy=remedy),
            )
        )


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Replace what a file holds.

    Mode, owner and extended attributes stay; a symbolic link stays one.

    Args:
        path: the file.
        change: from what it holds to what it shall hold; whatever it raises, nothing is written.

    Raises:
        WriteError: the file cannot be written, or was changed while this ran.
    """
    try:
        target = path.resolve(strict=True)
        with _locked(target) as file:
            before = file.read()
            after = change(before)
            if after != before:
                _replace(target, file, before, after)
    except RuntimeError:  # before Python 3.13, a loop of links
        raise WriteError(path, say("the link leads to itself"), say("mend the link")) from None
    except OSError as error:
        why = reason_of(error, say("the system refuses"))
        remedy = say(
            "check the permissions of the file and of its directory, and the room on the disk"
        )
        raise WriteError(path, why, remedy) from None


@contextmanager
def _locked(target: Path) -> Iterator[BinaryIO]:
    """The file, open, while no other run changes it."""
    for _ in range(_MOST_TURNS):
        if not stat.S_ISREG(target.stat().st_mode):
            raise WriteError(
                target, say("it is no regular file"), say("name one with --config FILE")
            )
        # Opened for writing although it is replaced: a file that is write-protected was
        # protected for a reason.
        with target.open("r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            # Whoever had the lock before has replaced the file; this one is of the past.
            if _is_still(target, file):
                yield file
                return
    raise WriteError(target, say("other programs keep changing it"), say("run the command again"))


def _is_still(target: Path, file: BinaryIO) -> bool:
    """Whether an open file is what stands at this path."""
    try:
        return os.path.samestat(target.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _replace(target: Path, file: BinaryIO, before: bytes, after: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(after)
            _keep_owner(file, out, target)
            shutil.copystat(target, new)
            os.utime(new)
            out.flush()
            os.fsync(out.fileno())
        if not _is_still(target, file) or target.read_bytes() != before:
            raise WriteError(target, say("it was changed meanwhile"), say("run the command again"))
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
    _sync_directory(target.parent)


def _keep_owner(file: BinaryIO, out: BinaryIO, target: Path) -> None:
    old, new = os.fstat(file.fileno()), os.fstat(out.fileno())
    if (old.st_uid, old.st_gid) == (new.st_uid, new.st_gid):
        return
    try:
        os.fchown(out.fileno(), old.st_uid, old.st_gid)
    except PermissionError:
        raise WriteError(
            target, say("it belongs to another user or group"), say("run the command as its owner")
        ) from None


def _sync_directory(folder: Path) -> None:
    """Make the new name last; the text itself is on the disk already."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
