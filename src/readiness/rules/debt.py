"""Rule: something is owed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.amount import Exact, NotStated, Unreadable, total
from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Debt
from readiness.domain.scope import Scope
from readiness.rules.holdings import UNNAMED
from readiness.rules.interface import Case, Rule
from readiness.rules.open_order import size_text

ID: Final = "debt"
AnyAmount = Exact | NotStated | Unreadable


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every asset that is owed, in each area and scope.

    A total that names no asset is one of its own: it may be more than the named debts.
    """
    debts: dict[tuple[str, Scope], dict[str, list[Debt]]] = defaultdict(lambda: defaultdict(list))
    for area, scope, item in case.snapshot.items():
        if isinstance(item, Debt):
            debts[area, scope][item.asset].append(item)
    for (area, scope), by_asset in debts.items():
        for asset, owed in by_asset.items():
            amount = _largest_view(owed, "amount")
            yield Finding(
                rule=ID,
                variant=_variant(asset, amount),
                severity=Severity.BLOCKER,
                area=area,
                scope=scope,
                subject=asset or UNNAMED,
                asset=asset,
                amount=amount,
                value_usd=_largest_view(owed, "value_usd"),
                facts=(
                    ("interest", size_text(_largest_view(owed, "interest"))),
                    ("raw", amount.raw if isinstance(amount, Unreadable) else ""),
                    *owed[0].details,
                ),
                source=case.policy.source_of(area),
            )


def _variant(asset: str, amount: AnyAmount) -> str:
    if isinstance(amount, Unreadable):
        return "unreadable"
    return "default" if asset else "unnamed"


def _largest_view(debts: Sequence[Debt], field: str) -> AnyAmount:
    """Several views tell the same debts again: each adds up for itself, the largest counts."""
    views: dict[str, list[AnyAmount]] = defaultdict(list)
    for debt in debts:
        views[debt.view].append(getattr(debt, field))
    sums = [total(amounts) for amounts in views.values()]
    unreadable = [amount for amount in sums if isinstance(amount, Unreadable)]
    exact = [amount for amount in sums if isinstance(amount, Exact)]
    if unreadable:
        return unreadable[0]
    return max(exact, key=lambda amount: amount.value) if exact else NotStated()


RULE: Final = Rule(
    id=ID,
    title="Something is owed",
    why=(
        "A debt keeps collateral locked and grows by interest every hour; an account in debt is "
        "not closed."
    ),
    remedy="Repay principal and interest; more interest can appear an hour later, so scan again.",
    messages={
        "default": "{amount} {asset} is owed in {place}.",
        "unnamed": "A debt worth {value_usd} USD is shown in {place}, without saying in what.",
        "unreadable": "A debt in {asset} has an amount that cannot be read: {raw!r}.",
    },
    judge=judge,
)
