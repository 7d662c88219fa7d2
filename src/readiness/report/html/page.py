"""What is on the page, account by account."""

from dataclasses import dataclass
from typing import Final

from readiness.domain.finding import Severity
from readiness.language import LANGUAGES, counted, current, say, translate
from readiness.report.document import Account, ReportDocument
from readiness.report.formats import Frame
from readiness.report.groups import money
from readiness.report.html.amounts import worth
from readiness.report.html.coverage import Map, map_of
from readiness.report.html.findings import Findings, Group
from readiness.report.html.left import Left, left_of
from readiness.report.html.moments import minute
from readiness.report.html.past import Past, past_of
from readiness.report.html.steps import Checklist, checklist
from readiness.report.labels import label
from readiness.report.next_steps import headline, next_steps
from readiness.report.standing import closure_sentence, counts, key_sentences, verdict_text
from readiness.report.wording import html as words
from readiness.report.wording import table as table_words

_FIGURES: Final = {
    Severity.BLOCKER: "holding",
    Severity.UNKNOWN: "unknown",
    Severity.CONFIRM: "manual",
}


@dataclass(frozen=True)
class Figure:
    """A number worth a large print.

    Attributes:
        title: what it counts.
        value: the number.
        note: what has to be added to it; may be empty.
        tone: the status that it is coloured as; empty where it is no matter of colour.
    """

    title: str
    value: str
    note: str
    tone: str


@dataclass(frozen=True)
class AccountPage:
    """One account's part of the page."""

    name: str
    title: str
    exchange: str
    verdict: str
    verdict_word: str
    headline: str
    figures: tuple[Figure, ...]
    standing: tuple[str, ...]
    next_steps: tuple[str, ...]
    plan: Checklist
    left: Left
    findings: tuple[Group, ...]
    coverage: Map | None
    past: Past | None
    requests: str


@dataclass(frozen=True)
class Page:
    """The whole page."""

    title: str
    verdict: str
    verdict_word: str
    exit_code: int
    began: str
    ended: str
    version: str
    language: str
    accounts: tuple[AccountPage, ...]


def page_of(document: ReportDocument, frame: Frame) -> Page:
    """The page of a report."""
    title = translate(words.TITLE)
    word = verdict_text(document.verdict)
    if len(document.accounts) == 1:
        title = say(words.TITLE_OF, account=label(document.accounts[0].account), verdict=word)
    return Page(
        title=title,
        verdict=document.verdict.value,
        verdict_word=word,
        exit_code=document.exit_code,
        began=minute(document.started_at),
        ended=minute(document.finished_at),
        version=document.tool.version,
        language=LANGUAGES[current()],
        accounts=tuple(
            _account(account, document, frame, f"account-{number}")
            for number, account in enumerate(document.accounts, 1)
        ),
    )


def _account(account: Account, document: ReportDocument, frame: Frame, name: str) -> AccountPage:
    policy = frame.policies.get(account.exchange)
    findings = Findings(account, policy, document.started_at.date(), name)
    groups = findings.groups()
    closure = account.closure
    return AccountPage(
        name=name,
        title=label(account.account),
        exchange=policy.title if policy else label(account.exchange),
        verdict=account.verdict.value,
        verdict_word=verdict_text(account.verdict),
        headline=headline(account),
        figures=_figures(account),
        standing=(
            *key_sentences(account.key),
            *([closure_sentence(closure, account.verdict)] if closure else []),
        ),
        next_steps=next_steps(account),
        plan=checklist(account.plan, name, findings.anchors),
        left=left_of(account, policy),
        findings=groups,
        coverage=map_of(account, policy) if account.coverage else None,
        past=past_of(account, frame.past.get(account.account, ()), document.finished_at),
        requests=counted(
            table_words.REQUESTS,
            account.requests.sent,
            {part: str(number) for part, number in account.requests},
        ),
    )


def _figures(account: Account) -> tuple[Figure, ...]:
    number = counts(account)
    figures = [
        Figure(
            translate(words.FIGURE_TITLES[severity]),
            str(number[severity]),
            "",
            tone if number[severity] else "",
        )
        for severity, tone in _FIGURES.items()
    ]
    value, unpriced = money(each for each in account.findings if each.acknowledged is None)
    if value or unpriced:
        note = counted(words.UNPRICED, unpriced) if unpriced else ""
        shown = worth(value) if value else translate(table_words.NOT_PRICED)
        figures.append(Figure(translate(words.MONEY_FOUND), shown, note, ""))
    if account.plan.earliest.request_on:
        day = str(account.plan.earliest.request_on)
        note = translate(words.UNLESS) if account.plan.earliest.uncertain else ""
        figures.append(Figure(translate(words.POSSIBLE), day, note, ""))
    return tuple(figures)
