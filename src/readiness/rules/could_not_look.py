"""Rule: something could not be looked at."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.answer import Cause, Reason
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import ActingKey, RejectedKey
from readiness.domain.policy import Policy
from readiness.domain.report import CoverageRow, Status
from readiness.domain.snapshot import PartLook, Snapshot, SubAccountKey
from readiness.rules.interface import Case, Rule

ID: Final = "could-not-look"
_NOT_ASKED: Final = Reason(cause=Cause.NOT_ASKED)
"""Why nobody looked, where a key kept everything from being asked."""


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
    if isinstance(snapshot.key, ActingKey | RejectedKey):
        return True
    of_sub = any(_is_refused(entry) for entry in snapshot.sub_keys if entry.scope == row.scope)
    refused = {
        reason
        for part in snapshot.parts
        if _is_refused(part)
        for reason in (_NOT_ASKED, getattr(part.proof, "reason", _NOT_ASKED))
    }
    return of_sub or (bool(refused) and refused.issuperset(row.reasons))


def _is_refused(look: SubAccountKey | PartLook) -> bool:
    return look.stranger or isinstance(look.proof, ActingKey | RejectedKey)


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
