"""Rule: the exchange shows value that none of its details explain."""

from typing import Final

from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

RULE: Final = Rule(
    id="unexplained-money",
    title="There is value that no detail explains",
    why=(
        "The exchange states an equity, a frozen amount or a total that is not zero, although the "
        "parts it lists are. Something stands behind it: unrealised results, an order, a product "
        "without a list."
    ),
    remedy="Look at this wallet in the app and clear what holds the value, then scan again.",
    messages={
        "default": "{place} shows {amount} {asset} that no detail explains.",
        "frozen": "{place} shows {amount} {asset} that no detail explains; {frozen} is frozen.",
        "unreadable": "{place} shows an amount of {asset} that cannot be read: {raw!r}.",
    },
    judge=holding_judge("unexplained-money", Nature.UNEXPLAINED),
)
