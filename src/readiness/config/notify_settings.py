"""``[notify]`` as the rest of the tool sees it: checked and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from readiness.config.sources import Directory, Env, Keyring


class Topic(StrEnum):
    """What a target can be told of, the most important first."""

    FAILED = "failed"
    READY = "ready"
    CLOSING = "closing"
    BLIND = "blind"
    CHANGE = "change"
    AMOUNT = "amount"


class TargetKind(StrEnum):
    """How a target is reached."""

    APPRISE = "apprise"
    WEBHOOK = "webhook"
    PING = "ping"


@dataclass(frozen=True)
class Written:
    """The URL stands in the configuration file; it is left out of ``repr`` all the same."""

    url: str = field(repr=False)


UrlPlace: TypeAlias = Keyring | Env | Directory | Written


@dataclass(frozen=True)
class Target:
    """Where notifications go.

    Attributes:
        name: the user's name for it.
        kind: how it is reached.
        url: where its URL is.
        on: what it is told of; a ping is told of every scan instead.
        accounts: the accounts it is told of; ``None`` for all.
        start: whether a ping is sent when a scan begins as well.
    """

    name: str
    kind: TargetKind
    url: UrlPlace = field(default_factory=Keyring)
    on: frozenset[Topic] = frozenset()
    accounts: frozenset[str] | None = None
    start: bool = False

    def covers(self, account: str) -> bool:
        """Whether it is told of an account."""
        return self.accounts is None or account in self.accounts


@dataclass(frozen=True)
class Notify:
    """Who is told of what.

    Attributes:
        blind_runs: scans in a row that could not look everywhere until it is told.
        amounts: whether messages contain amounts.
        targets: by name, in the order of the file; read-only.
    """

    blind_runs: int = 3
    amounts: bool = False
    targets: Mapping[str, Target] = field(default_factory=lambda: MappingProxyType({}))
