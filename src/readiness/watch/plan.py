"""When one account is due next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from readiness.watch.clock import Moment
from readiness.watch.times import Times

LARGEST_DELAY: Final = timedelta(minutes=5)
_PART_OF_THE_GAP: Final = 10
_A_CORRECTION: Final = timedelta(hours=3)
"""A clock that is set back by less was corrected: what was done stays done. Cron has it so."""


@dataclass(frozen=True)
class Plan:
    """The next scan of an account.

    Attributes:
        times: its schedule.
        made: the time that this was planned from.
        due: when the scan is due.
    """

    times: Times
    made: datetime
    due: datetime

    def left(self, moment: Moment) -> timedelta:
        """How long it is until then; zero or less when it is due."""
        return self.due - _on_its_clock(self.times, moment)

    def outdated(self, moment: Moment) -> bool:
        """Whether the clock was set back so far that it has to be planned anew."""
        return self.made - _on_its_clock(self.times, moment) > _A_CORRECTION


def next_plan(times: Times, moment: Moment, chance: Callable[[], float]) -> Plan:
    """The first time of a schedule after a moment, a little later by chance.

    Accounts, and people with equal schedules, should not all ask at the same second. The
    delay is at most a tenth of the time until the scan after it, and never long.

    Args:
        times: the schedule.
        moment: when the scan before it began.
        chance: gives a number from 0 to 1, another one each time.
    """
    made = _on_its_clock(times, moment)
    time = times.after(made)
    gap = times.after(time) - time
    return Plan(times, made, time + min(gap / _PART_OF_THE_GAP, LARGEST_DELAY) * chance())


def _on_its_clock(times: Times, moment: Moment) -> datetime:
    return moment.elapsed if times.elapsed else moment.now
