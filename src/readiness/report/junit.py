"""The report as test results (JUnit XML).

Written so that it fits the strictest of the published schemas, the one of Ant's JUnit task,
and with it those of Jenkins and Surefire: no attributes on the outermost element, all parts
of a suite in their order, one result for a case.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from junitparser import (
    Attr,
    Error,
    Failure,
    JUnitXml,
    Skipped,
    SystemErr,
    SystemOut,
    TestCase,
    TestSuite,
)

from readiness.domain.verdict import Verdict
from readiness.language import clauses, say, translate
from readiness.report.document import Account, Finding, ReportDocument
from readiness.report.facts import MOST, accepted_text, name_to_share
from readiness.report.labels import label, sentence
from readiness.report.next_steps import headline
from readiness.report.places import Outcome, Place, places_of
from readiness.report.standing import key_sentences, total_sentences, verdict_text
from readiness.report.wording import junit as words
from readiness.report.wording import markdown, table

_TOOL: Final = "readiness"
_VERDICT: Final = "verdict"
_HOST: Final = "localhost"
"""Where the tests ran has to be said; which machine it was is nobody's business."""

_Result: TypeAlias = Failure | Error | Skipped

_VERDICTS: Final[dict[Verdict, type[Failure] | type[Error]]] = {
    Verdict.REFUSED: Failure,
    Verdict.BLOCKED: Failure,
    Verdict.INCOMPLETE: Error,
    Verdict.UNCONFIRMED: Failure,
}
"""What is not listed passes: ``ready`` and ``closing``."""

_OUTCOMES: Final[dict[Outcome, type[_Result]]] = {
    Outcome.BLOCKED: Failure,
    Outcome.UNKNOWN: Error,
    Outcome.UNCONFIRMED: Failure,
    Outcome.ACCEPTED: Skipped,
}


_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'


class _Suite(TestSuite):
    """A suite with the two attributes that Ant's schema asks for besides."""

    id = Attr()
    package = Attr()


def render(document: ReportDocument) -> str:
    """The document as JUnit XML: a suite for each account, and one for the run.

    Only ASCII, like the JSON: it survives any encoding of stdout.
    """
    root = JUnitXml()
    suites = [*(_of_account(account, document) for account in document.accounts), _run(document)]
    for number, suite in enumerate(suites):
        suite._elem.set("id", str(number))
        root.append(suite)
    text = root.tostring().decode("utf-8").encode("ascii", "xmlcharrefreplace").decode("ascii")
    return f"{_DECLARATION}\n{text}\n"


def _of_account(account: Account, document: ReportDocument) -> _Suite:
    name = f"{_TOOL}.{account.account}"
    taken: Counter[tuple[str, str]] = Counter()
    cases = [_verdict(name, account), *(_case(name, place, taken) for place in places_of(account))]
    told = [*key_sentences(account.key), *_passing(account), *total_sentences(account)]
    return _suite(name, document, cases, {"exchange": account.exchange}, told)


def _run(document: ReportDocument) -> _Suite:
    seconds = (document.finished_at - document.started_at).total_seconds()
    case = TestCase(_VERDICT, _TOOL, seconds)
    kind = _VERDICTS.get(document.verdict)
    values = {"verdict": verdict_text(document.verdict), "code": str(document.exit_code)}
    said = say(words.RUN, values)
    if kind is not None:
        case.append(_result(kind, said, document.verdict.value, ()))
    facts = {"version": document.tool.version, "exit_code": str(document.exit_code)}
    return _suite(_TOOL, document, [case], facts, [said])


def _suite(
    name: str,
    document: ReportDocument,
    cases: Sequence[TestCase],
    properties: Mapping[str, str],
    told: Sequence[str],
) -> _Suite:
    suite = _Suite(name)
    suite.hostname = _HOST
    suite.timestamp = f"{document.started_at:%Y-%m-%dT%H:%M:%S}"
    suite._elem.set("package", _TOOL)
    for key, value in properties.items():
        suite.add_property(key, sentence(value))
    suite.add_testcases(list(cases))
    suite.append(SystemOut(_lines(told)))  # type: ignore[no-untyped-call]
    suite.append(SystemErr(""))  # type: ignore[no-untyped-call]
    return suite


def _verdict(suite: str, account: Account) -> TestCase:
    case = TestCase(_VERDICT, suite, 0)
    kind = _VERDICTS.get(account.verdict)
    if kind is not None:
        values = {"verdict": verdict_text(account.verdict), "meaning": headline(account)}
        told = key_sentences(account.key)
        case.append(_result(kind, say(words.VERDICT, values), account.verdict.value, told))
    return case


def _case(suite: str, place: Place, taken: Counter[tuple[str, str]]) -> TestCase:
    classname, name = f"{suite}.{label(place.scope)}", place.area
    # Two sub-accounts can look alike once their addresses are masked.
    taken[classname, name] += 1
    if (count := taken[classname, name]) > 1:
        name = f"{name} ({count})"
    case = TestCase(name, classname, 0)
    kind = _OUTCOMES.get(place.outcome)
    if kind is not None:
        told = [line for finding in place.findings[:MOST] for line in _told(finding)]
        if len(place.findings) > MOST:
            told.append(say(markdown.MORE, {"count": str(len(place.findings) - MOST)}))
        case.append(_result(kind, _why(place), place.outcome.value, told))
    return case


def _why(place: Place) -> str:
    """One line for lists of failed cases."""
    if place.outcome is Outcome.ACCEPTED:
        accepted = (finding.acknowledged for finding in place.findings)
        return clauses(accepted_text(each) for each in accepted if each is not None)
    if place.findings:
        return place.findings[0].message
    bare = words.NOT_LOOKED_AT if place.outcome is Outcome.UNKNOWN else words.NOT_CONFIRMED
    return (place.row.reason if place.row else None) or translate(bare)


def _told(finding: Finding) -> Iterator[str]:
    yield finding.message
    yield finding.remedy
    if finding.acknowledged is not None:
        yield accepted_text(finding.acknowledged)
    if name := name_to_share(finding):
        yield say(table.FINGERPRINT, {"fingerprint": name})


def _passing(account: Account) -> list[str]:
    """What is good to know of places that pass: a case that passes cannot say anything."""
    places = (place for place in places_of(account) if place.outcome is Outcome.FINE)
    return _most([finding.message for place in places for finding in place.findings])


def _most(told: Sequence[str]) -> list[str]:
    """As much as a reader takes in, and how much is left out."""
    more = len(told) - MOST
    return [*told[:MOST], *([say(markdown.MORE, {"count": str(more)})] if more > 0 else ())]


def _result(kind: type[_Result], why: str, type_: str, told: Sequence[str]) -> _Result:
    # A skipped case has no type in Ant's schema.
    result = kind(sentence(why), None if kind is Skipped else type_)
    result.text = _lines(told)
    return result


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, map(sentence, texts)))
