"""Rule: money moved while the account was being looked at."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Movement
from readiness.rules.holdings import UNNAMED
from readiness.rules.interface import Case, Rule

ID: Final = "money-moved"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every movement since the scan began."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, Movement):
            yield Finding(
                rule=ID,
                severity=Severity.UNKNOWN,
                area=area,
                scope=scope,
                subject=item.id or UNNAMED,
                asset=item.asset,
                amount=item.amount,
                facts=item.details,
                source=case.policy.source_of(area),
            )


RULE: Final = Rule(
    id=ID,
    title="Money moved during the scan",
    why=(
        "What moves from one wallet to another between two reads is in neither of them. Only a "
        "scan during which nothing moved can say that nothing is there."
    ),
    remedy="Wait until nothing moves any more, and scan again.",
    messages={"default": "{amount} {asset} moved while the account was being looked at."},
    judge=judge,
)
