"""What the documentation shows was really printed, and what it tells one to run runs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.docs.support import Block, blocks
from tests.docs.test_commands import HELP

from readiness.cli import main
from readiness.policies import load_policy
from readiness.simulator import OkxSimulator
from readiness.simulator.rehearsal import Stage, instructions
from readiness.simulator.worlds import OKX_WORLDS

GAP = "..."
_PRINTED: dict[str, list[str]] = {}
"""What a command of which there are several excerpts has printed."""

EXCERPTS = [block for block in blocks("console") if not HELP.match(block.text)]


@pytest.fixture(scope="module")
def rehearsal() -> Iterator[str]:
    """What ``python -m readiness.simulator`` prints, while it serves."""
    accounts = {name: make() for name, make in OKX_WORLDS.items()}
    with OkxSimulator(accounts.values(), limits=False).serving() as sim:
        yield instructions([Stage("okx", sim, accounts)])


@pytest.fixture
def place(rehearsal: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_limits: None) -> None:
    """A working directory set up as the simulator says, the empty account confirmed."""
    config, _, environment = rehearsal.partition("# environment")
    today = datetime.now(UTC).date()
    items = (*(item.item for item in load_policy("okx").manual), "transfers.p2p")
    confirmed = "".join(
        f'[[confirm]]\naccount = "okx-empty"\nitem = "{item}"\non = {today}\n' for item in items
    )
    (tmp_path / "readiness.toml").write_text(config.partition("\n\n")[2] + confirmed)
    monkeypatch.chdir(tmp_path)
    for line in environment.splitlines():
        name, equals, value = line.removeprefix("export ").partition("=")
        if equals:
            monkeypatch.setenv(name, value)


@pytest.mark.parametrize("block", EXCERPTS, ids=lambda block: block.name)
def test_an_excerpt_is_what_is_printed(
    block: Block, place: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Between the gaps, every line stands in the output as it is shown, and in that order."""
    command, *shown = block.text.splitlines()
    assert command.startswith("$ readiness ")
    if command not in _PRINTED:
        main(command.split()[2:])
        _PRINTED[command] = capsys.readouterr().out.splitlines()
    printed, at = _PRINTED[command], 0
    for chunk in "\n".join(shown).split(f"\n{GAP}\n"):
        lines = chunk.splitlines()
        starts = [n for n in range(at, len(printed)) if printed[n : n + len(lines)] == lines]
        assert starts, f"not printed: {chunk}"
        at = starts[0] + len(lines)


def test_there_are_excerpts() -> None:
    """An empty list of them would pass unseen."""
    assert len(EXCERPTS) >= 2


@pytest.mark.parametrize("block", blocks("json"), ids=lambda block: block.name)
def test_a_finding_is_what_the_json_report_says(
    block: Block, place: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """A finding that is shown stands in the report of its account, key by key."""
    shown = json.loads(block.text)
    main(["scan", shown["fingerprint"].partition("/")[0], "--format", "json", "--no-history"])
    (account,) = json.loads(capsys.readouterr().out)["accounts"]
    assert shown in account["findings"]


@pytest.mark.slow
@pytest.mark.parametrize("block", blocks("python"), ids=lambda block: block.name)
def test_a_script_runs(
    block: Block,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A rehearsal that is shown can be run as it stands, at its real pace."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "environ", os.environ.copy())
    exec(compile(block.text, block.name, "exec"), {})  # noqa: S102 - our own documentation
    assert capsys.readouterr().err == ""
