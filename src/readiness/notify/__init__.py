"""Tells people and programs what a scan brought, without ever changing what it brought.

:func:`events` says what is worth telling about a scan, :class:`Notifier` tells it. Whoever
scans calls both after each scan::

    told = [*events(previous, report, blind_runs, config.notify, today=today), ended(report)]
    failures = await Notifier(config, environ=environ).send(told)

An account that could not be scanned at all is ``[*failed(...), Ended(account, False)]``.
"""

from readiness.notify.event import Ended, Event, News, Started, Trial, Trouble
from readiness.notify.events import ended, events, failed, started
from readiness.notify.failure import Failure
from readiness.notify.notifier import Notifier

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
    "failed",
    "started",
]
