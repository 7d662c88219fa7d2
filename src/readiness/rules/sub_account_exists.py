"""Rule: a sub-account exists."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Relation, SubAccount
from readiness.rules.holdings import UNNAMED
from readiness.rules.interface import Case, Rule

ID: Final = "sub-account-exists"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every sub-account; what it holds is told in its own scope."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, SubAccount):
            yield Finding(
                rule=ID,
                variant=_variant(item),
                severity=_SEVERITIES.get(item.relation, Severity.CONFIRM),
                area=area,
                scope=scope,
                subject=item.name or UNNAMED,
                facts=(("frozen_functions", ", ".join(item.frozen_functions)),),
                source=case.policy.source_of(area),
            )


_SEVERITIES: Final = {
    # An agreement with somebody else has to be ended first.
    Relation.MANAGED: Severity.BLOCKER,
    Relation.CLIENT: Severity.BLOCKER,
}


def _variant(item: SubAccount) -> str:
    if item.relation is not Relation.OWN:
        return item.relation.value
    return "frozen" if not item.enabled or item.frozen_functions else "default"


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
        "entrusted": "The sub-account {subject} of somebody else is entrusted to this account.",
        "managed": "The sub-account {subject} is under a management agreement.",
        "client": "The sub-account {subject} belongs to a client of this account.",
    },
    judge=judge,
)
