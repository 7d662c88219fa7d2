"""Takes a key from a person or from stdin."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import click

from readiness.language import Plural, counted, listed, message, say, translate

if TYPE_CHECKING:
    from readiness.exchanges.interface import ExchangeInfo

_BYTE_ORDER_MARK: Final = "\ufeff"
_MOST: Final = 100_000
_HELP: Final = message("give a JSON object with {fields}, or these on separate lines in this order")
_LINES: Final = Plural(
    "stdin has {count} line where {needed} are needed",
    "stdin has {count} lines where {needed} are needed",
)


def ask(account: str, info: "ExchangeInfo") -> Mapping[str, str]:
    """Ask for each field without showing what is typed.

    Raises:
        click.UsageError: nobody can be asked.
    """
    if not sys.stdin.isatty():
        raise click.UsageError(say("stdin is no terminal, so nobody can be asked; use --stdin"))
    click.echo(
        say(
            "Key of {account} ({exchange}). Nothing you type is shown.",
            account=account,
            exchange=translate(info.title),
        ),
        err=True,
    )
    return {
        field: click.prompt(f"  {field}", hide_input=True, err=True, type=str).strip()
        for field in info.credential_fields
    }


def read_stdin(account: str, fields: Sequence[str]) -> Mapping[str, str]:
    """Read the fields from stdin; an error never quotes what was read.

    Raises:
        readiness.config.CredentialError: it is neither of the two shapes.
    """
    from readiness.config import CredentialError
    from readiness.config.credentials.interface import parse_fields

    remedy = say(_HELP, fields=listed(fields))
    try:
        text = sys.stdin.read(_MOST + 1).removeprefix(_BYTE_ORDER_MARK).strip()
    except UnicodeDecodeError:
        # Raised again without its context: the original carries the bytes it could not read.
        text = None
    if text is None or len(text) > _MOST:
        raise CredentialError(account, say("stdin is not text that could hold a key"), remedy)
    if text.startswith(("{", "[")):
        return parse_fields(account, text, "stdin", remedy)
    lines = [line.strip() for line in text.splitlines()]
    if len(lines) != len(fields):
        what = counted(_LINES, len(lines), needed=len(fields))
        raise CredentialError(account, what, remedy)
    return dict(zip(fields, lines, strict=True))
