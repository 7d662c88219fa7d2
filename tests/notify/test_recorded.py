"""The events of a scan, given what the history knows."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.notify.support import BLOCKED, INCOMPLETE, READY, TODAY

from readiness.config import Notify
from readiness.domain.report import AccountReport
from readiness.history import History
from readiness.notify import Ended, News, Trouble, events_of_failure, events_of_scan


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    """An empty history."""
    now = datetime(2026, 12, 1, tzinfo=UTC)
    with History.open(tmp_path / "history.sqlite3", now=lambda: now) as opened:
        yield opened


def scanned(history: History | None, report: AccountReport) -> list[str]:
    """Record a scan; what is told of it."""
    if history:
        id_ = history.begin("okx-main", "okx", "watch")
        history.finish(id_, report, None, "0.1.0")
    news, ended = events_of_scan(history, report, Notify(), today=TODAY), report.verdict
    assert isinstance(news[-1], Ended)
    assert news[-1].complete == (ended is not INCOMPLETE.verdict)
    return [str(topic) for event in news if isinstance(event, News) for topic in event.topics]


def failed(history: History | None) -> bool:
    """Record a scan that could not be made; whether that is told."""
    if history:
        history.fail(history.begin("okx-main", "okx", "watch"), "no key")
    *trouble, ended = events_of_failure(history, "okx-main", "okx", "no key")
    assert ended == Ended("okx-main", complete=False)
    assert trouble in ([], [Trouble("okx-main", "okx", "no key")])
    return bool(trouble)


def test_a_series_of_scans(history: History) -> None:
    """Each is compared with the one before; what is the same is told once."""
    reports = [BLOCKED, BLOCKED, READY, READY, INCOMPLETE, INCOMPLETE, INCOMPLETE, INCOMPLETE]
    assert [scanned(history, report) for report in reports] == [
        ["change"],
        [],
        ["ready", "change"],
        [],
        ["change"],
        [],
        ["blind"],
        [],
    ]


def test_another_account_is_another_series(history: History) -> None:
    """Its reports are not compared with these."""
    scanned(history, BLOCKED)
    other = BLOCKED.model_copy(update={"account": "okx-eea"})
    history.finish(history.begin("okx-eea", "okx-eea", "watch"), other, None, "0.1.0")
    (news, _) = events_of_scan(history, other, Notify(), today=TODAY)
    assert isinstance(news, News)
    assert news.difference is None


def test_failures_are_one_series_until_a_scan_is_done(history: History) -> None:
    """One that was interrupted in between ends none."""
    assert failed(history)
    assert not failed(history)
    history.interrupt(history.begin("okx-main", "okx", "watch"))
    assert not failed(history)
    assert scanned(history, READY)
    assert failed(history)


def test_a_failure_is_no_look(history: History) -> None:
    """The scan after it is compared with the one before it."""
    scanned(history, READY)
    failed(history)
    assert scanned(history, READY) == []


def test_without_a_history_everything_is_the_first() -> None:
    """And told."""
    assert scanned(None, BLOCKED) == scanned(None, BLOCKED) == ["change"]
    assert failed(None)
    assert failed(None)


def test_a_history_that_is_gone_is_none(history: History) -> None:
    """Better a message too many than none."""
    scanned(history, BLOCKED)
    history.path.write_bytes(b"no database " * 1_000)
    for suffix in ("-wal", "-shm"):
        history.path.with_name(history.path.name + suffix).unlink(missing_ok=True)
    (news, _) = events_of_scan(history, BLOCKED, Notify(), today=TODAY)
    assert isinstance(news, News)
    assert news.difference is None
    (trouble, _) = events_of_failure(history, "okx-main", "okx", "no key")
    assert isinstance(trouble, Trouble)


def test_an_earlier_report_that_cannot_be_read_counts_as_none(history: History) -> None:
    """It may have been written by another version."""
    scanned(history, BLOCKED)
    engine = create_engine(f"sqlite:///{history.path}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE documents SET report = '{}'"))
    engine.dispose()
    assert scanned(history, BLOCKED) == ["change"]
