"""What the documentation says of commands is what the commands say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.docs.support import PAGES, ROOT, Block, blocks, prose, read, rows, section, spans

from readiness.cli import main
from readiness.cli.app import COMMANDS, cli
from readiness.domain.report import Status
from readiness.domain.verdict import EXIT_CODES

HELP = re.compile(r"\$ readiness (.*)--help\n")
SIMULATOR = {"--port", "--world", "--no-limits", "--latency"}
EVERYWHERE = {"--help", "--version", "--config"}


def help_blocks() -> list[Block]:
    """The blocks that show what ``--help`` says."""
    return [block for block in blocks("console") if HELP.match(block.text)]


def commands(group: click.Group = cli, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command and sub-command, by what one types."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


EVERY = dict(commands())
OPTIONS = {
    option
    for command in EVERY.values()
    for parameter in command.params
    for option in parameter.opts
    if option.startswith("--")
}


@pytest.mark.parametrize("block", help_blocks(), ids=lambda block: block.name)
def test_help_is_what_the_command_says(
    block: Block, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A help text is pasted, and stays what it is."""
    monkeypatch.setenv("COLUMNS", "80")
    shown = HELP.match(block.text)
    assert shown is not None
    assert main([*shown[1].split(), "--help"]) == 0
    assert block.text[shown.end() :] == capsys.readouterr().out


def test_the_readme_shows_the_help_of_the_tool_and_of_its_main_command() -> None:
    """What somebody sees first."""
    shown = {block.text.partition("\n")[0] for block in help_blocks()}
    assert {"$ readiness --help", "$ readiness scan --help"} <= shown


@pytest.mark.parametrize("name", EVERY)
def test_every_command_is_in_the_readme(name: str) -> None:
    """Each has a row in the table of commands."""
    table = section(read("README.md"), "## Commands")
    assert any(
        re.match(rf"readiness {name}( |$)", span) for row in rows(table) for span in spans(row[0])
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_command_and_no_option_is_made_up(page: Path) -> None:
    """What a page tells one to type exists."""
    shell = [block.text for block in blocks("sh", "console", "ini") if block.page == page]
    text = "\n".join([*shell, *spans(prose(page))])
    for line in text.splitlines():
        for used in re.finditer(r"(?<![\w./\[])readiness ([a-z]+)(?= |$)", line):
            assert used[1] in COMMANDS, line
        if re.search(r"(?<![\w./])readiness[ .]", line) or line.startswith("--"):
            given = set(re.findall(r"(?<![\w-])--[a-z-]+", line))
            assert given <= OPTIONS | EVERYWHERE | SIMULATOR, line


@pytest.mark.parametrize(
    ("page", "column"), [("README.md", 2), ("docs/exit-codes.md", 0)], ids=["README", "exit-codes"]
)
def test_verdicts_and_their_codes(page: str, column: int) -> None:
    """Each verdict stands there with its exit code."""
    names = {verdict.value for verdict in EXIT_CODES}
    told = {
        span: int(row[column])
        for row in rows(read(page))
        for span in spans(row[1 if column == 0 else 0])[:1]
        if span in names and row[column].isdigit()
    }
    assert told == {verdict.value: code for verdict, code in EXIT_CODES.items()}


def test_statuses() -> None:
    """The README explains each status of a row of the coverage."""
    told = {spans(row[0])[0] for row in rows(section(read("README.md"), "### What was looked at"))}
    assert told == {status.value.replace("_", " ") for status in Status}
