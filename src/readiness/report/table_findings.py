"""The findings of one account, under headings that say what to do."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from readiness.domain.area import confirm_item
from readiness.domain.finding import Severity
from readiness.domain.policy import Policy
from readiness.language import say, translate
from readiness.report.alike import merged, reasons_of
from readiness.report.document import Account, Acknowledged, Finding
from readiness.report.groups import MONEY, by_action
from readiness.report.labels import label
from readiness.report.numbers import dollars
from readiness.report.paper import Paper
from readiness.report.sentences import area_title, in_scope, place_text
from readiness.report.wording import table as words
from readiness.report.wording.actions import ACTION_TITLES, Action

_MOST: Final = 50
"""Findings shown of one kind: thousands of alike orders would bury everything else."""
_LONGEST_FINGERPRINT: Final = 300
_NO_PLACE: Final = ("account.", "sub-accounts")
"""Areas that are no place one could go to."""
_MERGED: Final = frozenset({Action.COULD_NOT_LOOK, Action.ASK_A_PERSON})
_DATED: Final = frozenset({Severity.BLOCKER, Severity.UNKNOWN})
"""What says since when it is there; what a person has to look at has always been there."""

_STYLES: Final = {
    Action.COULD_NOT_LOOK: "yellow",
    Action.ASK_A_PERSON: "cyan",
    Action.NOTICE: "dim",
    Action.SETTLED: "dim",
}


def write_findings(paper: Paper, account: Account, policy: Policy | None, day: date) -> None:
    """Write all findings, grouped by action, remedy and place.

    Args:
        paper: where to.
        account: whose.
        policy: what is known of its exchange.
        day: the day of the report; what is there longer says since when.
    """
    reasons = reasons_of(account)
    proven = account.key.read_only is True
    for action, blocks in by_action(account.findings).items():
        count = sum(len(group) for block in blocks for group in block.places.values())
        paper.blank()
        style = f"bold {_STYLES.get(action, 'red')}"
        paper.line(f"{translate(ACTION_TITLES[action])} ({count})", style)
        if action is Action.ASK_A_PERSON and not proven:
            paper.line(translate(words.AFTER_THE_KEY), indent=2)
            continue
        for block in blocks:
            if block.remedy and action is not Action.SETTLED:
                paper.line(block.remedy, indent=2)
            for where, group in block.places.items():
                single = _merge(paper, group, reasons, policy) if action in _MERGED else group
                _list(paper, single, policy, day)
                if where and action is not Action.SETTLED:
                    paper.bullet(where, mark="→")


def _list(paper: Paper, findings: Sequence[Finding], policy: Policy | None, day: date) -> None:
    for finding in findings[:_MOST]:
        _finding(paper, finding, policy, day)
    if len(findings) > _MOST:
        paper.bullet(say(words.MORE, {"count": str(len(findings) - _MOST)}))


def _merge(
    paper: Paper,
    findings: Sequence[Finding],
    reasons: Mapping[tuple[str, str], str],
    policy: Policy | None,
) -> list[Finding]:
    """Write areas of one scope that share a reason as one point; return all other findings."""
    alike, rest = merged(findings, reasons)
    for group in alike:
        areas = ", ".join(area_title(finding.area, policy) for finding in group.findings)
        paper.bullet(f"{in_scope(areas, label(group.scope))}: {group.reason}")
        if group.findings[0].severity is Severity.CONFIRM:
            items = '", "'.join(confirm_item(finding.area) for finding in group.findings)
            paper.line(say(words.CONFIRM_ITEM, {"item": items}), "dim", indent=4)
    return rest


def _finding(paper: Paper, finding: Finding, policy: Policy | None, day: date) -> None:
    paper.bullet(finding.message)
    facts = [fact for fact in _facts(finding, policy) if fact not in finding.message]
    if finding.severity in _DATED and finding.first_seen and finding.first_seen.date() < day:
        facts.append(say(words.SINCE, {"day": str(finding.first_seen.date())}))
    if facts:
        paper.line(", ".join(facts), indent=4)
    for note in _notes(finding):
        paper.line(note, "dim", indent=4)


def _facts(finding: Finding, policy: Policy | None) -> list[str]:
    """Amount, value and place: what the sentence has not said already is added."""
    facts: list[str] = []
    asset = label(finding.asset or "")
    if finding.amount is not None:
        facts.append(f"{finding.amount} {asset}".strip())
    if finding.value_usd is not None:
        facts.append(dollars(Decimal(finding.value_usd)))
    elif finding.amount is not None and finding.area.startswith(MONEY):
        facts.append(translate(words.NOT_PRICED))
    if not finding.area.startswith(_NO_PLACE):
        facts.append(place_text(finding.area, label(finding.scope), policy))
    return facts


def _accepted(accepted: Acknowledged) -> str:
    values = {
        "until": str(accepted.until),
        "up_to": accepted.up_to or "",
        "reason": label(accepted.reason),
    }
    return say(words.ACKNOWLEDGED_UP_TO if accepted.up_to else words.ACKNOWLEDGED, values)


def _notes(finding: Finding) -> list[str]:
    notes: list[str] = []
    if finding.clears_at is not None:
        when = f"{finding.clears_at:%Y-%m-%d %H:%M} UTC"
        notes.append(say(words.CLEARS_AT, {"when": when}))
    if finding.acknowledged is not None:
        notes.append(_accepted(finding.acknowledged))
    elif finding.severity is Severity.CONFIRM:
        notes.append(say(words.CONFIRM_ITEM, {"item": confirm_item(finding.area)}))
    # Also the id of an accepted one: it takes that to renew or to remove the entry.
    if finding.severity is Severity.BLOCKER:
        shown = finding.fingerprint
        if len(shown) <= _LONGEST_FINGERPRINT:
            notes.append(say(words.FINGERPRINT, {"fingerprint": shown}))
    return notes
