"""What came of each place, for formats in which a place passes or fails.

A place is an area of one scope. Most have a row in the coverage; a finding about anything
else makes a place of its own, so that nothing is left out.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from readiness.domain.finding import Severity
from readiness.domain.report import Status
from readiness.report.document import Account, Coverage, Finding


class Outcome(StrEnum):
    """What came of a place, worst first."""

    BLOCKED = "blocked"
    UNKNOWN = "unknown"
    UNCONFIRMED = "unconfirmed"
    ACCEPTED = "accepted"
    FINE = "fine"


_BY_SEVERITY: Final = {
    Severity.BLOCKER: Outcome.BLOCKED,
    Severity.UNKNOWN: Outcome.UNKNOWN,
    Severity.CONFIRM: Outcome.UNCONFIRMED,
    Severity.NOTICE: Outcome.FINE,
}
_BY_STATUS: Final = {
    Status.UNKNOWN: Outcome.UNKNOWN,
    Status.MANUAL: Outcome.UNCONFIRMED,
}
_ORDER: Final = tuple(Outcome)


@dataclass(frozen=True)
class Place:
    """An area of one scope, with all that is said of it.

    Attributes:
        area: the area.
        scope: the scope, as the document names it.
        row: its row of the coverage; ``None`` where only a finding names it.
        findings: what was found there.
    """

    area: str
    scope: str
    row: Coverage | None
    findings: tuple[Finding, ...]

    @property
    def outcome(self) -> Outcome:
        """The worst of what the row and the findings say."""
        outcomes = {
            Outcome.ACCEPTED if finding.acknowledged else _BY_SEVERITY[finding.severity]
            for finding in self.findings
        }
        if self.row is not None and not self._settled:
            outcomes.add(_BY_STATUS.get(self.row.status, Outcome.FINE))
        return min(outcomes, key=_ORDER.index, default=Outcome.FINE)

    @property
    def _settled(self) -> bool:
        """A person has looked where no key can; a look that failed is settled by nobody."""
        row = self.row
        return row is not None and row.status is Status.MANUAL and row.confirmed_on is not None

    @property
    def unseen(self) -> bool:
        """Whether something here could not be looked at, whatever else was found."""
        unread = self.row is not None and self.row.status is Status.UNKNOWN
        return unread or any(each.severity is Severity.UNKNOWN for each in self.findings)


def places_of(account: Account) -> list[Place]:
    """Every place that a report names, in its order; those without a row come last."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in account.findings:
        found.setdefault((finding.area, finding.scope), []).append(finding)
    rows = {(row.area, row.scope): row for row in account.coverage}
    return [
        Place(area, scope, rows.get((area, scope)), tuple(found.get((area, scope), ())))
        for area, scope in dict.fromkeys([*rows, *found])
    ]
