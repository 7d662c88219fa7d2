"""Cron expressions: five fields, checked, and the times that they stand for."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from readiness.config.errors import WrongValueError
from readiness.language import Plural, counted, message, say, translate

_PART: Final = re.compile(r"(\*|[0-9a-z]{1,3})(?:-([0-9a-z]{1,3}))?(?:/([0-9]{1,2}))?", re.ASCII)
_REMEDY: Final = message('write five fields: minute hour day month weekday, such as "0 */6 * * *"')
_NOT_FIVE: Final = Plural("has {count} field, not five", "has {count} fields, not five")
_SUNDAY: Final = 7
_LONGEST_MONTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class CronTimes:
    """The times that an expression stands for, field by field, each in order.

    Attributes:
        minutes: minutes of an hour.
        hours: hours of a day.
        days: days of a month.
        months: months of a year.
        weekdays: days of a week; 0 is Sunday.
        either_day: whether a day counts that fits ``days`` or ``weekdays``. So it is where
            both fields are restricted; where one begins with ``*``, a day has to fit both.
    """

    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: tuple[int, ...]
    months: tuple[int, ...]
    weekdays: tuple[int, ...]
    either_day: bool

    @property
    def both_days(self) -> bool:
        """Whether both fields of days are restricted and a day has to fit both.

        Not every reader of cron expressions takes such a one so.
        """
        restricted = len(self.days) < _LONGEST_MONTHS[0] and len(self.weekdays) < _SUNDAY
        return restricted and not self.either_day

    def fits(self, day: date) -> bool:
        """Whether there is a time on that day."""
        fitting = (day.day in self.days, day.isoweekday() % _SUNDAY in self.weekdays)
        return day.month in self.months and (any(fitting) if self.either_day else all(fitting))


@dataclass(frozen=True)
class _Field:
    name: str
    lowest: int
    highest: int
    words: tuple[str, ...] = ()

    def number(self, text: str) -> int:
        if text in self.words:
            return self.words.index(text) + self.lowest
        if not text.isdigit() or not self.lowest <= int(text) <= self.highest:
            raise WrongValueError(
                say("has a wrong {field}", field=translate(self.name)),
                say("it goes from {lowest} to {highest}", lowest=self.lowest, highest=self.highest),
            )
        return int(text)


_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_DAYS: Final = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_FIELDS: Final = (
    _Field(message("minute"), 0, 59),
    _Field(message("hour"), 0, 23),
    _Field(message("day of the month"), 1, 31),
    _Field(message("month"), 1, 12, _MONTHS),
    _Field(message("day of the week"), 0, _SUNDAY, _DAYS),  # 0 and 7 are both Sunday
)


def parse_cron(text: str) -> str:
    """Check a cron expression and write it with single spaces.

    Raises:
        WrongValueError: it does not have five fields of the classic form, or never comes.
    """
    times = cron_times(text)
    last = max(_LONGEST_MONTHS[month - 1] for month in times.months)
    if times.days[0] > last and not times.either_day:
        raise WrongValueError(say("names a day that no year has"), say("mend the day or the month"))
    return " ".join(text.split())


def cron_times(text: str) -> CronTimes:
    """The times that an expression stands for.

    Raises:
        WrongValueError: it does not have five fields of the classic form.
    """
    fields = [part for part in text.split(" ") if part]
    if len(fields) != len(_FIELDS):
        raise WrongValueError(
            counted(_NOT_FIVE, len(fields)),
            translate(_REMEDY),
        )
    minutes, hours, days, months, weekdays = (
        sorted({number for part in given.lower().split(",") for number in _expand(field, part)})
        for field, given in zip(_FIELDS, fields, strict=True)
    )
    return CronTimes(
        minutes=tuple(minutes),
        hours=tuple(hours),
        days=tuple(days),
        months=tuple(months),
        weekdays=tuple(sorted({day % _SUNDAY for day in weekdays})),
        either_day=not any(fields[place].startswith("*") for place in (2, 4)),
    )


def _expand(field: _Field, part: str) -> range:
    match = _PART.fullmatch(part)
    if match is None:
        raise _not_understood(field)
    first, last, step = match.groups()
    low, high = field.lowest, field.highest
    if first == "*":
        if last is not None:
            raise _not_understood(field)
    else:
        low = field.number(first)
        high = low if last is None else field.number(last)
        if high < low:
            raise WrongValueError(
                say("has a {field} range that runs backwards", field=translate(field.name)),
                say("swap its ends"),
            )
        if step is not None and last is None:
            raise WrongValueError(
                say("has a {field} step without a range", field=translate(field.name)),
                say(
                    'write "{low}-{highest}/{step}" or "*/{step}"',
                    low=low,
                    highest=field.highest,
                    step=step,
                ),
            )
    if step is not None and not 1 <= int(step) <= field.highest:
        raise WrongValueError(
            say("has a wrong {field} step", field=translate(field.name)),
            say("it goes from 1 to {highest}", highest=field.highest),
        )
    return range(low, high + 1, int(step or 1))


def _not_understood(field: _Field) -> WrongValueError:
    what = say("has a {field} that is not understood", field=translate(field.name))
    return WrongValueError(what, translate(_REMEDY))
