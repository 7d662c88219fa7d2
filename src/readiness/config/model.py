"""The shape of ``readiness.toml``: every table and key, with its type.

Descriptions are what a user reads as help when the key is wrong. Rules that need more
than one key, the date or the list of exchanges are in ``checks``.
"""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from readiness.config.addresses import check_proxy
from readiness.config.cron import parse_cron
from readiness.config.durations import parse_duration
from readiness.config.errors import WrongValueError
from readiness.config.notify_tables import NotifyTable, TargetTable
from readiness.config.shapes import NotBlank, Table, kind_of, not_blank, rule_error, text_under
from readiness.config.zones import parse_zone
from readiness.language import say

ACCOUNT_NAME: Final = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_DECIMAL: Final = re.compile(r"[0-9]+(\.[0-9]+)?", re.ASCII)
_LONGEST: Final = 100
_DAY: Final = 86400
_FINGERPRINT_PARTS: Final = 4


def _calendar_day(value: object) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise rule_error(
            WrongValueError(say("must be a date without a time, not {kind}", kind=kind_of(value)))
        )
    return value


def _argument(text: str) -> str:
    if "\0" in text:
        raise WrongValueError(say("holds a NUL character, which no command can be given"))
    return text


def _program(parts: object) -> object:
    if isinstance(parts, list) and (not parts or parts[0] == ""):
        raise rule_error(WrongValueError(say("names no program")))
    return parts


def _directory(text: str) -> str:
    return _argument(not_blank(text))


def check_amount(text: str) -> Decimal:
    """A rule: a plain decimal number."""
    if len(text) > _LONGEST or not _DECIMAL.fullmatch(text):
        raise WrongValueError(say("is not a decimal number of zero or more"))
    return Decimal(text)


def check_fingerprint(text: str) -> str:
    """A rule: the shape of a fingerprint, and no wildcard."""
    if "*" in text:
        raise WrongValueError(say("holds a *: each finding is acknowledged by itself"))
    parts = text.split("/")
    account = parts[0]
    shaped = len(parts) == _FINGERPRINT_PARTS and all(parts) and ACCOUNT_NAME.fullmatch(account)
    if not shaped or any(letter.isspace() or not letter.isprintable() for letter in text):
        raise WrongValueError(say("is not a fingerprint (account/scope/area/subject)"))
    return text


def check_item(text: str) -> str:
    """A rule: the name of one item, and no wildcard."""
    if "*" in text:
        raise WrongValueError(
            say("holds a *: each item is confirmed by itself, after looking at it")
        )
    if text != text.strip():
        raise WrongValueError(say("begins or ends with a space"))
    return not_blank(text)


Day: TypeAlias = Annotated[date, BeforeValidator(_calendar_day)]
Every: TypeAlias = Annotated[timedelta, text_under(parse_duration)]
Cron: TypeAlias = Annotated[str, text_under(parse_cron)]
Seconds: TypeAlias = Annotated[float, Field(gt=0, le=_DAY, allow_inf_nan=False)]


class ClosureTable(Table):
    """``[accounts.NAME.closure]``."""

    requested_on: Day = Field(
        description="the day the closing request was submitted, such as 2026-11-23"
    )
    wait_days: int = Field(
        ge=1, le=36500, description="how many days the exchange waits, such as 30"
    )


class AccountTable(Table):
    """``[accounts.NAME]``."""

    exchange: str = Field(description='the exchange, such as exchange = "okx"')
    credentials: Literal["keyring", "env", "directory", "command"] = Field(
        default="keyring",
        description='where the key is: "keyring", "env", "directory" or "command"',
    )
    credentials_directory: Annotated[str, text_under(_directory)] | None = Field(
        default=None, description="a directory with the files NAME.key, NAME.secret, ..."
    )
    credentials_command: (
        Annotated[
            list[Annotated[str, text_under(_argument)]],
            BeforeValidator(_program),
        ]
        | None
    ) = Field(default=None, description='a program and its arguments, such as ["op", "read", ...]')
    base_url: str | None = Field(
        default=None, description="an official API host of that exchange, or loopback"
    )
    parent: str | None = Field(
        default=None, description="the configured account whose sub-account or part this is"
    )
    sub_account: NotBlank | None = Field(
        default=None, description="the sub-account's name as the exchange gives it"
    )
    tier: NotBlank | None = Field(
        default=None, description="the account's tier, where the exchange's limits depend on it"
    )
    every: Every | None = Field(default=None, description='how often `watch` scans: "6h"')
    cron: Cron | None = Field(default=None, description='when `watch` scans: "0 */6 * * *"')
    closure: ClosureTable | None = Field(
        default=None, description="a table with requested_on and wait_days"
    )


class NetworkTable(Table):
    """``[network]``."""

    timeout: Seconds = Field(default=10.0, description="seconds for one request, such as 10")
    attempts: int = Field(
        default=4, ge=1, le=10, description="tries of one request, first included: 1 to 10"
    )
    deadline: Seconds = Field(
        default=180.0, description="seconds for one account's whole scan, such as 180"
    )
    proxy: Annotated[str, text_under(check_proxy)] | None = Field(
        default=None, description='a proxy, such as "socks5://127.0.0.1:1080"'
    )


class AcknowledgeTable(Table):
    """``[[acknowledge]]``."""

    fingerprint: Annotated[str, text_under(check_fingerprint)] = Field(
        description="copy the fingerprint of the finding from the report"
    )
    reason: NotBlank = Field(description="why it can stay; the report shows it")
    up_to: Annotated[Decimal, text_under(check_amount)] | None = Field(
        default=None,
        description='the largest amount to accept, in quotes: "0.0001"',
    )
    until: Day = Field(
        description="the day the acknowledgement ends, such as 2026-12-31 (not in quotes)"
    )


class ConfirmTable(Table):
    """``[[confirm]]``."""

    account: str = Field(description="the name of a configured account")
    item: Annotated[str, text_under(check_item)] = Field(
        description='what was looked at, such as "p2p"; the report names the items'
    )
    on: Day = Field(description="the day somebody looked, such as 2026-11-20 (not in quotes)")


class WatchTable(Table):
    """``[watch]``."""

    every: Every | None = Field(default=None, description='how often to scan: "6h"')
    cron: Cron | None = Field(default=None, description='when to scan: "0 */6 * * *"')
    timezone: Annotated[str, text_under(parse_zone)] | None = Field(
        default=None, description='the time zone of every `cron`: "Europe/Berlin"'
    )


class HistoryTable(Table):
    """``[history]``."""

    enabled: bool = Field(default=True, description="whether scans are recorded: true or false")
    path: Annotated[str, text_under(_directory)] | None = Field(
        default=None, description='the file they are recorded in, such as "history.sqlite3"'
    )
    keep: Every = Field(
        default=timedelta(days=1000), description='how long scans are kept: "1000d"'
    )


class ConfigFile(Table):
    """The whole file."""

    language: Literal["en", "zh"] | None = Field(
        default=None, description='the language that the tool speaks: "en" or "zh"'
    )
    accounts: dict[str, AccountTable] = Field(
        default_factory=dict, description="one table for each account: [accounts.NAME]"
    )
    network: NetworkTable = Field(default_factory=NetworkTable, description="a table: [network]")
    acknowledge: list[AcknowledgeTable] = Field(
        default_factory=list, description="tables: [[acknowledge]], with two brackets"
    )
    confirm: list[ConfirmTable] = Field(
        default_factory=list, description="tables: [[confirm]], with two brackets"
    )
    watch: WatchTable = Field(default_factory=WatchTable, description="a table: [watch]")
    history: HistoryTable = Field(default_factory=HistoryTable, description="a table: [history]")
    notify: NotifyTable = Field(default_factory=NotifyTable, description="a table: [notify]")


TABLES: Final[dict[tuple[str, ...], type[Table]]] = {
    (): ConfigFile,
    ("accounts", "*"): AccountTable,
    ("accounts", "*", "closure"): ClosureTable,
    ("network",): NetworkTable,
    ("acknowledge", "*"): AcknowledgeTable,
    ("confirm", "*"): ConfirmTable,
    ("watch",): WatchTable,
    ("history",): HistoryTable,
    ("notify",): NotifyTable,
    ("notify", "targets", "*"): TargetTable,
}
"""Every table of the file by its place; ``*`` stands for a name or an index."""
