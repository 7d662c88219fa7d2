"""When a scan is due: at equal intervals, or at the times of a cron expression.

APScheduler's triggers do the calendar. Cron's rules that it has not are added here: it
counts weekdays from Monday, asks for day of the month *and* day of the week, runs twice
what the clock shows twice and may leave out what the clock passes over.
"""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cached_property
from typing import ClassVar, Final, Protocol

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.combining import OrTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from readiness.config.cron import CronTimes

_INSTANT: Final = timedelta(microseconds=1)
_MINUTE: Final = timedelta(minutes=1)
_HOUR: Final = timedelta(hours=1)
_HOURS_OF_A_DAY: Final = 24
_WEEK: Final = 7


class Times(Protocol):
    """When an account's scans are due.

    Attributes:
        elapsed: whether they go by the time that has really passed, whatever the clock says.
    """

    elapsed: ClassVar[bool]

    def after(self, moment: datetime) -> datetime:
        """The first time later than that."""


@dataclass(frozen=True)
class Every:
    """At equal intervals, counted from a moment."""

    interval: timedelta
    since: datetime
    elapsed: ClassVar[bool] = True

    def after(self, moment: datetime) -> datetime:
        """The first time later than that."""
        seconds = round(self.interval.total_seconds())
        trigger = IntervalTrigger(seconds=seconds, start_date=self.since, timezone=UTC)
        found = _fire(trigger, moment)
        return found if found > moment else found + self.interval


@dataclass(frozen=True)
class Cron:
    """At the times of a cron expression, as clocks in a zone show them.

    A time that a clock passes over when it is set forward is due at that moment; one that it
    shows twice is due the first time. Where every hour is named, the repeated hour has its
    times as well, for else there would be a gap.
    """

    times: CronTimes
    zone: tzinfo
    elapsed: ClassVar[bool] = False

    def after(self, moment: datetime) -> datetime:
        """The first time later than that."""
        wall = moment.astimezone(self.zone)
        face = wall.replace(tzinfo=UTC, fold=0)
        if len(self.times.hours) == _HOURS_OF_A_DAY:
            soon = (self._next(face) - (wall.utcoffset() or timedelta())).astimezone(UTC)
            if soon - moment <= _HOUR and self._names(soon):
                return soon
        while True:
            face = self._next(face)
            found = self._first_instant(face)
            if found > moment:
                return found

    def _next(self, face: datetime) -> datetime:
        """What a clock shows at the next time; written as if it showed UTC, which never jumps."""
        return _fire(self._trigger, face)

    def _names(self, moment: datetime) -> bool:
        face = moment.astimezone(self.zone).replace(tzinfo=UTC, fold=0)
        return self._next(face - _INSTANT) == face

    def _first_instant(self, face: datetime) -> datetime:
        """When clocks first show that, or pass over it."""
        before = face.replace(tzinfo=self.zone, fold=0)
        after = face.replace(tzinfo=self.zone, fold=1)
        shift = (after.utcoffset() or timedelta()) - (before.utcoffset() or timedelta())
        if shift <= timedelta():
            return before.astimezone(UTC)
        # No clock shows it: the clocks are set forward at some minute not long ago or ahead.
        found = after.astimezone(UTC)
        while found.astimezone(self.zone).utcoffset() != after.utcoffset():
            found += _MINUTE
        return found

    @cached_property
    def _trigger(self) -> BaseTrigger:
        by_day = {"day": _listed(self.times.days)}
        by_weekday = {"day_of_week": _listed((day - 1) % _WEEK for day in self.times.weekdays)}
        if self.times.either_day:
            return OrTrigger([self._on(**by_day), self._on(**by_weekday)])
        return self._on(**by_day, **by_weekday)

    def _on(self, **days: str) -> CronTrigger:
        return CronTrigger(
            month=_listed(self.times.months),
            hour=_listed(self.times.hours),
            minute=_listed(self.times.minutes),
            timezone=UTC,
            **days,
        )


def system_zone() -> tzinfo:
    """The time zone of this machine, as cron takes it.

    Raises:
        LookupError, ValueError: it cannot be told.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nothing is set up: then it is UTC, as cron has it
        return CronTrigger().timezone


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(str(number) for number in sorted(numbers))


def _fire(trigger: BaseTrigger, moment: datetime) -> datetime:
    """When a trigger fires next, later than that."""
    found = trigger.get_next_fire_time(None, moment + _INSTANT)
    assert found is not None, "what never comes is refused with the configuration"  # noqa: S101
    return found
