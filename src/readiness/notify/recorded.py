"""The events of a scan that was just recorded, or failed: what came before is in the history."""

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

    Raises:
        readiness.history.HistoryError: the history cannot be read.
    """
    previous, blind_runs = None, 0
    last = history.last(report.account) if history else None
    if history and last:
        before = history.previous(report.account, last.id)
        previous = _readable(history, before.id) if before else None
        blind_runs = history.blind_runs(report.account)
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

    Raises:
        readiness.history.HistoryError: the history cannot be read.
    """
    failures = _failures(history, account) if history else 1
    return (*failed(account, exchange, why, max(1, failures)), Ended(account, complete=False))


def _readable(history: "History", id_: int) -> AccountReport | None:
    """The report of an earlier scan; one of another version's shape counts as none."""
    from readiness.history import UnreadableScanError

    try:
        return history.report(id_)
    except UnreadableScanError:
        return None


def _failures(history: "History", account: str) -> int:
    """How many scans could not be made since the last that was."""
    from readiness.history import Ending

    failures = 0
    for entry in history.entries(account):
        if entry.ending is Ending.DONE:
            break
        failures += entry.ending is Ending.FAILED
    return failures
