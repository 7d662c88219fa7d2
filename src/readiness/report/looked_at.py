"""What was looked at, ready to be set in rows: each reason is said once."""

from typing import Final, NamedTuple

from readiness.domain.policy import Policy
from readiness.domain.report import Status
from readiness.domain.scope import MAIN
from readiness.language import clauses, listed, say
from readiness.report.document import Account
from readiness.report.labels import label
from readiness.report.sentences import area_title, in_scope
from readiness.report.wording import table as words

_ORDER: Final = (Status.HOLDING, Status.UNKNOWN, Status.MANUAL, Status.NOT_OPENED)
_UNPROVEN: Final = (Status.HOLDING, Status.UNKNOWN)
"""Before the key is accepted, what a person has to look at is not the point."""


class Row(NamedTuple):
    """Areas of one scope about which the same is to be said."""

    status: Status
    areas: str
    remark: str


def rows_of(account: Account, policy: Policy | None) -> list[Row]:
    """Everything that is not plainly clear, what stands in the way first."""
    statuses = _ORDER if account.key.read_only else _UNPROVEN
    return [row for status in statuses for row in _rows(account, status, policy)]


def _rows(account: Account, status: Status, policy: Policy | None) -> list[Row]:
    # Areas of one scope that share a reason share a row.
    alike: dict[tuple[str, str, str], list[str]] = {}
    for row in account.coverage:
        if row.status is status:
            counted = say(words.ITEMS, {"count": str(row.items)}) if row.items else ""
            day = str(row.confirmed_on or "")
            looked = say(words.CONFIRMED, {"day": day}) if day else ""
            remark = clauses((counted, row.reason or "", looked))
            key = (row.scope, remark, "" if row.reason else row.area)
            alike.setdefault(key, []).append(area_title(row.area, policy))
    return [
        Row(status, in_scope(listed(areas), label(scope)), remark)
        for (scope, remark, _), areas in alike.items()
    ]


def clear_sentences(account: Account, policy: Policy | None) -> list[str]:
    """The areas that were read to their end and are empty, one sentence for each scope."""
    clear: dict[str, list[str]] = {}
    for row in account.coverage:
        if row.status is Status.CLEAR:
            clear.setdefault(row.scope, []).append(area_title(row.area, policy))
    return [
        say(
            words.CLEAR if scope == MAIN else words.CLEAR_IN_SUB_ACCOUNT,
            {"scope": label(scope), "count": str(len(areas)), "areas": listed(areas)},
        )
        for scope, areas in clear.items()
    ]
