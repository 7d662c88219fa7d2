"""What is different, for people."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.finding import Acknowledged, Finding, Severity
from readiness.domain.policy import Policy
from readiness.history.compare import Change, Difference, Place
from readiness.history.pairs import Compared, NotCompared
from readiness.history.wording import SEVERITIES
from readiness.language import clauses, say, translate
from readiness.report.formats import Surface
from readiness.report.labels import label
from readiness.report.paper import Paper
from readiness.report.sentences import Sentences, amount_text, place_text
from readiness.report.standing import verdict_text
from readiness.report.table import STYLES
from readiness.report.wording import past as words
from readiness.rules import RULES_BY_ID

_TIME: Final = "%Y-%m-%d %H:%M"
_STYLES: Final = {
    Severity.BLOCKER: "red",
    Severity.UNKNOWN: "yellow",
    Severity.CONFIRM: "cyan",
    Severity.NOTICE: "dim",
}


def render(
    found: Sequence[Compared | NotCompared], policies: Mapping[str, Policy], surface: Surface
) -> str:
    """What is different as text for people."""
    paper = Paper(surface)
    for number, entry in enumerate(found):
        if number:
            paper.blank()
        if isinstance(entry, Compared):
            _Page(paper, entry, policies.get(entry.new.exchange)).write()
        else:
            paper.line(label(entry.account), "bold")
            paper.line(say(words.NOT_COMPARED, {"why": entry.why}), indent=2)
    return paper.finish()


class _Page:
    """Writes what is different in one account."""

    def __init__(self, paper: Paper, entry: Compared, policy: Policy | None) -> None:
        """Take what was compared."""
        self._paper = paper
        self._entry = entry
        self._policy = policy
        self._words = Sentences(RULES_BY_ID, policy, label)

    def write(self) -> None:
        """All of it, the headings that have something under them."""
        self._head()
        different = self._entry.difference
        if different.empty:
            self._paper.line(translate(words.NOTHING_CHANGED))
            return
        told = {*different.lost, *different.regained}
        self._findings(words.APPEARED, _not_told(different.appeared, told))
        self._findings(words.WENT_AWAY, _not_told(different.went_away, told))
        self._changes(different)
        self._places(words.LOST, different.lost)
        self._findings(words.OUT_OF_SIGHT, _weighing(different.out_of_sight))
        self._places(words.REGAINED, different.regained)
        self._findings(words.CAME_INTO_SIGHT, _weighing(different.came_into_sight))

    def _head(self) -> None:
        old, new = self._entry.old, self._entry.new
        difference = self._entry.difference
        values = {
            "account": label(new.account),
            "exchange": self._policy.title if self._policy else label(new.exchange),
            "old": str(old.id),
            "old_when": f"{old.started_at:{_TIME}}",
            "new": str(new.id),
            "new_when": f"{new.started_at:{_TIME}}",
        }
        self._paper.line(say(words.COMPARED, values), "bold")
        verdicts = {
            "old": verdict_text(difference.old_verdict),
            "new": verdict_text(difference.new_verdict),
        }
        same = difference.old_verdict is difference.new_verdict
        sentence = words.SAME_VERDICT if same else words.VERDICT
        self._paper.line(say(sentence, verdicts), STYLES[difference.new_verdict])

    def _heading(self, sentence: str, count: int) -> None:
        self._paper.blank()
        self._paper.line(say(sentence, {"count": str(count)}), "bold")

    def _findings(self, heading: str, findings: Sequence[Finding]) -> None:
        if findings:
            self._heading(heading, len(findings))
            self._paper.rows([self._row(finding, "") for finding in findings])

    def _changes(self, difference: Difference) -> None:
        if difference.changed:
            self._heading(words.CHANGED, len(difference.changed))
            self._paper.rows(
                [self._row(change.new, self._changed(change)) for change in difference.changed]
            )

    def _changed(self, change: Change) -> str:
        """What changed, aspect by aspect; another kind of sentence is told as it was."""
        shown = [aspect for aspect in change.aspects if aspect in words.ASPECTS]
        if not shown:
            return say(words.BEFORE, {"message": self._words.message(change.old)})
        return clauses(_aspect(change, aspect) for aspect in shown)

    def _row(self, finding: Finding, remark: str) -> tuple[tuple[str, str], str, str]:
        severity = finding.severity
        return (
            (translate(SEVERITIES[severity]), _STYLES[severity]),
            self._words.message(finding),
            remark,
        )

    def _places(self, heading: str, places: Sequence[Place]) -> None:
        if not places:
            return
        self._heading(heading, len(places))
        report = self._entry.new_report
        if not report.coverage:
            self._paper.bullet(translate(words.NOTHING_ASKED))
            return
        reasons = {(row.area, row.scope): row for row in report.coverage}
        for area, scope in places:
            row = reasons.get((area, scope))
            why = self._words.coverage_reason(row) if row and not row.looked_at else None
            place = place_text(area, label(scope), self._policy)
            self._paper.bullet(say(words.PLACE_LOST, place=place, why=why) if why else place)


def _not_told(findings: Iterable[Finding], places: set[Place]) -> list[Finding]:
    """Without the findings that only say that a place could not be looked at: it is named."""
    return [
        finding
        for finding in findings
        if finding.severity is not Severity.UNKNOWN or (finding.area, finding.scope) not in places
    ]


def _weighing(findings: Iterable[Finding]) -> list[Finding]:
    """Without notices: most are not about a place that anybody could look at."""
    return [finding for finding in findings if finding.severity is not Severity.NOTICE]


def _aspect(change: Change, aspect: str) -> str:
    values = {
        "aspect": translate(words.ASPECTS[aspect]),
        "old": _text(getattr(change.old, aspect)),
        "new": _text(getattr(change.new, aspect)),
    }
    return say(words.CHANGE, values)


def _text(value: object) -> str:
    match value:
        case None:
            return translate(words.NONE)
        case Severity():
            return translate(SEVERITIES[value])
        case Exact() | NotStated() | Unreadable():
            return label(amount_text(value))
        case Acknowledged(until=until):
            return say(words.UNTIL, {"until": str(until)})
        case datetime():
            return f"{value:{_TIME}} UTC"
        case _:
            return label(str(value))
