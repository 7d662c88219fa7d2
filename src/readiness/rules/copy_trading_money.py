"""Rule: money is bound in copy trading."""

from typing import Final

from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

RULE: Final = Rule(
    id="copy-trading-money",
    title="Money is bound in copy trading",
    why="Copy trading holds money apart from the wallet, and settles profit shares later.",
    remedy="Stop copying or leading, close the positions, and wait for the profit share.",
    messages={
        "default": "{amount} {asset} of {place} is bound in copy trading.",
        "frozen": "{amount} {asset} of {place} is bound in copy trading.",
        "unreadable": "{asset} bound in copy trading has an unreadable amount: {raw!r}.",
    },
    judge=holding_judge("copy-trading-money", Nature.COPY_TRADING),
)
