"""Cron expressions of a zone as expressions in UTC, where that is possible exactly."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from readiness.config.cron import CronTimes, cron_times
from readiness.schedule.intervals import plain_cron

_DAY: Final = 1440
_WATCHED: Final = 520
"""Weeks: a zone that keeps its distance from UTC for ten years is taken to keep it."""

_EVERY_DAY: Final = 31
_EVERY_MONTH: Final = 12
_WEEK: Final = 7


def in_utc(text: str, zone: str, today: date) -> tuple[str, ...]:
    """Expressions that together come at the same moments, in UTC; none where nothing can.

    Nothing can where the zone has summer time, and where a time moves into another day while
    days of the month or months are restricted.
    """
    offset = _offset(zone, today)
    return () if offset is None else tuple(_moved(cron_times(text), offset))


def _offset(zone: str, today: date) -> int | None:
    """Minutes that a zone is ahead of UTC; ``None`` if they are not always the same."""
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=ZoneInfo(zone))
    offsets = {(noon + timedelta(weeks=week)).utcoffset() for week in range(_WATCHED)}
    offset = offsets.pop() if len(offsets) == 1 else None
    whole = offset is not None and not offset % timedelta(minutes=1)
    return offset // timedelta(minutes=1) if offset is not None and whole else None


def _moved(times: CronTimes, offset: int) -> Iterator[str]:
    groups = _by_day(times, offset)
    dated = len(times.days) < _EVERY_DAY or len(times.months) < _EVERY_MONTH
    if dated and groups.keys() != {0}:
        return
    for carry, hours in groups.items():
        weekdays = tuple(sorted((day + carry) % _WEEK for day in times.weekdays))
        for minutes, together in _alike(hours).items():
            yield plain_cron(replace(times, minutes=minutes, hours=together, weekdays=weekdays))


def _by_day(times: CronTimes, offset: int) -> dict[int, dict[int, tuple[int, ...]]]:
    """Minutes by hour in UTC, by how many days later they are there: -1, 0 or 1."""
    groups: dict[int, dict[int, tuple[int, ...]]] = {}
    moved = sorted(60 * hour + minute - offset for hour in times.hours for minute in times.minutes)
    for moment in moved:
        carry, rest = divmod(moment, _DAY)
        hour, minute = divmod(rest, 60)
        hours = groups.setdefault(carry, {})
        hours[hour] = (*hours.get(hour, ()), minute)
    return groups


def _alike(hours: dict[int, tuple[int, ...]]) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Hours that have the same minutes, by these minutes."""
    found: dict[tuple[int, ...], tuple[int, ...]] = {}
    for hour, minutes in hours.items():
        found[minutes] = (*found.get(minutes, ()), hour)
    return found
