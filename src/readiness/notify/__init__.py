"""Tells people and programs what a scan brought, without ever changing what it brought.

:func:`events` says what is worth telling about a scan, :class:`Notifier` tells it. Whoever
scans does this after each scan of an account that was recorded::

    told = events_of_scan(history, report, config.notify, today=today)
    failures = await Notifier(config, environ=environ).send(told)

and after one that could not be made ``events_of_failure(...)``; failures are for stderr.
"""

from readiness.notify.event import Ended, Event, News, Started, Trial, Trouble
from readiness.notify.events import ended, events, failed, started
from readiness.notify.failure import Failure
from readiness.notify.notifier import Notifier
from readiness.notify.recorded import events_of_failure, events_of_scan

__all__ = [
    "Ended",
    "Event",
    "Failure",
    "News",
    "Notifier",
    "Started",
    "Trial",
    "Trouble",
    "ended",
    "events",
    "events_of_failure",
    "events_of_scan",
    "failed",
    "started",
]
