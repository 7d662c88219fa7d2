"""Which time a list is asked about, and which time its rows cover."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from readiness.backup.journal import Round
from readiness.backup.manifest import ListRecord, ListStatus, Range
from readiness.backup.questions import beginning, resettled
from readiness.exchanges.history import HistoryList


def first_round(entry: HistoryList, earlier: ListRecord | None, now_ms: int) -> Round:
    """What to ask about: all that the exchange shows, or what has come since the last time."""
    start = beginning(entry, now_ms)
    ranges = () if earlier is None or earlier.status is ListStatus.PENDING else earlier.ranges
    if ranges and entry.spans and entry.each is None and start is not None:
        end = int(ranges[-1].end.timestamp() * 1000)
        start = max(start, min(resettled(entry.spans, end), now_ms))
    return Round(start, now_ms)


def reaches_back(asked: Round, wanted: Round) -> bool:
    """Whether a round that was begun asks about everything that is wanted now."""
    if wanted.start is None or asked.start is None:
        return asked.start is None
    return asked.start <= wanted.start


def still_shown(entry: HistoryList, asked: Round, now_ms: int) -> Round:
    """What of a round is still shown: one that was begun long ago may reach back too far."""
    first = beginning(entry, now_ms)
    if asked.start is None or first is None:
        return asked
    return Round(min(max(asked.start, first), asked.end), asked.end)


def covered(asked: Round) -> Range:
    """The range that was read to its end once a round is complete."""
    start = None if asked.start is None else _moment(asked.start)
    return Range.model_validate({"from": start, "to": _moment(asked.end)})


def _moment(milliseconds: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)


def joined(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Ranges that touch as one, oldest first."""
    first = datetime.min.replace(tzinfo=UTC)
    found: list[Range] = []
    for each in sorted(ranges, key=lambda each: each.start or first):
        if found and (each.start or first) <= found[-1].end:
            end = max(found[-1].end, each.end)
            found[-1] = found[-1].model_copy(update={"end": end})
        else:
            found.append(each)
    return tuple(found)
