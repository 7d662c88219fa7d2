"""Reads one call of a request to its end, page by page, and proves that it was the end."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from readiness.domain.answer import Cause, Evidence, Proof, Reason
from readiness.exchanges.catalogue import Call, Request, WireRow
from readiness.exchanges.paging import (
    Capped,
    CursorKind,
    Newest,
    Numbered,
    One,
    Pages,
    Paging,
    Single,
    Some,
    Tokens,
)
from readiness.exchanges.rows import Page, parser
from readiness.exchanges.windows import span_params
from readiness.gate.failure import LookFailedError
from readiness.gate.session import Session
from readiness.language import message


@dataclass(frozen=True)
class Read:
    """What a read brought.

    Attributes:
        rows: every row that was seen, also of a read that failed later.
        evidence: the proof that these are all rows; empty if it failed.
        reasons: why it failed; empty if it did not.
    """

    rows: tuple[WireRow, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()


async def read_call(
    session: Session, request: Request, call: Call, more_params: Mapping[str, str], now: datetime
) -> Read:
    """Read one call to its documented end, or as far as it goes."""
    params = {**call.params, **more_params}
    if request.windows is None:
        return await _read_span(session, request, call, params, now)
    spans = span_params(request.windows, session.exchange_ms())
    # One after the other, from new to old: a heavy request must not take the whole budget.
    reads = [await _read_span(session, request, call, {**params, **span}, now) for span in spans]
    since = datetime.fromtimestamp(int(spans[-1][request.windows.start]) // 1000, UTC)
    read = joined(reads)
    evidence = tuple(entry.model_copy(update={"since": since}) for entry in read.evidence)
    return Read(read.rows, evidence, read.reasons)


async def _read_span(
    session: Session, request: Request, call: Call, params: Mapping[str, str], now: datetime
) -> Read:
    try:
        return await _read_to_the_end(session, request, request.paging_of(call), params, now)
    except LookFailedError as error:
        return Read(reasons=(error.reason,))


async def _read_to_the_end(
    session: Session, request: Request, paging: Paging, params: Mapping[str, str], now: datetime
) -> Read:
    match paging:
        case Single():
            page = await session.ask(request, params, parser(request))
            if page.missing:
                return _no_end(
                    request, page.rows, message("missing rows: {rows}"), rows=page.missing
                )
            return _read(request, page.rows, 1, Proof.SINGLE_ANSWER, now)
        case One() | Some():
            least, most = (1, 1) if isinstance(paging, One) else (paging.least, None)
            page = await session.ask(request, params, parser(request, least=least, most=most))
            return _read(request, page.rows, 1, Proof.SINGLE_ANSWER, now)
        case Newest(size=size, size_parameter=parameter):
            query = {**params, **({parameter: str(size)} if parameter else {})}
            page = await session.ask(request, query, parser(request))
            return _read(request, page.rows, 1, Proof.NEWEST_PAGE, now)
        case Capped(size=size, size_parameter=parameter):
            query = {**params, **({parameter: str(size)} if parameter else {})}
            page = await session.ask(request, query, parser(request))
            if len(page.rows) >= size or page.missing:
                return _no_end(
                    request, page.rows, message("a full page, and no way to ask for the next")
                )
            return _read(request, page.rows, 1, Proof.SINGLE_ANSWER, now)
        case Pages() | Numbered() as pages:
            return await _read_pages(session, request, params, pages, now)
        case Tokens() as tokens:
            return await _read_by_tokens(session, request, params, tokens, now)


async def _read_pages(
    session: Session,
    request: Request,
    params: Mapping[str, str],
    pages: Pages | Numbered,
    now: datetime,
) -> Read:
    rows: dict[str, WireRow] = {}
    query = {**params, **_first_page(pages)}
    total = 0
    for answers in range(1, pages.most + 1):
        try:
            page = await session.ask(request, query, parser(request))
        except LookFailedError as error:
            return Read(rows=tuple(rows.values()), reasons=(error.reason,))
        known = len(rows)
        total = max(total, page.total)
        rows |= _told_apart(page)
        if len(page.raw) < pages.size:
            if total > len(rows):
                return _no_end(
                    request,
                    rows.values(),
                    message("rows: {rows}; stated: {stated}"),
                    rows=len(rows),
                    stated=total,
                )
            return _read(request, tuple(rows.values()), answers, Proof.LAST_PAGE, now)
        if len(rows) == known:
            return _no_end(request, rows.values(), message("the same page again and again"))
        cursor = _next_page(page.raw[-1], pages, answers)
        if not cursor:
            text = message("a full page whose last row has no readable cursor")
            return _no_end(request, rows.values(), text)
        query[pages.parameter] = cursor
    return _no_end(request, rows.values(), message("more than {most} pages"), most=pages.most)


async def _read_by_tokens(
    session: Session, request: Request, params: Mapping[str, str], tokens: Tokens, now: datetime
) -> Read:
    rows: dict[str, WireRow] = {}
    size = {tokens.size_parameter: str(tokens.size)} if tokens.size else {}
    asked = [tokens.first]
    understand = parser(request, tokens=tokens)
    for answers in range(1, tokens.most + 1):
        position = {tokens.parameter: asked[-1]} if asked[-1] else {}
        try:
            page = await session.ask(request, {**params, **size, **position}, understand)
        except LookFailedError as error:
            return Read(rows=tuple(rows.values()), reasons=(error.reason,))
        rows |= _told_apart(page)
        if not page.token:
            stated = max(page.total - len(rows), 0)
            if stated:
                return _no_end(request, rows.values(), message("missing rows: {rows}"), rows=stated)
            return _read(request, tuple(rows.values()), answers, Proof.LAST_PAGE, now)
        if page.token in asked:
            return _no_end(request, rows.values(), message("the same page again and again"))
        asked.append(page.token)
    return _no_end(request, rows.values(), message("more than {most} pages"), most=tokens.most)


def _first_page(pages: Pages | Numbered) -> dict[str, str]:
    match pages:
        case Pages(size=size, size_parameter=size_parameter):
            return {size_parameter: str(size)}
        case Numbered(parameter=parameter, size_parameter=size_parameter, size=size, first=first):
            sizes = {size_parameter: str(size)} if size_parameter else {}
            return {parameter: str(first), **sizes}


def _next_page(last: Any, pages: Pages | Numbered, answers: int) -> str:
    """Where the next page begins; empty when the last row does not tell."""
    if isinstance(pages, Numbered):
        return str(pages.first + answers * pages.step)
    value = last.get(pages.field)
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if pages.kind is CursorKind.ID:
        return text
    return str(int(text) + 1) if text.isascii() and text.isdigit() else ""


def _told_apart(page: Page) -> dict[str, WireRow]:
    """Two rows are the same row only if everything in them is the same."""
    names = (json.dumps(raw, sort_keys=True, default=str) for raw in page.raw)
    return dict(zip(names, page.rows, strict=True))


def _no_end(request: Request, rows: Iterable[WireRow], text: str, /, **values: int) -> Read:
    reason = Reason(
        cause=Cause.PAGING,
        request=request.id,
        text=text,
        values=tuple((name, str(value)) for name, value in values.items()),
        attempts=1,
    )
    return Read(rows=tuple(rows), reasons=(reason,))


def _read(
    request: Request, rows: tuple[WireRow, ...], answers: int, proof: Proof, now: datetime
) -> Read:
    evidence = Evidence(
        request=request.id, proof=proof, answers=answers, rows=len(rows), read_at=now
    )
    return Read(rows=rows, evidence=(evidence,))


def joined(reads: Iterable[Read]) -> Read:
    """Several calls of one request as one read: every row, every proof, every failure."""
    parts = tuple(reads)
    return Read(
        rows=tuple(row for read in parts for row in read.rows),
        evidence=tuple(entry for read in parts for entry in read.evidence),
        reasons=tuple(reason for read in parts for reason in read.reasons),
    )
