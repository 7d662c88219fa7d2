"""The configuration as the rest of the tool sees it: checked, normalised, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from readiness.config.notify_settings import Notify
from readiness.config.sources import CredentialSource, Keyring
from readiness.domain.decision import Closure, Decisions


class ExchangeLike(Protocol):
    """What the configuration needs to know about an exchange."""

    @property
    def id(self) -> str:
        """The name in the configuration."""

    @property
    def family(self) -> str:
        """The exchange behind it."""

    @property
    def title(self) -> str:
        """The name for people."""

    @property
    def api_hosts(self) -> tuple[str, ...]:
        """The official API hosts."""

    @property
    def namesakes(self) -> Mapping[str, str]:
        """Domains of other companies under a similar name, with what to say of them."""

    @property
    def part_of(self) -> str:
        """The exchange whose account this one is a part of, under a key of its own; else empty."""

    @property
    def lists_sub_accounts(self) -> bool:
        """Whether a main account's key can ask which sub-accounts there are."""

    @property
    def credential_fields(self) -> tuple[str, ...]:
        """What a key consists of."""

    @property
    def tiers(self) -> Mapping[str, object]:
        """The tiers of accounts on which its limits depend, the lowest first."""


@dataclass(frozen=True)
class Schedule:
    """When to scan again: an interval, a cron expression, or neither (never both).

    Attributes:
        every: time between two scans.
        cron: a cron expression.
        timezone: IANA name of the zone of every cron expression; ``None``: the system's.
    """

    every: timedelta | None = None
    cron: str | None = None
    timezone: str | None = None


@dataclass(frozen=True)
class Record:
    """Whether and where scans are recorded.

    Attributes:
        enabled: whether they are.
        path: the file; ``None`` for the usual one.
        keep: how long they are kept.
    """

    enabled: bool = True
    path: Path | None = None
    keep: timedelta = timedelta(days=1000)


@dataclass(frozen=True)
class Network:
    """How patient requests are.

    Attributes:
        timeout: seconds for one request.
        attempts: tries of one request, the first included.
        deadline: seconds for one account's whole scan.
        proxy: URL of a proxy; it may carry a password and is left out of ``repr``.
    """

    timeout: float = 10.0
    attempts: int = 4
    deadline: float = 180.0
    proxy: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class AccountConfig:
    """One configured account.

    Attributes:
        name: the user's name for it.
        exchange: id of the exchange.
        credentials: where its key is.
        base_url: the one address that replaces every API host, without a trailing slash.
        parent: the configured account that this one belongs to, as a sub-account or a part.
        sub_account: the name under which the exchange lists it there; ``None`` for a part.
        tier: the account's tier, where the exchange's limits depend on it.
        closure: set once the closing request was submitted.
        every: its own interval between scans, in place of the one under ``[watch]``.
        cron: its own cron expression, in place of what stands under ``[watch]``.
    """

    name: str
    exchange: str
    credentials: CredentialSource = field(default_factory=Keyring)
    base_url: str | None = None
    parent: str | None = None
    sub_account: str | None = None
    tier: str | None = None
    closure: Closure | None = None
    every: timedelta | None = None
    cron: str | None = None

    @property
    def is_part(self) -> bool:
        """Whether it is a part of its parent's account, under a key of its own."""
        return self.parent is not None and self.sub_account is None

    def ended_closure(self, today: date) -> Closure | None:
        """The account's own closing request, once its waiting period is over."""
        return None if self.closure is None or self.closure.waiting(today) else self.closure


@dataclass(frozen=True)
class Config:
    """A whole configuration file.

    Attributes:
        path: the file it was read from.
        accounts: by name, in the order of the file; read-only.
    """

    path: Path
    accounts: Mapping[str, AccountConfig]
    network: Network
    decisions: Decisions
    watch: Schedule
    history: Record = Record()
    notify: Notify = field(default_factory=Notify)
