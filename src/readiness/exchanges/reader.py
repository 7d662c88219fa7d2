"""Reads one call of a request to its end, page by page, and proves that it was the end."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from readiness.domain.answer import Cause, Evidence, Proof, Reason
from readiness.exchanges.catalogue import (
    Call,
    CursorKind,
    Newest,
    Numbered,
    One,
    Pages,
    Paging,
    Request,
    Single,
    WireRow,
)
from readiness.gate.body import BadBodyError
from readiness.gate.failure import LookFailedError
from readiness.gate.session import Session


@dataclass(frozen=True)
class Page:
    """The rows of one answer, raw and understood."""

    raw: tuple[Any, ...]
    rows: tuple[WireRow, ...]


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


Parser = Callable[[list[Any]], Page]


def _parser(request: Request) -> Parser:
    def parse(raw: list[Any]) -> Page:
        try:
            return Page(tuple(raw), tuple(request.row.model_validate(row) for row in raw))
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            where = ".".join(str(part) for part in first["loc"])
            raise BadBodyError(f"a row of another shape: {where}: {first['type']}") from None

    return parse


def _exactly_one(parser: Parser) -> Parser:
    def parse(raw: list[Any]) -> Page:
        if len(raw) != 1:
            raise BadBodyError(f"{len(raw)} rows where one is documented")
        return parser(raw)

    return parse


async def read_call(
    session: Session, request: Request, call: Call, scope_params: Mapping[str, str], now: datetime
) -> Read:
    """Read one call to its documented end, or as far as it goes."""
    params = {**call.params, **scope_params}
    try:
        return await _read_to_the_end(session, request, request.paging_of(call), params, now)
    except LookFailedError as error:
        return Read(reasons=(error.reason,))


async def _read_to_the_end(
    session: Session, request: Request, paging: Paging, params: Mapping[str, str], now: datetime
) -> Read:
    match paging:
        case Single():
            page = await session.ask(request, params, _parser(request))
            return _read(request, page.rows, 1, Proof.SINGLE_ANSWER, now)
        case One():
            page = await session.ask(request, params, _exactly_one(_parser(request)))
            return _read(request, page.rows, 1, Proof.SINGLE_ANSWER, now)
        case Newest(size=size):
            page = await session.ask(request, {**params, "limit": str(size)}, _parser(request))
            return _read(request, page.rows, 1, Proof.NEWEST_PAGE, now)
        case Pages() | Numbered() as pages:
            return await _read_pages(session, request, params, pages, now)


async def _read_pages(
    session: Session,
    request: Request,
    params: Mapping[str, str],
    pages: Pages | Numbered,
    now: datetime,
) -> Read:
    rows: dict[str, WireRow] = {}
    query = {**params, **_first_page(pages)}
    for answers in range(1, pages.most + 1):
        try:
            page = await session.ask(request, query, _parser(request))
        except LookFailedError as error:
            return Read(rows=tuple(rows.values()), reasons=(error.reason,))
        known = len(rows)
        for raw, row in zip(page.raw, page.rows, strict=True):
            rows[_identity(raw)] = row
        if len(page.raw) < pages.size:
            return _read(request, tuple(rows.values()), answers, Proof.LAST_PAGE, now)
        if len(rows) == known:
            return _no_end(request, rows, "the same page again and again")
        cursor = _next_page(page.raw[-1], pages, answers)
        if not cursor:
            return _no_end(request, rows, "a full page whose last row has no readable cursor")
        query[pages.parameter] = cursor
    return _no_end(request, rows, f"more than {pages.most} pages")


def _first_page(pages: Pages | Numbered) -> dict[str, str]:
    match pages:
        case Pages(size=size):
            return {"limit": str(size)}
        case Numbered(parameter=parameter, size_parameter=size_parameter, size=size):
            return {parameter: "1", size_parameter: str(size)}


def _next_page(last: Any, pages: Pages | Numbered, answers: int) -> str:
    """Where the next page begins; empty when the last row does not tell."""
    if isinstance(pages, Numbered):
        return str(answers + 1)
    value = last.get(pages.field)
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if pages.kind is CursorKind.ID:
        return text
    return str(int(text) + 1) if text.isascii() and text.isdigit() else ""


def _identity(raw: Any) -> str:
    """Two rows are the same row only if everything in them is the same."""
    return json.dumps(raw, sort_keys=True, default=str)


def _no_end(request: Request, rows: Mapping[str, WireRow], text: str) -> Read:
    reason = Reason(cause=Cause.PAGING, request=request.id, text=text, attempts=1)
    return Read(rows=tuple(rows.values()), reasons=(reason,))


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
