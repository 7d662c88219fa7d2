"""Rule: no new complete backup of what is lost with the account. And since when findings exist.

What was recorded of earlier scans adds to a report and never weighs on it: a notice, and
dates.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from readiness.domain.area import Area
from readiness.domain.finding import Finding, Severity, place_of
from readiness.domain.key import ReadOnlyKey
from readiness.domain.past import Past
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport
from readiness.domain.scope import MAIN
from readiness.rules.interface import Rule

ID: Final = "no-backup"
_STILL_NEW: Final = timedelta(days=1)
"""What may have come since a backup is told from then on."""


def with_past(report: AccountReport, past: Past, policy: Policy, at: datetime) -> AccountReport:
    """The report with what is known from earlier: dates, and a notice of what was not saved.

    Args:
        report: what was judged now.
        past: what is recorded, this scan included (:func:`carried_on`).
        policy: what is known of the exchange.
        at: when the scan began.
    """
    told = [finding for finding in report.findings if finding.rule != ID]
    findings = [*told, *_no_backup(report, past, policy, at)]
    dated = tuple(
        finding.model_copy(
            update={"first_seen": past.first_seen.get(finding.fingerprint(report.account))}
        )
        for finding in findings
    )
    return report.model_copy(update={"findings": dated})


def carried_on(report: AccountReport, past: Past, at: datetime) -> Past:
    """The past once this report belongs to it.

    A finding that is there keeps its date, or begins now. One that is not there ends,
    unless nobody could look where it was: then its series goes on.

    Args:
        report: what was judged now.
        past: what was recorded before.
        at: when the scan began.
    """
    named = [finding.fingerprint(report.account) for finding in report.findings]
    places = {name: place_of(name) for name in past.first_seen}
    in_sight = {place: report.looked_at(*place) for place in set(places.values())}
    unseen = {n: since for n, since in past.first_seen.items() if not in_sight[places[n]]}
    there = {name: past.first_seen.get(name, at) for name in named}
    return past.model_copy(update={"first_seen": unseen | there})


def _no_backup(
    report: AccountReport, past: Past, policy: Policy, at: datetime
) -> Iterator[Finding]:
    """The notice, for an account that can be backed up at all and is not, or was long ago."""
    saved = past.backup
    variant, is_new = "default", False
    if saved is not None:
        variant = "older" if saved.complete else "incomplete"
        is_new = saved.complete and abs(at - saved.finished_at) <= _STILL_NEW
    if not isinstance(report.key, ReadOnlyKey) or is_new:
        return
    area = Area.ACCOUNT_BACKUP.value
    day = "" if saved is None else saved.finished_at.date().isoformat()
    yield Finding(
        rule=ID,
        variant=variant,
        severity=Severity.NOTICE,
        area=area,
        scope=MAIN,
        subject="history",
        facts=(("day", day),),
        source=policy.source_of(area),
    )


RULE: Final = Rule(
    id=ID,
    title="The account's history is not saved up to now",
    why=(
        "Trades, deposits, withdrawals and bills can no longer be downloaded once the account is "
        "closed; taxes and disputes may need them for years."
    ),
    remedy="Save it before you close the account, with `readiness backup`.",
    messages={
        "default": "The history is lost with the account, and no complete backup of it exists.",
        "incomplete": (
            "The history is lost with the account, and its backup of {day} is not complete."
        ),
        "older": (
            "The history is lost with the account, and its complete backup of {day} does not have "
            "what has come since."
        ),
    },
    remedies={
        "older": (
            "Run the same `readiness backup` once more before you close the account: it adds what "
            "has come since."
        ),
    },
    judge=lambda _: (),
)
