"""The report as Markdown: the verdict first, what it means at the end."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.finding import Severity
from readiness.domain.policy import Policy
from readiness.language import say, translate
from readiness.report.document import Account, ReportDocument
from readiness.report.facts import MOST
from readiness.report.looked_at import clear_sentences, rows_of
from readiness.report.markdown.findings import write_findings
from readiness.report.markdown.page import Page
from readiness.report.markdown.plan import write_plan
from readiness.report.next_steps import headline, next_steps
from readiness.report.standing import (
    closure_sentence,
    counts,
    key_sentences,
    total_sentences,
    verdict_text,
)
from readiness.report.wording import markdown as words
from readiness.report.wording import table, verdicts

_RUN_COLUMNS: Final = (
    words.ACCOUNT,
    words.EXCHANGE,
    words.VERDICT,
    words.IN_THE_WAY,
    words.NOT_SEEN,
    words.FOR_YOU,
)
_COVERAGE_COLUMNS: Final = (words.STATUS, words.AREA, words.REMARK)


def render(document: ReportDocument, policies: Mapping[str, Policy]) -> str:
    """The document as GitHub-flavoured Markdown."""
    page = Page()
    verdict = {"verdict": verdict_text(document.verdict).upper(), "code": str(document.exit_code)}
    page.heading(1, say(table.RUN, verdict))
    when = f"{document.started_at:%Y-%m-%d %H:%M}"
    page.paragraph(say(words.SCANNED, {"when": when, "version": document.tool.version}))
    if len(document.accounts) > 1:
        rows = [_line(account, policies.get(account.exchange)) for account in document.accounts]
        page.table([translate(column) for column in _RUN_COLUMNS], rows)
    for account in document.accounts:
        _account(page, account, policies.get(account.exchange), document)
    page.heading(2, translate(table.LIMITS))
    for sentence in verdicts.LIMITS:
        page.paragraph(translate(sentence))
    return page.finish()


def _line(account: Account, policy: Policy | None) -> list[list[str]]:
    number = counts(account)
    parts = (
        account.account,
        policy.title if policy else account.exchange,
        verdict_text(account.verdict),
        str(number[Severity.BLOCKER]),
        str(number[Severity.UNKNOWN]),
        str(number[Severity.CONFIRM]),
    )
    return [[part] for part in parts]


def _account(page: Page, account: Account, policy: Policy | None, document: ReportDocument) -> None:
    values = {
        "account": account.account,
        "exchange": policy.title if policy else account.exchange,
        "verdict": verdict_text(account.verdict).upper(),
    }
    page.heading(2, say(table.ACCOUNT_LINE, values))
    page.paragraph(headline(account), strong=True)
    for sentence in key_sentences(account.key):
        page.paragraph(sentence)
    if account.closure is not None:
        page.paragraph(closure_sentence(account.closure, account.verdict))
    write_findings(page, account, policy, document.started_at.date())
    write_plan(page, account.plan)
    _coverage(page, account, policy)
    page.heading(3, translate(table.TOTALS))
    for sentence in total_sentences(account):
        page.point(sentence)
    page.heading(3, translate(table.NEXT))
    for number, step in enumerate(next_steps(account), 1):
        page.point(step, mark=f"{number}.")


def _coverage(page: Page, account: Account, policy: Policy | None) -> None:
    if not account.coverage:
        return
    page.heading(3, translate(table.COVERAGE))
    rows = rows_of(account, policy)
    shown = [
        ([translate(table.STATUS_WORDS[row.status])], [row.areas], [row.remark])
        for row in rows[:MOST]
    ]
    page.table([translate(column) for column in _COVERAGE_COLUMNS], shown)
    if len(rows) > MOST:
        page.paragraph(say(words.MORE, {"count": str(len(rows) - MOST)}))
    for sentence in clear_sentences(account, policy)[:MOST]:
        page.paragraph(sentence)
