"""A report in one line: what a log keeps of a scan."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.rules.key_refused import PROBABLY_CLOSED

if TYPE_CHECKING:
    from readiness.history import Change, Difference

FAILED: Final = "not scanned, see the error"

_COUNTS: Final = (
    (Severity.BLOCKER, "blocker", "blockers"),
    (Severity.UNKNOWN, "unknown", "unknown"),
    (Severity.CONFIRM, "to confirm", "to confirm"),
)

_WEIGHTY: Final = frozenset({Severity.BLOCKER, Severity.CONFIRM})
"""What stands in the way. A look that failed is told as a place that is no longer seen."""


def line(report: AccountReport, difference: "Difference | None") -> str:
    """Verdict, how much stands in the way, and what is different from the scan before.

    Args:
        report: of one account.
        difference: from the scan before; ``None`` if there was none.
    """
    if report.verdict is Verdict.CLOSING and report.closure is not None:
        return f"closing, nothing is sent until {report.closure.ends_on}"
    gone = any(finding.variant == PROBABLY_CLOSED for finding in report.findings)
    verdict = f"{report.verdict}, probably closed" if gone else report.verdict.value
    told = ", ".join([verdict, *_counts(report)])
    return told if difference is None else f"{told} ({_changes(difference)})"


def _counts(report: AccountReport) -> list[str]:
    found = [finding.severity for finding in report.findings if finding.counts]
    counts = ((found.count(severity), one, many) for severity, one, many in _COUNTS)
    return [_count(number, one, many) for number, one, many in counts if number]


def _changes(difference: "Difference") -> str:
    appeared = _weighty((*difference.appeared, *difference.came_into_sight))
    changes: tuple[tuple[Sequence[object], str], ...] = (
        (appeared, "appeared"),
        (_weighty(difference.went_away), "went away"),
        ([each for each in difference.changed if _is_news(each)], "changed"),
        (difference.lost or difference.out_of_sight, "no longer seen"),
        (difference.regained, "seen again"),
    )
    told = [f"{len(which)} {word}" for which, word in changes if which]
    if difference.old_verdict is not difference.new_verdict:
        told.insert(0, f"was {difference.old_verdict}")
    return ", ".join(told) or "no change"


def _weighty(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity in _WEIGHTY]


def _is_news(change: "Change") -> bool:
    """A price that moved is none."""
    return change.aspects != ("value_usd",) and bool(_weighty((change.old, change.new)))


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
