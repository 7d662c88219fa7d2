"""Rule: money is inside trading bots."""

from typing import Final

from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

_MESSAGES: Final = {
    "default": "{amount} {asset} of {place} is inside trading bots.",
    "frozen": "{amount} {asset} of {place} is inside trading bots.",
    "unreadable": "{asset} inside trading bots has an amount that cannot be read: {raw!r}.",
}

RULE: Final = Rule(
    id="bot-money",
    title="Money is inside trading bots",
    why=(
        "A running bot keeps its money apart from the wallet it came from, and goes on trading. "
        "Profit sharing and fees may still move money for a while after it was stopped."
    ),
    remedy="Stop every bot and let it return what it holds; the money comes back to the wallet.",
    messages=_MESSAGES,
    judge=holding_judge("bot-money", Nature.BOTS),
)
