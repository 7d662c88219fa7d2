"""Opens the file, and says in our words what goes wrong with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from readiness.history.errors import HistoryError
from readiness.history.place import PATIENCE
from readiness.language import message, reason_of, translate

_BEGIN: Final = "begin"
_BROKEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_UNWRITABLE: Final = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN})
_PERMISSIONS: Final = message(
    "give yourself the right to write there, or choose another place with `path` under "
    "[history] in the configuration"
)
_REMEDIES: Final = {
    sqlite3.SQLITE_FULL: message("make room on the disk; what was recorded before is still there"),
    sqlite3.SQLITE_IOERR: message(
        "check the disk, and make room on it; earlier scans are still there"
    ),
    sqlite3.SQLITE_READONLY: _PERMISSIONS,
    sqlite3.SQLITE_CANTOPEN: _PERMISSIONS,
    sqlite3.SQLITE_PERM: _PERMISSIONS,
    sqlite3.SQLITE_BUSY: message("another run is writing; try again when it has ended"),
    sqlite3.SQLITE_CORRUPT: message("the next scan moves the file aside and begins a new one"),
    sqlite3.SQLITE_NOTADB: message("the next scan moves the file aside and begins a new one"),
}
_OTHERWISE: Final = message("check the file; --no-history leaves it alone")


def engine_for(path: Path, *, write_ahead: bool = False, immutable: bool = False) -> Engine:
    """A way to the file; each transaction opens it anew, so that nothing is kept open.

    Args:
        path: the file, which must be there.
        write_ahead: from now on it has a write-ahead log: readers do not wait for a writer.
        immutable: nobody writes to it, not even SQLite's own bookkeeping.
    """
    mode = "mode=ro&immutable=1" if immutable else "mode=rw"

    def connect() -> sqlite3.Connection:
        """Open the file; everything is written through to the disk."""
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{mode}",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            if write_ahead:
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=NullPool,
        hide_parameters=True,  # an error names the statement, never what was to be written
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        """Begin as we say: the driver itself would begin late, and not for every statement."""
        connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))

    return engine


def writing(engine: Engine) -> Engine:
    """The same file, for transactions that write: they wait at their beginning, if at all."""
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def is_broken(error: DBAPIError) -> bool:
    """Whether the file itself is damaged, or no database at all."""
    return _code(error) in _BROKEN


def is_out_of_reach(error: DBAPIError) -> bool:
    """Whether something would have to be written where nothing may be."""
    return _code(error) in _UNWRITABLE


@contextmanager
def telling(what: str, path: Path) -> Iterator[None]:
    """Turn what the database or the system says into a :class:`HistoryError`."""
    try:
        yield
    except DBAPIError as error:
        remedy = translate(_REMEDIES.get(_code(error), _OTHERWISE))
        raise HistoryError(translate(what), path, str(error.orig), remedy) from None
    except OSError as error:
        why, remedy = reason_of(error), translate(_PERMISSIONS)
        raise HistoryError(translate(what), path, why, remedy) from None


def _code(error: DBAPIError) -> int:
    # The lowest byte is the kind; the others say more than anybody needs.
    return int(getattr(error.orig, "sqlite_errorcode", 0)) & 0xFF
