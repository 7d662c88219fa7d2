"""The report for people: grouped by what to do, the coverage at the end."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from readiness.domain.finding import Severity
from readiness.domain.policy import Policy
from readiness.domain.verdict import Verdict
from readiness.language import say, translate
from readiness.report.document import Account, Closing, Key, ReportDocument
from readiness.report.formats import Surface
from readiness.report.groups import money
from readiness.report.labels import label
from readiness.report.next_steps import headline, next_steps
from readiness.report.numbers import dollars
from readiness.report.paper import Paper
from readiness.report.table_coverage import write_coverage
from readiness.report.table_findings import write_findings
from readiness.report.wording import table as words
from readiness.report.wording import verdicts

STYLES: Final[Mapping[Verdict, str]] = {
    Verdict.REFUSED: "bold red",
    Verdict.BLOCKED: "bold red",
    Verdict.INCOMPLETE: "bold yellow",
    Verdict.UNCONFIRMED: "bold cyan",
    Verdict.CLOSING: "bold green",
    Verdict.READY: "bold green",
}


def render(document: ReportDocument, policies: Mapping[str, Policy], surface: Surface) -> str:
    """The document as text for people."""
    paper = Paper(surface)
    for account in document.accounts:
        _account(paper, account, policies.get(account.exchange), document.started_at.date())
        paper.blank()
    verdict = {"verdict": document.verdict.upper(), "code": str(document.exit_code)}
    paper.line(say(words.RUN, verdict), STYLES[document.verdict])
    if len(document.accounts) > 1:
        for account in document.accounts:
            paper.bullet(f"{label(account.account)}: {account.verdict}", STYLES[account.verdict])
    paper.blank()
    paper.line(translate(words.LIMITS), "bold")
    for sentence in verdicts.LIMITS:
        paper.line(translate(sentence), indent=2)
    return paper.finish()


def _account(paper: Paper, account: Account, policy: Policy | None, day: date) -> None:
    title = policy.title if policy else account.exchange
    values = {
        "account": label(account.account),
        "exchange": title,
        "verdict": account.verdict.upper(),
    }
    paper.line(say(words.ACCOUNT_LINE, values), STYLES[account.verdict])
    paper.line(headline(account))
    _key(paper, account.key)
    if account.closure is not None:
        _closure(paper, account.closure, account.verdict)
    write_findings(paper, account, policy, day)
    if account.coverage:
        write_coverage(paper, account, policy)
    _totals(paper, account)
    _next(paper, account)


def _key(paper: Paper, key: Key) -> None:
    permissions = label(", ".join(key.permissions))
    if key.read_only:
        owner = translate(verdicts.OWNERS[key.owner]) if key.owner else ""
        paper.line(say(words.KEY_READ_ONLY, {"permissions": permissions, "owner": owner}))
        return
    paper.line(say(words.KEY_OTHER, {"reason": (key.reason or "").removesuffix(".")}))
    if permissions:
        paper.line(say(words.KEY_PERMISSIONS, {"permissions": permissions}))


def _closure(paper: Paper, closure: Closing, verdict: Verdict) -> None:
    sentence = words.CLOSING if verdict is Verdict.CLOSING else words.CLOSING_FORCED
    if closure.day is None:
        sentence = words.CLOSING_OVER
    paper.line(say(sentence, {name: str(part) for name, part in closure}))


def _totals(paper: Paper, account: Account) -> None:
    counting = [finding for finding in account.findings if finding.acknowledged is None]
    counts = {
        name: str(sum(finding.severity is severity for finding in counting))
        for name, severity in (
            ("blockers", Severity.BLOCKER),
            ("unknown", Severity.UNKNOWN),
            ("confirm", Severity.CONFIRM),
            ("notices", Severity.NOTICE),
        )
    }
    paper.blank()
    paper.line(translate(words.TOTALS), "bold")
    paper.line(say(words.COUNTS, counts), indent=2)
    value, unpriced = money(counting)
    if value or unpriced:
        sentence = words.MONEY_UNPRICED if unpriced else words.MONEY
        if not value:
            sentence = words.ONLY_UNPRICED
        amounts = {"value": dollars(value), "count": str(unpriced)}
        paper.line(say(sentence, amounts), indent=2)
    requests = {name: str(count) for name, count in account.requests}
    paper.line(say(words.REQUESTS, requests), indent=2)


def _next(paper: Paper, account: Account) -> None:
    paper.blank()
    paper.line(translate(words.NEXT), "bold")
    for number, step in enumerate(next_steps(account), 1):
        paper.bullet(step, mark=f"{number}.")
