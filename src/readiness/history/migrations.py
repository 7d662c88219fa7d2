"""How the file came to its present shape: numbered steps, the file's version counts them.

A step that was released is never changed; a new shape is a new step at the end.
"""

from collections.abc import Sequence
from typing import Final, TypeAlias

from sqlalchemy import Connection

Step: TypeAlias = tuple[str, ...]
"""The statements that lead from one version to the next."""

APPLICATION: Final = 0x52445953
"""SQLite's place for the name of the program that a file belongs to: "RDYS"."""

MIGRATIONS: Final[tuple[Step, ...]] = (
    (
        """CREATE TABLE scans (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account TEXT NOT NULL,
            exchange TEXT NOT NULL,
            trigger TEXT NOT NULL,
            process TEXT NOT NULL,
            started_at TEXT NOT NULL,
            finished_at TEXT,
            ending TEXT NOT NULL CHECK (ending IN ('running', 'done', 'interrupted', 'failed')),
            verdict TEXT CHECK ((verdict IS NOT NULL) = (ending = 'done')),
            blockers INTEGER NOT NULL DEFAULT 0,
            unknowns INTEGER NOT NULL DEFAULT 0,
            confirms INTEGER NOT NULL DEFAULT 0,
            value_usd TEXT,
            note TEXT NOT NULL DEFAULT ''
        )""",
        "CREATE INDEX scans_of_account ON scans (account, id)",
        """CREATE TABLE documents (
            scan_id INTEGER PRIMARY KEY REFERENCES scans (id) ON DELETE CASCADE,
            tool_version TEXT NOT NULL,
            report TEXT NOT NULL,
            snapshot TEXT
        )""",
        """CREATE TABLE first_seen (
            account TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            since TEXT NOT NULL,
            PRIMARY KEY (account, fingerprint)
        ) WITHOUT ROWID""",
        """CREATE TABLE backups (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account TEXT NOT NULL,
            path TEXT NOT NULL,
            finished_at TEXT NOT NULL,
            complete INTEGER NOT NULL CHECK (complete IN (0, 1))
        )""",
        "CREATE INDEX backups_of_account ON backups (account, finished_at)",
    ),
    ("ALTER TABLE scans ADD COLUMN owner TEXT NOT NULL DEFAULT ''",),
)


def version_of(connection: Connection) -> int:
    """How many steps the file has behind it."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection, steps: Sequence[Step]) -> None:
    """Do the steps that are missing, in the transaction that is open: all of them or none."""
    for step in steps[version_of(connection) :]:
        for statement in step:
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version = {len(steps)}")
