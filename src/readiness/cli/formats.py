"""The ``--format`` of commands that print something other than a report."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def format_option(*choices: str) -> Callable[[_Command], _Command]:
    """The option, for a command that can be written in these ways; the first is the usual one."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help="How it is written.",
    )
