"""What the rules about money share: telling a holding as a finding."""

from collections.abc import Callable, Iterator

from readiness.domain.amount import Exact, Unreadable
from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Holding, Nature
from readiness.rules.interface import Case

UNNAMED = "(unnamed)"

_PLAIN = frozenset({Nature.OWN, Nature.EARN, Nature.ACROSS})
"""Natures that their area already tells; the others are told apart from the wallet's own money."""


def find_holdings(
    case: Case, rule: str, nature: Nature, *, severity: Severity = Severity.BLOCKER
) -> Iterator[Finding]:
    """One finding for every holding of one nature."""
    for area, scope, item in case.snapshot.items():
        if not isinstance(item, Holding) or item.nature is not nature:
            continue
        yield Finding(
            rule=rule,
            variant=variant_of(item),
            severity=Severity.BLOCKER if isinstance(item.amount, Unreadable) else severity,
            area=area,
            scope=scope,
            subject=_subject(item),
            asset=item.asset,
            amount=item.amount,
            value_usd=item.value_usd,
            facts=(*_amount_facts(item), *item.details),
            source=case.policy.source_of(area),
            clears_at=item.clears_at,
        )


def _subject(item: Holding) -> str:
    name = item.asset or UNNAMED
    told_apart = "" if item.nature in _PLAIN else item.nature.value
    return ":".join(filter(None, (name, told_apart, item.id)))


def variant_of(item: Holding) -> str:
    """Which sentence fits a holding."""
    match item.amount, item.frozen:
        case Unreadable(), _:
            return "unreadable"
        case Exact(), Exact(value=frozen) if frozen != 0:
            return "frozen"
        case Exact(), Unreadable():
            return "frozen"
        case _:
            return "default"


def _amount_facts(item: Holding) -> Iterator[tuple[str, str]]:
    if isinstance(item.amount, Unreadable):
        yield "raw", item.amount.raw
    if isinstance(item.frozen, Exact):
        yield "frozen", f"{item.frozen.value:f}"
    else:
        yield "frozen", item.frozen.raw if isinstance(item.frozen, Unreadable) else ""


def holding_judge(
    rule: str, nature: Nature, *, severity: Severity = Severity.BLOCKER
) -> Callable[[Case], Iterator[Finding]]:
    """The judge of a rule about one nature of money."""

    def judge(case: Case) -> Iterator[Finding]:
        return find_holdings(case, rule, nature, severity=severity)

    return judge
