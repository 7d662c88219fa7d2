"""How much a step is about."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Amount, Exact, NotStated, Unreadable, total
from readiness.domain.finding import Finding
from readiness.plan.model import Sum

_MONEY: Final = ("wallet.", "earn.", "loans.")
"""Beginnings of the areas in which there is money, or what is owed."""


def sums_of(findings: Iterable[Finding]) -> tuple[Sum, ...]:
    """The amounts of findings, those of one asset added up, the largest value first.

    An amount that cannot be read stands for itself: it must not swallow the others.
    """
    parts: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if _says_how_much(finding):
            raw = finding.amount.raw if isinstance(finding.amount, Unreadable) else ""
            parts[finding.asset, raw].append(finding)
    sums = [_sum(asset, same) for (asset, _), same in parts.items()]
    return tuple(sorted(sums, key=_largest_first))


def value_of(sums: Iterable[Sum]) -> Exact | NotStated:
    """What sums are worth, as far as they have prices."""
    worth = total(part.value_usd for part in sums if isinstance(part.value_usd, Exact))
    return worth if isinstance(worth, Exact) else NotStated()


def _says_how_much(finding: Finding) -> bool:
    """Whether it tells of money: a position's size is none, and a setting has no amount."""
    in_a_place = finding.area.startswith(_MONEY)
    stated = not (
        isinstance(finding.amount, NotStated) and isinstance(finding.value_usd, NotStated)
    )
    if finding.asset:
        return stated or in_a_place
    return stated and in_a_place


def _sum(asset: str, findings: Sequence[Finding]) -> Sum:
    amount: Amount = total(finding.amount for finding in findings)
    priced = [f.value_usd for f in findings if isinstance(f.value_usd, Exact)]
    return Sum(asset=asset, amount=amount, value_usd=total(priced))


def _largest_first(part: Sum) -> tuple[Decimal, str, str]:
    worth = part.value_usd.value if isinstance(part.value_usd, Exact) else Decimal(0)
    return -worth, part.asset, repr(part.amount)
