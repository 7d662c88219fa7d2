"""The report as annotations of a workflow run: workflow commands of GitHub Actions.

Only this file writes ``::``. Whatever others named stands behind it on the same line, with
the signs escaped that would end the line or the title, so it can never begin a command of
its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from readiness.domain.finding import Severity
from readiness.domain.policy import Policy
from readiness.domain.verdict import Verdict
from readiness.language import passage, say, translate
from readiness.report.document import Account, Finding, ReportDocument
from readiness.report.groups import action_of
from readiness.report.labels import label, sentence, shorten
from readiness.report.next_steps import headline
from readiness.report.standing import verdict_text
from readiness.report.wording import github as words
from readiness.report.wording import table
from readiness.report.wording.actions import ACTION_TITLES

MOST: Final = 10
"""GitHub shows ten annotations of a kind for a step, and drops the others silently."""
_LONGEST: Final = 1000

_Kind: TypeAlias = Literal["error", "warning", "notice"]
_KINDS: Final[tuple[_Kind, ...]] = ("error", "warning", "notice")

_VERDICTS: Final[Mapping[Verdict, _Kind]] = {
    Verdict.REFUSED: "error",
    Verdict.BLOCKED: "error",
    Verdict.INCOMPLETE: "error",
    Verdict.UNCONFIRMED: "warning",
    Verdict.CLOSING: "notice",
    Verdict.READY: "notice",
}
_SEVERITIES: Final[Mapping[Severity, _Kind]] = {
    Severity.BLOCKER: "error",
    Severity.UNKNOWN: "warning",
    Severity.CONFIRM: "warning",
    Severity.NOTICE: "notice",
}
_ORDER: Final = tuple(Severity)


@dataclass(frozen=True)
class _Annotation:
    kind: _Kind
    title: str
    text: str


def render(document: ReportDocument, policies: Mapping[str, Policy]) -> str:
    """The document as workflow commands, one on a line, and the verdict as the last line."""
    weighing = [
        (account, finding)
        for account in document.accounts
        for finding in account.findings
        if finding.acknowledged is None
    ]
    # What could not be looked at comes before what is for a person: both are warnings.
    weighing.sort(key=lambda each: _ORDER.index(each[1].severity))
    found = [
        *(_verdict(account, policies.get(account.exchange)) for account in document.accounts),
        *(_finding(account, finding) for account, finding in weighing),
    ]
    shown = [
        each for kind in _KINDS for each in _fitting(kind, [a for a in found if a.kind == kind])
    ]
    verdict = {"verdict": verdict_text(document.verdict).upper(), "code": str(document.exit_code)}
    return "".join(f"{line}\n" for line in [*map(_command, shown), say(table.RUN, verdict)])


def _verdict(account: Account, policy: Policy | None) -> _Annotation:
    values = {
        "account": label(account.account),
        "exchange": policy.title if policy else account.exchange,
        "verdict": verdict_text(account.verdict).upper(),
    }
    return _Annotation(_VERDICTS[account.verdict], say(words.VERDICT, values), headline(account))


def _finding(account: Account, finding: Finding) -> _Annotation:
    action = translate(ACTION_TITLES[action_of(finding)])
    title = say(words.FINDING, {"account": label(account.account), "action": action})
    text = passage(finding.message, finding.remedy)
    return _Annotation(_SEVERITIES[finding.severity], title, text)


def _fitting(kind: _Kind, found: Sequence[_Annotation]) -> Iterator[_Annotation]:
    """As many as GitHub shows; where there are more, the last one says how many."""
    if len(found) <= MOST:
        yield from found
        return
    yield from found[: MOST - 1]
    values = {"count": str(len(found) - MOST + 1)}
    yield _Annotation(kind, say(words.MORE, values), say(words.MORE_OF_THIS_KIND, values))


def _command(annotation: _Annotation) -> str:
    title = _escaped(sentence(annotation.title)).replace(":", "%3A").replace(",", "%2C")
    text = _escaped(shorten(sentence(annotation.text), _LONGEST))
    return f"::{annotation.kind} title={title}::{text}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
