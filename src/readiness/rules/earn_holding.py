"""Rule: money is in an Earn product."""

from typing import Final

from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

RULE: Final = Rule(
    id="earn-holding",
    title="Money is in an Earn product",
    why="Earn products keep money outside the wallets, some of them until a fixed day.",
    remedy="Redeem it; where it is locked, wait for maturity. Switch off auto-renewal first.",
    messages={
        "default": "{amount} {asset} is in {place}.",
        "frozen": "{amount} {asset} is in {place}; {frozen} of it is lent out.",
        "unreadable": "{asset} in {place} has an amount that cannot be read: {raw!r}.",
    },
    judge=holding_judge("earn-holding", Nature.EARN),
)
