"""The ``--force`` of commands that ask an exchange, and what is said about it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from readiness.cli import clock
from readiness.cli.streams import warn
from readiness.language import say

if TYPE_CHECKING:
    from readiness.config import Config

_Command = TypeVar("_Command", bound=Callable[..., Any])


def force_option(command: _Command) -> _Command:
    """The option of every command that keeps still while a closing request waits."""
    return click.option(
        "--force", is_flag=True, help="Ask the exchange even while a closing request waits."
    )(command)


def warn_of_asking(config: "Config", names: Sequence[str]) -> None:
    """Say for which of the named accounts (all, if none is named) a waiting period runs."""
    for name, account in config.accounts.items():
        above = config.accounts[account.parent] if account.parent else account
        closure = account.closure or above.closure
        chosen = not names or name in names or above.name in names
        if chosen and closure is not None and closure.waiting(clock.now().date()):
            warn(
                say(
                    "{account}: a closing request of {requested_on} waits until {ends_on}, "
                    "and the exchange is asked all the same (--force); it may take that "
                    "as a change of mind",
                    account=name,
                    requested_on=closure.requested_on,
                    ends_on=closure.ends_on,
                )
            )
