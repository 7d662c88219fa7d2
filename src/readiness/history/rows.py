"""Rows of the tables as the words of the tool, and the other way round."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, RowMapping, delete, insert, select

from readiness.domain.past import Backup, Past
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.history import process
from readiness.history.entry import Ending, Entry
from readiness.history.tables import BACKUPS, FIRST_SEEN
from readiness.rules.past import carried_on

_VANISHED = "the process ended without saying so"


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
        note=_VANISHED if vanished else row["note"],
    )


def past_of(connection: Connection, account: str) -> Past:
    """What is known of an account from before."""
    seen = select(FIRST_SEEN.c.fingerprint, FIRST_SEEN.c.since)
    series = connection.execute(seen.where(FIRST_SEEN.c.account == account))
    saved = connection.execute(
        select(BACKUPS)
        .where(BACKUPS.c.account == account)
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


def carry_on(connection: Connection, report: AccountReport, at: datetime) -> None:
    """Write down since when things are there, once this report belongs to the past."""
    account = report.account
    before = past_of(connection, account)
    after = carried_on(report, before, at).first_seen
    ended = before.first_seen.keys() - after.keys()
    for fingerprint in ended:
        is_it = (FIRST_SEEN.c.account == account) & (FIRST_SEEN.c.fingerprint == fingerprint)
        connection.execute(delete(FIRST_SEEN).where(is_it))
    begun = [
        {"account": account, "fingerprint": fingerprint, "since": since}
        for fingerprint, since in after.items()
        if fingerprint not in before.first_seen
    ]
    if begun:
        connection.execute(insert(FIRST_SEEN), begun)
