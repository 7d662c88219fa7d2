"""Rule: a redemption is on its way."""

from typing import Final

from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

RULE: Final = Rule(
    id="redemption",
    title="A redemption is on its way",
    why="Unstaking and redeeming take days; the money arrives in a wallet that was already empty.",
    remedy="Wait until it has arrived, then withdraw it.",
    messages={
        "default": "{amount} {asset} is being redeemed from {place}.",
        "frozen": "{amount} {asset} is being redeemed from {place}.",
        "unreadable": "A redemption of {asset} has an amount that cannot be read: {raw!r}.",
    },
    judge=holding_judge("redemption", Nature.REDEEMING),
)
