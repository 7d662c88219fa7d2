"""Writing files so that there is always either the old one or the whole new one."""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from readiness.backup.errors import BackupUsageError, not_written
from readiness.language import advised, say, translate

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700


def make_folder(path: Path) -> None:
    """A folder for nobody but its owner; one that is there already stays as it is.

    Raises:
        BackupUsageError: something else has its name.
        BackupError: it could not be made.
    """
    try:
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except FileExistsError:
        raise BackupUsageError(
            advised(
                say("{path} is no directory", path=path),
                translate("choose another place with --to"),
            )
        ) from None
    except OSError as error:
        raise not_written(path, error) from None


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def private(path: str, flags: int) -> int:
    """An opener: what it makes is for nobody but its owner."""
    return os.open(path, flags, PRIVATE_FILE)


class NewFile:
    """A file that takes its place once all of it is on the disk.

    Attributes:
        size: bytes written so far.
    """

    def __init__(self, path: Path) -> None:
        """Begin to write beside the place."""
        self._path = path
        self._beside = path.with_name(f".{path.name}.new")
        self._hash = hashlib.sha256()
        self.size = 0
        self._file: IO[bytes]

    def __enter__(self) -> Self:
        """Open it."""
        self._guarded(self._open)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        """Put it into its place, or throw it away."""
        try:
            if kind is None:
                self._guarded(self._finish)
        finally:
            with suppress(OSError):
                self._file.close()
            self._beside.unlink(missing_ok=True)

    def write(self, data: bytes) -> None:
        """Write more of it."""
        self._guarded(lambda: self._write(data))

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was written."""
        return self._hash.hexdigest()

    def _guarded(self, step: Callable[[], object]) -> None:
        try:
            step()
        except OSError as error:
            raise not_written(self._path, error) from None

    def _open(self) -> None:
        self._file = open(self._beside, "wb", opener=private)  # noqa: SIM115 - closed in __exit__

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self.size += len(data)

    def _finish(self) -> None:
        with self._file:
            self._file.flush()
            os.fsync(self._file.fileno())
        self._beside.replace(self._path)
        sync_folder(self._path.parent)


def sync_folder(path: Path) -> None:
    """Make the names in a folder outlive a power cut."""
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
