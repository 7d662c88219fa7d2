"""The stretch of time that a request asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from readiness.simulator.tables.refusal import Problem, RefusalError

DAY_MS = 86_400_000


@dataclass(frozen=True)
class Window:
    """What a list shows of the past.

    Attributes:
        field: The row field with the time.
        start: The parameter with the beginning.
        end: The parameter with the end.
        longest: Days that a request may span; 0 is any.
        default: Days before the end that are shown without a beginning; 0 is `longest`.
        below: Whether the span has to be shorter than `longest`, and not just as long.
        forward: Whether a beginning alone means the days after it, and not all until now.
        ahead: How many days those are; 0 is `longest`.
        after: Whether a row of the very beginning is left out.
        row_unit: Milliseconds in one unit of the field: 1, or 1000 for seconds.
        unit: The same for the parameters.
    """

    field: str
    start: str = "startTime"
    end: str = "endTime"
    longest: int = 0
    default: int = 0
    below: bool = False
    forward: bool = False
    ahead: int = 0
    after: bool = False
    row_unit: int = 1
    unit: int = 1

    def narrowed(self, rows: Sequence[Any], params: Mapping[str, str], now: int) -> list[Any]:
        """Return the rows of the time asked for; refuse an impossible one."""
        first, last = self._span(params, now)
        return [row for row in rows if self._inside(row, first, last)]

    def _span(self, params: Mapping[str, str], now: int) -> tuple[int, int]:
        start, end = self._given(params, self.start), self._given(params, self.end)
        chosen = start is not None and (end is not None or not self.forward)
        if end is None:
            end = self._ahead(start, now)
        if start is None:
            days = self.default or self.longest
            start = max(0, end - days * DAY_MS) if days else 0
        if start > end or (chosen and self._too_long(end - start)):
            raise RefusalError(Problem.SPAN, f"{self.start} and {self.end}")
        return start, end

    def _too_long(self, span: int) -> bool:
        longest = self.longest * DAY_MS
        return bool(longest) and (span > longest or (self.below and span == longest))

    def _ahead(self, start: int | None, now: int) -> int:
        if start is None:
            return now
        days = self.ahead or self.longest
        return min(now, start + days * DAY_MS) if self.forward and days else max(now, start)

    def _given(self, params: Mapping[str, str], name: str) -> int | None:
        text = params.get(name)
        if not text:
            return None
        if not (text.isascii() and text.isdigit()):
            raise RefusalError(Problem.VALUE, name)
        return int(text) * self.unit

    def _inside(self, row: Any, first: int, last: int) -> bool:
        # What carries no time that can be read is shown: a test that plants rubbish gets rubbish.
        moment = milliseconds(row.get(self.field), self.row_unit) if isinstance(row, dict) else None
        if moment is None or (self.after and moment == first):
            return moment is None
        return first <= moment <= last


def milliseconds(value: Any, unit: int = 1) -> int | None:
    """Return a time as milliseconds, or `None` if it is none.

    Args:
        value: A number of units since the epoch, or an ISO 8601 text.
        unit: Milliseconds in one unit.
    """
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return None
    try:
        return int(Decimal(value) * unit)
    except (InvalidOperation, ValueError, OverflowError):
        pass
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
