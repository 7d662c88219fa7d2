"""A command group that imports a command's file when the command is used.

``--help`` and ``--version`` answer at once: the list of commands with their one-line
helps is data, and the libraries behind a scan cost more than half a second.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from readiness.cli.told import told
from readiness.language import passage, say, translate


@dataclass(frozen=True)
class Entry:
    """Where a command lives (``module:attribute``), and its line in the list."""

    target: str
    summary: str


class LazyGroup(click.Group):
    """A group whose commands are known by name and loaded one by one."""

    def __init__(self, *args: Any, entries: Mapping[str, Entry], **kwargs: Any) -> None:
        """Take the commands of the group."""
        super().__init__(*args, **kwargs)
        self.entries = dict(entries)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which they were listed."""
        del ctx
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command; ``None`` when there is none of that name."""
        del ctx
        return told(self.load(cmd_name)) if cmd_name in self.entries else None

    def load(self, name: str) -> click.Command:
        """The command of this name, as its file has it."""
        entry = self.entries[name]
        module, _, attribute = entry.target.partition(":")
        command = getattr(import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{entry.target} is not a command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown name is answered with the nearest one."""
        name = args[0]
        if name not in self.entries and not name.startswith("-"):
            near = get_close_matches(name, self.entries, 1)
            hint = say("Did you mean '{name}'?", name=near[0]) if near else ""
            ctx.fail(passage(say("No such command {name}.", name=repr(name)), hint))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any of them."""
        del ctx
        with formatter.section(translate("Commands")):
            formatter.write_dl(
                [(name, translate(entry.summary)) for name, entry in self.entries.items()]
            )
