"""Plans as the command line makes them, of configurations that a test writes."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import click
import pytest

from readiness.cli.app import cli
from readiness.config import load_config
from readiness.exchanges.registry import EXCHANGES
from readiness.schedule import Place, Plan, Units, make_plan

PLACE: Final = Place(
    program=("/usr/local/bin/readiness",),
    installed=(Path("/usr/local/bin/readiness"), Path("/opt/readiness/venv")),
    config=Path("/etc/readiness/readiness.toml"),
    home=Path("/Users/me"),
    folders=(),
    flock="/usr/bin/flock",
    today=date(2026, 11, 27),
)
KEYS: Final = Path("/etc/readiness")

ONE: Final = """
[accounts.okx-main]
exchange = "okx"
credentials = "directory"
"""
FILES: Final = """
[accounts.okx-main]
exchange = "okx"
credentials = "directory"
credentials_directory = "/srv/keys"
"""

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None,
    reason="systemd-analyze is not installed here, so systemd itself was not asked",
)


def systemd_version() -> int:
    """The version that is installed; 0 for none."""
    if shutil.which("systemd-analyze") is None:
        return 0
    told = subprocess.run(
        ["systemd-analyze", "--version"], capture_output=True, check=True, encoding="utf-8"
    )
    return int(told.stdout.split()[1])


def plan_of(folder: Path, text: str, place: Place = PLACE) -> Plan:
    """The plan of a configuration, as if it were at ``place.config``."""
    path = folder / "readiness.toml"
    path.write_text(text, encoding="utf-8")
    config = load_config(
        path, environ={}, cwd=folder, today=date(2026, 11, 27), exchanges=EXCHANGES
    )
    return make_plan(replace(config, path=place.config), EXCHANGES, place)


def texts(units: Units) -> dict[str, str]:
    """The files by their names."""
    return {file.name: file.text for file in units.files}


def settings(text: str, name: str) -> list[str]:
    """Every value of a setting in a unit file."""
    return list(_values(text, name))


def parsed(words: Sequence[str]) -> dict[str, Any]:
    """What the tool understands of a command line, without the program."""
    parent = click.Context(cli, **cli.context_settings)
    command = cli.get_command(parent, words[0])
    assert command is not None
    return command.make_context(words[0], list(words[1:]), parent=parent).params


def _values(text: str, name: str) -> Iterator[str]:
    for line in text.splitlines():
        key, equals, value = line.partition("=")
        if equals and key == name:
            yield value
