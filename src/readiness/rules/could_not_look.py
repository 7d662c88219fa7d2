"""Rule: something could not be looked at."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.key import ActingKey, RejectedKey
from readiness.domain.policy import Policy
from readiness.domain.report import CoverageRow, Status
from readiness.domain.snapshot import Snapshot
from readiness.rules.interface import Case, Rule

ID: Final = "could-not-look"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every row of the coverage that is unknown.

    Where a refused key kept everything from being asked, the key is the finding.
    """
    for row in case.coverage:
        if row.status is Status.UNKNOWN and not _refused(row, case.snapshot):
            yield finding(row, case.policy)


def finding(row: CoverageRow, policy: Policy) -> Finding:
    """What is said of a place where nobody could look."""
    return Finding(
        rule=ID,
        severity=Severity.UNKNOWN,
        area=row.area,
        scope=row.scope,
        subject=ID,
        source=policy.source_of(row.area),
        reasons=row.reasons,
    )


def _refused(row: CoverageRow, snapshot: Snapshot) -> bool:
    return isinstance(snapshot.key, ActingKey | RejectedKey) or any(
        entry.scope == row.scope
        and (entry.stranger or isinstance(entry.proof, ActingKey | RejectedKey))
        for entry in snapshot.sub_keys
    )


RULE: Final = Rule(
    id=ID,
    title="Something could not be looked at",
    why=(
        "Not being able to look is not the same as nothing being there. Until this look succeeds, "
        "nobody can say that the account is empty."
    ),
    remedy="Follow the reason's advice and scan again.",
    messages={"default": "{place} could not be looked at: {reason}."},
    judge=judge,
)
