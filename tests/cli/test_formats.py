"""Several reports at once, and those that cannot be written."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.fakes import FakeScan
from tests.report.readers import READERS

from readiness.domain.verdict import EXIT_CODES, Verdict
from readiness.report.formats import COMPANIONS, FORMATS

pytestmark = pytest.mark.usefixtures("config")

SUMMARY = "GITHUB_STEP_SUMMARY"


@pytest.fixture
def summary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that GitHub Actions names."""
    path = tmp_path / "summary.md"
    monkeypatch.setenv(SUMMARY, str(path))
    return path


@pytest.mark.parametrize("verdict", list(Verdict))
def test_all_formats_at_once(run: Run, scan: FakeScan, verdict: Verdict) -> None:
    """Every file reads, and the exit code is the verdict's own."""
    scan.verdict = verdict
    outputs = [part for name in FORMATS for part in ("--output", f"{name}=report.{name}")]
    outcome = run("scan", "--format", "json", *outputs)
    assert outcome.code == EXIT_CODES[verdict]
    assert outcome.err == ""
    READERS["json"](outcome.out)
    for name, read in READERS.items():
        read(Path(f"report.{name}").read_text(encoding="utf-8"))


@pytest.mark.parametrize("format_", FORMATS)
def test_one_that_cannot_be_written_stops_no_other(run: Run, scan: FakeScan, format_: str) -> None:
    """Exit code 1, the place and the verdict on stderr, all others written."""
    scan.verdict = Verdict.BLOCKED
    others = [
        part for name in FORMATS if name != format_ for part in ("--output", f"{name}={name}")
    ]
    outcome = run("scan", "--format", format_, "--output", "missing/report", *others)
    assert (outcome.code, outcome.out) == (1, "")
    assert "missing/report" in outcome.err
    assert outcome.err.count("verdict blocked (exit code 10, now 1)") == 1
    assert {path.name for path in Path().iterdir()} >= FORMATS.keys() - {format_}


def test_a_job_summary_is_appended_once(run: Run, scan: FakeScan, summary: Path) -> None:
    """Where the runner names the file; what other steps wrote stays."""
    scan.verdict = Verdict.BLOCKED
    summary.write_text("before\n", encoding="utf-8")
    outcome = run("scan", "--format", "github", "--output", "github=also.txt", "--output", "-")
    assert outcome.code == 10
    assert outcome.out.startswith("::error ")
    kept, text = summary.read_text(encoding="utf-8").split("\n", 1)
    assert kept == "before"
    READERS["markdown"](text)
    assert text.count("# Verdict: BLOCKED (exit code 10)\n") == 1


@pytest.mark.parametrize("format_", sorted(FORMATS.keys() - COMPANIONS.keys()))
def test_other_formats_leave_the_summary_alone(
    run: Run, scan: FakeScan, summary: Path, format_: str
) -> None:
    """Only who asks for annotations gets one."""
    del scan
    run("scan", "--format", format_)
    assert not summary.exists()


@pytest.mark.parametrize("name", ["", None])
def test_without_a_runner_there_are_only_annotations(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    """No variable, or an empty one: nothing is written anywhere."""
    del scan
    if name is not None:
        monkeypatch.setenv(SUMMARY, name)
    before = set(Path().iterdir())
    outcome = run("scan", "--format", "github")
    assert (outcome.code, outcome.err) == (10, "")
    assert set(Path().iterdir()) == before


def test_a_summary_that_cannot_be_written_keeps_the_verdict(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An output like any other: exit code 1, and the annotations are there."""
    del scan
    monkeypatch.setenv(SUMMARY, "missing/summary.md")
    outcome = run("scan", "--format", "github")
    assert outcome.code == 1
    assert outcome.out.startswith("::error ")
    assert "missing/summary.md (GITHUB_STEP_SUMMARY)" in outcome.err
    assert "verdict blocked (exit code 10, now 1)" in outcome.err


def test_a_summary_that_is_full_is_an_error(run: Run, scan: FakeScan, summary: Path) -> None:
    """GitHub would drop all of it: what is there is left alone."""
    del scan
    summary.write_bytes(b"x" * 2**20)
    outcome = run("scan", "--format", "github")
    assert outcome.code == 1
    assert "could not be written" in outcome.err
    assert summary.stat().st_size == 2**20


def test_a_summary_takes_the_room_that_is_left(run: Run, scan: FakeScan, summary: Path) -> None:
    """It ends with a note that it was cut, and the code stays the verdict's."""
    del scan
    summary.write_bytes(b"x" * (2**20 - 1500))
    assert run("scan", "--format", "github").code == 10
    assert 2**20 - 200 < summary.stat().st_size <= 2**20
    assert summary.read_text(encoding="utf-8").endswith("--format json lists everything.\n")


def test_a_summary_that_cannot_be_drawn_keeps_the_verdict(
    run: Run, scan: FakeScan, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect of the summary loses the summary alone."""
    del scan

    def broken(*_: object) -> str:
        raise RuntimeError("no pen")

    monkeypatch.setattr("readiness.report.draw.github_summary", broken)
    outcome = run("scan", "--format", "github")
    assert outcome.code == 1
    assert outcome.out.startswith("::error ")
    assert "no pen" in outcome.err
    assert "verdict blocked" in outcome.err
    assert not summary.exists()
