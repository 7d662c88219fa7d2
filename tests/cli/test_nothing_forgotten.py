"""Whatever commands say is looked up: in a made-up language, no English is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shlex import split
from typing import Final

import click
import pytest
from tests.cli.conftest import Run
from tests.cli.fakes import FakeScan
from tests.cli.recorded import ended, remembered
from tests.history.support import DUSTY, READY
from tests.language.pseudo import OPEN, Pseudo, forgotten

from readiness.cli.app import cli
from readiness.exchanges.registry import EXCHANGES
from readiness.language import speaking

CONFIG: Final = """\
[accounts.okx-main]
exchange = "okx"

[accounts.bin]
exchange = "binance"
credentials = "env"
closure = { requested_on = 2026-01-01, wait_days = 3650 }

[notify.targets.phone]
kind = "apprise"
"""

WRONG: Final = """\
top = 1

[accounts.okx-main]
exchange = "okxx"
credentials = "keyrng"
parent = "nobody"

[network]
timeout = "10"
attempts = 0

[watch]
every = "6 hours"

[[confirm]]
account = "nobody"
item = "*"
on = 2030-01-01T00:00:00
"""

LUNC: Final = "okx-main/main/wallet.funding/LUNC"

COMMANDS: Final = f"""
scan --config wrong.toml
scan --config none.toml
scan nobody
scan bin
scan --output foo=x
scan --output - --output -
keys set okx-main
keys show okx-main
keys show bin
keys delete bin
keys test bin
keys test nobody
history
history nobody
diff 9
diff 1 a
diff 3
doctor
doctor --config wrong.toml
confirm okx-main p2p
confirm okx-main p2p --remove
confirm okx-main nosuch
confirm okx-main p2p --on 2020-01-01
confirm okx-main p2p --on soon
acknowledge x
acknowledge {LUNC} --reason x --up-to 1 --until 2999-01-01
acknowledge {LUNC} --reason x --until 2999-01-01 --force
acknowledge {LUNC} --reason x --until 2020-01-01
acknowledge {LUNC} --remove
acknowledge okx-main/main/nosuch/LUNC --reason x --until 2999-01-01
closure requested okx-main
closure requested okx-main --wait-days 1 --force
closure cancelled okx-main
closure cancelled okx-main
backup okx-main
backup bin --to x
backup --verify none
notify show
notify set phone
notify delete phone
notify test nobody
endpoints nosuch
endpoints okx
explain
explain nosuch
explain wallet-not-empty
exchanges
exchanges okx-eea
exchanges nosuch
watch
nosuch
scan --nonsense
scan --format yaml
scan --format
keys show
guide okx
guide binance
guide nosuch
support okx-main
check-link https://okx.example
schedule cron
schema nosuch
diff
doctor --nonsense
"""
"""One line for each thing that a user can meet."""

ANSWERED: Final = "system error"
"""An exchange's own words, which stay as they are."""

TITLES: Final = tuple(info.title for info in EXCHANGES.values())
"""What exchanges are called, in every language."""


def _helps(command: click.Command = cli, path: str = "") -> Iterator[str]:
    yield f"{path}--help"
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _helps(below, f"{path}{name} ")


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch, clean_place: Path) -> Iterator[None]:
    """A language in which everything that is looked up is marked, and room for long lines."""
    monkeypatch.setenv("COLUMNS", "20000")
    (clean_place / "readiness.toml").write_text(CONFIG, encoding="utf-8")
    (clean_place / "wrong.toml").write_text(WRONG, encoding="utf-8")
    remembered(("okx-main", READY), ("okx-main", DUSTY))
    ended("okx-main")
    with speaking("zh", Pseudo()):
        yield


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("lines", [COMMANDS, "\n".join(_helps())], ids=["commands", "helps"])
def test_nothing_that_a_command_says_is_forgotten(run: Run, lines: str) -> None:
    """No two English words stand there that were not looked up."""
    left = {}
    for command in lines.strip().splitlines():
        outcome = run(*split(command), "--lang", "zh")
        said = outcome.out + outcome.err
        assert OPEN in said, command
        if found := forgotten(said, ANSWERED, *TITLES):
            left[command] = found
    assert left == {}


@pytest.mark.usefixtures("made_up", "scan")
def test_nothing_of_a_scan_is_forgotten(run: Run) -> None:
    """Its report, and what is said besides."""
    ended = run("scan", "okx-main", "--fail-on", "incomplete", "--notify", "--lang", "zh")
    assert forgotten(ended.out + ended.err, ANSWERED) == []


@pytest.mark.usefixtures("made_up", "config")
def test_nothing_of_a_defect_is_forgotten(run: Run, scan: FakeScan) -> None:
    """Not even then; the traceback is code."""
    scan.raises = RuntimeError("lost")
    ended = run("scan", "--lang", "zh", "--config", "readiness.toml")
    assert ended.code == 1
    told = [line for line in ended.err.splitlines() if not line.startswith((" ", "Runtime"))]
    assert forgotten("\n".join(told)) == []


def test_what_nobody_looked_up_is_found(run: Run) -> None:
    """The check has teeth: everything shows where nothing is marked."""
    assert forgotten(run("--help").out)
    assert forgotten(run("scan", "--nonsense").err)
