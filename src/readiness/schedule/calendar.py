"""Cron expressions as systemd's calendar events, exactly."""

from collections.abc import Sequence
from typing import Final

from readiness.config.cron import CronTimes
from readiness.schedule.quoting import runs

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""systemd's week begins on Monday: a span must not cross its end."""

_SPAN: Final = ".."


def calendar_events(times: CronTimes, zone: str | None) -> tuple[str, ...]:
    """The values of ``OnCalendar=`` that together stand for an expression.

    systemd wants both the weekday and the date to fit. Where cron takes either, there is
    an event for each.
    """
    clock = f"{_part(times.hours, 24)}:{_part(times.minutes, 60)}:00"
    suffix = f" {zone}" if zone else ""
    months = _part(times.months, 12)
    date = f"*-{months}-{_part(times.days, 31)}"
    week = _week(times.weekdays)
    if times.either_day:
        any_date = f"*-{months}-*"
        events = [f"{date} {clock}", f"{week}{any_date} {clock}"]
    else:
        events = [f"{week}{date} {clock}"]
    return tuple(f"{event}{suffix}" for event in dict.fromkeys(events))


def _part(numbers: Sequence[int], whole: int) -> str:
    return "*" if len(numbers) == whole else runs(numbers, _SPAN, "{:02}".format)


def _week(weekdays: Sequence[int]) -> str:
    if len(weekdays) == len(_WEEKDAYS):
        return ""
    from_monday = sorted((day - 1) % len(_WEEKDAYS) for day in weekdays)
    return runs(from_monday, _SPAN, _WEEKDAYS.__getitem__) + " "
