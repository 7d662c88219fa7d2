"""Which accounts run together, when, and from where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from pathlib import Path
from typing import Final, TypeAlias

from readiness.config import AccountConfig, Config, CredentialSource, ExchangeLike
from readiness.config.notify_settings import Written
from readiness.language import say, translate
from readiness.schedule.intervals import spelled
from readiness.schedule.units import RENAME, ScheduleError

TOOL: Final = "readiness"
USUAL: Final = timedelta(hours=6)
"""How often accounts are looked at when nobody said how often."""


@dataclass(frozen=True)
class Every:
    """Again and again, with the same time in between."""

    interval: timedelta


@dataclass(frozen=True)
class Cron:
    """At the times of a cron expression."""

    text: str


When: TypeAlias = Every | Cron


class Kind(Enum):
    """What a secret is."""

    KEY = auto()
    """The key of an account."""
    URL = auto()
    """Where a notification target is told."""


@dataclass(frozen=True)
class Need:
    """A secret that a job needs: the key of an account, or the URL of a notification target.

    Attributes:
        kind: what it is.
        owner: the name of its account or notification target.
        where: the place in the configuration that says where it is.
        name: the name under which sources know it.
        source: where it is.
        fields: what it consists of.
    """

    kind: Kind
    owner: str
    where: str
    name: str
    source: CredentialSource
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Job:
    """Accounts that are looked at together.

    Attributes:
        name: safe as the name of a file or a unit.
        accounts: what has to be named on the command line; nothing means all.
        needs: the secrets of all of them, and of their sub-accounts.
        when: their schedule.
    """

    name: str
    accounts: tuple[str, ...]
    needs: tuple[Need, ...]
    when: When


@dataclass(frozen=True)
class Place:
    """Where the tool is, and what it finds there.

    Attributes:
        program: what starts the tool; its first word is an absolute path.
        installed: every place that has to be readable for it to start.
        config: the configuration, an absolute path.
        home: the user's home.
        folders: where the programs of ``credentials_command`` are.
        flock: the program of that name, where there is one.
        today: the current day.
    """

    program: tuple[str, ...]
    installed: tuple[Path, ...]
    config: Path
    home: Path
    folders: tuple[str, ...]
    flock: str | None
    today: date


@dataclass(frozen=True)
class Plan:
    """Everything that the files are made of.

    Attributes:
        place: where the tool is.
        jobs: what runs, and when.
        zone: the time zone of cron expressions; ``None`` is the machine's own.
        history: where scans are recorded; ``None`` is the usual place.
        patience: how long a run may take by its own rules.
        notes: what whoever installs them should know.
    """

    place: Place
    jobs: tuple[Job, ...]
    zone: str | None
    history: Path | None
    patience: timedelta
    notes: tuple[str, ...]

    def command(self, job: Job, config: str | None = None) -> tuple[str, ...]:
        """What a job runs; ``config`` stands in for the path of the configuration."""
        names = ("--", *job.accounts) if job.accounts else ()
        path = str(self.place.config) if config is None else config
        return (*self.place.program, "watch", "--once", "--config", path, *names)


def make_plan(config: Config, exchanges: Mapping[str, ExchangeLike], place: Place) -> Plan:
    """Group accounts by their schedules.

    What belongs to another account is in its parent's job: they are read together.

    Raises:
        ScheduleError: there is no account, or a path that no unit could hold.
    """
    if not config.accounts:
        raise ScheduleError(
            say("{config} has no account", config=config.path),
            translate("add one: [accounts.NAME] with exchange = ..."),
        )
    for path in (*place.program, str(place.config), str(place.home), *place.folders):
        if not path.isprintable():
            raise ScheduleError(
                say(
                    "{path} holds a character that cannot be written into a unit", path=ascii(path)
                ),
                translate(RENAME),
            )
    groups: dict[When, list[AccountConfig]] = {}
    for account in config.accounts.values():
        if account.parent is None:
            groups.setdefault(_when(account, config), []).append(account)
    usual = _usual(config)
    jobs = []
    for when, accounts in groups.items():
        general = len(groups) == 1 or when == usual
        jobs.append(
            Job(
                name=TOOL if general else f"{TOOL}-{accounts[0].name}",
                accounts=() if len(groups) == 1 else tuple(account.name for account in accounts),
                needs=tuple(_needs({account.name for account in accounts}, config, exchanges)),
                when=when,
            )
        )
    return Plan(
        place=place,
        jobs=tuple(jobs),
        zone=config.watch.timezone,
        history=config.history.path if config.history.enabled else None,
        patience=timedelta(seconds=config.network.deadline),
        notes=tuple(_notes(config, usual in groups)),
    )


def _usual(config: Config) -> When:
    watch = config.watch
    return Cron(watch.cron) if watch.cron is not None else Every(watch.every or USUAL)


def _when(account: AccountConfig, config: Config) -> When:
    if account.cron is not None:
        return Cron(account.cron)
    return Every(account.every) if account.every is not None else _usual(config)


def _needs(
    names: set[str], config: Config, exchanges: Mapping[str, ExchangeLike]
) -> Iterator[Need]:
    for account in config.accounts.values():
        if account.name in names or account.parent in names:
            yield Need(
                kind=Kind.KEY,
                owner=account.name,
                where=f"accounts.{account.name}.credentials",
                name=account.name,
                source=account.credentials,
                fields=exchanges[account.exchange].credential_fields,
            )
    for target in config.notify.targets.values():
        if not isinstance(target.url, Written) and any(map(target.covers, names)):
            yield Need(
                kind=Kind.URL,
                owner=target.name,
                where=f"notify.targets.{target.name}.url",
                name=f"notify-{target.name}",
                source=target.url,
                fields=("url",),
            )


def _notes(config: Config, usual: bool) -> Iterator[str]:
    if usual and config.watch.cron is None and config.watch.every is None:
        yield say(
            "No schedule is configured, so it is every {interval}; [watch] in the configuration "
            "changes it.",
            interval=spelled(USUAL),
        )
    for account in config.accounts.values():
        if account.parent is not None and (account.every, account.cron) != (None, None):
            yield say(
                "{account} belongs to {parent} and is read whenever {parent} is; its own schedule "
                "does not count.",
                account=account.name,
                parent=account.parent,
            )
