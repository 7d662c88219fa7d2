"""What came of one list, and what that means for the whole backup."""

from collections.abc import Sequence
from typing import Final

from readiness.backup.manifest import ListRecord, ListStatus, Missing
from readiness.domain.answer import Cause, Reason
from readiness.domain.policy import Outcome, Policy
from readiness.exchanges.catalogue import Catalogue, Traits
from readiness.exchanges.history import Beginning, Everything, HistoryList, LastDays, Since
from readiness.language import clauses, say, translate
from readiness.report.sentences import reason_text

_MEANS: Final = {
    Outcome.NOT_OPENED: ListStatus.NOT_OPENED,
    Outcome.MANUAL: ListStatus.REFUSED,
    Outcome.UNKNOWN: ListStatus.INCOMPLETE,
}
_SAID_BY_THE_EXCHANGE: Final = (Cause.EXCHANGE_CODE, Cause.HTTP_STATUS)


def status_of(reasons: Sequence[Reason], traits: Traits, policy: Policy, rows: int) -> ListStatus:
    """What the failures of a list make of it."""
    found = {_meaning(reason, traits, policy) for reason in reasons}
    if not found or (found == {ListStatus.NOT_OPENED} and rows):
        return ListStatus.COMPLETE
    for worst in (ListStatus.INCOMPLETE, ListStatus.REFUSED):
        if worst in found:
            return worst
    return ListStatus.NOT_OPENED


def _meaning(reason: Reason, traits: Traits, policy: Policy) -> ListStatus:
    listed = policy.fallback(reason.request, reason.code, traits)
    if listed is None or reason.cause not in _SAID_BY_THE_EXCHANGE:
        return ListStatus.INCOMPLETE
    status = _MEANS[listed.outcome]
    proved = reason.cause is Cause.EXCHANGE_CODE or status is not ListStatus.NOT_OPENED
    return status if proved else ListStatus.INCOMPLETE


def text_of(reasons: Sequence[Reason], policy: Policy) -> str | None:
    """The failures of a list in words, each once."""
    return clauses(dict.fromkeys(reason_text(each, policy) for each in reasons)) or None


def hinders(record: ListRecord, entry: HistoryList | None) -> bool:
    """Whether a list keeps the backup from being complete, also one that is not asked any more."""
    if record.status is ListStatus.REFUSED:
        return entry is None or not entry.for_few
    return record.status in (ListStatus.PENDING, ListStatus.INCOMPLETE)


def not_available(
    catalogue: Catalogue, entries: Sequence[HistoryList], records: Sequence[ListRecord]
) -> tuple[Missing, ...]:
    """What the API cannot give: what is older than it shows, what it refuses, what it has not."""
    refused = {each.request: each for each in records if each.status is ListStatus.REFUSED}
    of_lists = [
        Missing(
            what=translate(entry.purpose),
            why=refused[entry.id].reason
            or translate("the exchange does not show it to this account"),
            where=translate(entry.elsewhere),
        )
        if entry.id in refused
        else _older(entry)
        for entry in entries
        if entry.elsewhere
    ]
    never = [
        Missing(what=translate(e.what), why=translate(e.why), where=translate(e.where))
        for e in catalogue.not_available
    ]
    return tuple(dict.fromkeys((*never, *filter(None, of_lists))))


def _older(entry: HistoryList) -> Missing | None:
    """What is older than a list shows; ``None`` where it shows everything."""
    match entry.reach:
        case Everything() | Beginning():
            return None
        case LastDays(days=days):
            return Missing(
                what=say(
                    "{list}, older than {days} days", list=translate(entry.purpose), days=days
                ),
                why=say(
                    "{request} shows the last {days} days and nothing else",
                    request=entry.id,
                    days=days,
                ),
                where=translate(entry.elsewhere),
            )
        case Since(day=day):
            return Missing(
                what=say("{list}, before {day}", list=translate(entry.purpose), day=day),
                why=say(
                    "{request} shows what is since {day} and nothing else",
                    request=entry.id,
                    day=day,
                ),
                where=translate(entry.elsewhere),
            )
