"""What cron does, found the slow way: minute by minute, by looking at a clock in the zone.

Written without the project's reading of cron expressions and without its calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
LOWEST = (0, 0, 1, 1, 0)
HIGHEST = (59, 23, 31, 12, 7)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
WORDS = {
    **{word: str(number) for number, word in enumerate(MONTHS, 1)},
    **{word: str(number) for number, word in enumerate(WEEKDAYS)},
}


@cache
def allowed(field: str, lowest: int, highest: int) -> set[int]:
    """The numbers that a field allows."""
    found: set[int] = set()
    for part in field.lower().split(","):
        span, _, step = part.partition("/")
        ends = [lowest, highest] if span == "*" else [int(WORDS.get(e, e)) for e in span.split("-")]
        found |= {n for n in range(ends[0], ends[-1] + 1) if not (n - ends[0]) % int(step or 1)}
    return found


@cache
def read(expression: str) -> tuple[list[set[int]], bool]:
    """What each field allows, and whether one of both kinds of days is enough."""
    fields = expression.split()
    either = not fields[2].startswith("*") and not fields[4].startswith("*")
    return list(map(allowed, fields, LOWEST, HIGHEST)), either


def matches(expression: str, face: datetime) -> bool:
    """Whether cron runs when a clock shows that, if clocks were never set."""
    (minute, hour, day, month, weekday), either = read(expression)
    if face.minute not in minute or face.hour not in hour or face.month not in month:
        return False
    by_day = face.day in day
    by_weekday = bool(weekday & {face.isoweekday() % 7, face.isoweekday()})
    return by_day or by_weekday if either else by_day and by_weekday


def runs(expression: str, zone: str, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Every moment after ``begin`` and before ``end`` at which cron runs.

    What is passed over when clocks are set forward runs at that moment, all of it at once;
    what is shown twice runs the first time, unless the expression names every hour.
    """
    hourly = len(allowed(expression.split()[1], 0, 23)) == 24
    here = ZoneInfo(zone)
    moment = begin.astimezone(UTC).replace(second=0, microsecond=0)
    face = moment.astimezone(here)
    while (moment := moment + MINUTE) < end:
        earlier, face = face, moment.astimezone(here)
        if matches(expression, face):
            found = hourly or not face.fold
        else:
            passed_over = (face.replace(tzinfo=None) - earlier.replace(tzinfo=None)) // MINUTE - 1
            skipped = (earlier + MINUTE * (number + 1) for number in range(passed_over))
            found = not hourly and any(matches(expression, each) for each in skipped)
        if found:
            yield moment
