"""The record of all scans, in one SQLite file."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from sqlalchemy import Connection, delete, func, insert, select, update

from readiness.domain.past import Backup
from readiness.domain.report import AccountReport
from readiness.domain.snapshot import Snapshot
from readiness.gate.redact import Redactor
from readiness.history import process
from readiness.history.connection import telling, writing
from readiness.history.documents import to_text
from readiness.history.entry import Ending, Trigger
from readiness.history.errors import HistoryError
from readiness.history.figures import figures_of
from readiness.history.opening import Opened, open_to_read, open_to_write
from readiness.history.reader import Reader
from readiness.history.rows import carry_on, ending_of
from readiness.history.scrub import own_names, scrubbed
from readiness.history.tables import BACKUPS, DOCUMENTS, SCANS
from readiness.language import message, say, translate

_WHAT: Final = message("the scan could not be recorded")
_NO_BACKUP: Final = message("the backup could not be recorded")
_NOT_PRUNED: Final = message("old scans could not be removed")


class History(Reader):
    """All scans that were recorded.

    Every call is a transaction of its own; nothing stays open between two of them.

    Attributes:
        path: its file.
        notices: what the user should know of the file, such as that a broken one was moved.
    """

    def __init__(self, path: Path, opened: Opened, now: Callable[[], datetime]) -> None:
        """Take a file that is ready; :meth:`open` makes it so."""
        self.path = path
        self.notices = opened.notices
        self._engine = opened.engine
        self._writer = writing(opened.engine)
        self._now = now

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], datetime], create: bool = True) -> Self:
        """Open the history.

        Args:
            path: its file.
            now: tells the time.
            create: begin one if there is none, and set a broken one aside; without it, the
                file is read, and nothing else happens to it.

        Raises:
            NoHistoryError: there is none, and none should be begun.
            HistoryError: it cannot be used.
        """
        path = Path(os.path.realpath(path))
        return cls(path, open_to_write(path, now()) if create else open_to_read(path), now)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._engine.dispose()

    def begin(self, account: str, exchange: str, trigger: Trigger) -> int:
        """A scan of an account begins; its number."""
        row = {
            "account": account,
            "exchange": exchange,
            "trigger": trigger,
            "process": process.identity(),
            "started_at": self._now(),
            "ending": Ending.RUNNING.value,
        }
        with telling(_WHAT, self.path), self._writer.begin() as connection:
            added = connection.execute(insert(SCANS).values(row))
            (number,) = added.inserted_primary_key or (0,)
            return int(number)

    def finish(
        self, id_: int, report: AccountReport, snapshot: Snapshot | None, tool_version: str
    ) -> None:
        """The scan is done: keep what it said and saw, and since when things are there."""
        own = own_names(report, snapshot)
        report = scrubbed(report, own)
        document = {
            "scan_id": id_,
            "tool_version": tool_version,
            "report": to_text(report),
            "snapshot": None if snapshot is None else to_text(scrubbed(snapshot, own)),
        }
        result = {
            "ending": Ending.DONE.value,
            "verdict": report.verdict.value,
            "exchange": report.exchange,
            "owner": report.owner,
            **vars(figures_of(report)),
        }
        with telling(_WHAT, self.path), self._writer.begin() as connection:
            started = self._end(connection, id_, result)
            connection.execute(insert(DOCUMENTS).values(document))
            carry_on(connection, report, started)

    def interrupt(self, id_: int, note: str = "") -> None:
        """The scan was interrupted: nothing is known of the account."""
        self._give_up(id_, Ending.INTERRUPTED, note)

    def fail(self, id_: int, note: str) -> None:
        """The scan could not be done."""
        self._give_up(id_, Ending.FAILED, note)

    def record_backup(self, account: str, backup: Backup) -> None:
        """A backup of an account's history was made."""
        row = {**backup.model_dump(), "path": str(backup.path), "account": account}
        with (
            telling(_NO_BACKUP, self.path),
            self._writer.begin() as connection,
        ):
            connection.execute(insert(BACKUPS).values(row))

    def prune(self, older_than: timedelta) -> int:
        """Remove scans that began longer ago; how many went.

        An account's newest scan that is done stays, whatever its age; so do scans that still
        run, first-seen dates, and what is known of backups.
        """
        done = SCANS.c.ending == Ending.DONE.value
        newest = select(func.max(SCANS.c.id)).where(done).group_by(SCANS.c.account)
        is_old = SCANS.c.started_at < self._now() - older_than
        old = select(SCANS).where(is_old, SCANS.c.id.not_in(newest))
        with (
            telling(_NOT_PRUNED, self.path),
            self._writer.begin() as connection,
        ):
            rows = connection.execute(old).mappings().all()
            gone = [row["id"] for row in rows if ending_of(row) is not Ending.RUNNING]
            for id_ in gone:
                connection.execute(delete(SCANS).where(SCANS.c.id == id_))
            return len(gone)

    def _give_up(self, id_: int, ending: Ending, note: str) -> None:
        with telling(_WHAT, self.path), self._writer.begin() as connection:
            self._end(connection, id_, {"ending": ending.value, "note": Redactor().clean(note)})

    def _end(self, connection: Connection, id_: int, result: dict[str, Any]) -> datetime:
        """Write how a scan ended; when it began."""
        runs = (SCANS.c.id == id_) & (SCANS.c.ending == Ending.RUNNING.value)
        begun = select(SCANS.c.started_at).where(runs)
        started: datetime | None = connection.execute(begun).scalar_one_or_none()
        if started is None:
            why = say(
                "scan {scan} is not there to be ended; the file may have been replaced", scan=id_
            )
            raise HistoryError(translate(_WHAT), self.path, why, translate("scan again"))
        connection.execute(update(SCANS).where(runs).values(finished_at=self._now(), **result))
        return started
