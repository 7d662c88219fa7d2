"""Rule: a product that is counted over the whole account holds more than the wallets show."""

from typing import Final

from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

RULE: Final = Rule(
    id="account-wide-holding",
    title="A staking or reward product holds something",
    why=(
        "Such products are counted over the whole account. What also lies in a wallet is told "
        "there; this is the rest, which no wallet shows."
    ),
    remedy="Redeem it in the app and wait until it is back in a wallet.",
    messages={
        "default": "{amount} {asset} is in {place}, in no wallet.",
        "frozen": "{amount} {asset} is in {place}, in no wallet.",
        "unreadable": "{asset} in {place} has an amount that cannot be read: {raw!r}.",
    },
    judge=holding_judge("account-wide-holding", Nature.ACROSS),
)
