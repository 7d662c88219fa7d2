"""Scans are recorded, and nothing about that changes what a scan says."""

from __future__ import annotations

import json
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run, environment
from tests.cli.fakes import FakeScan, ScanUsageError
from tests.cli.forked import Process

from readiness.cli.clock import now
from readiness.domain.verdict import EXIT_CODES, Verdict
from readiness.history import Ending, Entry, History, default_path

pytestmark = pytest.mark.usefixtures("config")


def entries(path: Path | None = None) -> tuple[Entry, ...]:
    """What is recorded."""
    with History.open(path or default_path(), now=now, create=False) as history:
        return history.entries()


def test_a_scan_is_recorded_in_the_usual_place(run: Run, scan: FakeScan) -> None:
    """With what it said."""
    scan.verdict = Verdict.BLOCKED
    assert run("scan", "okx-main").code == 10
    (entry,) = entries()
    assert (entry.account, entry.exchange, entry.trigger) == ("okx-main", "okx", "scan")
    assert (entry.ending, entry.verdict, entry.blockers) == (Ending.DONE, Verdict.BLOCKED, 2)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_second_report_knows_the_first(run: Run, scan: FakeScan, verdict: Verdict) -> None:
    """Since when things are there; the verdict is the same with and without."""
    scan.verdict = verdict
    run("scan", "okx-main")
    (first,) = entries()
    outcome = run("scan", "okx-main", "--format", "json")
    (account,) = json.loads(outcome.out)["accounts"]
    assert (outcome.code, outcome.err) == (EXIT_CODES[verdict], "")
    began = first.started_at.replace(microsecond=0).isoformat().replace("+00:00", "Z")
    assert {found["first_seen"] for found in account["findings"]} <= {began}


def test_no_history_leaves_no_trace(run: Run, scan: FakeScan) -> None:
    """Nothing is written, and nothing is read."""
    del scan
    outcome = run("scan", "--no-history", "--format", "json")
    (account,) = json.loads(outcome.out)["accounts"]
    assert {found["first_seen"] for found in account["findings"]} == {None}
    assert "no-backup" not in outcome.out
    assert not default_path().parent.exists()


def test_the_configuration_can_switch_it_off(run: Run, scan: FakeScan, config: Path) -> None:
    """As --no-history does, every time."""
    del scan
    config.write_text(config.read_text() + "[history]\nenabled = false\n")
    assert run("scan").code == 10
    assert not default_path().parent.exists()


def test_the_configuration_can_name_the_file(run: Run, scan: FakeScan, config: Path) -> None:
    """A relative path starts at the configuration."""
    del scan
    config.write_text(config.read_text() + '[history]\npath = "scans/mine.db"\n')
    assert run("scan", "okx-main").code == 10
    assert [entry.account for entry in entries(config.parent / "scans" / "mine.db")] == ["okx-main"]
    assert not default_path().parent.exists()


def test_old_scans_go(run: Run, scan: FakeScan, config: Path) -> None:
    """As long as the configuration says, but never the newest."""
    del scan
    long_ago = now().replace(year=2020)
    with History.open(default_path(), now=lambda: long_ago) as history:
        history.fail(history.begin("okx-main", "okx", "scan"), "no key")
    config.write_text(config.read_text() + '[history]\nkeep = "2000d"\n')
    run("scan", "okx-main")
    assert [entry.ending for entry in entries()] == [Ending.DONE]


@pytest.mark.parametrize(
    ("raises", "ending", "note"),
    [
        (KeyboardInterrupt(), Ending.INTERRUPTED, ""),
        (ScanUsageError("one owner\nunder two names"), Ending.FAILED, "one owner"),
        (RuntimeError("with secrets in it"), Ending.FAILED, "a defect of the tool (RuntimeError)"),
    ],
    ids=["interrupted", "usage", "defect"],
)
def test_a_scan_that_does_not_end_well_is_recorded_as_such(
    run: Run, scan: FakeScan, raises: BaseException, ending: Ending, note: str
) -> None:
    """Interrupted or failed, for each account that was to be scanned."""
    scan.raises = raises
    run("scan")
    told = {entry.account: (entry.ending, entry.note, entry.verdict) for entry in entries()}
    assert told == dict.fromkeys(("okx-main", "okx-env"), (ending, note, None))


def test_a_sub_accounts_scan_is_its_parents(run: Run, scan: FakeScan, config: Path) -> None:
    """It has no entry of its own in the report."""
    del scan
    config.write_text(
        config.read_text()
        + '[accounts.okx-grid]\nexchange = "okx"\nparent = "okx-main"\nsub_account = "grid01"\n'
    )
    run("scan", "okx-grid", "okx-main")
    assert [entry.account for entry in entries()] == ["okx-main"]


def _database(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in ("CREATE TABLE theirs (x)", *statements):
        connection.execute(statement)
    connection.commit()
    connection.close()


def _newer(path: Path) -> None:
    with History.open(path, now=now):
        pass
    _database(path, "PRAGMA user_version = 999")


TROUBLES: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(b"not a database at all" * 99),
    "nothing in it": lambda path: path.touch(),
    "a directory": lambda path: path.mkdir(),
    "another program's": _database,
    "a newer version's": _newer,
}


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("trouble", TROUBLES)
def test_trouble_with_the_history_is_a_warning(
    run: Run, scan: FakeScan, verdict: Verdict, trouble: str
) -> None:
    """On stderr, saying what, where, why and what next; verdict and code are the scan's."""
    scan.verdict = verdict
    place = default_path()
    place.parent.mkdir(parents=True)
    TROUBLES[trouble](place)
    outcome = run("scan", "okx-main", "--format", "json")
    assert outcome.code == EXIT_CODES[verdict]
    assert json.loads(outcome.out)["verdict"] == verdict.value
    for part in ("readiness: warning: ", str(place), "why: ", "next: "):
        assert part in outcome.err
    assert outcome.err.count("warning") == 1


def test_a_defect_of_the_history_is_a_warning_too(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is, the scan's verdict counts."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr("readiness.history.record", broken)
    outcome = run("scan", "okx-main")
    assert outcome.code == EXIT_CODES[scan.verdict]
    assert "nothing was recorded" in outcome.err
    assert "no ink" in outcome.err


def scanning(how: str) -> Process:
    """A scan in a process of its own."""
    return Process("tests.cli.ending", how, env=environment())


@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)], ids=str
)
def test_a_scan_that_is_stopped_was_interrupted(sent: signal.Signals, code: int) -> None:
    """By Ctrl-C, or by whoever shuts the machine down."""
    with scanning("waits") as process:
        assert process.stdout.readline() == "asking\n"
        (entry,) = entries()
        assert entry.ending is Ending.RUNNING
        process.send_signal(sent)
        assert process.wait() == code
    (entry,) = entries()
    assert (entry.ending, entry.verdict) == (Ending.INTERRUPTED, None)


def test_a_full_disk_costs_the_record_and_not_the_verdict() -> None:
    """A warning says what to do; what was recorded before is there."""
    with scanning("full-disk") as process:
        out, err = process.communicate()
    assert (process.returncode, json.loads(out)["verdict"]) == (10, "blocked")
    assert err.count("readiness: warning") == 1
    assert "make room" in err
    assert str(default_path()) in err
    (entry,) = entries()
    assert entry.ending is Ending.INTERRUPTED


def test_the_page_shows_how_earlier_scans_went(run: Run, scan: FakeScan, tmp_path: Path) -> None:
    """Not the present one twice; not the scans of other accounts; nothing with --no-history."""
    page = tmp_path / "report.html"
    charted = ("scan", "okx-main", "--output", f"html={page}")
    run(*charted)
    assert "How it went" not in page.read_text()
    scan.verdict = Verdict.READY
    assert run(*charted).code == 0
    assert "2 scans, from" in page.read_text()
    assert run(*charted, "--no-history").code == 0
    assert "How it went" not in page.read_text()
    assert run(*charted).code == 0
    assert "3 scans, from" in page.read_text()


def test_formats_without_a_past_do_not_ask_for_it(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And where it is asked for, trouble with it is a warning: the page is written all the same."""

    def broken(*_: object) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr("readiness.history.points_of", broken)
    assert run("scan", "okx-main", "--format", "json").err == ""
    page = tmp_path / "report.html"
    outcome = run("scan", "okx-main", "--output", f"html={page}")
    assert outcome.code == EXIT_CODES[scan.verdict]
    assert "no ink" in outcome.err
    assert "okx-main" in page.read_text()
