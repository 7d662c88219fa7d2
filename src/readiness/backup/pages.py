"""Reads the answer to one question page by page, and proves that it was the end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from readiness.backup.journal import Journal, Place
from readiness.backup.lines import identity_of, line_of, told_apart, without
from readiness.backup.questions import Question
from readiness.domain.answer import Cause, Reason
from readiness.exchanges.history import HistoryList, HistoryPaging, Onward
from readiness.exchanges.paging import Capped, CursorKind, Numbered, Pages, Single, Tokens
from readiness.exchanges.rows import rows_in, token_in, total_in
from readiness.gate.body import BadBodyError
from readiness.gate.failure import LookFailedError
from readiness.gate.session import Session
from readiness.language import message


@dataclass(frozen=True)
class Page:
    """One answer.

    Attributes:
        raw: its rows as they came.
        lines: the same as lines.
        total: how many rows there are said to be.
        clash: whether two different rows of it are one and the same to the catalogue.
        token: what asks for the next page, where the answer says that.
    """

    raw: tuple[Mapping[str, Any], ...]
    lines: tuple[bytes, ...]
    total: int
    clash: bool
    token: str = ""


@dataclass(frozen=True)
class Stuck:
    """There may be more, and no way to it: a sentence, and its values."""

    why: str
    values: tuple[tuple[str, str], ...] = ()


Step: TypeAlias = Place | Stuck


async def read(
    session: Session,
    entry: HistoryList,
    question: Question,
    journal: Journal,
    watch: Callable[[], None],
) -> Reason | None:
    """Read on from where the journal stands; why that went wrong, if it did."""
    key = question.key
    if isinstance(question.paging, Tokens) and journal.place(key).cursor:
        # What an earlier run was told need not be understood any more.
        journal.restart(key)
    while not (place := journal.place(key)).ended and not place.halved:
        if place.answers >= entry.most:
            why = Stuck(message("more than {most} pages"), (("most", str(entry.most)),))
            return _stuck(entry, key, journal, why)
        params = {**question.params, **_page_params(question.paging, place)}
        try:
            page = await session.ask(entry, params, _parser(entry, question.paging))
        except LookFailedError as error:
            return error.reason
        fresh = journal.fresh(key, page.lines)
        step = _next(question, page, place, len(fresh), journal.rows_of(key))
        if isinstance(step, Stuck):
            return _stuck(entry, key, journal, step)
        journal.add(key, () if step.halved else fresh, step)
        watch()
    return None


def _stuck(entry: HistoryList, key: str, journal: Journal, stuck: Stuck) -> Reason:
    """Its pages led nowhere: the next run begins this question anew."""
    journal.restart(key)
    return Reason(
        cause=Cause.PAGING, request=entry.id, text=stuck.why, values=stuck.values, attempts=1
    )


def _parser(entry: HistoryList, paging: HistoryPaging) -> Callable[[list[Any]], Page]:
    fields = {*entry.identity, *((entry.time,) if entry.time else ())}

    def parse(answer: list[Any]) -> Page:
        rows = rows_in(answer, entry)
        for row in rows:
            if not isinstance(row, dict):
                raise BadBodyError(message("a row that is no object"))
            missing = sorted(fields - row.keys())
            if missing:
                raise BadBodyError(message("a row of another shape: no {field}"), field=missing[0])
        try:
            rows = [without(row, entry.left_out) for row in rows]
            lines = tuple(map(line_of, rows))
            lines = lines if entry.identity else told_apart(lines)
        except RecursionError:
            raise BadBodyError(message("nested deeper than any row is")) from None
        different = dict(zip(lines, rows, strict=True))
        identities = {identity_of(row, line, entry.identity) for line, row in different.items()}
        clash = len(identities) < len(different)
        token = token_in(answer, paging) if isinstance(paging, Tokens) else ""
        return Page(tuple(rows), lines, total_in(answer, entry), clash, token)

    return parse


def _page_params(paging: HistoryPaging, place: Place) -> dict[str, str]:
    """What a page is asked for with."""
    match paging:
        case Single():
            return {}
        case Capped(size=size, size_parameter=name):
            return {name: str(size)} if name else {}
        case Pages() | Numbered() | Onward() | Tokens():
            first = "" if isinstance(paging, Pages) else str(paging.first)
            sent = {
                paging.size_parameter: str(paging.size) if paging.size else "",
                paging.parameter: place.cursor or first,
            }
            return {name: value for name, value in sent.items() if name and value}


def _next(question: Question, page: Page, place: Place, fresh: int, known: int) -> Step:
    """Where the rest is, or that there is none."""
    paging, rows = question.paging, len(page.raw)
    now = replace(
        place,
        answers=place.answers + 1,
        total=max(place.total, page.total),
        clash=page.clash,
    )
    short = Stuck(
        message("rows: {rows}; stated: {stated}"),
        (("rows", str(known + fresh)), ("stated", str(now.total))),
    )
    match paging:
        case Capped(size=size) if rows >= size or page.total > rows:
            wide = question.span is not None and question.span[1] > question.span[0]
            return (
                replace(now, halved=True)
                if wide
                else Stuck(message("a full answer, and no next one"))
            )
        case Single() | Capped():
            return replace(now, ended=True) if known + fresh >= now.total else short
        case Tokens():
            again = page.token == place.cursor or (page.raw and not fresh)
            if page.token and again:
                return Stuck(message("the same page again and again"))
            if page.token:
                return replace(now, cursor=page.token)  # also of an empty page: not the last
            return replace(now, ended=True) if known + fresh >= now.total else short
    now = replace(
        now,
        largest=max(place.largest, rows),
        short=rows < paging.size,
        capped=place.capped or (place.short and fresh > 0),
    )
    if fresh:
        cursor = _cursor(page.raw, paging, now.answers)
        return (
            replace(now, cursor=cursor)
            if cursor
            else Stuck(message("a row without a readable cursor"))
        )
    if _repeats(paging, rows, now):
        return Stuck(message("the same page again and again"))
    return replace(now, ended=True) if known >= now.total else short


def _repeats(paging: Pages | Numbered | Onward, rows: int, place: Place) -> bool:
    """Whether a page that brings nothing new leaves open what comes after it.

    A number is asked for once: rows that come again show that it was not obeyed. A moment is
    asked for again, and its rows may come again, unless they fill a page.
    """
    if not isinstance(paging, Numbered) and paging.kind is CursorKind.ID:
        return rows > 0
    return rows >= (place.largest if place.capped else paging.size)


def _cursor(rows: Sequence[Mapping[str, Any]], paging: HistoryPaging, answers: int) -> str:
    """Where the next page begins; empty where the rows do not tell."""
    match paging:
        case Numbered(first=first, step=step):
            return str(first + answers * step)
        case Pages(field=field, kind=kind):
            return _beyond(rows, field, oldest=True, by=1 if kind is CursorKind.TIME else 0)
        case Onward(field=field, kind=kind):
            return _beyond(rows, field, oldest=False, by=0 if kind is CursorKind.TIME else 1)
        case _:
            return ""


def _beyond(rows: Sequence[Mapping[str, Any]], field: str, *, oldest: bool, by: int) -> str:
    """The cursor of the row at the far end of a page.

    A time is asked for again, so that rows of one moment are not lost between two pages.
    """
    texts = [_text(row.get(field)) for row in rows]
    if all(text.isascii() and text.isdigit() for text in texts):
        numbers = [int(text) for text in texts]
        return str((min(numbers) if oldest else max(numbers)) + by)
    return "" if by or not all(texts) else texts[-1]


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
