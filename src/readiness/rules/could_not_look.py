"""Rule: something could not be looked at."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.report import Status
from readiness.rules.interface import Case, Rule

ID: Final = "could-not-look"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every row of the coverage that is unknown."""
    for row in case.coverage:
        if row.status is Status.UNKNOWN:
            yield Finding(
                rule=ID,
                severity=Severity.UNKNOWN,
                area=row.area,
                scope=row.scope,
                subject=ID,
                source=case.policy.source_of(row.area),
                reasons=row.reasons,
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
