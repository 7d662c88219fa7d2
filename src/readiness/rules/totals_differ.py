"""Rule: the exchange's own totals or obstacles show more than was found."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.amount import NotStated
from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Discrepancy, Eligibility
from readiness.rules.interface import Case, Rule

ID: Final = "totals-differ"


_ANYTHING: Final = "a product that this tool does not know"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every place with unexplained value, and every unexplained obstacle."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, Discrepancy):
            wallets = (entry for entry in case.policy.wallets if entry.place == item.subject)
            wallet = next(wallets, None)
            yield Finding(
                rule=ID,
                variant="obstacle" if isinstance(item.value_usd, NotStated) else "value",
                severity=Severity.UNKNOWN,
                area=area,
                scope=scope,
                subject=item.subject,
                value_usd=item.value_usd,
                facts=(("could_be", wallet.could_be if wallet else _ANYTHING),),
                source=case.policy.source_of(area),
            )
        elif isinstance(item, Eligibility):
            yield Finding(
                rule=ID,
                variant="notice",
                severity=Severity.NOTICE,
                area=area,
                scope=scope,
                subject=item.type,
                source=case.policy.source_of(area),
            )


RULE: Final = Rule(
    id=ID,
    title="The exchange's own totals show more than was found",
    why=(
        "Some products have no list in the API and show only in a total. Value that nobody can "
        "place is lost with the account."
    ),
    remedy="Look through these products in the app, clear what is there, and scan again.",
    messages={
        "value": (
            "The exchange's own total of {subject} is {value_usd} USD more than was found. "
            "It can be: {could_be}."
        ),
        "obstacle": "The exchange's own pre-check names {subject}, and nothing of it was found.",
        "notice": (
            "The exchange's pre-check names {subject}: it speaks of a change of account mode, "
            "not of closing."
        ),
    },
    judge=judge,
)
