"""Rule: a sub-account exists."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.items import SubAccount
from readiness.rules.holdings import UNNAMED
from readiness.rules.interface import Case, Rule

ID: Final = "sub-account-exists"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every sub-account; what it holds is told in its own scope."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, SubAccount):
            frozen = not item.enabled or item.frozen_functions
            yield Finding(
                rule=ID,
                variant="frozen" if frozen else "default",
                severity=Severity.CONFIRM,
                area=area,
                scope=scope,
                subject=item.name or UNNAMED,
                facts=(("frozen_functions", ", ".join(item.frozen_functions)),),
                source=case.policy.source_of(area),
            )


RULE: Final = Rule(
    id=ID,
    title="A sub-account exists",
    why=(
        "A sub-account is closed with its main account or stands in the way of it; exchanges do "
        "not publish which. It cannot be deleted while it holds anything."
    ),
    remedy="Empty it and delete it, or check that the exchange closes it with the main account.",
    messages={
        "default": "The sub-account {subject} exists.",
        "frozen": "The sub-account {subject} exists and is frozen ({frozen_functions}).",
    },
    judge=judge,
)
