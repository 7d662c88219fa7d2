"""The ways of cutting a list into pages, honest and not."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from readiness.simulator.faults import Quirk
from readiness.simulator.plan import Turn, others
from readiness.simulator.tables.refusal import Problem, RefusalError

_FIRST_INVENTED = 9_000_000_001
# Who serves pages without an end does not say where they end.
_WITHOUT_END = 10**6

Told = Literal["page", "size", "count", "pages"]


@dataclass(frozen=True)
class Page:
    """Some of the rows.

    Attributes:
        rows: The rows.
        told: What stands beside them about the other pages, by dotted place.
    """

    rows: list[Any]
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Token:
    """Pages by a token that each page tells beside its rows.

    Attributes:
        parameter: The parameter that takes the token.
        told: Where the token of the next page stands.
        size: The parameter with the page's size; empty if it is fixed.
        default: Page size if none is asked for.
        maximum: Largest page size.
        last: What is told beside the last page; `None` leaves it out.
        opens: What the parameter says where the first page is wanted.
        numeric: Whether a token is a plain number, and not opaque.
        lingers: Whether a page with rows always tells a token, so that only an empty one ends.
        ids: Fields that tell rows apart.
    """

    parameter: str = "cursor"
    told: str = "nextPageCursor"
    size: str = "limit"
    default: int = 20
    maximum: int = 50
    last: str | None = ""
    opens: tuple[str, ...] = ("",)
    numeric: bool = False
    lingers: bool = False
    ids: tuple[str, ...] = ("id",)

    def turn(self, params: Mapping[str, str]) -> Turn:
        """Return where in a run a request stands."""
        opening = params.get(self.parameter, "") in ("", *self.opens)
        return Turn(others(params, self.parameter), not opening)

    def cut(self, rows: Sequence[Any], params: Mapping[str, str], quirk: Quirk) -> Page:
        """Return the page that a request asks for."""
        size = page_size(params, self.size, self.default, self.maximum)
        start = self._start(params)
        if quirk in (Quirk.SAME_PAGE, Quirk.NO_CURSOR):
            start = 0
        page, more = sliced(rows, start, size, quirk, self.ids)
        if more or (self.lingers and page):
            return Page(page, {self.told: self._token(params, start + len(page))})
        return Page(page, {} if self.last is None else {self.told: self.last})

    def _token(self, params: Mapping[str, str], start: int) -> str:
        # Opaque, and with a character that must be encoded again on its way back.
        return str(start) if self.numeric else f"{self._run(params)}%3A{start}"

    def _start(self, params: Mapping[str, str]) -> int:
        given = params.get(self.parameter, "")
        if given in ("", *self.opens):
            return 0
        run, colon, place = given.rpartition("%3A")
        fits = not colon if self.numeric else run == self._run(params)
        if not fits or not (place.isascii() and place.isdigit()):
            raise RefusalError(Problem.VALUE, self.parameter)
        return int(place)

    def _run(self, params: Mapping[str, str]) -> str:
        """A token belongs to the question that it was told for."""
        words = "&".join(others(params, self.parameter, self.size))
        return hashlib.sha256(words.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Numbered:
    """Pages by their number, from 1.

    Attributes:
        page: The parameter with the page's number.
        size: The parameter with the page's size; empty if it is fixed.
        default: Page size if none is asked for.
        maximum: Largest page size.
        tells: What stands beside the rows, by dotted place.
        words: Whether those numbers are strings.
        ids: Fields that tell rows apart.
    """

    page: str = "currentPage"
    size: str = "pageSize"
    default: int = 50
    maximum: int = 500
    tells: Mapping[str, Told] = field(default_factory=dict)
    words: bool = False
    ids: tuple[str, ...] = ("id",)

    def turn(self, params: Mapping[str, str]) -> Turn:
        """Return where in a run a request stands."""
        return Turn(others(params, self.page), params.get(self.page, "") not in ("", "1"))

    def cut(self, rows: Sequence[Any], params: Mapping[str, str], quirk: Quirk) -> Page:
        """Return the page that a request asks for."""
        size = page_size(params, self.size, self.default, self.maximum)
        number = whole(params, self.page, 1, lowest=1)
        page, _ = sliced(rows, (number - 1) * size, size, quirk, self.ids)
        count = len(rows) if quirk is not Quirk.ENDLESS else _WITHOUT_END
        said = {"page": number, "size": size, "count": count, "pages": -(-count // size)}
        told = {place: said[what] for place, what in self.tells.items()}
        return Page(page, {k: str(v) for k, v in told.items()} if self.words else told)


@dataclass(frozen=True)
class Offset:
    """Pages by the number of rows to leave out.

    Attributes:
        offset: The parameter with that number.
        size: The parameter with the page's size; empty if it is fixed.
        default: Page size if none is asked for.
        maximum: Largest page size.
        count: Where the number of all rows stands; empty if it is not told.
        ids: Fields that tell rows apart.
    """

    offset: str = "offset"
    size: str = "limit"
    default: int = 50
    maximum: int = 50
    count: str = ""
    ids: tuple[str, ...] = ("id",)

    def turn(self, params: Mapping[str, str]) -> Turn:
        """Return where in a run a request stands."""
        return Turn(others(params, self.offset), params.get(self.offset, "") not in ("", "0"))

    def cut(self, rows: Sequence[Any], params: Mapping[str, str], quirk: Quirk) -> Page:
        """Return the page that a request asks for."""
        size = page_size(params, self.size, self.default, self.maximum)
        start = whole(params, self.offset, 0, lowest=0)
        page, _ = sliced(rows, start, size, quirk, self.ids)
        count = len(rows) if quirk is not Quirk.ENDLESS else _WITHOUT_END
        return Page(page, {self.count: count} if self.count else {})


@dataclass(frozen=True)
class Capped:
    """One page, and no way to ask for another.

    Attributes:
        size: The parameter with the page's size; empty if it is fixed.
        default: Page size if none is asked for.
        maximum: Largest page size.
        ids: Fields that tell rows apart.
    """

    size: str = "limit"
    default: int = 100
    maximum: int = 100
    ids: tuple[str, ...] = ("id",)

    def turn(self, params: Mapping[str, str]) -> Turn:
        """Return that each request stands alone."""
        return Turn(others(params))

    def cut(self, rows: Sequence[Any], params: Mapping[str, str], quirk: Quirk) -> Page:
        """Return the first rows that fit."""
        size = page_size(params, self.size, self.default, self.maximum)
        return Page(sliced(rows, 0, size, quirk, self.ids)[0])


Paging = Token | Numbered | Offset | Capped


def page_size(params: Mapping[str, str], name: str, default: int, maximum: int) -> int:
    """Return the page size asked for; refuse one that the documents do not allow."""
    return whole(params, name, default, lowest=1, highest=maximum) if name else default


def whole(
    params: Mapping[str, str], name: str, default: int, *, lowest: int, highest: int = 0
) -> int:
    """Return a whole number out of the parameters; refuse one that is out of bounds."""
    given = params.get(name)
    if not given:
        return default
    value = int(given) if given.isascii() and given.isdigit() else lowest - 1
    if value < lowest or (highest and value > highest):
        raise RefusalError(Problem.VALUE, name)
    return value


def sliced(
    rows: Sequence[Any], start: int, size: int, quirk: Quirk, ids: Sequence[str]
) -> tuple[list[Any], bool]:
    """Return some of the rows, and whether there are more."""
    if quirk is Quirk.NO_LIMIT:
        return list(rows[start:]), False
    if quirk in (Quirk.SAME_PAGE, Quirk.ENDLESS) and rows:
        page = (list(rows) * -(-size // len(rows)))[:size]
        return (page if quirk is Quirk.SAME_PAGE else renewed(page, start, ids)), True
    if quirk is Quirk.NO_CURSOR:
        start = 0
    return list(rows[start : start + size]), start + size < len(rows)


def renewed(page: list[Any], start: int, ids: Sequence[str]) -> list[Any]:
    """Give rows that are invented ids of their own, where they have one at all."""
    return [
        {key: _invented(key, value, start + place, ids) for key, value in row.items()}
        if isinstance(row, dict)
        else row
        for place, row in enumerate(page)
    ]


def _invented(key: str, value: Any, place: int, ids: Sequence[str]) -> Any:
    if key not in ids or isinstance(value, bool) or not isinstance(value, int | str):
        return value
    return type(value)(_FIRST_INVENTED + place)
