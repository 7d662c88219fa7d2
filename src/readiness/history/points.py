"""Earlier scans of an account as the points of a chart."""

from typing import Final

from readiness.domain.report import AccountReport
from readiness.history.entry import Entry
from readiness.history.reader import Reader
from readiness.report.formats import Point

_MOST: Final = 60
"""More would be closer together than a chart can show apart."""


def points_of(history: Reader, report: AccountReport, before: int) -> tuple[Point, ...]:
    """What the newest scans before another one came to, oldest first.

    Args:
        history: the record.
        report: what the other one said of the account.
        before: the other one's number; it is no point itself.
    """
    return tuple(_points(history.earlier(report, before, _MOST)))


def _points(entries: tuple[Entry, ...]) -> list[Point]:
    return [
        Point(
            at=entry.finished_at or entry.started_at,
            verdict=entry.verdict,
            blockers=entry.blockers,
            unknowns=entry.unknowns,
            confirms=entry.confirms,
            value_usd=entry.value_usd,
        )
        for entry in entries
        if entry.verdict is not None
    ]
