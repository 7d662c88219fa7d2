"""An item as one line, as tables of tests write it.

Left out is what is another one in each run, or has tests of its own: names that are counted are
``#``, moments are whole days from now, and our own sentences stand in catalogues anyway.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.items import Item
from readiness.exchanges.registry import load_catalogue

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?Z?")
_DATE: Final = re.compile(r"\b20\d\d-\d\d-\d\d\b")
_COUNTED: Final = re.compile(
    r"(?<![\d.])\d{9,}[0-9a-f]*(?![\d.])"
    r"|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    r"|(?<=[A-Z0-9]{4}-)P?\d{4,5}\b"
)
_NEAR: Final = 400
"""Moments within so many days count from now; others stand in the rows as they are."""


def tell(
    exchange: str,
    request_id: str,
    *rows: Mapping[str, Any],
    traits: Mapping[str, str] | None = None,
) -> list[str]:
    """What a request tells of rows as the exchange sends them, area by area."""
    request = load_catalogue(exchange)[request_id]
    read = [request.row.model_validate(row) for row in rows]
    return [
        f"{feed.area.value}: {line(item)}"
        for feed in request.feeds
        for item in feed.read(read, traits or {})
    ]


def line(item: Item) -> str:
    """What is stated of an item."""
    ours = {"text", "sentence"} if getattr(item, "sentence", "") else set()
    stated = item.model_dump(exclude_defaults=True, exclude={"kind", *ours})
    return " ".join([item.kind, *(f"{name}={_value(getattr(item, name))}" for name in stated)])


def _value(value: Any) -> str:
    match value:
        case Exact(value=number):
            return f"{number}"
        case NotStated():
            return "?"
        case Unreadable(raw=raw):
            return f"unreadable:{_text(raw)}"
        case datetime():
            return _day(value)
        case tuple():
            return f"({', '.join(map(_value, value))})"
    return _text(str(value))


def _text(text: str) -> str:
    lasting = _MOMENT.sub(lambda found: _day(_moment(found[0])), text)
    lasting = _COUNTED.sub("#", _DATE.sub("day", lasting))
    return lasting if lasting and not re.search(r"[\s=(),]", lasting) else f"'{lasting}'"


def _moment(text: str) -> datetime:
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _day(moment: datetime) -> str:
    days = round((moment - datetime.now(UTC)).total_seconds() / 86_400)
    return f"now{days:+}d" if abs(days) < _NEAR else moment.date().isoformat()
