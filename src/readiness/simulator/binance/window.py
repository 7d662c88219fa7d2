"""The stretch of time that a request asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.paging import whole

DAY_MS = 86_400_000


@dataclass(frozen=True)
class Window:
    """What a list shows of the past.

    Attributes:
        field: The row field with the time, in milliseconds or as a UTC string.
        longest: Days that a request may span; 0 is any.
        default: Days before now that are shown if neither end is sent; 0 is all of the past.
        start: The parameter with the beginning.
        end: The parameter with the end.
        below: Whether the span has to be shorter than `longest`, and not just as long.
        forward: Whether a beginning alone means the days after it, and not all until now.
        mandatory: Parameters of the two that must be sent.
        reach: Days back from now before which nothing is shown; 0 is any.
        without: A parameter, and the days before the end that are all there is without it.
        instead: A parameter that may not be sent along with an end, and that shows all there is.
        code: The error code of a span that is too long.
    """

    field: str = "time"
    longest: int = 0
    default: int = 0
    start: str = "startTime"
    end: str = "endTime"
    below: bool = False
    forward: bool = False
    mandatory: tuple[str, ...] = ()
    reach: int = 0
    without: tuple[str, int] | None = None
    instead: str = ""
    code: str = "-1127"

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that it takes."""
        return (self.start, self.end)

    def narrowed(self, rows: Sequence[Any], query: Mapping[str, str], now: int) -> list[Any]:
        """Return the rows of the time asked for; refuse an impossible one."""
        first, last = self._all(query, now) or self._span(query, now)
        if self.reach:
            first = max(first, now - self.reach * DAY_MS)
        if self.without and not query.get(self.without[0]):
            first = max(first, last - self.without[1] * DAY_MS)
        return [row for row in rows if self._inside(row, first, last)]

    def _all(self, query: Mapping[str, str], now: int) -> tuple[int, int] | None:
        if not self.instead or self.instead not in query:
            return None
        ends = [name for name in self.parameters if name in query]
        if ends:
            raise RefusalError("-1128", f"{self.instead} and {ends[0]}")
        return 0, now

    def _span(self, query: Mapping[str, str], now: int) -> tuple[int, int]:
        for name in self.mandatory:
            if not query.get(name):
                raise RefusalError("-1102", name)
        start = whole(query, self.start, -1, 0)
        end = whole(query, self.end, -1, 0)
        if start < 0 and end < 0:
            return (now - self.default * DAY_MS if self.default else 0), now
        if start < 0:
            days = self.default or self.longest
            return (end - days * DAY_MS if days else 0), end
        if end < 0:
            end = min(now, start + self.longest * DAY_MS) if self.forward else max(now, start)
        self._check(start, end)
        return start, end

    def _check(self, start: int, end: int) -> None:
        longest = self.longest * DAY_MS
        too_long = longest and (end - start > longest or (self.below and end - start == longest))
        if start > end or too_long:
            raise RefusalError(self.code, f"{self.start} and {self.end}")

    def _inside(self, row: Any, first: int, last: int) -> bool:
        # What carries no time that can be read is shown: a test that plants rubbish gets rubbish.
        value = milliseconds(row.get(self.field)) if isinstance(row, dict) else None
        return value is None or first <= value <= last


def milliseconds(value: Any) -> int | None:
    """Return a time as milliseconds, or `None` if it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if not isinstance(value, str):
        return None
    if value.isascii() and value.isdigit():
        return int(value)
    try:
        return int(datetime.fromisoformat(value).replace(tzinfo=UTC).timestamp()) * 1000
    except ValueError:
        return None
