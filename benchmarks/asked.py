"""What a scan is given. Small, and it knows nothing of a look-alike: it goes to other processes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from readiness.config import AccountConfig, Config, Env, Network, Schedule
from readiness.config.names import env_prefix
from readiness.domain.decision import Decisions


@dataclass(frozen=True)
class Entry:
    """One account as a user would configure it.

    Attributes:
        name: its name.
        exchange: the exchange's id.
        url: where that is.
        parent: the name of the account that it is a part of.
        credentials: the parts of its key.
    """

    name: str
    exchange: str
    url: str
    parent: str | None
    credentials: Mapping[str, str]


def config_of(entries: Iterable[Entry]) -> Config:
    """The configuration of these accounts; all else is as it comes."""
    accounts = {
        entry.name: AccountConfig(
            entry.name,
            entry.exchange,
            credentials=Env(),
            base_url=entry.url,
            parent=entry.parent,
        )
        for entry in entries
    }
    return Config(
        path=Path("benchmark"),
        accounts=accounts,
        network=Network(),
        decisions=Decisions(),
        watch=Schedule(),
    )


def environ_of(entries: Iterable[Entry]) -> dict[str, str]:
    """Their keys, as environment variables."""
    return {
        f"{env_prefix(entry.name)}{part.upper()}": value
        for entry in entries
        for part, value in entry.credentials.items()
    }
