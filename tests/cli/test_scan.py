"""``readiness scan``: exit codes, streams and files."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.fakes import FakeScan, ScanUsageError

from readiness.domain.verdict import EXIT_CODES, FailOn, Verdict
from readiness.report.formats import FORMATS

pytestmark = pytest.mark.usefixtures("config")


@pytest.mark.sampled(4)
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_exit_code_is_the_verdicts_in_every_format(
    run: Run, scan: FakeScan, verdict: Verdict, format_: str
) -> None:
    """0 ready or closing, 10 blocked, 11 incomplete, 12 unconfirmed, 3 refused."""
    scan.verdict = verdict
    outcome = run("scan", "--format", format_)
    assert outcome.code == EXIT_CODES[verdict]
    assert outcome.err == ""
    assert verdict.value in outcome.out.lower()


def test_json_on_stdout_is_one_document(run: Run, scan: FakeScan) -> None:
    """Nothing else is on stdout, so that it can be piped."""
    scan.verdict = Verdict.BLOCKED
    content = json.loads(run("scan", "--format", "json").out)
    assert content["schema"] == "readiness.report/1"
    assert content["accounts"][0]["account"] == "okx-main"


def test_named_accounts_are_handed_on(run: Run, scan: FakeScan) -> None:
    """Without a name it is for the scan to take all of them."""
    run("scan", "okx-main", "okx-env")
    run("scan")
    assert [call["names"] for call in scan.calls] == [("okx-main", "okx-env"), ()]


@pytest.mark.parametrize(
    ("fail_on", "verdict", "code"),
    [
        ("incomplete", Verdict.UNCONFIRMED, 0),
        ("incomplete", Verdict.INCOMPLETE, 11),
        ("blocked", Verdict.UNCONFIRMED, 0),
        ("blocked", Verdict.INCOMPLETE, 0),
        ("blocked", Verdict.BLOCKED, 10),
        ("blocked", Verdict.REFUSED, 3),
        ("unconfirmed", Verdict.UNCONFIRMED, 12),
    ],
)
def test_fail_on_softens_the_code_and_says_so(
    run: Run, scan: FakeScan, fail_on: str, verdict: Verdict, code: int
) -> None:
    """The verdict stays; a forgiven one is a warning on stderr, never blocked or refused."""
    scan.verdict = verdict
    outcome = run("scan", "--fail-on", fail_on, "--format", "json")
    assert outcome.code == code
    assert json.loads(outcome.out)["verdict"] == verdict.value
    assert json.loads(outcome.out)["exit_code"] == code
    assert scan.calls[0]["fail_on"] is FailOn(fail_on)
    softened = code == 0
    assert bool(outcome.err) is softened
    if softened:
        assert "warning" in outcome.err
        assert verdict.value in outcome.err


def test_a_plain_output_takes_the_report_from_stdout(run: Run, scan: FakeScan) -> None:
    """--output FILE is the report of --format, in a file."""
    del scan
    outcome = run("scan", "--format", "json", "--output", "report.json")
    assert (outcome.code, outcome.out) == (10, "")
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["verdict"] == "blocked"


def test_outputs_with_a_format_come_besides(run: Run, scan: FakeScan) -> None:
    """--output json=FILE leaves the table on stdout, and may be repeated."""
    del scan
    outcome = run("scan", "--output", "json=a.json", "--output", "table=b.txt")
    assert "okx-main (OKX): BLOCKED" in outcome.out
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))
    table = Path("b.txt").read_text(encoding="utf-8")
    assert "okx-main (OKX): BLOCKED" in table
    assert "\x1b" not in table


def test_a_dash_is_stdout(run: Run, scan: FakeScan) -> None:
    """The usual name of stdout works."""
    del scan
    outcome = run("scan", "--output", "json=-", "--output", "a.txt")
    assert json.loads(outcome.out)
    assert "BLOCKED" in Path("a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--output", "jsno=a.json"), "no format 'jsno'"),
        (("--output", "json="), "missing"),
        (("--output", "a", "--output", "json=./a"), "asked for twice"),
        (("--output", "json=-"), "asked for twice"),
        (("--format", "yaml"), "yaml"),
        (("--fail-on", "refused"), "refused"),
        (("--nonsense",), "nonsense"),
    ],
)
def test_wrong_options_are_usage_errors(
    run: Run, scan: FakeScan, arguments: tuple[str, ...], word: str
) -> None:
    """Exit code 2 and the word that is wrong, before anything is asked."""
    outcome = run("scan", *arguments)
    assert outcome.code == 2
    assert word in outcome.err
    assert outcome.out == ""
    assert not scan.calls


@pytest.mark.parametrize("verdict", [Verdict.READY, Verdict.BLOCKED])
def test_a_file_that_cannot_be_written_keeps_the_verdict(
    run: Run, scan: FakeScan, verdict: Verdict
) -> None:
    """Exit code 1, and stderr says what the scan found all the same."""
    scan.verdict = verdict
    outcome = run("scan", "--output", "json=missing/report.json", "--output", "json=fine.json")
    assert outcome.code == 1
    assert "missing/report.json" in outcome.err
    assert f"verdict {verdict}" in outcome.err
    assert "next:" in outcome.err
    assert "Traceback" not in outcome.err
    assert Path("fine.json").exists()


def test_a_report_that_cannot_be_drawn_keeps_the_verdict(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect of a format loses the format, not what the scan found."""
    del scan

    def broken(*_: object) -> str:
        raise RuntimeError("no pen")

    monkeypatch.setattr("readiness.report.draw.table", broken)
    outcome = run("scan", "--output", "json=report.json")
    assert outcome.code == 1
    assert "verdict blocked" in outcome.err
    assert "no pen" in outcome.err
    assert Path("report.json").exists()


def test_the_scans_own_usage_errors_are_usage_errors(run: Run, scan: FakeScan) -> None:
    """An unknown account, or one owner under two names: exit code 2, no traceback."""
    scan.raises = ScanUsageError("accounts.a and accounts.b: both keys belong to one account")
    outcome = run("scan")
    assert (outcome.code, outcome.out) == (2, "")
    assert "both keys belong to one account" in outcome.err
    assert "Traceback" not in outcome.err


def test_an_interrupted_scan_is_130(run: Run, scan: FakeScan) -> None:
    """Ctrl-C ends the run without a verdict."""
    scan.raises = KeyboardInterrupt()
    outcome = run("scan")
    assert (outcome.code, outcome.out) == (130, "")
    assert "interrupted" in outcome.err


@pytest.mark.parametrize("content", [None, "[accounts.okx-main\n", "[accounts.x]\nkey='1'\n"])
def test_a_wrong_configuration_is_a_usage_error(
    run: Run, scan: FakeScan, config: Path, content: str | None
) -> None:
    """Missing, broken or with unknown keys: exit code 2 before anything is asked."""
    config.unlink()
    if content is not None:
        config.write_text(content, encoding="utf-8")
    outcome = run("scan")
    assert outcome.code == 2
    assert outcome.err.startswith("readiness: error: ")
    assert "next: " in outcome.err
    assert not scan.calls


def test_the_configuration_can_be_named(
    run: Run, scan: FakeScan, config: Path, tmp_path: Path
) -> None:
    """--config reads another file."""
    elsewhere = tmp_path / "other.toml"
    elsewhere.write_text('[accounts.other]\nexchange = "okx"\n', encoding="utf-8")
    run("scan", "--config", str(elsewhere))
    assert list(scan.calls[0]["config"].accounts) == ["other"]
    assert config.exists()
