"""What time it is, and waiting for a time, on a machine that sleeps and whose clock is set.

The timers of a program stand still while the machine sleeps. So nobody here waits long at
once: the clock on the wall is looked at again and again.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

LONGEST_WAIT: Final = timedelta(seconds=30)


@dataclass(frozen=True)
class Moment:
    """A look at the clock.

    Attributes:
        now: the time that the wall shows, in UTC.
        elapsed: the time that it would be, had the clock on the wall never been set back. It
            does not tell the time; it tells how much has passed. A clock that is set forward
            cannot be told from a machine that slept: that time has passed.
    """

    now: datetime
    elapsed: datetime


@dataclass
class Clock:
    """Tells the time, and waits.

    Attributes:
        wall: seconds since the epoch.
        pause: waits for so many seconds.
    """

    wall: Callable[[], float] = time.time
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    _seen: datetime | None = field(default=None, init=False)
    _set_back: timedelta = field(default=timedelta(), init=False)

    def look(self) -> Moment:
        """What the clock says."""
        now = datetime.fromtimestamp(self.wall(), UTC)
        if self._seen is not None and now < self._seen:
            self._set_back += self._seen - now
        self._seen = now
        return Moment(now, now + self._set_back)

    async def rest(self, wanted: timedelta) -> None:
        """Wait that long or less; then look at the clock again."""
        await self.pause(min(wanted, LONGEST_WAIT).total_seconds())
