"""The directory of a backup: whose it is, and that only one run writes to it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from readiness.backup.errors import BackupError, BackupUsageError, not_read, not_written
from readiness.backup.files import PRIVATE_FILE, make_folder
from readiness.backup.manifest import NAME, Manifest
from readiness.exchanges.history import HistoryList
from readiness.language import advised, say, translate

_LOCK: Final = ".lock"
_WORK: Final = ".unfinished"


def base_name(entry: HistoryList) -> str:
    """The name of a list's files, without their ends: its path without what no file has."""
    return entry.id.strip("/").replace("/", "-").replace(":", "-")


def place_of(entry: HistoryList, end: str) -> str:
    """Where a file of a list is, below the backup's directory."""
    return f"{entry.kind}/{base_name(entry)}.{end}"


def journal_path(folder: Path, entry: HistoryList) -> Path:
    """Where the journal of a list is while it is not finished."""
    make_folder(folder / _WORK)
    return folder / _WORK / f"{base_name(entry)}.journal"


def tidy(folder: Path) -> None:
    """Remove the place of the journals once nothing is left in it."""
    try:
        (folder / _WORK).rmdir()
    except OSError:
        return


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make the directory if need be, and keep other runs out of it.

    Raises:
        BackupUsageError: another run writes to it, or something else is in it.
        BackupError: it cannot be written to.
    """
    make_folder(folder)
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        raise not_written(folder / _LOCK, error) from None
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BackupUsageError(
                advised(
                    say("another run is writing to {folder}", folder=folder),
                    translate("wait until it has ended"),
                )
            ) from None
        _refuse_strangers(folder)
        yield
    finally:
        os.close(lock)


def _refuse_strangers(folder: Path) -> None:
    """A directory with other things in it would become a mixture that nobody can tell apart."""
    try:
        names = {path.name for path in folder.iterdir()}
    except OSError as error:
        raise not_read(folder, error) from None
    strange = sorted(names - {_LOCK, f".{NAME}.new"})
    if NAME not in names and strange:
        raise BackupUsageError(
            advised(
                say(
                    "{folder} holds something else ({name}) and no backup",
                    folder=folder,
                    name=strange[0],
                ),
                translate("choose an empty or a new directory with --to"),
            )
        )


def check_owner(folder: Path, there: Manifest, account: str, exchange: str, uid: str) -> None:
    """Refuse a directory that holds the backup of another account.

    Raises:
        BackupUsageError: it does.
        BackupError: nobody knows.
    """
    if (there.account, there.exchange) != (account, exchange):
        what = say(
            "{folder} holds the backup of account {account} at {exchange}",
            folder=folder,
            account=there.account,
            exchange=there.exchange,
        )
    elif there.uid and not uid:
        raise BackupError(
            advised(
                say(
                    "{exchange} did not tell whose key it is, and {folder} holds the backup of the "
                    "owner whose uid ends in {uid}",
                    exchange=exchange,
                    folder=folder,
                    uid=there.uid,
                ),
                translate("run the same command again"),
            )
        )
    elif there.uid and there.uid != uid:
        what = say(
            "{folder} holds the backup of another owner (uid ending in {theirs}; the key's ends "
            "in {uid})",
            folder=folder,
            theirs=there.uid,
            uid=uid,
        )
    else:
        return
    raise BackupUsageError(advised(what, translate("choose another directory with --to")))
