"""A report of codes to the document that every format is drawn from."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from readiness.documents.parts import Tool
from readiness.domain import finding as domain
from readiness.domain.amount import Amount, Exact, Unreadable, plain
from readiness.domain.decision import Closure
from readiness.domain.key import ActingKey, KeyProof, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport, CoverageRow, Report
from readiness.language import passage, say, translate
from readiness.report import document
from readiness.report.labels import visible
from readiness.report.plan_document import plan_document
from readiness.report.sentences import Sentences, advice_text, reason_text
from readiness.report.wording import phrases, verdicts

if TYPE_CHECKING:
    from readiness.domain.answer import Reason
    from readiness.rules.interface import Rule

_NAME: Final = "readiness"


def to_document(
    report: Report,
    policies: Mapping[str, Policy],
    *,
    rules: "Mapping[str, Rule] | None" = None,
    label: Callable[[str], str] = visible,
) -> document.ReportDocument:
    """Put a report into words.

    Args:
        report: what the run found.
        policies: what is known of the exchanges, by the exchange id of the accounts.
        rules: the rules by id; the real ones when not given.
        label: makes names that others wrote fit for the reader of the messages.
    """
    if rules is None:
        from readiness.rules import RULES_BY_ID

        rules = RULES_BY_ID
    today = report.started_at.astimezone(UTC).date()
    return document.ReportDocument(
        schema_="readiness.report/1",
        tool=Tool(name=_NAME, version=report.tool_version),
        started_at=_second(report.started_at),
        finished_at=_second(report.finished_at),
        verdict=report.verdict,
        exit_code=report.exit_code,
        accounts=tuple(
            _account(entry, Sentences(rules, policies.get(entry.exchange), label), today)
            for entry in report.accounts
        ),
    )


def _account(entry: AccountReport, words: Sentences, today: date) -> document.Account:
    return document.Account(
        account=entry.account,
        exchange=entry.exchange,
        verdict=entry.verdict,
        key=_key(entry, words.policy),
        coverage=tuple(_coverage(row, words) for row in entry.coverage),
        findings=tuple(finding_document(entry.account, found, words) for found in entry.findings),
        requests=document.RequestCount(**entry.requests.model_dump()),
        closure=_closing(entry, entry.closure, today) if entry.closure else None,
        included=tuple(map(visible, entry.included)),
        plan=plan_document(entry, words, today),
    )


def _closing(entry: AccountReport, closure: Closure, today: date) -> document.Closing:
    from readiness.rules.key_refused import PROBABLY_CLOSED

    return document.Closing(
        requested_on=closure.requested_on,
        wait_days=closure.wait_days,
        ends_on=closure.ends_on,
        day=closure.day(today),
        days_left=closure.days_left(today),
        probably_closed=any(found.variant == PROBABLY_CLOSED for found in entry.findings),
    )


def _key(entry: AccountReport, policy: Policy | None) -> document.Key:
    if entry.key is None:
        why = verdicts.KEY_CLOSING if entry.closure else verdicts.KEY_NOT_ASKED
        return document.Key(read_only=None, permissions=(), owner=None, reason=translate(why))
    return key_document(entry.key, policy)


def key_document(proof: KeyProof, policy: Policy | None = None) -> document.Key:
    """What a key proved about itself, in words."""
    match proof:
        case ReadOnlyKey(owner=owner, permissions=permissions):
            return document.Key(
                read_only=True, permissions=_texts(permissions), owner=owner.kind, reason=None
            )
        case ActingKey(owner=owner, permissions=permissions):
            return document.Key(
                read_only=False,
                permissions=_texts(permissions),
                owner=owner.kind if owner else None,
                reason=translate(verdicts.KEY_ACTING),
            )
        case RejectedKey(reason=reason) | UnprovenKey(reason=reason):
            return document.Key(
                read_only=None, permissions=(), owner=None, reason=_with_advice(reason, policy)
            )


def _with_advice(reason: "Reason", policy: Policy | None) -> str:
    what, mend = visible(reason_text(reason, policy)), advice_text(reason, policy)
    return say(phrases.WITH_ADVICE, what=what, advice=mend) if mend else what


def _texts(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(visible(text) for text in texts)


def _coverage(row: CoverageRow, words: Sentences) -> document.Coverage:
    reason = words.coverage_reason(row)
    return document.Coverage(
        area=row.area,
        scope=visible(row.scope),
        status=row.status,
        items=row.items,
        reason=None if reason is None else visible(reason),
        confirmed_on=row.confirmed_on,
        requests=tuple(dict.fromkeys(each.request for each in row.reasons if each.request)),
    )


def finding_document(account: str, found: domain.Finding, words: Sentences) -> document.Finding:
    """One finding, in words."""
    accepted = found.acknowledged
    where = visible(words.where(found))
    remedy = passage(visible(words.remedy(found)), where)
    return document.Finding(
        fingerprint=found.fingerprint(account),
        rule=found.rule,
        severity=found.severity,
        area=found.area,
        scope=visible(found.scope),
        subject=visible(found.subject),
        asset=visible(found.asset) or None,
        amount=_decimal(found.amount),
        value_usd=_decimal(found.value_usd),
        raw=visible(found.amount.raw) if isinstance(found.amount, Unreadable) else None,
        message=visible(words.message(found)),
        remedy=remedy,
        where=where or None,
        source=found.source,
        clears_at=None if found.clears_at is None else _second(found.clears_at),
        first_seen=None if found.first_seen is None else _second(found.first_seen),
        acknowledged=document.Acknowledged(
            reason=visible(accepted.reason),
            up_to=None if accepted.up_to is None else plain(accepted.up_to),
            until=accepted.until,
        )
        if accepted
        else None,
    )


def _decimal(amount: Amount) -> str | None:
    return plain(amount.value) if isinstance(amount, Exact) else None


def _second(moment: datetime) -> datetime:
    # Whole seconds: what common tools (jq's fromdateiso8601) read, and enough for a scan.
    return moment.replace(microsecond=0)
