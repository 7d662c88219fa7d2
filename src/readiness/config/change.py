"""Changes the configuration file: edited, checked like any other, and only then written."""

from datetime import date
from pathlib import Path

from readiness.config.edit import Change
from readiness.config.load import checked_config
from readiness.config.parents import Exchanges
from readiness.config.rewrite import rewrite
from readiness.config.settings import Config
from readiness.config.toml import parse_toml


def change_config(path: Path, change: Change, *, today: date, exchanges: Exchanges) -> Config:
    """Change a configuration file.

    Args:
        path: the file.
        change: from its text to the new one, see :mod:`readiness.config.edit`.
        today: the current day in UTC.
        exchanges: what is supported, by id.

    Returns:
        The new configuration.

    Raises:
        ConfigError: the old text or the new one is no right configuration.
        CannotEditError: the change cannot be made without touching other parts of the file.
        WriteError: the file cannot be written, or was changed meanwhile.
    """
    results: list[Config] = []

    def edited(raw: bytes) -> bytes:
        checked_config(parse_toml(path, raw), today=today, exchanges=exchanges)
        new = change(raw.decode("utf-8")).encode("utf-8")
        results.append(checked_config(parse_toml(path, new), today=today, exchanges=exchanges))
        return new

    rewrite(path, edited)
    return results[-1]
