"""What the commands that write into the configuration have in common."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from readiness.cli import clock
from readiness.cli.streams import complain
from readiness.language import say

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.config.edit import Change

_Command = TypeVar("_Command", bound=Callable[..., Any])


def day_option(name: str, text: str) -> Callable[[_Command], _Command]:
    """An option that takes a calendar day, in the one way that everybody reads alike."""
    return click.option(
        name,
        callback=_day,
        metavar="YYYY-MM-DD",
        help=text,
    )


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise click.BadParameter(
            say("{value} is no day; write it as YYYY-MM-DD, like 2026-11-20", value=repr(value)),
            ctx,
            param,
        ) from None


def today() -> date:
    """The current day in UTC."""
    return clock.now().date()


def changed(config: "Config", change: "Change") -> "Config | None":
    """Change the configuration file; ``None``, after saying so, if it could not be written."""
    from readiness.config.change import change_config
    from readiness.config.rewrite import WriteError
    from readiness.exchanges.registry import EXCHANGES

    try:
        return change_config(config.path, change, today=today(), exchanges=EXCHANGES)
    except WriteError as error:
        complain(str(error))
        return None
