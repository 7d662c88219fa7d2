"""Rule: an order can still be filled or triggered."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Order
from readiness.rules.holdings import UNNAMED
from readiness.rules.interface import Case, Rule

ID: Final = "open-order"


def size_text(size: Exact | NotStated | Unreadable) -> str:
    """A size for a sentence; empty when there is none."""
    if isinstance(size, Exact):
        return f"{size.value:f}"
    return size.raw if isinstance(size, Unreadable) else ""


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every order."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, Order):
            yield Finding(
                rule=ID,
                severity=Severity.BLOCKER,
                area=area,
                scope=scope,
                subject=item.id or UNNAMED,
                facts=(
                    ("order_type", item.order_type),
                    ("instrument", item.instrument),
                    ("side", item.side),
                    ("size", size_text(item.size)),
                    ("state", item.state),
                    *item.details,
                ),
                source=case.policy.source_of(area),
            )


RULE: Final = Rule(
    id=ID,
    title="An order is open",
    why=(
        "An open order freezes money and can bring new coins into a wallet that was already empty. "
        "Algo orders wait invisibly until they are triggered."
    ),
    remedy="Cancel the order.",
    messages={
        "default": "An order is open: {side} {size} {instrument} ({order_type}, {state}).",
    },
    judge=judge,
)
