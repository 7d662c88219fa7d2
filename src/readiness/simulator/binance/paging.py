"""Binance's ways of cutting a list into pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readiness.simulator.binance.auth import own
from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.faults import Quirk
from readiness.simulator.plan import Turn, others


@dataclass(frozen=True)
class Numbered:
    """Pages by their number, counted from 1.

    Attributes:
        page: The parameter with the page's number; empty if there is only one page.
        size: The parameter with the page's size.
        default: Page size if none is asked for.
        maximum: Largest page size.
        last: Largest page number; 0 is any.
    """

    page: str = "current"
    size: str = "size"
    default: int = 10
    maximum: int = 100
    last: int = 0

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that it takes."""
        return (self.page, self.size)

    def turn(self, query: Mapping[str, str]) -> Turn:
        """Return where in a run a request stands."""
        return Turn(others(own(query), self.page), query.get(self.page, "1") != "1")

    def cut(self, rows: Sequence[Any], query: Mapping[str, str], quirk: Quirk) -> list[Any]:
        """Return the page that a request asks for."""
        size = whole(query, self.size, self.default, 1, self.maximum)
        number = whole(query, self.page, 1, 1, self.last)
        return _slice(rows, (number - 1) * size, size, quirk)


@dataclass(frozen=True)
class Offset:
    """Pages by the number of rows to leave out.

    Attributes:
        offset: The parameter with that number.
        size: The parameter with the page's size.
        default: Page size if none is asked for.
        maximum: Largest page size.
    """

    offset: str = "offset"
    size: str = "limit"
    default: int = 1000
    maximum: int = 1000

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that it takes."""
        return (self.offset, self.size)

    def turn(self, query: Mapping[str, str]) -> Turn:
        """Return where in a run a request stands."""
        return Turn(others(own(query), self.offset), query.get(self.offset, "0") != "0")

    def cut(self, rows: Sequence[Any], query: Mapping[str, str], quirk: Quirk) -> list[Any]:
        """Return the page that a request asks for."""
        size = whole(query, self.size, self.default, 1, self.maximum)
        return _slice(rows, whole(query, self.offset, 0, 0), size, quirk)


@dataclass(frozen=True)
class Capped:
    """One page, and no way to ask for another.

    Attributes:
        size: The parameter with the page's size; empty if it is fixed.
        default: Page size if none is asked for.
        maximum: Largest page size.
    """

    size: str = "limit"
    default: int = 100
    maximum: int = 1000

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that it takes."""
        return (self.size,) if self.size else ()

    def turn(self, query: Mapping[str, str]) -> Turn:
        """Return that each request stands alone."""
        return Turn(others(own(query)))

    def cut(self, rows: Sequence[Any], query: Mapping[str, str], quirk: Quirk) -> list[Any]:
        """Return the newest rows that fit."""
        return _slice(rows, 0, whole(query, self.size, self.default, 1, self.maximum), quirk)


@dataclass(frozen=True)
class FromId:
    """Pages by the smallest number that is wanted, oldest first; without it, the newest rows.

    Attributes:
        cursor: The parameter with that number.
        field: The row field with the number.
        size: The parameter with the page's size.
        default: Page size if none is asked for.
        maximum: Largest page size.
        after: Whether the number itself is left out.
        since: A parameter with which the oldest rows are shown in place of the newest.
    """

    cursor: str
    field: str
    size: str = "limit"
    default: int = 500
    maximum: int = 1000
    after: bool = False
    since: str = "startTime"

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that it takes."""
        return (self.cursor, self.size)

    def turn(self, query: Mapping[str, str]) -> Turn:
        """Return where in a run a request stands."""
        return Turn(others(own(query), self.cursor), query.get(self.cursor, "0") != "0")

    def cut(self, rows: Sequence[Any], query: Mapping[str, str], quirk: Quirk) -> list[Any]:
        """Return the page that a request asks for."""
        size = whole(query, self.size, self.default, 1, self.maximum)
        wanted = whole(query, self.cursor, 0, 0) + (1 if self.after else 0)
        ordered = sorted(rows, key=self._number)
        if quirk in (Quirk.SAME_PAGE, Quirk.ENDLESS, Quirk.NO_CURSOR):
            return _slice(ordered, max(0, wanted - _FIRST_INVENTED), size, quirk)
        if self.cursor in query:
            later = [row for row in ordered if self._number(row) >= wanted]
            return _slice(later, 0, size, quirk)
        if query.get(self.since):
            return _slice(ordered, 0, size, quirk)
        return _slice(ordered, max(0, len(ordered) - size), size, quirk)

    def _number(self, row: Any) -> int:
        # What carries no number is shown last, and on every page: rubbish stays to be seen.
        value = row.get(self.field) if isinstance(row, dict) else None
        text = str(value)
        return int(text) if text.isascii() and text.isdigit() else _NO_NUMBER


Paging = Numbered | Offset | Capped | FromId


def whole(query: Mapping[str, str], name: str, default: int, lowest: int, highest: int = 0) -> int:
    """Return a whole number out of a query; refuse one that the documents do not allow."""
    given = query.get(name)
    if given is None:
        return default
    value = int(given) if given.isascii() and given.isdigit() else lowest - 1
    if value < lowest or (highest and value > highest):
        raise RefusalError("-1130", name)
    return value


def _slice(rows: Sequence[Any], start: int, size: int, quirk: Quirk) -> list[Any]:
    if quirk is Quirk.NO_LIMIT:
        return list(rows[start:])
    if quirk is Quirk.NO_CURSOR:
        return list(rows[:size])
    if quirk in (Quirk.SAME_PAGE, Quirk.ENDLESS) and rows:
        page = (list(rows) * -(-size // len(rows)))[:size]
        return page if quirk is Quirk.SAME_PAGE else _renewed(page, start)
    return list(rows[start : start + size])


def _renewed(page: list[Any], start: int) -> list[Any]:
    """Give rows that are invented numbers of their own, where they have a number at all."""
    return [
        {key: _number(key, value, start + place) for key, value in row.items()}
        if isinstance(row, dict)
        else row
        for place, row in enumerate(page)
    ]


def _number(key: str, value: Any, place: int) -> Any:
    if key not in _NUMBERS or isinstance(value, bool) or not isinstance(value, int | str):
        return value
    return type(value)(_FIRST_INVENTED + place)


_NUMBERS = frozenset(
    (
        *("id", "txId", "tranId", "orderId", "orderNo", "orderNumber", "positionId", "redeemId"),
        *("subUserId", "managersubUserId", "subaccountId", "tokenId", "configId"),
        *("orderListId", "allocationId", "algoId", "strategyId", "executionId", "repayId"),
    )
)
_FIRST_INVENTED = 9_000_000_001
_NO_NUMBER = 10**30
