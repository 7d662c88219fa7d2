"""Real processes: killed while they write, several at once, on a disk that is full."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import environment
from tests.cli.forked import Process
from tests.history.support import BEGINNING, DUSTY, kept, opened

from readiness.domain.verdict import Verdict
from readiness.history import Ending


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


def child(what: str, path: Path) -> Process:
    """Another process that uses the history."""
    return Process("tests.history.children", what, str(path), env=environment())


def lines(process: Process) -> Iterator[str]:
    for line in process.stdout:
        yield line.strip()


def whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    with closing(sqlite3.connect(path)) as raw:
        found = raw.execute("PRAGMA integrity_check").fetchall()
        loose = raw.execute("PRAGMA foreign_key_check").fetchall()
    return found == [("ok",)] and not loose


def test_a_writer_that_is_killed_loses_nothing_recorded(path: Path) -> None:
    """What was named as done is there and can be read; at most one scan more is not done."""
    with child("forever", path) as process:
        told = []
        for line in lines(process):
            told.append(int(line))
            if len(told) == 5:
                process.kill()
    with opened(path) as history:
        assert not history.notices
        entries = history.entries()
        done = [entry.id for entry in entries if entry.ending is Ending.DONE]
        assert set(told) <= set(done)
        assert {entry.ending for entry in entries} <= {Ending.DONE, Ending.INTERRUPTED}
        assert len(entries) - len(done) <= 1
        assert {history.report(id_).verdict for id_ in done} == {Verdict.BLOCKED}
        kept(history, DUSTY)
    assert whole(path)


def test_a_writer_that_is_killed_in_the_middle_of_a_scan_interrupted_it(path: Path) -> None:
    """Half of a scan is not there; the scan itself was interrupted, and others can go on."""
    with child("stuck", path) as process:
        assert next(lines(process)) == "writing"
        process.kill()
    with opened(path) as history:
        second, first = history.entries()
        assert (first.ending, second.ending) == (Ending.DONE, Ending.INTERRUPTED)
        assert (second.verdict, second.finished_at) == (None, None)
        assert history.report(first.id).findings
        kept(history, DUSTY)
    assert whole(path)


def test_a_scan_that_runs_elsewhere_reads_as_running_until_its_process_ends(path: Path) -> None:
    """And nobody has to write down that it was killed."""
    with child("running", path) as process:
        assert next(lines(process)) == "begun"
        with opened(path) as history:
            (entry,) = history.entries()
            assert (entry.ending, entry.started_at) == (Ending.RUNNING, BEGINNING)
            process.kill()
            process.wait()
            (entry,) = history.entries()
            assert entry.ending is Ending.INTERRUPTED
            assert entry.note


@pytest.mark.sampled(2)
@pytest.mark.parametrize("broken", [b"", b"broken" * 999], ids=["no file", "a broken file"])
def test_two_runs_at_once_begin_one_history_and_lose_nothing(path: Path, broken: bytes) -> None:
    """Both find none, or the same broken one; one begins it, and both write all the time."""
    if broken:
        path.write_bytes(broken)
    with child("some", path) as one, child("some", path) as other:
        told = [*lines(one), *lines(other)]
        assert (one.wait(), other.wait()) == (0, 0)
    assert len(set(told)) == 16
    assert [file.read_bytes() for file in path.parent.glob("*.broken-*")] == [broken] * bool(broken)
    with opened(path) as history:
        assert not history.notices
        assert sorted(told) == sorted(str(entry.id) for entry in history.entries())
        assert {entry.ending for entry in history.entries()} == {Ending.DONE}
    assert whole(path)


def test_a_full_disk_loses_nothing_recorded(path: Path) -> None:
    """The scan that does not fit is refused with what to do; those before it are there."""
    with child("full", path) as process:
        *told, refused = lines(process)
        assert process.wait() == 0
    assert refused.startswith("refused: ")
    for part in (str(path), "why: ", "next: ", "room"):
        assert part in refused
    with opened(path) as history:
        done = [entry.id for entry in history.entries() if entry.ending is Ending.DONE]
        assert [int(id_) for id_ in told] == sorted(done)
        kept(history, DUSTY)
    assert whole(path)
