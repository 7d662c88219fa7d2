"""What can be told: plain data, made by :mod:`readiness.notify.events`."""

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import TypeAlias

from readiness.config import Topic
from readiness.domain.report import AccountReport
from readiness.history.compare import Difference


@dataclass(frozen=True)
class News:
    """A scan of an account brought something that is worth a message.

    Attributes:
        topics: all that it is about, the most important first.
        report: what was found.
        difference: what is different from the scan before; ``None`` for the first.
        blind_runs: scans in a row, this one included, that could not look everywhere.
    """

    topics: tuple[Topic, ...]
    report: AccountReport
    difference: Difference | None
    blind_runs: int

    @property
    def account(self) -> str:
        """The account it is about."""
        return self.report.account

    def only(self, topics: Container[Topic]) -> "News":
        """The same, as far as it is about these topics."""
        return replace(self, topics=tuple(topic for topic in self.topics if topic in topics))


@dataclass(frozen=True)
class Trouble:
    """An account could not be scanned at all.

    Attributes:
        account: its name.
        exchange: id of its exchange.
        why: what went wrong, fit to be shown.
    """

    account: str
    exchange: str
    why: str

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What it is about."""
        return (Topic.FAILED,)


@dataclass(frozen=True)
class Trial:
    """The user wants to see whether a target can be reached."""

    target: str


@dataclass(frozen=True)
class Started:
    """A scan of an account begins; only pings are told."""

    account: str


@dataclass(frozen=True)
class Ended:
    """A scan of an account ended; only pings are told.

    Attributes:
        account: its name.
        complete: whether it ran and could look everywhere.
    """

    account: str
    complete: bool


Event: TypeAlias = News | Trouble | Trial | Started | Ended
"""Everything that a target can be told."""
