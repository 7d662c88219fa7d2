"""Makes the file ready: begins it, brings it to this version's shape, sets a broken one aside."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from readiness.history.connection import engine_for, is_broken, is_out_of_reach, telling, writing
from readiness.history.errors import HistoryError, NoHistoryError
from readiness.history.migrations import APPLICATION, MIGRATIONS, migrate, version_of
from readiness.history.place import alone, begun, make_directory, move_aside
from readiness.language import advised, message, say, translate

_CANNOT: Final = message("the history cannot be opened")
_MAGIC: Final = b"SQLite format 3\0"
_NO_FILE: Final = message(
    "name a file with `path` under [history] in the configuration; enabled = false records nothing"
)
_SMALLEST: Final = 512
"""Bytes of the smallest page; from less, SQLite would make an empty database of it."""


@dataclass(frozen=True)
class Opened:
    """A file that is ready.

    Attributes:
        engine: the way to it.
        notices: what the user should know.
    """

    engine: Engine
    notices: tuple[str, ...] = ()


class _BrokenError(Exception):
    """The file is damaged; the text says how that shows."""


def open_to_write(path: Path, now: datetime) -> Opened:
    """The file, ready to record in; begun if there is none, or none that can be read."""
    with telling(_CANNOT, path):
        _check_kind(path)
        make_directory(path.parent)
        with alone(path.parent):
            notices = _set_aside_if_broken(path, now)
            if not path.exists():
                move_aside(path, now)  # a log that lost its file would be read into the new one
                with begun(path) as fresh:
                    _bring_up_to_date(fresh)
            _bring_up_to_date(path)
    return Opened(engine_for(path), notices)


def open_to_read(path: Path) -> Opened:
    """The file, ready to be read; nothing is begun and nothing is moved.

    Raises:
        NoHistoryError: there is none.
    """
    with telling(_CANNOT, path):
        _check_kind(path)
        if not path.exists():
            raise NoHistoryError(
                translate("no scan was recorded yet"),
                path,
                translate("there is no such file"),
                translate("every `readiness scan` is recorded, unless --no-history is given"),
            )
        try:
            return Opened(_readable(path))
        except _BrokenError as broken:
            remedy = translate("the next scan moves the file aside and begins a new one")
            raise HistoryError(translate(_CANNOT), path, str(broken), remedy) from None


def _check_kind(path: Path) -> None:
    """Leave alone what is no file: a pipe is never read to its end, and /dev/null is not ours."""
    if path.exists() and not path.is_file():
        why = translate("it is no regular file")
        raise HistoryError(translate(_CANNOT), path, why, translate(_NO_FILE))


def _readable(path: Path) -> Engine:
    engine = engine_for(path)
    try:
        if _version(path, engine) < len(MIGRATIONS):
            with alone(path.parent):
                _bring_up_to_date(path)
    except DBAPIError as error:
        if is_broken(error):
            raise _BrokenError(str(error.orig)) from None
        # In a place where nothing may be written, SQLite cannot keep its books; without
        # unfinished business beside it, the file can be read all the same.
        if not is_out_of_reach(error) or path.with_name(f"{path.name}-wal").exists():
            raise
        engine = engine_for(path, immutable=True)
        _version(path, engine)
    return engine


def _set_aside_if_broken(path: Path, now: datetime) -> tuple[str, ...]:
    if not path.exists():
        return ()
    try:
        _examine(path)
    except _BrokenError as broken:
        aside = move_aside(path, now)
        return (
            advised(
                say(
                    "the history was broken and a new one was begun\n  where: {path}\n  why: {why}",
                    path=path,
                    why=broken,
                ),
                say(
                    "the broken one is kept as {aside}; if you have a copy, put it in its place",
                    aside=aside,
                ),
            ),
        )
    return ()


def _examine(path: Path) -> None:
    engine = engine_for(path)
    try:
        _version(path, engine)
        with engine.begin() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    except DBAPIError as error:
        if is_broken(error):
            raise _BrokenError(str(error.orig)) from None
        raise
    if found != "ok":
        raise _BrokenError(str(found).splitlines()[0])


def _version(path: Path, engine: Engine) -> int:
    """The file's version, if it is one of ours and none of a later release's."""
    with path.open("rb") as file:
        beginning = file.read(_SMALLEST)
    if len(beginning) < _SMALLEST or not beginning.startswith(_MAGIC):
        raise _BrokenError(
            translate("it is no database") if beginning else translate("it is empty")
        )
    with engine.begin() as connection:
        owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = version_of(connection)
    if owner != APPLICATION:
        why = translate("it is a database of another program")
        remedy = translate("name another file with `path` under [history] in the configuration")
        raise HistoryError(translate(_CANNOT), path, why, remedy)
    if version > len(MIGRATIONS):
        why = say(
            "a newer version of readiness wrote it (format {theirs}, not {ours})",
            theirs=version,
            ours=len(MIGRATIONS),
        )
        remedy = translate(
            "use that version, or name another file with `path` under [history]; the file was "
            "left as it is"
        )
        raise HistoryError(translate(_CANNOT), path, why, remedy)
    return version


def _bring_up_to_date(path: Path) -> None:
    with writing(engine_for(path, write_ahead=True)).begin() as connection:
        if version_of(connection) < len(MIGRATIONS):
            migrate(connection, MIGRATIONS)
