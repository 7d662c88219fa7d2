"""The questions that a list consists of: calls, names and spans of time."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from readiness.backup.journal import Round
from readiness.exchanges.catalogue import Call, Params, Traits
from readiness.exchanges.history import (
    Beginning,
    Everything,
    HistoryList,
    HistoryPaging,
    LastDays,
    Since,
    Spans,
)

_DAY_MS: Final = 86_400_000


@dataclass(frozen=True)
class Question:
    """One question, whose answer may have many pages.

    Attributes:
        params: its parameters, without those of paging.
        paging: how its answer is divided.
        span: the time that it is about (ms); ``None`` where it names none.
    """

    params: Params
    paging: HistoryPaging
    span: tuple[int, int] | None = None

    @property
    def key(self) -> str:
        """Its name in the journal."""
        return json.dumps(dict(self.params), sort_keys=True)


def beginning(entry: HistoryList, now_ms: int) -> int | None:
    """From when on the exchange shows a list (ms); ``None`` where it shows everything."""
    match entry.reach:
        case Everything():
            return None
        case LastDays(days=days):
            return now_ms - days * _DAY_MS
        case Since(day=day) | Beginning(day=day):
            return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def resettled(spans: Spans, end: int) -> int:
    """From when on a later backup has to ask again if the last one went up to ``end``."""
    return end - spans.settled_after * _DAY_MS


def questions(
    entry: HistoryList, traits: Traits, names: Iterable[Params], asked: Round
) -> Iterator[Question]:
    """All questions of a list, in the order in which they are asked."""
    names = tuple(names)
    for call in entry.calls:
        if call.applies(traits):
            for name in names:
                yield from _of_call(entry, call, {**call.params, **name}, asked)


def _of_call(entry: HistoryList, call: Call, params: Params, asked: Round) -> Iterator[Question]:
    paging = entry.paging_of(call)
    if entry.spans is None:
        yield Question(params, paging)
        return
    assert asked.start is not None  # noqa: S101 - the catalogue gives each such list a beginning
    for start, end in _spans(entry.spans, asked.start, asked.end):
        yield spanned(Question(params, paging), entry.spans, start, end)


def spanned(question: Question, spans: Spans, start: int, end: int) -> Question:
    """The same question about a span of time."""
    unit = spans.unit_ms
    # In a coarser unit a span begins and ends a little earlier and later, never the other way.
    params = {
        **question.params,
        spans.start: str(start // unit),
        spans.end: str(-(-end // unit)),
    }
    return Question(params, question.paging, (start, end))


def halves(question: Question, spans: Spans) -> tuple[Question, ...]:
    """A question about a span as two about its halves; none if it is too short for that."""
    start, end = question.span or (0, 0)
    if end - start < 1:
        return ()
    middle = (start + end) // 2
    # The moment between two halves belongs to one of them only: milliseconds are whole.
    return (
        spanned(question, spans, middle + 1, end),
        spanned(question, spans, start, middle),
    )


def _spans(spans: Spans, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Adjoining spans from new to old.

    A span is one millisecond shorter than the longest that may be asked for, since exchanges
    differ in whether that one is still allowed. Neighbours share the moment at which they
    touch: what happened in it must not fall between them.
    """
    length = int(spans.days * _DAY_MS) - 1
    while True:
        begin = max(end - length, start)
        yield begin, end
        if begin <= start:
            return
        end = begin
