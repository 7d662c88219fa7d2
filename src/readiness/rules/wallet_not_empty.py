"""Rule: a wallet holds something, however little."""

from typing import Final

from readiness.domain.items import Nature
from readiness.rules.holdings import holding_judge
from readiness.rules.interface import Rule

RULE: Final = Rule(
    id="wallet-not-empty",
    title="A wallet is not empty",
    why=(
        "Exchanges ask for empty wallets before they close an account, and what is left when it "
        "closes is lost. No exchange publishes an amount below which a remainder is ignored, so "
        "any amount counts."
    ),
    remedy=(
        "Convert dust to a coin you keep, then withdraw everything. What can be neither converted "
        "nor withdrawn is a case for the exchange's support; if you agree to lose it, acknowledge "
        "the finding."
    ),
    messages={
        "default": "{amount} {asset} is left in {place}.",
        "frozen": "{amount} {asset} is left in {place}; {frozen} of it is frozen.",
        "unreadable": "{asset} in {place} has an amount that cannot be read: {raw!r}.",
    },
    judge=holding_judge("wallet-not-empty", Nature.OWN),
)
