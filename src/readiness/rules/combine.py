"""From a snapshot to an account's report: coverage, findings, decisions, verdict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from readiness.domain.answer import Cause, Reason
from readiness.domain.area import Area
from readiness.domain.decision import Closure, Decisions
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import ActingKey, ReadOnlyKey, RejectedKey
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport, CoverageRow, Status
from readiness.domain.scope import MAIN
from readiness.domain.snapshot import PartLook, Requests, Snapshot, SubAccountKey
from readiness.domain.verdict import Verdict, worst
from readiness.rules import could_not_look
from readiness.rules.coverage import cover
from readiness.rules.decisions import ID as DECISIONS
from readiness.rules.decisions import acknowledge, confirm, stray_notices
from readiness.rules.interface import Case
from readiness.rules.overlaps import told_once
from readiness.rules.parts import united
from readiness.rules.reconcile import reconciled
from readiness.rules.registry import RULES

_NONE: Final = Decisions()

_VERDICTS: Final = {
    Severity.BLOCKER: Verdict.BLOCKED,
    Severity.UNKNOWN: Verdict.INCOMPLETE,
    Severity.CONFIRM: Verdict.UNCONFIRMED,
    Severity.NOTICE: Verdict.READY,
}


def assess(
    snapshot: Snapshot,
    policy: Policy,
    decisions: Decisions,
    today: date,
    strays: Decisions = _NONE,
    *,
    closure: Closure | None = None,
) -> AccountReport:
    """Judge one account.

    Args:
        snapshot: what was seen.
        policy: what is known of the exchange.
        decisions: what the user has decided, for all accounts.
        today: the calendar day in UTC.
        strays: decisions that name no account of the report; they are told as notices here.
        closure: the closing request that is recorded; it never changes the verdict.
    """
    snapshot = reconciled(told_once(united(snapshot, policy)), policy)
    ended = None if closure is None or closure.waiting(today) else closure
    case = Case(snapshot, cover(snapshot, policy), policy, ended)
    found = numbered(finding for rule in RULES for finding in rule.judge(case))
    account = snapshot.account
    mine = tuple(entry for entry in decisions.acknowledgements if entry.account == account)
    found = acknowledge(account, case, found, mine, today)
    coverage, found = confirm(account, case, found, decisions.confirmations, today)
    # Only the notices get numbers now: a finding keeps its name, whatever else is settled.
    lost = stray_notices(strays, policy)
    notices = numbered((*(f for f in found if f.rule == DECISIONS), *lost))
    findings = (*(finding for finding in found if finding.rule != DECISIONS), *notices)
    return AccountReport(
        account=account,
        exchange=snapshot.exchange,
        verdict=verdict(snapshot, coverage, findings),
        key=snapshot.key,
        coverage=coverage,
        findings=findings,
        requests=snapshot.requests,
        closure=closure,
        included=tuple(entry.account for entry in _others(snapshot)),
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


def not_scanned(account: str, exchange: str, why: str, policy: Policy) -> AccountReport:
    """The report of an account that could not be scanned: nothing is known of it.

    Args:
        account: the user's name for it.
        exchange: the exchange's id.
        why: what went wrong, fit to be shown.
        policy: what is known of the exchange.
    """
    row = CoverageRow(
        area=Area.ACCOUNT_KEY.value,
        scope=MAIN,
        status=Status.UNKNOWN,
        reasons=(Reason(cause=Cause.NOT_ASKED, text=why),),
    )
    return AccountReport(
        account=account,
        exchange=exchange,
        verdict=Verdict.INCOMPLETE,
        key=None,
        coverage=(row,),
        findings=(could_not_look.finding(row, policy),),
        requests=Requests(),
    )


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, several on one subject told apart by number.

    The numbers do not depend on the order in which the exchange lists things.
    """
    result = list(findings)
    places: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, finding in enumerate(result):
        places[finding.area, finding.scope, finding.subject].append(place)
    for same in (places for places in places.values() if len(places) > 1):
        for number, place in enumerate(sorted(same, key=lambda place: repr(result[place])), 1):
            result[place] = result[place].model_copy(update={"occurrence": number})
    return tuple(result)


def verdict(
    snapshot: Snapshot, coverage: Sequence[CoverageRow], findings: Sequence[Finding]
) -> Verdict:
    """The worst that the keys, the coverage or a finding says.

    Every row of the coverage weighs by itself, so that no rule has to be trusted to
    speak of it; and nothing covered at all is not ready.
    """
    told = {(finding.area, finding.scope) for finding in findings}
    accepted = {(finding.area, finding.scope) for finding in findings if not finding.counts}
    weights = [*_of_keys(snapshot), Verdict.READY if coverage else Verdict.INCOMPLETE]
    weights += [_VERDICTS[finding.severity] for finding in findings if finding.counts]
    for row in coverage:
        place = (row.area, row.scope)
        if row.status is Status.UNKNOWN:
            weights.append(Verdict.INCOMPLETE)
        elif row.confirmed_on is None:
            if row.status is Status.MANUAL and place not in accepted:
                weights.append(Verdict.UNCONFIRMED)
            elif row.status is Status.HOLDING and place not in told:
                weights.append(Verdict.BLOCKED)
    return worst(weights)


def _of_keys(snapshot: Snapshot) -> Iterator[Verdict]:
    """What follows from the keys alone, whatever was seen with them."""
    others = _others(snapshot)
    for proof in (snapshot.key, *(entry.proof for entry in others)):
        if isinstance(proof, ActingKey | RejectedKey):
            yield Verdict.REFUSED
        elif not isinstance(proof, ReadOnlyKey):
            yield Verdict.INCOMPLETE
    for entry in others:
        if not entry.trusted:
            yield Verdict.REFUSED if entry.stranger else Verdict.INCOMPLETE


def _others(snapshot: Snapshot) -> tuple[SubAccountKey | PartLook, ...]:
    """What came of the keys that are configured below this account."""
    return (*snapshot.sub_keys, *snapshot.parts)
