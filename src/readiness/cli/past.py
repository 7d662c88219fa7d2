"""Opens the history for a command that reads it, with or without a configuration."""

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readiness.cli.clock import now
from readiness.cli.configuration import read_config
from readiness.cli.remember import history_path
from readiness.language import listed, passage, say

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.history import History


@contextmanager
def opened_history(config: "Config | None") -> "Iterator[History | None]":
    """The history; ``None`` when nothing was recorded yet.

    Raises:
        readiness.history.HistoryError: it cannot be read.
    """
    from readiness.history import History, NoHistoryError

    try:
        history = History.open(
            history_path(config.history if config else None), now=now, create=False
        )
    except NoHistoryError:
        yield None
        return
    with history:
        yield history


def config_if_any(explicit: Path | None) -> "Config | None":
    """The configuration; ``None`` when there is none and none was named.

    Raises:
        readiness.config.ConfigError: there is one, and it is wrong.
    """
    from readiness.config import ConfigError

    try:
        return read_config(explicit)
    except ConfigError as error:
        if error.path is None:
            return None
        raise


def check_names(names: tuple[str, ...], config: "Config | None", recorded: tuple[str, ...]) -> None:
    """Refuse an account of which nothing is recorded and that is not configured either.

    Raises:
        click.UsageError: there is one; the nearest name is offered.
    """
    known = dict.fromkeys([*recorded, *(config.accounts if config else ())])
    for name in names:
        if name not in known:
            near = get_close_matches(name, list(known), 1)
            hint = say("did you mean '{name}'?", name=near[0]) if near else ""
            others = (
                say("known: {names}", names=listed(known)) if known else say("no account is known")
            )
            unknown = say(
                "there is no account {account}: {advice}",
                account=repr(name),
                advice=passage(hint, others),
            )
            raise click.UsageError(unknown)
