"""What keeps a backup from being made."""

from pathlib import Path

from readiness.language import advised, reason_of, say, translate


class BackupUsageError(Exception):
    """The backup makes no sense as it was asked for (exit 2)."""


class BackupError(Exception):
    """The backup could not be made or goes no further (exit 1); what is finished is kept."""


def not_written(path: Path, why: OSError) -> BackupError:
    """A file could not be written."""
    return BackupError(
        advised(
            say("{path} could not be written: {why}", path=path, why=reason_of(why)),
            translate(
                "see to its permissions and to the room on the disk, then run the same command "
                "again; it goes on where it stopped"
            ),
        )
    )


def not_read(path: Path, why: OSError) -> BackupError:
    """A file could not be read."""
    return BackupError(
        advised(
            say("{path} could not be read: {why}", path=path, why=reason_of(why)),
            translate("make it readable, then run the same command again"),
        )
    )
