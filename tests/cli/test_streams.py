"""Output that cannot be written: said on stderr, never a traceback."""

import errno
import io
import os
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run, environment
from tests.cli.fakes import FakeScan
from tests.cli.forked import Process

from readiness.cli.streams import replace_file

pytestmark = pytest.mark.usefixtures("config")

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")


def start(*arguments: str, stdout: int) -> Process:
    return Process("tests.cli.fakes", *arguments, env=environment(), stdout=stdout)


def test_a_link_that_waits_for_a_file_is_not_followed(tmp_path: Path) -> None:
    """In a directory where others can write, nobody makes this tool write somewhere else."""
    (tmp_path / "theirs").write_text("kept", encoding="utf-8")
    (tmp_path / f".report.json.{os.getpid()}.part").symlink_to(tmp_path / "theirs")
    before = set(tmp_path.iterdir())
    replace_file(tmp_path / "report.json", "new")
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "theirs").read_text(encoding="utf-8") == "kept"
    assert set(tmp_path.iterdir()) - before == {tmp_path / "report.json"}


@needs_full
@pytest.mark.parametrize("format_", ["table", "json", "github"])
def test_a_full_disk_keeps_the_verdict(format_: str) -> None:
    """Exit code 1; what, where, why, and what the scan found."""
    with FULL.open("w") as full:
        process = start("blocked", "scan", "--format", format_, stdout=full.fileno())
    with process:
        _, err = process.communicate()
    assert process.returncode == 1
    assert "stdout" in err
    assert os.strerror(errno.ENOSPC) in err
    assert "verdict blocked" in err
    assert "Traceback" not in err
    assert "Exception ignored" not in err


@needs_full
@pytest.mark.parametrize("arguments", [("--help",), ("schema", "report"), ("explain",)])
def test_a_full_disk_is_an_error_for_every_command(arguments: tuple[str, ...]) -> None:
    """Also where it is only noticed at the end."""
    with FULL.open("w") as full:
        process = start("ready", *arguments, stdout=full.fileno())
    with process:
        _, err = process.communicate()
    assert process.returncode == 1
    assert "could not be written" in err
    assert "Traceback" not in err
    assert "Exception ignored" not in err


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    """``readiness scan | head -1``: exit code 1, and the verdict on stderr."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        process = start("blocked", "scan", stdout=writing)
    finally:
        os.close(writing)
    with process:
        _, err = process.communicate()
    assert process.returncode == 1
    assert "the program that was reading it has ended" in err
    assert "verdict blocked" in err
    assert "Traceback" not in err
    assert "Exception ignored" not in err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk", "utf-8"])
def test_any_encoding_of_stdout_will_do(
    encoding: str, run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an encoding does not have is written in ASCII."""
    del scan
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    assert run("scan").code == 10
    assert "okx-main" in raw.getvalue().decode(encoding)


def test_ascii_gets_ascii(run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks have an ASCII form."""
    del scan
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert run("scan").code == 10
    assert b"  - " in raw.getvalue()
    assert b"\\u" not in raw.getvalue()


def test_a_closed_stdout_is_an_error(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python has no stdout at all then."""
    del scan
    monkeypatch.setattr(sys, "stdout", None)
    outcome = run("scan")
    assert outcome.code == 1
    assert "closed" in outcome.err
    assert "verdict blocked" in outcome.err


def test_a_closed_stderr_is_no_second_error(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exit code says it all the same."""
    monkeypatch.setattr(sys, "stderr", None)
    scan.raises = KeyboardInterrupt()
    assert run("scan").code == 130
