"""Rule: the account is tied to copy trading."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.items import CopyTrading
from readiness.rules.holdings import UNNAMED
from readiness.rules.interface import Case, Rule

ID: Final = "copy-trading-tie"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every role, position, followed trader and unsettled profit share."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, CopyTrading):
            yield Finding(
                rule=ID,
                variant=item.tie.value,
                severity=Severity.BLOCKER,
                area=area,
                scope=scope,
                subject=item.id or UNNAMED,
                asset=item.asset,
                amount=item.amount,
                facts=item.details,
                source=case.policy.source_of(area),
                clears_at=item.clears_at,
            )


RULE: Final = Rule(
    id=ID,
    title="The account is tied to copy trading",
    why=(
        "Leading and copying keep positions open in the account's name, and profit shares are paid "
        "weeks later, into an account that may be closed by then."
    ),
    remedy=(
        "Stop copying, close the copied positions, give up the lead trader's role, and wait until "
        "the profit share is settled."
    ),
    messages={
        "leads": "The account is a lead trader in {where}.",
        "copies": "The account copies traders in {where}.",
        "position": "A led or copied position is open in {where}.",
        "follows": "The trader {where} is being copied.",
        "profit-share": "A profit share of {amount} {asset} is not settled.",
    },
    judge=judge,
)
