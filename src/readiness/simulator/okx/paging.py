"""OKX's ways of cutting a list into pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readiness.simulator.faults import Quirk
from readiness.simulator.okx.errors import RefusalError
from readiness.simulator.plan import Turn, others

Row = dict[str, Any]
_Mark = tuple[int, int, str]
_DAY_MS = 86_400_000


@dataclass(frozen=True)
class Cursor:
    """Pages by an id or a time of the last row seen, newest first.

    Attributes:
        field: The row field that orders the list.
        older: The parameter that asks for rows older than its value.
        newer: The parameter that asks for rows newer than its value.
        inclusive: Whether the row with exactly that value is served again.
        maximum: Largest page size.
        default: Page size if none is asked for; 0 is the largest.
        switch: A parameter and value under which `switched` is the ordering field.
        switched: The other ordering field.
        whole_moments: Whether a page goes on to the end of the last row's moment.
        longest_days: The longest span between `newer` and `older`; 0 is any.
    """

    field: str
    older: str = "after"
    newer: str = "before"
    inclusive: bool = False
    maximum: int = 100
    default: int = 0
    switch: tuple[str, str] | None = None
    switched: str = ""
    whole_moments: bool = False
    longest_days: int = 0

    def turn(self, query: Mapping[str, str]) -> Turn:
        """Return where in a run a request stands."""
        moving = bool(query.get(self.older) or query.get(self.newer))
        return Turn(others(query, self.older, self.newer), moving)

    def cut(self, rows: Sequence[Row], query: Mapping[str, str], quirk: Quirk) -> list[Row]:
        """Return the page that a request asks for."""
        size = page_size(query, "limit", self.maximum, self.default)
        self._check_span(query)
        name = self._field(query)
        listed = sorted(rows, key=lambda row: _mark(_value(row, name)), reverse=True)
        if quirk is Quirk.ENDLESS:
            return _invented(listed, name, query.get(self.older), size)
        if quirk not in (Quirk.SAME_PAGE, Quirk.NO_CURSOR):
            listed = [row for row in listed if self._wanted(_value(row, name), query)]
        if quirk is Quirk.NO_LIMIT:
            return listed
        if quirk is Quirk.SAME_PAGE and listed:
            listed *= -(-size // len(listed))
        while self.whole_moments and 0 < size < len(listed) and _same(listed, size, name):
            size += 1
        return listed[:size]

    def _check_span(self, query: Mapping[str, str]) -> None:
        begin, end = query.get(self.newer), query.get(self.older)
        if self.longest_days and begin and end:
            span = _mark(end)[1] - _mark(begin)[1]
            if span > self.longest_days * _DAY_MS:
                raise RefusalError("51000", self.newer)

    def _field(self, query: Mapping[str, str]) -> str:
        if self.switch is not None and query.get(self.switch[0]) == self.switch[1]:
            return self.switched
        return self.field

    def _wanted(self, value: Any, query: Mapping[str, str]) -> bool:
        mark = _mark(value)
        older, newer = query.get(self.older), query.get(self.newer)
        if older and not (mark < _mark(older) or (self.inclusive and mark == _mark(older))):
            return False
        return not newer or mark > _mark(newer) or (self.inclusive and mark == _mark(newer))


@dataclass(frozen=True)
class Numbered:
    """Pages by their number.

    Attributes:
        page: The parameter with the page's number, from 1.
        size: The parameter with the page's size; empty if the size is fixed.
        maximum: Largest and default page size.
        told: Whether the number of pages stands beside `data`.
    """

    page: str = "page"
    size: str = "limit"
    maximum: int = 100
    told: bool = True

    def turn(self, query: Mapping[str, str]) -> Turn:
        """Return where in a run a request stands."""
        return Turn(others(query, self.page), query.get(self.page, "") not in ("", "1"))

    def cut(self, rows: Sequence[Row], query: Mapping[str, str], quirk: Quirk) -> list[Row]:
        """Return the page that a request asks for."""
        size = self._size(query)
        number = _number(query.get(self.page) or "1", self.page, lowest=1)
        listed = list(rows)
        if quirk is Quirk.NO_LIMIT:
            return listed[(number - 1) * size :]
        if quirk in (Quirk.SAME_PAGE, Quirk.ENDLESS) and listed:
            return (listed * -(-size // len(listed)))[:size]
        if quirk is Quirk.NO_CURSOR:
            return listed[:size]
        return listed[(number - 1) * size : number * size]

    def pages(self, rows: Sequence[Row], query: Mapping[str, str]) -> str:
        """Return the number of pages as the exchange writes it."""
        return str(max(1, -(-len(rows) // self._size(query))))

    def _size(self, query: Mapping[str, str]) -> int:
        return page_size(query, self.size, self.maximum) if self.size else self.maximum


Paging = Cursor | Numbered


def page_size(query: Mapping[str, str], name: str, maximum: int, default: int = 0) -> int:
    """Return the page size asked for; refuse one that the documents do not allow."""
    given = query.get(name)
    return _number(given, name, lowest=1, highest=maximum) if given else default or maximum


def _number(text: str, name: str, *, lowest: int, highest: int | None = None) -> int:
    value = int(text) if text.isascii() and text.isdigit() else lowest - 1
    if value < lowest or (highest is not None and value > highest):
        raise RefusalError("51000", name)
    return value


def _value(row: Any, name: str) -> Any:
    return row.get(name) if isinstance(row, dict) else None


def _same(rows: Sequence[Row], place: int, name: str) -> bool:
    return bool(_value(rows[place - 1], name) == _value(rows[place], name))


def _mark(value: Any) -> _Mark:
    """Order ids as numbers where they are numbers, and as text after them where not."""
    text = str(value)
    return (0, int(text), "") if text.isascii() and text.isdigit() else (1, 0, text)


def _invented(rows: list[Row], name: str, cursor: str | None, size: int) -> list[Row]:
    if not rows:
        return []
    newest = _mark(cursor or _value(rows[0], name))[1] or 10**18
    start = newest - 1 if cursor else newest
    return [{**rows[i % len(rows)], name: str(start - i)} for i in range(size)]
