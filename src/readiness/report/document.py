"""The JSON report, ``readiness.report/1``: its shape, key by key.

Every key is always present; what is not known is ``null``. Keys may be added within
``/1``, none may change its meaning.
"""

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field

from readiness.documents.parts import OPEN, Count, Decimals, Moment, Part, Tool
from readiness.domain.finding import Severity
from readiness.domain.key import OwnerKind
from readiness.domain.report import Status
from readiness.domain.steps import StepKind
from readiness.domain.verdict import Verdict
from readiness.plan.model import Why

SCHEMA: Final = "readiness.report/1"


class Key(Part):
    """What the key proved about itself."""

    read_only: bool | None = Field(description="null: not known")
    permissions: tuple[str, ...]
    owner: OwnerKind | None
    reason: str | None = Field(description="why it was refused, or why nothing is known of it")


class Coverage(Part):
    """What came of looking at one area of one scope."""

    area: str
    scope: str
    status: Status
    items: Count
    reason: str | None
    confirmed_on: date | None = Field(description="the day on which a person looked there")
    requests: tuple[str, ...] = Field(description="the requests that the reason is about")


class Acknowledged(Part):
    """The user's decision to live with a finding."""

    reason: str
    up_to: Decimals | None
    until: date


class Finding(Part):
    """One thing that stands in the way, or that could not be looked at."""

    fingerprint: str
    rule: str
    severity: Severity
    area: str
    scope: str
    subject: str
    asset: str | None
    amount: Decimals | None = Field(description="null: not stated, or not readable (see raw)")
    value_usd: Decimals | None
    raw: str | None = Field(description="an amount that could not be read, as it came")
    message: str
    remedy: str
    where: str | None = Field(description="the end of remedy: the place on the exchange")
    source: str
    clears_at: Moment | None
    first_seen: Moment | None = Field(
        description="since when it is there without interruption, as far as scans were recorded"
    )
    acknowledged: Acknowledged | None


class Closing(Part):
    """The closing request that was recorded."""

    requested_on: date
    wait_days: int
    ends_on: date
    day: int | None = Field(description="the day of the waiting period, from 1; null: it is over")
    days_left: Count = Field(description="with this one; 0: the waiting period is over")
    probably_closed: bool = Field(
        description="the waiting period is over, and the key does not exist any more"
    )


class Sum(Part):
    """An amount of one asset that a step is about."""

    asset: str | None
    amount: Decimals | None = Field(description="null: not stated, or not readable (see raw)")
    value_usd: Decimals | None
    raw: str | None = Field(description="an amount that could not be read, as it came")


class Dependency(Part):
    """A step that has to come first, and why."""

    step: str = Field(description="the id of an earlier step")
    reason: Annotated[Why, OPEN] = Field(description="the code of why; more may be added")
    why: str


class Step(Part):
    """One thing to do on the way to the closed account."""

    id: str = Field(description="unique within the account's plan")
    action: Annotated[StepKind, OPEN] = Field(
        description="the code of what kind of thing it is; more may be added"
    )
    title: str
    scope: str
    where: tuple[str, ...] = Field(description="the places in the exchange's own app or site")
    sums: tuple[Sum, ...] = Field(description="how much it is about, largest value first")
    value_usd: Decimals | None = Field(description="what that is worth, as far as it has prices")
    why: str
    commands: tuple[str, ...] = Field(description="what this tool can do for it")
    findings: tuple[str, ...] = Field(description="the fingerprints behind it")
    after: tuple[Dependency, ...]
    possible_from: Moment | None = Field(
        description="when it becomes possible; null: as soon as the steps before it are done, "
        "or not known (see uncertain)"
    )
    uncertain: tuple[str, ...] = Field(description="what is not known about it, as sentences")


class Earliest(Part):
    """When the account can be closed at the earliest."""

    request_on: date | None = Field(
        description="the first day (UTC) on which closing can be requested, if nothing that is "
        "uncertain comes in between; null: not known, or requested already"
    )
    closed_on: date | None = Field(
        description="the first day (UTC) on which the waiting period is over; null: not known"
    )
    because: tuple[str, ...] = Field(description="what that follows from, as sentences")
    uncertain: tuple[str, ...] = Field(description="what is not known about it, as sentences")


class Plan(Part):
    """The way to the closed account, in the order in which to go it."""

    steps: tuple[Step, ...]
    earliest: Earliest


class RequestCount(Part):
    """How many requests left, were repeated, or were refused by the gate."""

    sent: Count
    retried: Count
    refused: Count


class Account(Part):
    """One account's part of the report."""

    account: str
    exchange: str
    verdict: Verdict
    key: Key
    coverage: tuple[Coverage, ...]
    findings: tuple[Finding, ...]
    requests: RequestCount
    closure: Closing | None
    included: tuple[str, ...] = Field(
        description="the names, in the configuration, of the accounts with this one as their "
        "`parent` that stand in this entry"
    )
    plan: Plan = Field(description="the way to the closed account")


class ReportDocument(Part):
    """The whole report of one run."""

    schema_: Literal["readiness.report/1"] = Field(alias="schema")
    tool: Tool
    started_at: Moment
    finished_at: Moment
    verdict: Verdict
    exit_code: int
    accounts: tuple[Account, ...]
