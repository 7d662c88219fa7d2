"""Rule: wallet money is lent out automatically."""

from typing import Final

from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

RULE: Final = Rule(
    id="lent-money",
    title="Wallet money is lent out automatically",
    why="Auto-earn lends idle money; for a day after switching it on it cannot be switched off.",
    remedy="Switch auto-earn off for the asset, then wait until the money is back in the wallet.",
    messages={
        "default": "{amount} {asset} of {place} is lent out by auto-earn.",
        "frozen": "{amount} {asset} of {place} is lent out by auto-earn.",
        "unreadable": "{asset} lent out by auto-earn has an unreadable amount: {raw!r}.",
    },
    judge=holding_judge("lent-money", Nature.LENT),
)
