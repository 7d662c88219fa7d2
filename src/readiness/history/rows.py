"""Rows of the tables as the words of the tool, and the other way round."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, RowMapping, delete, insert, or_, select

from readiness.domain.past import Backup, Past
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.history import process
from readiness.history.entry import Ending, Entry
from readiness.history.tables import BACKUPS, FIRST_SEEN, SCANS
from readiness.language import message
from readiness.rules.past import carried_on

VANISHED: Final = message("the process ended without saying so")
"""A note that nobody wrote; like every msgid, it is put into words by whoever shows it."""


def ending_of(row: RowMapping) -> Ending:
    """How a scan ended; one whose process is gone was interrupted, whatever it wrote."""
    ending = Ending(row["ending"])
    if ending is Ending.RUNNING and not process.alive(row["process"]):
        return Ending.INTERRUPTED
    return ending


def entry_of(row: RowMapping) -> Entry:
    """One recorded scan."""
    ending = ending_of(row)
    vanished = ending.value != row["ending"]
    return Entry(
        id=row["id"],
        account=row["account"],
        exchange=row["exchange"],
        trigger=row["trigger"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        ending=ending,
        verdict=None if row["verdict"] is None else Verdict(row["verdict"]),
        blockers=row["blockers"],
        unknowns=row["unknowns"],
        confirms=row["confirms"],
        value_usd=row["value_usd"],
        note=VANISHED if vanished else row["note"],
        owner=row["owner"],
    )


def past_of(connection: Connection, report: AccountReport) -> Past:
    """What is known from before of the account that a report is about."""
    account = report.account
    began = _taken_over(connection, report)
    seen = select(FIRST_SEEN.c.fingerprint, FIRST_SEEN.c.since)
    series = connection.execute(
        seen.where(FIRST_SEEN.c.account == account, FIRST_SEEN.c.since > began)
    )
    saved = connection.execute(
        select(BACKUPS)
        .where(BACKUPS.c.account == account, BACKUPS.c.finished_at > began)
        .order_by(BACKUPS.c.complete.desc(), BACKUPS.c.finished_at.desc())
        .limit(1)
    ).mappings()
    backups = [
        Backup(path=Path(row["path"]), finished_at=row["finished_at"], complete=row["complete"])
        for row in saved
    ]
    return Past(
        first_seen={row.fingerprint: row.since for row in series},
        backup=next(iter(backups), None),
    )


def _taken_over(connection: Connection, report: AccountReport) -> datetime:
    """When the last scan under this name began that was one of another account; or long ago."""
    elsewhere = SCANS.c.exchange != report.exchange
    somebody_else = SCANS.c.owner.not_in(("", report.owner))
    stranger = or_(elsewhere, somebody_else) if report.owner else elsewhere
    is_it = (SCANS.c.account == report.account) & (SCANS.c.ending == Ending.DONE.value) & stranger
    wanted = select(SCANS.c.started_at).where(is_it).order_by(SCANS.c.id.desc()).limit(1)
    began: datetime | None = connection.execute(wanted).scalar_one_or_none()
    return began or datetime.min.replace(tzinfo=UTC)


def carry_on(connection: Connection, report: AccountReport, at: datetime) -> None:
    """Write down since when things are there, once this report belongs to the past."""
    account = report.account
    series = carried_on(report, past_of(connection, report), at).first_seen
    connection.execute(delete(FIRST_SEEN).where(FIRST_SEEN.c.account == account))
    rows = [
        {"account": account, "fingerprint": fingerprint, "since": since}
        for fingerprint, since in series.items()
    ]
    if rows:
        connection.execute(insert(FIRST_SEEN), rows)
