"""A report in one line: what a log keeps of a scan."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.language import Plural, counted, message, phrases, say
from readiness.report.standing import verdict_text
from readiness.rules.key_refused import PROBABLY_CLOSED

if TYPE_CHECKING:
    from readiness.history import Change, Difference

FAILED: Final = message("not scanned, see the error")

_COUNTS: Final = (
    (Severity.BLOCKER, Plural("{count} blocker", "{count} blockers")),
    (Severity.UNKNOWN, Plural("{count} unknown", "{count} unknown")),
    (Severity.CONFIRM, Plural("{count} to confirm", "{count} to confirm")),
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
        return say("closing, nothing is sent until {ends_on}", ends_on=report.closure.ends_on)
    gone = any(finding.variant == PROBABLY_CLOSED for finding in report.findings)
    verdict = (
        say("{verdict}, probably closed", verdict=verdict_text(report.verdict))
        if gone
        else verdict_text(report.verdict)
    )
    told = phrases([verdict, *_counts(report)])
    if difference is None:
        return told
    return say("{told} ({changes})", told=told, changes=_changes(difference))


def _counts(report: AccountReport) -> list[str]:
    counts = ((report.count(severity), plural) for severity, plural in _COUNTS)
    return [counted(plural, number) for number, plural in counts if number]


def _changes(difference: "Difference") -> str:
    appeared = _weighty((*difference.appeared, *difference.came_into_sight))
    changes: tuple[tuple[Sequence[object], str], ...] = (
        (appeared, message("{count} appeared")),
        (_weighty(difference.went_away), message("{count} went away")),
        ([each for each in difference.changed if _is_news(each)], message("{count} changed")),
        (difference.lost or difference.out_of_sight, message("{count} no longer seen")),
        (difference.regained, message("{count} seen again")),
    )
    told = [say(sentence, count=len(which)) for which, sentence in changes if which]
    if difference.old_verdict is not difference.new_verdict:
        told.insert(0, say("was {verdict}", verdict=verdict_text(difference.old_verdict)))
    return phrases(told) or say("no change")


def _weighty(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity in _WEIGHTY]


def _is_news(change: "Change") -> bool:
    """A price that moved is none."""
    return change.aspects != ("value_usd",) and bool(_weighty((change.old, change.new)))
