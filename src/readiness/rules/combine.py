"""From a snapshot to an account's report: coverage, findings, decisions, verdict."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from readiness.domain.decision import Closure, Decisions
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import ActingKey, ReadOnlyKey, RejectedKey
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport, CoverageRow, Status
from readiness.domain.snapshot import Requests, Snapshot
from readiness.domain.verdict import Verdict, worst
from readiness.rules.coverage import cover
from readiness.rules.decisions import acknowledge, confirm
from readiness.rules.interface import Case
from readiness.rules.overlaps import told_once
from readiness.rules.reconcile import reconciled
from readiness.rules.registry import RULES

_VERDICTS: Final = {
    Severity.BLOCKER: Verdict.BLOCKED,
    Severity.UNKNOWN: Verdict.INCOMPLETE,
    Severity.CONFIRM: Verdict.UNCONFIRMED,
    Severity.NOTICE: Verdict.READY,
}


def assess(snapshot: Snapshot, policy: Policy, decisions: Decisions, today: date) -> AccountReport:
    """Judge one account.

    Args:
        snapshot: what was seen.
        policy: what is known of the exchange.
        decisions: what the user has decided, for all accounts.
        today: the calendar day in UTC.
    """
    snapshot = reconciled(told_once(snapshot), policy)
    case = Case(snapshot=snapshot, coverage=cover(snapshot, policy), policy=policy)
    found = numbered(finding for rule in RULES for finding in rule.judge(case))
    account = snapshot.account
    mine = tuple(
        entry
        for entry in decisions.acknowledgements
        if entry.fingerprint.partition("/")[0] == account
    )
    found = acknowledge(account, found, mine, policy, today)
    coverage, found = confirm(account, case, found, decisions.confirmations, today)
    findings = numbered(found)
    return AccountReport(
        account=account,
        exchange=snapshot.exchange,
        verdict=verdict(snapshot, coverage, findings),
        key=snapshot.key,
        coverage=coverage,
        findings=findings,
        requests=snapshot.requests,
    )


def closing(account: str, exchange: str, closure: Closure) -> AccountReport:
    """The report of an account whose waiting period runs: nothing was asked."""
    return AccountReport(
        account=account,
        exchange=exchange,
        verdict=Verdict.CLOSING,
        key=None,
        coverage=(),
        findings=(),
        requests=Requests(),
        closure=closure,
    )


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, several on one subject told apart by number."""
    seen: Counter[tuple[str, str, str]] = Counter()
    result = []
    for finding in findings:
        key = (finding.area, finding.scope, finding.subject)
        seen[key] += 1
        result.append(finding.model_copy(update={"occurrence": seen[key]}))
    return tuple(result)


def verdict(
    snapshot: Snapshot, coverage: Sequence[CoverageRow], findings: Sequence[Finding]
) -> Verdict:
    """The worst that the key, the coverage or a finding says.

    A row of the coverage that is unknown weighs by itself, so that no rule has to
    be trusted to speak of it; and nothing covered at all is not ready.
    """
    proofs = [snapshot.key, *(entry.proof for entry in snapshot.sub_keys)]
    stranger = any(
        entry.listed is False and isinstance(entry.proof, ReadOnlyKey)
        for entry in snapshot.sub_keys
    )
    if stranger or any(isinstance(proof, ActingKey | RejectedKey) for proof in proofs):
        return Verdict.REFUSED
    weights = [_VERDICTS[finding.severity] for finding in findings if finding.counts]
    weights += [Verdict.INCOMPLETE for row in coverage if row.status is Status.UNKNOWN]
    accepted = {(finding.area, finding.scope) for finding in findings if not finding.counts}
    weights += [
        Verdict.UNCONFIRMED
        for row in coverage
        if row.status is Status.MANUAL
        and row.confirmed_on is None
        and (row.area, row.scope) not in accepted
    ]
    weights.append(Verdict.READY if coverage else Verdict.INCOMPLETE)
    return worst(weights)
