"""The events of a scan that was just recorded, or failed: what came before is in the history.

A history that cannot be read is none: then more is told, rather than nothing.
"""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from readiness.config import Notify
from readiness.domain.report import AccountReport
from readiness.notify.event import Ended, Event
from readiness.notify.events import ended, events, failed

if TYPE_CHECKING:
    from readiness.history import History


def events_of_scan(
    history: "History | None", report: AccountReport, settings: Notify, *, today: date
) -> tuple[Event, ...]:
    """What to tell of a scan that is done.

    Args:
        history: where it was recorded; without one, it counts as the first.
        report: what was found.
        settings: who is told of what.
        today: the calendar day in UTC.
    """
    previous = _previous(history, report.account) if history else None
    blind_runs = _blind_runs(history, report.account) if history else 0
    return (*events(previous, report, blind_runs, settings, today=today), ended(report))


def events_of_failure(
    history: "History | None", account: str, exchange: str, why: str
) -> tuple[Event, ...]:
    """What to tell of a scan that could not be made.

    Args:
        history: where it was recorded; without one, it counts as the first failure.
        account: the account's name.
        exchange: id of its exchange.
        why: what went wrong, fit to be shown.
    """
    failures = _failures(history, account) if history else 1
    return (*failed(account, exchange, why, max(1, failures)), Ended(account, complete=False))


def _previous(history: "History", account: str) -> AccountReport | None:
    """The report of the scan before the newest; one of an unknown shape counts as none."""
    from readiness.history import HistoryError

    try:
        last = history.last(account)
        before = history.previous(account, last.id) if last else None
        return history.report(before.id) if before else None
    except HistoryError:
        return None


def _blind_runs(history: "History", account: str) -> int:
    """How many of the newest scans in a row could not look everywhere."""
    from readiness.history import HistoryError

    try:
        return history.blind_runs(account)
    except HistoryError:
        return 0


def _failures(history: "History", account: str) -> int:
    """How many scans could not be made since the last that was."""
    from readiness.history import Ending, HistoryError

    failures = 0
    with suppress(HistoryError):
        for entry in history.entries(account):
            if entry.ending is Ending.DONE:
                break
            failures += entry.ending is Ending.FAILED
    return failures
