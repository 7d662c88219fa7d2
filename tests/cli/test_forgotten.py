"""Whole commands in a made-up language: what nobody looked up shows."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from tests.cli.conftest import Run
from tests.cli.fakes import FakeScan
from tests.language.pseudo import Pseudo, forgotten

from readiness.cli.app import cli
from readiness.language import speaking


def _below(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _below(below, (*path, name))


HELPS = [(*path, "--help") for path in _below(cli)]

# One line for each thing that a user can meet; the configuration is that of tests/cli.
COMMANDS: list[tuple[str, ...]] = [
    ("scan",),
    ("scan", "nobody"),
    ("scan", "--nonsense"),
    ("scan", "--format", "yaml"),
    ("scan", "--format"),
    ("scan", "--output", "yaml=file"),
    ("scan", "--output", "-", "--output", "-"),
    ("scan", "--fail-on", "blocked"),
    ("scan", "--notify"),
    ("scna",),
    ("--lang", "de"),
    ("keys", "show", "okx-main"),
    ("keys", "show", "okx-env"),
    ("keys", "show", "nobody"),
    ("keys", "test", "okx-main"),
    ("keys", "delete", "okx-main"),
    ("keys", "show"),
    ("doctor",),
    ("history",),
    ("history", "nobody"),
    ("diff",),
    ("diff", "okx-main"),
    ("confirm", "okx-main", "p2p"),
    ("confirm", "okx-main", "nonsense"),
    ("acknowledge", "nonsense"),
    ("closure", "requested", "okx-main"),
    ("closure", "cancelled", "okx-main"),
    ("notify", "test"),
    ("notify", "show", "hook"),
    ("schedule", "cron"),
    ("schedule", "systemd"),
    ("endpoints", "okx"),
    ("endpoints", "binance"),
    ("endpoints", "nowhere"),
    ("explain",),
    ("explain", "wallet-not-empty"),
    ("explain", "nonsense"),
    ("exchanges",),
    ("backup", "okx-main"),
    ("backup", "--verify", "nowhere"),
    ("schema", "nonsense"),
    ("watch", "--once", "--output", "-"),
]


ANSWERED = "system error"
"""An exchange's own words, which stay as they are."""


@pytest.mark.usefixtures("config", "scan")
@pytest.mark.parametrize("arguments", [*HELPS, *COMMANDS], ids=" ".join)
def test_nothing_is_forgotten(run: Run, arguments: tuple[str, ...]) -> None:
    """No two words are shown, on stdout or stderr, that were not looked up."""
    with speaking("zh", Pseudo()):
        ended = run("--lang", "zh", *arguments)
    assert ended.out or ended.err
    assert ended.code != 1
    assert forgotten(ended.out, ANSWERED) == []
    assert forgotten(ended.err, ANSWERED) == []


def test_what_nobody_looked_up_is_found(run: Run) -> None:
    """The check has teeth: everything shows where nothing is marked."""
    assert forgotten(run("--help").out)
    assert forgotten(run("scan", "--nonsense").err)


@pytest.mark.usefixtures("config")
def test_nothing_of_a_defect_is_forgotten(run: Run, scan: FakeScan) -> None:
    """Not even then; the traceback is code."""
    scan.raises = RuntimeError("lost")
    with speaking("zh", Pseudo()):
        ended = run("--lang", "zh", "scan")
    told = [line for line in ended.err.splitlines() if not line.startswith((" ", "Runtime"))]
    assert forgotten("\n".join(told)) == []
