"""The findings of one account, under headings that say what to do."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from readiness.domain.area import confirm_item
from readiness.domain.finding import Severity
from readiness.domain.policy import Policy
from readiness.language import explained, listed, say, translate
from readiness.report.alike import merged, reasons_of
from readiness.report.document import Account, Finding
from readiness.report.facts import MOST, facts, name_to_copy, notes
from readiness.report.groups import by_action
from readiness.report.labels import label
from readiness.report.paper import Paper
from readiness.report.sentences import area_title, in_scope
from readiness.report.wording import table as words
from readiness.report.wording.actions import ACTION_TITLES, Action

_FEWER: Final = {Action.NOTICE: 10}
"""How much of a kind is shown, where it is less than usual: notices must not bury what follows."""
_MERGED: Final = frozenset({Action.COULD_NOT_LOOK, Action.ASK_A_PERSON})
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
        title = translate(ACTION_TITLES[action])
        paper.line(say(words.HEADING, title=title, count=count), style)
        if action is Action.ASK_A_PERSON and not proven:
            paper.line(translate(words.AFTER_THE_KEY), indent=2)
            continue
        for block in blocks:
            if block.remedy and action is not Action.SETTLED:
                paper.line(block.remedy, indent=2)
            for where, group in block.places.items():
                single = _merge(paper, group, reasons, policy) if action in _MERGED else group
                _list(paper, single, policy, day, _FEWER.get(action, MOST))
                if where and action is not Action.SETTLED:
                    paper.bullet(where, mark="→")


def _list(
    paper: Paper, findings: Sequence[Finding], policy: Policy | None, day: date, most: int
) -> None:
    for finding in findings[:most]:
        _finding(paper, finding, policy, day)
    if len(findings) > most:
        paper.bullet(say(words.MORE, {"count": str(len(findings) - most)}))


def _merge(
    paper: Paper,
    findings: Sequence[Finding],
    reasons: Mapping[tuple[str, str], str],
    policy: Policy | None,
) -> list[Finding]:
    """Write areas of one scope that share a reason as one point; return all other findings."""
    alike, rest = merged(findings, reasons)
    for group in alike:
        areas = listed(area_title(finding.area, policy) for finding in group.findings)
        paper.bullet(explained(in_scope(areas, label(group.scope)), group.reason))
        if group.findings[0].severity is Severity.CONFIRM:
            items = '", "'.join(confirm_item(finding.area) for finding in group.findings)
            paper.line(say(words.CONFIRM_ITEM, {"item": items}), "dim", indent=4)
    return rest


def _finding(paper: Paper, finding: Finding, policy: Policy | None, day: date) -> None:
    paper.bullet(finding.message)
    if told := facts(finding, policy, day):
        paper.line(listed(told), indent=4)
    for note in notes(finding):
        paper.line(note, "dim", indent=4)
    if name := name_to_copy(finding):
        paper.line(say(words.FINGERPRINT, {"fingerprint": name}), "dim", indent=4)
