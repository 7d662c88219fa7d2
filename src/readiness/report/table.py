"""The report for people: grouped by what to do, the coverage at the end."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from readiness.domain.policy import Policy
from readiness.domain.verdict import Verdict
from readiness.language import explained, say, translate
from readiness.report.document import Account, ReportDocument
from readiness.report.formats import Surface
from readiness.report.labels import label
from readiness.report.next_steps import headline, next_steps
from readiness.report.paper import Paper
from readiness.report.standing import closure_sentence, key_sentences, total_sentences, verdict_text
from readiness.report.table_coverage import write_coverage
from readiness.report.table_findings import write_findings
from readiness.report.table_plan import write_plan
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
    verdict = {"verdict": verdict_text(document.verdict).upper(), "code": str(document.exit_code)}
    paper.line(say(words.RUN, verdict), STYLES[document.verdict])
    if len(document.accounts) > 1:
        for account in document.accounts:
            told = explained(label(account.account), verdict_text(account.verdict))
            paper.bullet(told, STYLES[account.verdict])
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
        "verdict": verdict_text(account.verdict).upper(),
    }
    paper.line(say(words.ACCOUNT_LINE, values), STYLES[account.verdict])
    paper.line(headline(account))
    for sentence in key_sentences(account.key):
        paper.line(sentence)
    if account.closure is not None:
        paper.line(closure_sentence(account.closure, account.verdict))
    write_findings(paper, account, policy, day)
    if account.coverage:
        write_coverage(paper, account, policy)
    _totals(paper, account)
    write_plan(paper, account)
    _next(paper, account)


def _totals(paper: Paper, account: Account) -> None:
    paper.blank()
    paper.line(translate(words.TOTALS), "bold")
    for sentence in total_sentences(account):
        paper.line(sentence, indent=2)


def _next(paper: Paper, account: Account) -> None:
    paper.blank()
    paper.line(translate(words.NEXT), "bold")
    for number, step in enumerate(next_steps(account), 1):
        paper.bullet(step, mark=f"{number}.")
