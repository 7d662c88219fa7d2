"""Rule: collateral of a loan is locked."""

from typing import Final

from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

RULE: Final = Rule(
    id="collateral-locked",
    title="Collateral of a loan is locked",
    why="Collateral is in no wallet while the loan runs, and it is worth more than the loan.",
    remedy="Repay the loan with its interest; the collateral comes back, then withdraw it.",
    messages={
        "default": "{amount} {asset} is locked as collateral in {place}.",
        "frozen": "{amount} {asset} is locked as collateral in {place}.",
        "unreadable": "Collateral in {asset} has an amount that cannot be read: {raw!r}.",
    },
    judge=holding_judge("collateral-locked", Nature.COLLATERAL),
)
