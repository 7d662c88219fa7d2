"""Which events a scan makes. Pure: the same reports make the same events."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from readiness.config import Notify, Topic
from readiness.domain.finding import Finding, Severity
from readiness.domain.report import AccountReport, Status, same_account
from readiness.domain.verdict import Verdict
from readiness.history.compare import Change, Difference, compare
from readiness.notify.event import Ended, News, Started, Trouble
from readiness.rules.key_refused import PROBABLY_CLOSED

_WEIGHTY: Final = frozenset({Severity.BLOCKER, Severity.CONFIRM})
"""What stands in the way. One look that fails is no news: that is what ``blind`` is for."""
_WEIGHT: Final = frozenset({"rule", "variant", "severity", "acknowledged"})
"""Aspects of a finding that say how it weighs."""
_SEES_NOTHING: Final = frozenset({Verdict.INCOMPLETE, Verdict.REFUSED})


@dataclass(frozen=True)
class _Case:
    previous: AccountReport | None
    current: AccountReport
    difference: Difference | None
    blind_runs: int
    threshold: int
    today: date


def events(
    previous: AccountReport | None,
    current: AccountReport,
    blind_runs: int,
    settings: Notify,
    *,
    today: date,
) -> tuple[News, ...]:
    """What is worth telling about a scan of one account: nothing, or one piece of news.

    Args:
        previous: the last recorded report of this account before; ``None`` for the first. One
            of another account at the exchange, under the same name, counts as none.
        current: the report of this scan.
        blind_runs: recorded scans in a row, this one included, that could not look everywhere.
        settings: what counts as long.
        today: the calendar day in UTC.
    """
    if previous is not None and not same_account(previous, current):
        previous = None
    difference = None if previous is None else compare(previous, current)
    case = _Case(previous, current, difference, blind_runs, settings.blind_runs, today)
    topics = tuple(topic for topic in Topic if topic in _APPLIES and _APPLIES[topic](case))
    return (News(topics, current, difference, blind_runs),) if topics else ()


def failed(account: str, exchange: str, why: str, failures: int) -> tuple[Trouble, ...]:
    """What is worth telling about a scan that could not be made: the first time in a row.

    Args:
        account: the account's name.
        exchange: id of its exchange.
        why: what went wrong, fit to be shown.
        failures: scans of it in a row, this one included, that could not be made.
    """
    return (Trouble(account, exchange, why),) if failures == 1 else ()


def started(accounts: Iterable[str]) -> tuple[Started, ...]:
    """For pings: a scan of these accounts begins."""
    return tuple(Started(account) for account in accounts)


def ended(report: AccountReport) -> Ended:
    """For pings: a scan ended with a report."""
    blind = report.verdict in _SEES_NOTHING or any(
        row.status is Status.UNKNOWN for row in report.coverage
    )
    return Ended(report.account, complete=not blind)


def weighty(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that stand in the way, or that a person has to look at."""
    return tuple(finding for finding in findings if finding.severity in _WEIGHTY)


def reweighed(difference: Difference) -> tuple[Change, ...]:
    """Findings that are still there and weigh differently."""
    return tuple(
        change
        for change in difference.changed
        if _WEIGHT.intersection(change.aspects) and weighty((change.old, change.new))
    )


def is_probably_closed(report: AccountReport | None) -> bool:
    """Whether the key is gone after the waiting period."""
    return report is not None and any(
        finding.variant == PROBABLY_CLOSED for finding in report.findings
    )


def _is_ready(case: _Case) -> bool:
    before = case.previous.verdict if case.previous else None
    return case.current.verdict is Verdict.READY and before is not Verdict.READY


def _period_is_over(case: _Case) -> bool:
    if is_probably_closed(case.current):
        return not is_probably_closed(case.previous)
    closure = case.current.closure
    # Asked by force while the period runs, the account has another verdict as well.
    over = closure is not None and not closure.waiting(case.today)
    was_closing = case.previous is not None and case.previous.verdict is Verdict.CLOSING
    return over and was_closing and case.current.verdict is not Verdict.CLOSING


def _is_blind_for_long(case: _Case) -> bool:
    return case.blind_runs == case.threshold


def _has_changed(case: _Case) -> bool:
    difference = case.difference
    if difference is None:
        return True
    moved = (*difference.appeared, *difference.came_into_sight, *difference.went_away)
    return (
        difference.old_verdict is not difference.new_verdict
        or bool(weighty(moved))
        or bool(reweighed(difference))
    )


def _amounts_differ(case: _Case) -> bool:
    changed = case.difference.changed if case.difference else ()
    return any("amount" in change.aspects for change in changed)


_APPLIES: Final[dict[Topic, Callable[[_Case], bool]]] = {
    Topic.READY: _is_ready,
    Topic.CLOSING: _period_is_over,
    Topic.BLIND: _is_blind_for_long,
    Topic.CHANGE: _has_changed,
    Topic.AMOUNT: _amounts_differ,
}
"""When a scan is news, by topic; what could not be scanned is told by :func:`failed`."""
