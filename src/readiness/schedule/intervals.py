"""Intervals: spelled as in the configuration, spread a little, and as cron expressions."""

from datetime import timedelta
from typing import Final

from readiness.config.cron import CronTimes
from readiness.language import either, say
from readiness.schedule.quoting import runs
from readiness.schedule.units import ScheduleError

_UNITS: Final = ((86400, "d"), (3600, "h"), (60, "m"), (1, "s"))
_MINUTE: Final = 7
"""Past the hour, when others are not at it."""

_MINUTES: Final = (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30)
_HOURS: Final = (1, 2, 3, 4, 6, 8, 12)
_AS_CRON: Final = {
    **{timedelta(minutes=n): f"{_MINUTE % n}-59/{n} * * * *" for n in _MINUTES},
    **{timedelta(hours=n): f"{_MINUTE} */{n} * * *" for n in _HOURS},
    timedelta(days=1): f"{_MINUTE} 0 * * *",
    timedelta(weeks=1): f"{_MINUTE} 0 * * 0",
}
"""The intervals that a clock and a calendar divide into without a remainder."""

_DAY: Final = 1440
_DAYS: Final = 31
_WEEKDAYS: Final = 7


def spelled(interval: timedelta) -> str:
    """An interval in the largest unit in which it is a whole number: ``6h``."""
    seconds = int(interval.total_seconds())
    return next(f"{seconds // size}{unit}" for size, unit in _UNITS if seconds % size == 0)


def as_cron(interval: timedelta) -> str:
    """A cron expression that comes exactly that often.

    Raises:
        ScheduleError: cron cannot say it; names the nearest intervals that it can say.
    """
    if interval in _AS_CRON:
        return _AS_CRON[interval]
    shorter = [spelled(each) for each in _AS_CRON if each < interval][-1:]
    longer = [spelled(each) for each in _AS_CRON if each > interval][:1]
    raise ScheduleError(
        say(
            "every = {interval} cannot be said in cron: it does not divide evenly",
            interval=repr(spelled(interval)),
        ),
        say("take {intervals}, or write a cron expression", intervals=either(shorter + longer)),
    )


def plain_cron(times: CronTimes) -> str:
    """An expression in numbers alone, with no step and no day 7: what every reader knows.

    The times are none of which a day has to fit two restricted fields (``both_days``).
    """
    every_day = len(times.days) == _DAYS
    every_weekday = len(times.weekdays) == _WEEKDAYS
    # Where either will do and one is every day, so is the other.
    all_days = times.either_day and (every_day or every_weekday)
    fields = (
        (times.minutes, False, 60),
        (times.hours, False, 24),
        (times.days, all_days, _DAYS),
        (times.months, False, 12),
        (times.weekdays, all_days, _WEEKDAYS),
    )
    return " ".join(
        "*" if whole or len(numbers) == count else runs(numbers, "-")
        for numbers, whole, count in fields
    )


def smallest_gap(times: CronTimes) -> timedelta:
    """The shortest time between two times of an expression, as if it came every day."""
    minutes = sorted(60 * hour + minute for hour in times.hours for minute in times.minutes)
    following = (*minutes[1:], minutes[0] + _DAY)
    return timedelta(minutes=min(b - a for a, b in zip(minutes, following, strict=True)))
