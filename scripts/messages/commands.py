"""Sentences of the command line's help, and those of the library that draws it."""

import ast
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Final

import click
from scripts.messages.sentences import Msgid, Sentences

from readiness.cli.app import cli
from readiness.cli.lazy import LazyGroup

_CLI: Final = "cli"
_CLICK: Final = "click"


def collect(sentences: Sentences) -> None:
    """Add every command's help, and the library's own words."""
    for command in commands():
        sentences.add(_CLI, helps(command))
    sentences.add(_CLI, (entry.summary for entry in cli.entries.values()))
    for path in sorted(Path(click.__file__).parent.glob("*.py")):
        sentences.add(_CLICK, _asked_for(ast.parse(path.read_text(encoding="utf-8"))))


def commands(command: click.Command = cli) -> Iterator[click.Command]:
    """A command, and everything below it."""
    yield command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = (
                command.load(name)
                if isinstance(command, LazyGroup)
                else command.get_command(context, name)
            )
            if below is not None:
                yield from commands(below)


def helps(command: click.Command) -> Iterator[str]:
    """What the help of a command says, without what the library adds."""
    for text in (command.help, command.epilog, command.short_help):
        yield cleandoc(text or "")
    for parameter in command.params:
        yield cleandoc(getattr(parameter, "help", None) or "")


def _asked_for(tree: ast.Module) -> Iterator[Msgid]:
    """What the library looks up with gettext."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Name(id="_" | "gettext"), args=[ast.Constant(value=str(text)), *_]
            ):
                yield text
            case ast.Call(
                func=ast.Name(id="ngettext"),
                args=[ast.Constant(value=str(one)), ast.Constant(value=str(many)), *_],
            ):
                yield one, many
