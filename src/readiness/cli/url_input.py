"""Takes the URL of a notification target from a person or from stdin."""

import sys
from typing import Final

import click

from readiness.language import say

_BYTE_ORDER_MARK: Final = "\ufeff"
_MOST: Final = 10_000


def ask_url(name: str) -> str:
    """Ask for the URL without showing what is typed.

    Raises:
        click.UsageError: nobody can be asked.
    """
    if not sys.stdin.isatty():
        raise click.UsageError(say("stdin is no terminal, so nobody can be asked; use --stdin"))
    click.echo(say("URL of the target {target}. Nothing you type is shown.", target=name), err=True)
    return str(click.prompt("  url", hide_input=True, err=True, type=str)).strip()


def read_url(name: str) -> str:
    """Read the URL from stdin, whose only line it is; an error never quotes what was read.

    Raises:
        readiness.config.TargetError: it is no text that could be one.
    """
    from readiness.config import TargetError

    try:
        text = sys.stdin.read(_MOST + 1).removeprefix(_BYTE_ORDER_MARK).strip()
    except UnicodeDecodeError:
        # Raised again without its context: the original carries the bytes it could not read.
        text = ""
    if not text or len(text) > _MOST:
        raise TargetError(
            name,
            say("stdin is not text that could hold a URL"),
            say("give the URL and nothing else"),
        )
    return text
