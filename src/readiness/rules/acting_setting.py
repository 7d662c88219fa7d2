"""Rule: a setting moves money by itself."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Effect, Setting
from readiness.rules.interface import Case, Rule

ID: Final = "acting-setting"

_SEVERITIES: Final = {
    Effect.LENDS: Severity.BLOCKER,
    # Borrowing needs an order first, and open orders are findings of their own.
    Effect.BORROWS: Severity.NOTICE,
    Effect.REFILLS: Severity.BLOCKER,
    Effect.PAYS: Severity.NOTICE,
}


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every such setting."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, Setting):
            yield Finding(
                rule=ID,
                variant=item.effect.value,
                severity=_SEVERITIES[item.effect],
                area=area,
                scope=scope,
                subject=f"{item.name}:{item.asset}" if item.asset else item.name,
                asset=item.asset,
                source=case.policy.source_of(area),
            )


RULE: Final = Rule(
    id=ID,
    title="A setting moves money by itself",
    why="What lends, refills or borrows by itself undoes the emptying of a wallet.",
    remedy="Switch it off before you empty the wallets.",
    messages={
        "lends": "Auto-earn is on for {asset}: it lends what comes into the wallet.",
        "borrows": "The setting {subject} lets the exchange borrow in your name.",
        "refills": "The setting {subject} fills a place again after you have emptied it.",
        "pays": "The setting {subject} pays rewards on what lies in a wallet; it locks nothing.",
    },
    judge=judge,
)
