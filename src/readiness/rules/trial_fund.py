"""Rule: a trial fund of the exchange is there. It is not the user's money."""

from typing import Final

from readiness.domain.finding import Severity
from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

RULE: Final = Rule(
    id="trial-fund",
    title="A trial fund is left",
    why="A trial fund belongs to the exchange; it cannot be withdrawn and ends with the account.",
    remedy="Nothing to do. Close positions that were opened with it.",
    messages={
        "default": "{amount} {asset} of trial funds are in {place}; they cannot be withdrawn.",
        "frozen": "{amount} {asset} of trial funds are in {place}; they cannot be withdrawn.",
        "unreadable": "Trial funds in {asset} have an amount that cannot be read: {raw!r}.",
    },
    judge=holding_judge("trial-fund", Nature.TRIAL_FUND, severity=Severity.NOTICE),
)
