"""The result of a run, as codes and values."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal, Protocol

from pydantic import Field

from readiness.domain.answer import Reason
from readiness.domain.area import Area, AreaId
from readiness.domain.base import AwareDatetime, Frozen
from readiness.domain.decision import Closure
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import ActingKey, KeyProof, ReadOnlyKey
from readiness.domain.scope import MAIN, Scope
from readiness.domain.snapshot import Requests
from readiness.domain.verdict import FailOn, Verdict, exit_code, worst


class Status(StrEnum):
    """What came of one row of the coverage."""

    CLEAR = "clear"
    HOLDING = "holding"
    NOT_OPENED = "not_opened"
    UNKNOWN = "unknown"
    MANUAL = "manual"


_LOOKED_AT: Final = frozenset({Status.CLEAR, Status.HOLDING, Status.NOT_OPENED})


class CoverageRow(Frozen):
    """One area of one scope: what came of looking there."""

    area: AreaId
    scope: Scope
    status: Status
    items: Annotated[int, Field(ge=0)] = 0
    reasons: tuple[Reason, ...] = ()
    manual: str = ""
    """Key of the policy's sentence that says why a person has to look."""
    confirmed_on: date | None = None
    """The day on which a person has looked, while that still counts."""

    @property
    def looked_at(self) -> bool:
        """Whether what is there was seen to the end, by a key or by a person."""
        return self.status in _LOOKED_AT or self.confirmed_on is not None


OF_OUR_OWN: Final = frozenset({Area.ACCOUNT_ACKNOWLEDGEMENTS, Area.ACCOUNT_BACKUP})
"""What is judged from the configuration and the past alone."""


class Owned(Protocol):
    """What is about an account at an exchange."""

    @property
    def exchange(self) -> str:
        """The exchange's id."""
        ...

    @property
    def owner(self) -> str:
        """The exchange's id of the account; empty where it did not tell."""
        ...


def same_account(one: Owned, other: Owned) -> bool:
    """Whether both can be about one account at the exchange, whatever the user calls it."""
    return one.exchange == other.exchange and len({one.owner, other.owner} - {""}) <= 1


class AccountReport(Frozen):
    """One account's part of the report.

    Attributes:
        included: the user's names for the accounts that stand in this entry, because it is
            their parent.
    """

    account: str
    exchange: str
    verdict: Verdict
    key: KeyProof | None
    coverage: tuple[CoverageRow, ...]
    findings: tuple[Finding, ...]
    requests: Requests
    closure: Closure | None = None
    included: tuple[str, ...] = ()

    @property
    def owner(self) -> str:
        """The exchange's id of whose account was looked at; empty where it did not tell."""
        known = isinstance(self.key, ReadOnlyKey | ActingKey) and self.key.owner
        return known.uid if known else ""

    def count(self, severity: Severity) -> int:
        """How many findings of a severity weigh; what was accepted does not.

        A place that could not be looked at is one of the unknown ones also where no finding
        tells it, as after a key that was refused.
        """
        weighing = [found for found in self.findings if found.counts and found.severity is severity]
        if severity is not Severity.UNKNOWN:
            return len(weighing)
        told = {(found.area, found.scope) for found in weighing}
        unseen = (row for row in self.coverage if row.status is Status.UNKNOWN)
        return len(weighing) + sum((row.area, row.scope) not in told for row in unseen)

    def looked_at(self, area: AreaId, scope: Scope) -> bool:
        """Whether something in this place would have been seen: its absence means it is gone.

        What is judged from the configuration and the past alone is seen whenever anything
        is judged. A sub-account of which nothing is said was seen to be gone if the list of
        sub-accounts was read.
        """
        rows = {(row.area, row.scope): row for row in self.coverage}
        if (area, scope) in rows:
            return rows[area, scope].looked_at
        if area in OF_OUR_OWN:
            return bool(rows)
        if any(known == scope for _, known in rows):
            return False
        listed = rows.get((Area.SUB_ACCOUNTS.value, MAIN))
        # A person who has looked at that list does not say here what is on it.
        return listed is not None and listed.status in _LOOKED_AT


class Report(Frozen):
    """What a run found, account by account."""

    kind: Literal["report"] = "report"
    tool_version: str
    started_at: AwareDatetime
    finished_at: AwareDatetime
    accounts: tuple[AccountReport, ...]
    fail_on: FailOn = FailOn.UNCONFIRMED

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of the accounts."""
        return worst(account.verdict for account in self.accounts)

    @property
    def exit_code(self) -> int:
        """The exit code that belongs to the verdict."""
        return exit_code(self.verdict, self.fail_on)
