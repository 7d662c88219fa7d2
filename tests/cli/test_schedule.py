"""``readiness schedule``: printed, written, and never over something else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run, environment
from tests.schedule.support import FILES, ONE

import readiness.cli.schedule as command
from readiness.simulator import OkxSimulator
from readiness.simulator.okx.worlds import trading_key

KINDS = ("systemd", "cron", "launchd", "github")


@pytest.fixture(autouse=True)
def config(clean_place: Path) -> Path:
    """A configuration that every scheduler can work with."""
    path = clean_place / "readiness.toml"
    path.write_text(FILES + 'every = "6h"\n', encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_one_file_is_printed_as_it_is(run: Run, kind: str, config: Path) -> None:
    """So that it can be put where it belongs with a redirection."""
    outcome = run("schedule", kind, *(["--user"] if kind == "systemd" else []))
    assert (outcome.code, outcome.err) == (0, "")
    if kind == "systemd":
        assert outcome.out.startswith("# ===== readiness.service =====\n")
        assert "\n# ===== readiness.timer =====\n[Unit]\n" in outcome.out
    else:
        assert "=====" not in outcome.out
    assert (str(config) in outcome.out) == (kind != "github")
    assert "Install:" in outcome.out


def test_files_are_written_and_not_over_others(run: Run, clean_place: Path) -> None:
    """All or none; --force replaces them."""
    arguments = ("schedule", "systemd", "--user", "--output", "new/units")
    outcome = run(*arguments)
    assert outcome.code == 0
    folder = clean_place / "new/units"
    assert {path.name for path in folder.iterdir()} == {"readiness.service", "readiness.timer"}
    assert "systemctl --user daemon-reload" in outcome.out
    (folder / "readiness.service").unlink()
    (folder / "readiness.timer").write_text("mine")
    refused = run(*arguments)
    assert refused.code == 2
    assert "readiness.timer would be replaced" in " ".join(refused.err.split())
    assert (folder / "readiness.timer").read_text() == "mine"
    assert not (folder / "readiness.service").exists()
    assert run(*arguments, "--force").code == 0
    assert "OnUnitActiveSec=6h" in (folder / "readiness.timer").read_text()


def test_a_directory_that_cannot_be_made_is_said(run: Run, clean_place: Path) -> None:
    """Exit code 1, as for every output that could not be written."""
    (clean_place / "file").write_text("")
    outcome = run("schedule", "cron", "--output", "file/units")
    assert outcome.code == 1
    assert "file/units" in outcome.err


def test_what_cannot_be_done_is_a_usage_error(run: Run, config: Path) -> None:
    """With what to do about it."""
    config.write_text(ONE + 'every = "45m"\n', encoding="utf-8")
    outcome = run("schedule", "cron")
    assert outcome.code == 2
    assert "next: set credentials" in outcome.err


def test_what_a_crontab_runs_scans(
    run: Run, clean_place: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The very line, by a shell; the scan is recorded where this user's history is."""
    account = trading_key()
    keys = clean_place / "50% of $HOME"
    keys.mkdir()
    for field in ("key", "secret", "passphrase"):
        path = keys / f"okx-main.{field}"
        path.write_text(getattr(account, field), encoding="utf-8")
        path.chmod(0o600)
    with OkxSimulator([account], limits=False).serving() as sim:
        text = FILES.replace("/srv/keys", str(keys))
        config.write_text(f'{text}base_url = "{sim.base_url}"\n', encoding="utf-8")
        line = run("schedule", "cron").out.splitlines()[-1]
        ended = subprocess.run(
            ["/bin/sh", "-c", line.split(maxsplit=5)[5]],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=environment(),
            timeout=120,
        )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "okx-main" in ended.stdout
    assert len(json.loads(run("history", "--format", "json").out)["scans"]) == 1


def test_paths_are_absolute(run: Run, clean_place: Path, config: Path) -> None:
    """Wherever the command was started; systemd takes no way back up either."""
    (clean_place / "sub").mkdir()
    config.write_text(ONE, encoding="utf-8")
    outcome = run(
        *("schedule", "systemd", "--user", "--config", "sub/../readiness.toml"),
        *("--credentials", "keys"),
    )
    assert f"--config {config}\n" in outcome.out
    assert f"LoadCredential=okx-main.key:{clean_place}/keys/okx-main.key\n" in outcome.out


def test_the_units_start_the_tool_that_printed_them(
    run: Run, clean_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its own path, links kept; or as a module, where there is no such program."""
    printed = run("schedule", "systemd", "--user").out
    assert f"ExecStart={sys.executable} -m readiness watch" in printed
    program = clean_place / "readiness"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "argv", ["./readiness", "schedule"])
    assert f"ExecStart={program} watch" in run("schedule", "systemd", "--user").out


def test_a_system_service_needs_a_tool_that_it_can_see(
    run: Run, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Python itself runs from counts as well."""
    config.write_text(ONE, encoding="utf-8")
    monkeypatch.setattr(sys, "base_prefix", "/home/me/python")
    outcome = run("schedule", "systemd")
    assert outcome.code == 2
    assert "--user" in outcome.err
    monkeypatch.setattr(command, "__file__", "/opt/readiness/schedule.py")
    for name in ("prefix", "base_prefix", "executable"):
        monkeypatch.setattr(sys, name, "/opt/readiness/python")
    outcome = run("schedule", "systemd")
    assert "LoadCredential=okx-main.key:/etc/readiness/okx-main.key" in outcome.out


def test_the_program_that_prints_a_key_is_found(
    run: Run, clean_place: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scheduler's PATH is shorter than a person's."""
    (clean_place / "bin").mkdir()
    program = clean_place / "bin" / "op"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(clean_place / "bin"), prepend=os.pathsep)
    text = '[accounts.a]\nexchange = "okx"\ncredentials = "command"\n'
    config.write_text(text + 'credentials_command = ["op"]\n', encoding="utf-8")
    assert f"\nPATH={clean_place / 'bin'}:" in run("schedule", "cron").out
