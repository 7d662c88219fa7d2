"""Rule: money is locked by a dip or peak sniper."""

from typing import Final

from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

RULE: Final = Rule(
    id="sniper-money",
    title="Money is locked by a sniper order",
    why="Dip and peak sniper orders have no list in the API; the money they lock is the only sign.",
    remedy="Cancel the sniper orders in the app; the money comes back to the wallet.",
    messages={
        "default": "{amount} {asset} of {place} is locked by dip or peak sniper orders.",
        "frozen": "{amount} {asset} of {place} is locked by dip or peak sniper orders.",
        "unreadable": "{asset} locked by sniper orders has an unreadable amount: {raw!r}.",
    },
    judge=holding_judge("sniper-money", Nature.SNIPER),
)
