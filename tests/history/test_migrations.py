"""The file's shape, step by step: what an earlier version recorded is still there."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.history.support import BEGINNING, DUSTY, kept, opened, past
from tests.rules.support import judge
from tests.strategies import ACCOUNT

from readiness.domain.verdict import Verdict
from readiness.history import Ending, History, HistoryError, opening
from readiness.history.migrations import MIGRATIONS

VERSION_1 = """
PRAGMA application_id = 1380211027;
PRAGMA user_version = 1;
CREATE TABLE scans (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, exchange TEXT NOT NULL,
    trigger TEXT NOT NULL, process TEXT NOT NULL, started_at TEXT NOT NULL, finished_at TEXT,
    ending TEXT NOT NULL, verdict TEXT, blockers INTEGER NOT NULL DEFAULT 0,
    unknowns INTEGER NOT NULL DEFAULT 0, confirms INTEGER NOT NULL DEFAULT 0, value_usd TEXT,
    note TEXT NOT NULL DEFAULT ''
);
CREATE TABLE documents (
    scan_id INTEGER PRIMARY KEY REFERENCES scans (id) ON DELETE CASCADE,
    tool_version TEXT NOT NULL, report TEXT NOT NULL, snapshot TEXT
);
CREATE TABLE first_seen (
    account TEXT NOT NULL, fingerprint TEXT NOT NULL, since TEXT NOT NULL,
    PRIMARY KEY (account, fingerprint)
) WITHOUT ROWID;
CREATE TABLE backups (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, path TEXT NOT NULL,
    finished_at TEXT NOT NULL, complete INTEGER NOT NULL
);
INSERT INTO scans VALUES (
    3, 'okx-main', 'okx', 'watch', '1/1', '2026-11-20T08:00:00.000000+00:00',
    '2026-11-20T08:00:04.000000+00:00', 'done', 'blocked', 1, 0, 0, '12.5', ''
);
INSERT INTO scans (id, account, exchange, trigger, process, started_at, ending)
VALUES (4, 'okx-main', 'okx', 'watch', '0/0', '2026-11-21T08:00:00.000000+00:00', 'running');
INSERT INTO first_seen VALUES (
    'okx-main', 'okx-main/main/wallet.trading/LUNC', '2026-11-20T08:00:00.000000+00:00'
);
INSERT INTO backups VALUES (1, 'okx-main', '/saved', '2026-11-20T09:00:00.000000+00:00', 1);
"""
"""What version 1 of the file is, written down a second time."""
MORE = (*MIGRATIONS, ("CREATE TABLE moods (scan_id INTEGER)", "INSERT INTO moods VALUES (3)"))
BROKEN = (*MORE, ("CREATE TABLE more (x)", "INSERT INTO nowhere VALUES (1)"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of version 1, as plain SQLite makes it."""
    made = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(made)) as raw:
        raw.executescript(VERSION_1)
        report = json.dumps(judge(DUSTY).model_dump(mode="json"))
        raw.execute("INSERT INTO documents VALUES (3, '0.1.0', ?, NULL)", (report,))
        raw.commit()
    return made


def raw_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        return int(version)


def check(history: History) -> None:
    """Everything that version 1 recorded is there."""
    running, done = history.entries()
    assert (running.id, running.ending) == (4, Ending.INTERRUPTED)
    assert (done.id, done.ending, done.verdict) == (3, Ending.DONE, Verdict.BLOCKED)
    assert (str(done.value_usd), done.trigger) == ("12.5", "watch")
    assert history.report(3) == judge(DUSTY)
    known = past(history)
    assert known.first_seen == {f"{ACCOUNT}/main/wallet.trading/LUNC": BEGINNING}
    assert known.backup is not None
    assert known.backup.complete


@pytest.mark.parametrize("create", [True, False])
def test_a_file_of_version_1_is_read(path: Path, create: bool) -> None:
    """And goes on being written."""
    with opened(path, create=create) as history:
        check(history)
        _, report = kept(history, DUSTY)
        since = {finding.subject: finding.first_seen for finding in report.findings}
        assert since["LUNC"] == BEGINNING


@pytest.mark.parametrize("create", [True, False])
def test_the_next_step_is_taken_when_it_is_missing(
    path: Path, create: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, whoever opens the file first, and without losing anything."""
    monkeypatch.setattr(opening, "MIGRATIONS", MORE)
    for _ in range(2):
        with opened(path, create=create) as history:
            check(history)
    assert raw_version(path) == len(MORE)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT scan_id FROM moods").fetchall() == [(3,)]


def test_a_step_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All steps, or none; the version before can still use the file."""
    with monkeypatch.context() as later:
        later.setattr(opening, "MIGRATIONS", BROKEN)
        with pytest.raises(HistoryError, match="no such table: nowhere"):
            opened(path)
    assert raw_version(path) == 1
    with closing(sqlite3.connect(path)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
    assert not tables & {"moods", "more"}
    with opened(path) as history:
        check(history)


def test_a_new_file_takes_every_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends in the same shape as one that grew."""
    monkeypatch.setattr(opening, "MIGRATIONS", MORE)
    with opened(tmp_path / "new.sqlite3") as history:
        kept(history, DUSTY)
    assert raw_version(tmp_path / "new.sqlite3") == len(MORE)


def test_the_database_keeps_its_own_rules(path: Path) -> None:
    """What a defect could write down wrongly is refused by the file itself."""
    fresh = path.with_name("fresh.sqlite3")
    with opened(fresh) as history:
        kept(history, DUSTY)
    wrong = (
        "UPDATE scans SET ending = 'forgotten'",
        "UPDATE scans SET verdict = NULL",
        "INSERT INTO documents VALUES (999, '1', '{}', NULL)",
        "INSERT INTO backups VALUES (1, 'a', 'b', 'c', 2)",
    )
    with closing(sqlite3.connect(fresh)) as raw:
        raw.execute("PRAGMA foreign_keys = ON")
        for statement in wrong:
            with pytest.raises(sqlite3.IntegrityError):
                raw.execute(statement)
