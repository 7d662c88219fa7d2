"""Rule: a deposit or withdrawal has not ended."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.amount import Unreadable
from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Transfer
from readiness.domain.wording import NO_DATE
from readiness.rules.holdings import UNNAMED
from readiness.rules.interface import Case, Rule

ID: Final = "pending-transfer"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every transfer that is on its way or stuck."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, Transfer):
            raw = item.amount.raw if isinstance(item.amount, Unreadable) else ""
            yield Finding(
                rule=ID,
                variant=f"{item.direction.value}-{item.stage.value}",
                severity=Severity.BLOCKER,
                area=area,
                scope=scope,
                subject=item.id or f"{item.asset or UNNAMED}:{item.since or item.state}",
                asset=item.asset,
                amount=item.amount,
                facts=(
                    ("state", item.state),
                    ("since", item.since.date().isoformat() if item.since else NO_DATE),
                    ("raw", raw),
                    *item.details,
                ),
                source=case.policy.source_of(area),
            )


_WAITS: Final = {
    "moving": "is on its way",
    "cancellable": "waits and can still be cancelled",
    "review": "is under review by the exchange",
    "needs-user": "waits for information from you",
    "held": "is held by the exchange",
    "unrecognised": "is in a state that is not documented",
}

RULE: Final = Rule(
    id=ID,
    title="A deposit or withdrawal has not ended",
    why=(
        "Money on its way arrives in an account that may no longer exist. A transfer that waits "
        "for a Travel Rule answer or a higher identity level waits for ever."
    ),
    remedy="Answer what the exchange asks for, cancel what you can, and wait for the rest.",
    messages={
        f"{way}-{stage}": f"A {noun} of {{amount}} {{asset}} {waits} (state {{state}}, {{since}})."
        for way, noun in (("in", "deposit"), ("out", "withdrawal"))
        for stage, waits in _WAITS.items()
    },
    judge=judge,
)
