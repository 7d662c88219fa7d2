"""Rule: a trading bot has not ended."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Bot
from readiness.rules.holdings import UNNAMED
from readiness.rules.interface import Case, Rule
from readiness.rules.open_order import size_text

ID: Final = "running-bot"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every bot in a list of bots that have not ended."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, Bot):
            yield Finding(
                rule=ID,
                severity=Severity.BLOCKER,
                area=area,
                scope=scope,
                subject=item.id or UNNAMED,
                facts=(
                    ("bot_type", item.bot_type),
                    ("instrument", item.instrument),
                    ("state", item.state),
                    ("invested", " ".join(filter(None, (size_text(item.invested), item.asset)))),
                    *item.details,
                ),
                source=case.policy.source_of(area),
            )


RULE: Final = Rule(
    id=ID,
    title="A trading bot has not ended",
    why=(
        "A bot trades by itself and fills a wallet that was just emptied. A stopped bot can keep a "
        "position, and profit shares and fees can still move money."
    ),
    remedy="Stop the bot and let it close what it holds; a paused one has to be stopped as well.",
    messages={"default": "A bot is there: {bot_type} {instrument} ({state})."},
    judge=judge,
)
