"""Rule: a position is open, or an empty one still keeps margin."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.amount import is_nothing
from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Position
from readiness.rules.holdings import UNNAMED
from readiness.rules.interface import Case, Rule
from readiness.rules.open_order import size_text

ID: Final = "open-position"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every position."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, Position):
            empty = is_nothing(item.size)
            yield Finding(
                rule=ID,
                variant="margin-left" if empty else "default",
                severity=Severity.BLOCKER,
                area=area,
                scope=scope,
                subject=item.id or item.instrument or UNNAMED,
                asset=item.margin_asset if empty else "",
                amount=item.margin if empty else item.size,
                value_usd=item.value_usd,
                facts=(
                    ("instrument", item.instrument),
                    ("side", item.side),
                    ("size", size_text(item.size)),
                    ("margin", size_text(item.margin)),
                    ("margin_asset", item.margin_asset),
                    *item.details,
                ),
                source=case.policy.source_of(area),
            )


RULE: Final = Rule(
    id=ID,
    title="A position is open",
    why="An open position binds margin, earns or costs money every hour, and can be liquidated.",
    remedy="Close the position. Margin that stays in an empty one has to be taken out by hand.",
    messages={
        "default": "A position is open: {side} {size} {instrument}.",
        "margin-left": "An empty position in {instrument} still keeps {margin} {margin_asset}.",
    },
    judge=judge,
)
