"""Sorts findings by what to do about them, in the order in which to do it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from readiness.domain.finding import Severity
from readiness.report.document import Finding
from readiness.report.wording.actions import BLOCKER_ACTIONS, RULE_ACTIONS, Action

_BY_SEVERITY: Final = {
    Severity.UNKNOWN: Action.COULD_NOT_LOOK,
    Severity.CONFIRM: Action.ASK_A_PERSON,
    Severity.NOTICE: Action.NOTICE,
}
MONEY: Final = ("wallet.", "earn.")
"""Beginnings of the areas that hold money, as against orders, debts and settings."""


def action_of(finding: Finding) -> Action:
    """What a finding asks the reader to do."""
    if finding.acknowledged is not None:
        return Action.SETTLED
    if finding.rule in RULE_ACTIONS:
        return RULE_ACTIONS[finding.rule]
    if finding.severity in _BY_SEVERITY:
        return _BY_SEVERITY[finding.severity]
    for beginning, action in BLOCKER_ACTIONS:
        if finding.area.startswith(beginning):
            return action
    return Action.CLEAR


@dataclass(frozen=True)
class Block:
    """Findings that are cleared in the same way: what to do, and which of them where."""

    remedy: str
    places: dict[str, list[Finding]] = field(default_factory=dict)


def by_action(findings: Iterable[Finding]) -> dict[Action, list[Block]]:
    """Findings by action, within one action by remedy, and within that by place."""
    groups: dict[Action, dict[str, Block]] = {action: {} for action in Action}
    for finding in findings:
        where = finding.where or ""
        remedy = finding.remedy.removesuffix(where).rstrip()
        block = groups[action_of(finding)].setdefault(remedy, Block(remedy))
        block.places.setdefault(where, []).append(finding)
    return {action: list(blocks.values()) for action, blocks in groups.items() if blocks}


def money(findings: Iterable[Finding]) -> tuple[Decimal, int]:
    """What the money that stands in the way is worth, and how many parts have no price."""
    parts = [
        finding
        for finding in findings
        if finding.severity is Severity.BLOCKER
        and finding.area.startswith(MONEY)
        and (finding.amount is not None or finding.raw is not None)
    ]
    priced = [Decimal(part.value_usd) for part in parts if part.value_usd is not None]
    return sum(priced, Decimal(0)), len(parts) - len(priced)
