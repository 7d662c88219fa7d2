"""What keeps a backup from being made."""

from pathlib import Path


class BackupUsageError(Exception):
    """The backup makes no sense as it was asked for (exit 2)."""


class BackupError(Exception):
    """The backup could not be made or goes no further (exit 1); what is finished is kept."""


def not_written(path: Path, why: OSError) -> BackupError:
    """A file could not be written."""
    return BackupError(
        f"{path} could not be written: {why.strerror or why}\n"
        "  next: see to its permissions and to the room on the disk, then run the same command "
        "again; it goes on where it stopped"
    )


def not_read(path: Path, why: OSError) -> BackupError:
    """A file could not be read."""
    return BackupError(
        f"{path} could not be read: {why.strerror or why}\n"
        "  next: make it readable, then run the same command again"
    )
