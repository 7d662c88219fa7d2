"""The findings of one account, by what to do about them."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from readiness.domain.area import confirm_item
from readiness.domain.finding import Severity
from readiness.domain.policy import Policy
from readiness.language import explained, listed, say, translate
from readiness.report.alike import Alike, merged, reasons_of
from readiness.report.document import Account, Finding
from readiness.report.facts import MOST, clears_text, facts, name_to_copy, notes
from readiness.report.groups import Block, by_action
from readiness.report.labels import label
from readiness.report.markdown.page import Name, Page, Part
from readiness.report.sentences import area_title, in_scope
from readiness.report.wording import markdown as words
from readiness.report.wording import table
from readiness.report.wording.actions import ACTION_TITLES, Action

_MERGED: Final = frozenset({Action.COULD_NOT_LOOK, Action.ASK_A_PERSON})
_COLUMNS: Final = (words.WHAT, words.DETAILS, words.ID)


def write_findings(page: Page, account: Account, policy: Policy | None, day: date) -> None:
    """Write all findings of an account.

    Args:
        page: where to.
        account: whose.
        policy: what is known of its exchange.
        day: the day of the report; what is there longer says since when.
    """
    for action, blocks in by_action(account.findings).items():
        count = sum(len(group) for block in blocks for group in block.places.values())
        title = translate(ACTION_TITLES[action])
        page.heading(3, say(table.HEADING, title=title, count=str(count)))
        if action is Action.ASK_A_PERSON and account.key.read_only is not True:
            page.paragraph(translate(table.AFTER_THE_KEY))
            continue
        for block in blocks:
            _block(page, action, block, account, policy, day)


def _block(
    page: Page, action: Action, block: Block, account: Account, policy: Policy | None, day: date
) -> None:
    if block.remedy and action is not Action.SETTLED:
        page.paragraph(block.remedy)
    for where, group in block.places.items():
        alike, rest = merged(group, reasons_of(account)) if action in _MERGED else ([], group)
        rows = [*(_shared(each, policy) for each in alike), *(_row(f, policy, day) for f in rest)]
        page.table([translate(column) for column in _COLUMNS], rows[:MOST])
        if len(rows) > MOST:
            page.paragraph(say(words.MORE, {"count": str(len(rows) - MOST)}))
        if where and action is not Action.SETTLED:
            page.point(where)


def _shared(alike: Alike, policy: Policy | None) -> Sequence[Sequence[Part]]:
    """Areas of one scope that share a reason, in one row."""
    areas = listed(area_title(finding.area, policy) for finding in alike.findings)
    what = explained(in_scope(areas, label(alike.scope)), alike.reason)
    asked = [each for each in alike.findings if each.severity is Severity.CONFIRM]
    return [what], [], [Name(confirm_item(finding.area)) for finding in asked]


def _row(finding: Finding, policy: Policy | None, day: date) -> Sequence[Sequence[Part]]:
    asked = finding.severity is Severity.CONFIRM and finding.acknowledged is None
    name = confirm_item(finding.area) if asked else name_to_copy(finding)
    told = filter(None, [clears_text(finding)]) if asked else notes(finding)
    details = [*facts(finding, policy, day), *told]
    return [finding.message], details, [Name(name)] if name else []
