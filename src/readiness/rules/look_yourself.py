"""Rule: a person has to look, because no API shows it."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.area import confirm_item
from readiness.domain.finding import Finding, Severity
from readiness.domain.report import Status
from readiness.rules.interface import Case, Rule

ID: Final = "look-yourself"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every row of the coverage that only a person can look at."""
    for row in case.coverage:
        if row.status is Status.MANUAL:
            yield Finding(
                rule=ID,
                severity=Severity.CONFIRM,
                area=row.area,
                scope=row.scope,
                subject=confirm_item(row.area),
                facts=(("manual", row.manual),),
                source=case.policy.source_of(row.area),
                reasons=row.reasons,
            )


RULE: Final = Rule(
    id=ID,
    title="A person has to look",
    why="Some things are shown by no API, or not to an ordinary read-only key.",
    remedy="Look there, then write it down with `readiness confirm`.",
    messages={"default": "{place}: {reason}."},
    judge=judge,
)
