"""What can be asked of the record."""

from itertools import takewhile
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import Engine, RowMapping, Select, select

from readiness.domain.past import Past
from readiness.domain.report import AccountReport, same_account
from readiness.domain.snapshot import Snapshot
from readiness.history.connection import telling
from readiness.history.documents import from_text
from readiness.history.entry import Ending, Entry
from readiness.history.errors import UnreadableScanError
from readiness.history.rows import entry_of, past_of
from readiness.history.tables import DOCUMENTS, SCANS
from readiness.language import message, say, translate

_WHAT: Final = message("the history cannot be read")
_LARGEST: Final = 2**63 - 1
"""The largest number that SQLite can give a row, and be asked for."""
_Document = TypeVar("_Document", AccountReport, Snapshot)


class Reader:
    """Reads; every question is a transaction of its own."""

    path: Path
    _engine: Engine

    def entries(self, account: str | None = None, limit: int | None = None) -> tuple[Entry, ...]:
        """What was recorded, newest first; of one account, or of all."""
        wanted = select(SCANS).order_by(SCANS.c.id.desc()).limit(limit)
        if account is not None:
            wanted = wanted.where(SCANS.c.account == account)
        return self._entries(wanted)

    def entry(self, id_: int) -> Entry | None:
        """One scan; ``None`` when there is none of that number."""
        if id_ > _LARGEST:
            return None
        return next(iter(self._entries(select(SCANS).where(SCANS.c.id == id_))), None)

    def accounts(self) -> tuple[str, ...]:
        """Every account of which something is recorded, by name."""
        wanted = select(SCANS.c.account).distinct().order_by(SCANS.c.account)
        with telling(_WHAT, self.path), self._engine.begin() as connection:
            return tuple(connection.execute(wanted).scalars())

    def last(self, account: str) -> Entry | None:
        """The newest scan of an account that is done."""
        return next(iter(self._entries(_done(account).limit(1))), None)

    def previous(self, account: str, before: int) -> Entry | None:
        """The newest scan of an account that is done and came before another."""
        earlier = _done(account).where(SCANS.c.id < before).limit(1)
        return next(iter(self._entries(earlier)), None)

    def earlier(self, report: AccountReport, before: int, most: int) -> tuple[Entry, ...]:
        """The newest scans of an account that are done and came before another, oldest first.

        Those of another account at the exchange, under the same name, are left out.
        """
        entries = self._entries(_done(report.account).where(SCANS.c.id < before).limit(most))
        return tuple(entry for entry in reversed(entries) if same_account(entry, report))

    def blind_runs(self, account: str) -> int:
        """How many of the newest scans in a row that are done could not look somewhere."""
        entries = self._entries(_done(account))
        blind = takewhile(lambda e: e.unknowns and same_account(e, entries[0]), entries)
        return sum(1 for _ in blind)

    def stranger(self, report: AccountReport) -> Entry | None:
        """The newest scan under this name that knew its owner, if that was another one's."""
        known = _done(report.account).where(SCANS.c.owner != "").limit(1)
        last = next(iter(self._entries(known)), None)
        if last is None or not report.owner:
            return None
        same = (last.exchange, last.owner) == (report.exchange, report.owner)
        return None if same else last

    def report(self, id_: int) -> AccountReport:
        """What a scan said.

        Raises:
            UnreadableScanError: it is not done, or its report has a shape unknown here.
        """
        return self._read(AccountReport, self._document(id_), "report")

    def snapshot(self, id_: int) -> Snapshot | None:
        """What a scan saw; ``None`` where nothing was asked.

        Raises:
            UnreadableScanError: as for :meth:`report`.
        """
        row = self._document(id_)
        return None if row["snapshot"] is None else self._read(Snapshot, row, "snapshot")

    def past(self, report: AccountReport) -> Past:
        """What is known from before of the account that a report is about.

        What was recorded under its name of another account at the exchange is none of it.
        """
        with telling(_WHAT, self.path), self._engine.begin() as connection:
            return past_of(connection, report)

    def _entries(self, wanted: Select[Any]) -> tuple[Entry, ...]:
        with telling(_WHAT, self.path), self._engine.begin() as connection:
            return tuple(entry_of(row) for row in connection.execute(wanted).mappings())

    def _document(self, id_: int) -> RowMapping:
        wanted = select(DOCUMENTS).where(DOCUMENTS.c.scan_id == id_)
        with telling(_WHAT, self.path), self._engine.begin() as connection:
            row = connection.execute(wanted).mappings().first()
        if row is None:
            raise UnreadableScanError(
                say("there is no report of scan {scan}", scan=id_),
                self.path,
                translate("no scan of that number is done"),
                translate("`readiness history` lists the scans and their numbers"),
            )
        return row

    def _read(self, kind: type[_Document], row: RowMapping, name: str) -> _Document:
        try:
            return from_text(kind, row[name])
        except ValueError:
            pass
        # Raised outside of the handler: what went wrong quotes values.
        raise UnreadableScanError(
            say("scan {scan} cannot be read", scan=row["scan_id"]),
            self.path,
            say(
                "readiness {version} recorded it, in a shape unknown here",
                version=row["tool_version"],
            ),
            translate("use that version, or scan again"),
        )


def _done(account: str) -> Select[Any]:
    """An account's scans that are done, newest first."""
    is_it = (SCANS.c.account == account) & (SCANS.c.ending == Ending.DONE.value)
    return select(SCANS).where(is_it).order_by(SCANS.c.id.desc())
