"""Applies what the user has decided: acknowledgements and confirmations.

A decision counts only for exactly what it names, only while it is in force, and
never for something that could not be seen. What does not count is said as a notice.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.area import Area
from readiness.domain.decision import Acknowledgement, Confirmation, Decisions
from readiness.domain.finding import Acknowledged, Finding, Severity, is_fingerprint, place_of
from readiness.domain.policy import Policy
from readiness.domain.report import CoverageRow, Status
from readiness.domain.scope import MAIN
from readiness.rules import key_refused
from readiness.rules.interface import Case, Rule

ID: Final = "decision-does-not-count"


def acknowledge(
    account: str,
    case: Case,
    findings: Sequence[Finding],
    acknowledgements: Iterable[Acknowledgement],
    today: date,
) -> tuple[Finding, ...]:
    """The findings, acknowledged ones marked, with a notice for each that does not count.

    What fits no finding is let be where nobody could look: it may be needed all the same.
    """
    result = {finding.fingerprint(account): finding for finding in findings}
    notices = []
    for entry in acknowledgements:
        finding = result.get(entry.fingerprint)
        if not entry.in_force(today):
            objection = "expired"
        elif finding is None:
            objection = "" if _unseen(entry.fingerprint, case.coverage) else "unused"
        else:
            objection = objection_to(entry, finding)
            if not objection:
                decision = Acknowledged(reason=entry.reason, up_to=entry.up_to, until=entry.until)
                result[entry.fingerprint] = finding.model_copy(update={"acknowledged": decision})
        if objection:
            notices.append(_notice(case.policy, objection, entry.fingerprint))
    return (*result.values(), *notices)


def _unseen(fingerprint: str, coverage: Iterable[CoverageRow]) -> bool:
    """Whether nobody could look where a finding of this name would be."""
    if not is_fingerprint(fingerprint):
        return False
    area, scope = place_of(fingerprint)
    # Where the list of sub-accounts could not be read, nothing of them was looked at.
    needed = {(area, scope)} | ({(Area.SUB_ACCOUNTS.value, MAIN)} if scope != MAIN else set())
    return any(row.status is Status.UNKNOWN and (row.area, row.scope) in needed for row in coverage)


def objection_to(entry: Acknowledgement, finding: Finding) -> str:
    """Which sentence says why an acknowledgement does not count; empty if it does."""
    if finding.severity is Severity.UNKNOWN or finding.rule == key_refused.ID:
        return "not-acceptable"
    if isinstance(finding.amount, Unreadable):
        return "unreadable"
    if isinstance(finding.amount, Exact):
        return _too_much(finding.amount.value, entry.up_to)
    # What has a value but no amount could grow without anybody noticing.
    return "" if isinstance(finding.value_usd, NotStated) else "unlimited"


def _too_much(value: Decimal, up_to: Decimal | None) -> str:
    if up_to is None:
        return "no-limit"
    return "exceeded" if abs(value) > up_to else ""


def confirm(
    account: str,
    case: Case,
    findings: Sequence[Finding],
    confirmations: Iterable[Confirmation],
    today: date,
) -> tuple[tuple[CoverageRow, ...], tuple[Finding, ...]]:
    """Coverage and findings after what a person has looked at; confirmed rows are settled."""
    policy = case.policy
    confirmed: dict[str, date] = {}
    notices = []
    open_places = {
        (finding.area, finding.scope)
        for finding in findings
        if finding.severity is Severity.CONFIRM
    }
    open_areas = {area for area, _ in open_places}
    unseen = {row.area for row in case.coverage if row.status is Status.UNKNOWN}
    known_items = {item.item for item in policy.manual_items} | {area.value for area in Area}
    for entry in confirmations:
        if entry.account != account:
            continue
        areas = policy.confirmed_by(entry.item, open_areas)
        counting = {area for area in areas if entry.in_force(today, policy.confirmation_days(area))}
        confirmed |= {area: max(entry.on, confirmed.get(area, entry.on)) for area in counting}
        if entry.item not in known_items:
            notices.append(_notice(policy, "unknown-item", entry.item))
        elif not areas and policy.confirmed_by(entry.item, unseen):
            continue  # nobody could look there: it may be needed all the same
        elif not areas:
            notices.append(_notice(policy, "nothing-to-confirm", entry.item))
        elif not counting:
            notices.append(_notice(policy, "confirmation-expired", entry.item))
    coverage = tuple(
        row.model_copy(update={"confirmed_on": confirmed[row.area]})
        if row.area in confirmed and (row.area, row.scope) in open_places
        else row
        for row in case.coverage
    )
    kept = [
        finding
        for finding in findings
        if finding.severity is not Severity.CONFIRM or finding.area not in confirmed
    ]
    return coverage, (*kept, *notices)


def stray_notices(strays: Decisions, policy: Policy) -> tuple[Finding, ...]:
    """A notice for each decision that names no account of the report."""
    names = [entry.fingerprint for entry in strays.acknowledgements]
    names += [f"{entry.account}: {entry.item}" for entry in strays.confirmations]
    return tuple(_notice(policy, "unknown-account", name) for name in names)


def _notice(policy: Policy, variant: str, subject: str) -> Finding:
    area = Area.ACCOUNT_ACKNOWLEDGEMENTS.value
    return Finding(
        rule=ID,
        variant=variant,
        severity=Severity.NOTICE,
        area=area,
        scope=MAIN,
        subject=subject,
        source=policy.source_of(area),
    )


RULE: Final = Rule(
    id=ID,
    title="A decision of yours does not count",
    why=(
        "Acknowledgements and confirmations hold for exactly what they name, up to an amount and "
        "until a day, so that an old decision never hides a new thing."
    ),
    remedy="Remove the entry from the configuration, or renew it.",
    messages={
        "expired": "The acknowledgement of {subject} has expired.",
        "unused": "The acknowledgement of {subject} fits no finding.",
        "unknown-account": "The decision on {subject} names no account that is in the report.",
        "not-acceptable": "{subject} cannot be acknowledged: nobody saw it, or the key is refused.",
        "unreadable": "{subject} cannot be acknowledged: its amount cannot be read.",
        "unlimited": "{subject} cannot be acknowledged: it has no amount that could be limited.",
        "no-limit": "The acknowledgement of {subject} needs `up_to`, because there is an amount.",
        "exceeded": "{subject} is more than its acknowledgement allows.",
        "unknown-item": "The confirmed item {subject} does not exist at this exchange.",
        "nothing-to-confirm": "The confirmation of {subject} settles nothing that is open.",
        "confirmation-expired": "The confirmation of {subject} is too old; look again.",
    },
    judge=lambda _: (),
)
