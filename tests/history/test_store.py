"""What is recorded comes back, newest first, and nothing else does."""

from __future__ import annotations

import os
import stat
from datetime import UTC, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from tests.history.support import (
    BEGINNING,
    BLIND,
    DAY,
    DUSTY,
    READY,
    VERSION,
    Clock,
    kept,
    opened,
    past,
)
from tests.rules.support import judge
from tests.small_policy import POLICY
from tests.strategies import ACCOUNT

from readiness.domain.decision import Closure
from readiness.domain.past import Backup
from readiness.domain.report import Report
from readiness.domain.verdict import Verdict
from readiness.history import (
    Ending,
    HistoryError,
    NoHistoryError,
    UnreadableScanError,
    default_path,
    process,
    record,
)
from readiness.rules import closing


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "state" / "history.sqlite3"


def test_a_scan_comes_back_as_it_was(place: Path) -> None:
    """Entry, report and snapshot."""
    clock = Clock()
    with opened(place, clock) as history:
        id_, report = kept(history, DUSTY)
    with opened(place) as history:
        (entry,) = history.entries()
        assert history.report(id_) == report
        assert history.snapshot(id_) == DUSTY.snapshot
    assert (entry.id, entry.account, entry.exchange) == (id_, ACCOUNT, "okx")
    assert (entry.trigger, entry.ending, entry.verdict) == ("scan", Ending.DONE, Verdict.BLOCKED)
    assert (entry.started_at, entry.finished_at) == (BEGINNING, BEGINNING)
    assert (entry.blockers, entry.unknowns, entry.note) == (1, 0, "")
    assert entry.value_usd is None


def test_the_file_is_for_its_owner_alone(place: Path) -> None:
    """The file, what SQLite keeps beside it, and the directory that was made for it."""
    with opened(place) as history:
        kept(history, DUSTY)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in place.parent.iterdir()}
    assert modes["history.sqlite3"] == 0o600
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_the_journal_is_a_write_ahead_log(place: Path) -> None:
    """Readers do not wait for a writer."""
    with opened(place):
        pass
    assert place.read_bytes()[18:20] == b"\x02\x02"


def test_newest_first_and_only_those_asked_for(place: Path) -> None:
    """All of them, those of an account, or the newest few."""
    with opened(place) as history:
        first, _ = kept(history, DUSTY, "a")
        second, _ = kept(history, READY, "b")
        third, _ = kept(history, READY, "a")
        assert [entry.id for entry in history.entries()] == [third, second, first]
        assert [entry.id for entry in history.entries("a")] == [third, first]
        assert [entry.id for entry in history.entries(limit=2)] == [third, second]
        assert history.entries("nobody") == ()
        assert history.accounts() == ("a", "b")


def test_the_last_and_the_one_before(place: Path) -> None:
    """Only scans that are done count."""
    with opened(place) as history:
        first, _ = kept(history, DUSTY)
        history.interrupt(history.begin(ACCOUNT, "okx", "watch"), "stopped")
        second, _ = kept(history, READY)
        history.fail(history.begin(ACCOUNT, "okx", "watch"), "no key")
        last, before = history.last(ACCOUNT), history.previous(ACCOUNT, second)
        assert last is not None
        assert last.id == second
        assert before is not None
        assert before.id == first
        assert history.previous(ACCOUNT, first) is None
        assert history.last("nobody") is None
        told = {entry.ending: entry.note for entry in history.entries()}
    assert told == {Ending.DONE: "", Ending.INTERRUPTED: "stopped", Ending.FAILED: "no key"}


def test_a_closing_account_is_recorded_as_such(place: Path) -> None:
    """Nothing was asked, and so there is no snapshot."""
    report = closing(ACCOUNT, "okx", Closure(requested_on=BEGINNING.date(), wait_days=30))
    with opened(place) as history:
        id_ = history.begin(ACCOUNT, "okx", "scan")
        history.finish(id_, report, None, VERSION)
        entry = history.entry(id_)
        assert history.report(id_) == report
        assert history.snapshot(id_) is None
    assert entry is not None
    assert (entry.verdict, entry.value_usd) == (Verdict.CLOSING, None)


def test_blind_runs_are_counted_from_the_newest(place: Path) -> None:
    """In a row: one that could look everywhere ends the count."""
    with opened(place) as history:
        assert history.blind_runs(ACCOUNT) == 0
        kept(history, BLIND)
        kept(history, READY)
        assert history.blind_runs(ACCOUNT) == 0
        kept(history, BLIND)
        history.fail(history.begin(ACCOUNT, "okx", "watch"), "no key")
        kept(history, BLIND)
        assert history.blind_runs(ACCOUNT) == 2


def test_the_newest_complete_backup_is_known(place: Path) -> None:
    """A later incomplete one does not hide it."""
    whole = Backup(path=Path("/saved/a"), finished_at=BEGINNING, complete=True)
    part = Backup(path=Path("/saved/b"), finished_at=BEGINNING + DAY, complete=False)
    with opened(place) as history:
        assert past(history).backup is None
        history.record_backup(ACCOUNT, part)
        assert past(history).backup == part
        history.record_backup(ACCOUNT, whole)
        assert past(history).backup == whole
        assert past(history, "another").backup is None


def test_old_scans_are_removed_and_what_matters_stays(place: Path) -> None:
    """The newest done scan of an account, what runs, first-seen dates, and backups."""
    clock = Clock()
    backup = Backup(path=Path("/saved"), finished_at=BEGINNING, complete=True)
    with opened(place, clock) as history:
        old, _ = kept(history, DUSTY)
        newest, _ = kept(history, DUSTY)
        failed = history.begin(ACCOUNT, "okx", "watch")
        history.fail(failed, "no key")
        running = history.begin(ACCOUNT, "okx", "watch")
        history.record_backup(ACCOUNT, backup)
        clock.forward(timedelta(days=10))
        known = past(history)
        assert history.prune(timedelta(days=11)) == 0
        assert history.prune(timedelta(days=9)) == 2
        assert {entry.id for entry in history.entries()} == {newest, running}
        assert past(history) == known
        assert known.first_seen
        with pytest.raises(UnreadableScanError, match=f"no report of scan {old}"):
            history.report(old)
        history.finish(running, judge(READY), None, VERSION)


def test_numbers_are_never_given_twice(place: Path) -> None:
    """A number that somebody wrote down does not come to mean another scan."""
    clock = Clock()
    with opened(place, clock) as history:
        history.fail(history.begin("a", "okx", "scan"), "no key")
        last = history.begin("b", "okx", "scan")
        history.fail(last, "no key")
        clock.forward()
        assert history.prune(timedelta(hours=1)) == 2
        assert history.begin("a", "okx", "scan") > last


def test_a_scan_ends_once(place: Path) -> None:
    """What is ended, or was never begun, cannot be ended."""
    with opened(place) as history:
        id_, _ = kept(history, READY)
        for end in (id_, id_ + 1):
            with pytest.raises(HistoryError, match=f"scan {end} is not there"):
                history.finish(end, judge(DUSTY), None, VERSION)
            with pytest.raises(HistoryError, match="next: "):
                history.interrupt(end)
        assert history.report(id_).verdict is Verdict.READY


def test_a_report_of_another_version_is_said_so(place: Path) -> None:
    """Never guessed: the message names the version that wrote it."""
    import sqlite3

    with opened(place) as history:
        id_, _ = kept(history, READY)
        with sqlite3.connect(place) as other:
            other.execute("UPDATE documents SET report = json_set(report, '$.mood', 'new')")
            other.execute("UPDATE documents SET tool_version = '9.9'")
        other.close()
        with pytest.raises(UnreadableScanError, match=r"readiness 9\.9 recorded it"):
            history.report(id_)
        assert history.snapshot(id_) == READY.snapshot


def test_without_a_file_there_is_nothing_to_read(place: Path) -> None:
    """And none is begun by looking."""
    with pytest.raises(NoHistoryError, match="no scan was recorded yet"):
        opened(place, create=False)
    assert not place.parent.exists()


def test_money_in_the_way_is_added_up_exactly(place: Path) -> None:
    """What somebody priced; nothing there is worth nothing."""
    from tests.rules.support import exact, money

    priced = money("BTC", "1").model_copy(update={"value_usd": exact("0.1")})
    other = money("ETH", "1").model_copy(update={"value_usd": exact("0.2")})
    with opened(place) as history:
        kept(history, READY.holding("wallet.trading", priced, other, money("X", "1")))
        kept(history, READY)
        now, before = history.entries()
    assert (now.value_usd, before.value_usd) == (Decimal(0), Decimal("0.3"))


def test_no_money_is_not_zero_where_nobody_could_look(place: Path) -> None:
    """Nothing found says nothing there; what was found says at least how much."""
    with opened(place) as history:
        kept(history, BLIND)
        kept(history, READY)
        clear, blind = history.entries()
    assert (clear.value_usd, blind.value_usd) == (Decimal(0), None)
    assert blind.unknowns == 1


def test_the_usual_place_is_the_users_state_directory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Below the home of whoever runs it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    assert default_path().is_relative_to(tmp_path)
    assert default_path().parts[-2:] == ("readiness", "history.sqlite3")


def test_times_are_kept_in_utc(place: Path) -> None:
    """Whatever zone the clock is in."""
    from datetime import timezone

    zone = timezone(timedelta(hours=-7))
    with opened(place, lambda: BEGINNING.astimezone(zone)) as history:
        kept(history, READY)
        (entry,) = history.entries()
    assert entry.started_at == BEGINNING
    assert entry.started_at.tzinfo is UTC or entry.started_at.utcoffset() == timedelta(0)


@pytest.mark.parametrize("name", ["", "x/1", "/", "0/1", f"{10**30}/1", "1/0", "-1/1"])
def test_a_process_that_cannot_be_is_gone(name: str) -> None:
    """Whatever stands in the file."""
    assert not process.alive(name)
    assert process.alive(process.identity())


def test_only_accounts_that_began_are_recorded(place: Path) -> None:
    """Others of the same run come back as they were."""
    run = Report(
        tool_version=VERSION,
        started_at=BEGINNING,
        finished_at=BEGINNING,
        accounts=(judge(DUSTY), judge(READY).model_copy(update={"account": "other"})),
    )
    with opened(place) as history:
        ids = {ACCOUNT: history.begin(ACCOUNT, "okx", "scan")}
        told = record(history, ids, run, {}, lambda _: POLICY)
        assert [entry.account for entry in history.entries()] == [ACCOUNT]
    assert told.accounts[1] == run.accounts[1]
    assert all(finding.first_seen for finding in told.accounts[0].findings)


def test_a_scan_whose_process_is_gone_was_interrupted(place: Path) -> None:
    """Nobody has to say so; one of this process goes on."""
    import sqlite3

    with opened(place) as history:
        gone, other, mine = (history.begin(ACCOUNT, "okx", "scan") for _ in range(3))
        with sqlite3.connect(place) as raw:
            raw.execute("UPDATE scans SET process = '999999999/1' WHERE id = ?", (gone,))
            raw.execute("UPDATE scans SET process = ? WHERE id = ?", (f"{os.getpid()}/1", other))
        raw.close()
        endings = {entry.id: (entry.ending, entry.note) for entry in history.entries()}
    vanished = (Ending.INTERRUPTED, "the process ended without saying so")
    assert endings == {gone: vanished, other: vanished, mine: (Ending.RUNNING, "")}
