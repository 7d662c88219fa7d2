"""A command as it tells about itself in the reader's language."""

from copy import copy
from inspect import cleandoc
from typing import Final

import click

from readiness.cli.language import lang_option
from readiness.cli.pages import Context
from readiness.language import current, translate
from readiness.language.active import ENGLISH

_PARAGRAPH: Final = "\n\n"


def told(command: click.Command) -> click.Command:
    """A copy of a command and of all below it: the help in the language, and ``--lang`` added."""
    copied = copy(command)
    copied.context_class = Context
    copied.help = _translated(command.help)
    copied.epilog = _translated(command.epilog)
    copied.short_help = _translated(command.short_help)
    if copied.help and not copied.short_help and current() != ENGLISH:
        # Left alone, the first sentence is looked for where English ends one.
        copied.short_help = copied.help.partition(_PARAGRAPH)[0]
    copied.params = [_told(parameter) for parameter in command.params]
    lang_option(copied)
    if isinstance(copied, click.Group):
        copied.commands = {name: told(below) for name, below in copied.commands.items()}
    return copied


def _told(parameter: click.Parameter) -> click.Parameter:
    copied = copy(parameter)
    if isinstance(copied, click.Option):
        copied.help = _translated(copied.help)
    return copied


def _translated(text: str | None) -> str | None:
    return translate(cleandoc(text)) if text else text
