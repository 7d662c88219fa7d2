"""Reads the configuration for a command."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from readiness.cli import clock

if TYPE_CHECKING:
    from readiness.config import Config

_Command = TypeVar("_Command", bound=Callable[..., Any])


def config_option(command: _Command) -> _Command:
    """The ``--config`` option of every command that reads the configuration."""
    return click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Read this configuration instead of the usual readiness.toml.",
    )(command)


def read_config(explicit: Path | None) -> "Config":
    """The configuration that counts here and now.

    Raises:
        readiness.config.ConfigError: there is none, or it is wrong.
    """
    from readiness.config import load_config
    from readiness.exchanges.registry import EXCHANGES

    return load_config(
        explicit,
        environ=os.environ,
        cwd=Path.cwd(),
        today=clock.now().date(),
        exchanges=EXCHANGES,
    )
