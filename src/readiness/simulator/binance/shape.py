"""How an answer is wrapped: bare lists, tables, envelopes, single objects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Shape:
    """The form of an answer.

    Attributes:
        rows: Dotted key of the list; empty if the body is the list itself.
        total: Dotted key of the number of rows; empty if it is not stated.
        beside: What else stands in the body.
        single: Whether the body is one object without a list to page through.
        whole: Whether faults should take the whole body for the row, list and all.
        counted_in_words: Whether the number of rows is a string.
    """

    rows: str = ""
    total: str = ""
    beside: Mapping[str, Any] = field(default_factory=dict)
    single: bool = False
    whole: bool = False
    counted_in_words: bool = False

    @property
    def rows_key(self) -> str | None:
        """What faults take for the rows."""
        return None if self.single or self.whole else self.rows or None

    def is_body(self, planted: Any) -> bool:
        """Return whether something planted is a body, or a part of one, and not a row."""
        if self.single:
            return True
        if not self.rows or not isinstance(planted, dict):
            return False
        root = self.rows.partition(".")[0]
        return root in planted or (self.whole and bool(planted.keys() & self.beside.keys()))

    def body(self, page: list[Any], count: int, beside: Mapping[str, Any]) -> Any:
        """Return the body around a page.

        Args:
            page: The rows.
            count: How many rows there are on all pages.
            beside: What was computed to stand beside them.
        """
        if not self.rows:
            return page
        body: Row = _copied({**self.beside, **beside})
        _set(body, self.rows, page)
        if self.total:
            _set(body, self.total, str(count) if self.counted_in_words else count)
        return body


def enveloped(rows: str = "data", total: str = "total") -> Shape:
    """Return the envelope of fiat, P2P, Pay and copy trading."""
    return Shape(rows, total, {"code": "000000", "message": "success", "success": True})


def mining(rows: str) -> Shape:
    """Return the envelope of the mining pool."""
    pages = {"totalNum": 0, "pageSize": 20}
    beside = {"code": 0, "msg": "", "data": pages}
    return Shape(f"data.{rows}", "data.totalNum", beside)


LIST = Shape()
TABLE = Shape("rows", "total")
OBJECT = Shape(single=True)


def _copied(body: Mapping[str, Any]) -> Row:
    return {key: dict(part) if isinstance(part, dict) else part for key, part in body.items()}


def _set(body: Row, key: str, value: Any) -> None:
    *parents, last = key.split(".")
    for parent in parents:
        body = body.setdefault(parent, {})
    body[last] = value
