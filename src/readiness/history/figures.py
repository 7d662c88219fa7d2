"""The few numbers of a report that are worth a line."""

from dataclasses import dataclass
from decimal import Decimal, localcontext

from readiness.domain.amount import WIDE, Exact
from readiness.domain.finding import Severity
from readiness.domain.report import AccountReport
from readiness.report.groups import MONEY


@dataclass(frozen=True)
class Figures:
    """What an entry of the history shows of a report."""

    blockers: int
    unknowns: int
    confirms: int
    value_usd: Decimal | None


def figures_of(report: AccountReport) -> Figures:
    """Count what weighs, and add up what the money in the way is worth."""
    counting = [finding for finding in report.findings if finding.counts]
    money = [
        finding.value_usd
        for finding in counting
        if finding.severity is Severity.BLOCKER and finding.area.startswith(MONEY)
    ]
    priced = [value.value for value in money if isinstance(value, Exact)]
    with localcontext(WIDE):
        worth = sum(priced, Decimal(0))
    unknowns = report.count(Severity.UNKNOWN)
    nothing_known = not priced and (money or unknowns or not report.coverage)
    return Figures(
        blockers=report.count(Severity.BLOCKER),
        unknowns=unknowns,
        confirms=report.count(Severity.CONFIRM),
        value_usd=None if nothing_known else worth,
    )
