"""What was looked at: clear areas in one line, everything else with its reason."""

from collections.abc import Sequence
from typing import Final

from readiness.domain.policy import Policy
from readiness.domain.report import Status
from readiness.domain.scope import MAIN
from readiness.language import say, translate
from readiness.report.document import Account, Coverage
from readiness.report.labels import label
from readiness.report.paper import Paper
from readiness.report.sentences import area_title, in_scope
from readiness.report.wording import table as words

_STYLES: Final = {
    Status.HOLDING: "red",
    Status.UNKNOWN: "yellow",
    Status.MANUAL: "cyan",
    Status.NOT_OPENED: "green",
}
_ORDER: Final = (Status.HOLDING, Status.UNKNOWN, Status.MANUAL, Status.NOT_OPENED)


def write_coverage(paper: Paper, account: Account, policy: Policy | None) -> None:
    """Write the coverage of one account."""
    paper.blank()
    paper.line(translate(words.COVERAGE), "bold")
    coverage = account.coverage
    # Before the key is accepted, what a person has to look at is not the point.
    statuses = _ORDER if account.key.read_only else (Status.HOLDING, Status.UNKNOWN)
    rows = [
        ((translate(words.STATUS_WORDS[status]), _STYLES[status]), name, remark)
        for status in statuses
        for name, remark in _rows_of(coverage, status, policy)
    ]
    if rows:
        paper.rows(rows)
    _clear(paper, coverage, policy)


def _rows_of(
    coverage: Sequence[Coverage], status: Status, policy: Policy | None
) -> list[tuple[str, str]]:
    # Areas of one scope that share a reason share a row: it is said once.
    alike: dict[tuple[str, str, str], list[str]] = {}
    for row in coverage:
        if row.status is status:
            counted = say(words.ITEMS, {"count": str(row.items)}) if row.items else ""
            day = str(row.confirmed_on or "")
            looked = say(words.CONFIRMED, {"day": day}) if day else ""
            remark = "; ".join(part for part in (counted, row.reason or "", looked) if part)
            key = (row.scope, remark, "" if row.reason else row.area)
            alike.setdefault(key, []).append(area_title(row.area, policy))
    return [
        (in_scope(", ".join(areas), label(scope)), remark)
        for (scope, remark, _), areas in alike.items()
    ]


def _clear(paper: Paper, coverage: Sequence[Coverage], policy: Policy | None) -> None:
    scopes = dict.fromkeys(row.scope for row in coverage)
    for scope in scopes:
        areas = [
            area_title(row.area, policy)
            for row in coverage
            if row.scope == scope and row.status is Status.CLEAR
        ]
        if areas:
            sentence = words.CLEAR if scope == MAIN else words.CLEAR_IN_SUB_ACCOUNT
            listed = {"scope": label(scope), "count": str(len(areas)), "areas": ", ".join(areas)}
            paper.line(say(sentence, listed), "green", indent=2)
