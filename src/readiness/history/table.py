"""The record for people: how it went over time, then scan by scan, newest first."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.verdict import Verdict
from readiness.history.entry import Ending, Entry
from readiness.history.wording import ENDINGS
from readiness.language import counted, say, translate
from readiness.report.chart import chart
from readiness.report.formats import Surface
from readiness.report.labels import label
from readiness.report.numbers import dollars
from readiness.report.paper import Paper
from readiness.report.standing import verdict_text
from readiness.report.table import STYLES
from readiness.report.wording import past as words

_MOST_POINTS: Final = 60
_ENOUGH_FOR_A_CHART: Final = 2
_NOTHING_ASKED: Final = frozenset({Verdict.CLOSING, Verdict.REFUSED})
_TIME: Final = "%Y-%m-%d %H:%M"


def render(
    entries: Mapping[str, Sequence[Entry]],
    titles: Mapping[str, str],
    surface: Surface,
    limit: int,
) -> str:
    """The record as text for people.

    Args:
        entries: what was recorded, by account, newest first.
        titles: the names of the exchanges, by id.
        surface: what it is written on.
        limit: how many scans of an account are shown.
    """
    paper = Paper(surface)
    for number, (account, found) in enumerate(entries.items()):
        if number:
            paper.blank()
        if found:
            _account(paper, account, found, titles, limit)
        else:
            paper.line(say(words.NOTHING_OF, {"account": label(account)}), "bold")
    if not any(entries.values()):
        paper.line(translate(words.BEGIN))
    return paper.finish()


def nothing(surface: Surface) -> str:
    """That there is no record."""
    paper = Paper(surface)
    paper.line(translate(words.NOTHING))
    paper.line(translate(words.BEGIN))
    return paper.finish()


def _account(
    paper: Paper,
    account: str,
    entries: Sequence[Entry],
    titles: Mapping[str, str],
    limit: int,
) -> None:
    exchange = entries[0].exchange
    head = {"account": label(account), "exchange": titles.get(exchange, label(exchange))}
    paper.line(say(words.ACCOUNT_LINE, head), "bold")
    _charts(paper, entries)
    paper.rows([_row(entry) for entry in entries[:limit]])
    if len(entries) > limit:
        paper.line(counted(words.MORE, len(entries) - limit), "dim", indent=2)


def _charts(paper: Paper, entries: Sequence[Entry]) -> None:
    done = [entry for entry in reversed(entries) if entry.ending is Ending.DONE]
    points = done[-_points(paper) :]
    if len(points) < _ENOUGH_FOR_A_CHART:
        return
    rows = []
    for title, value_of in _MEASURES:
        values = [value_of(entry) for entry in points]
        ends = {"first": _number(values[0]), "last": _number(values[-1])}
        line = chart(values, unicode=paper.surface.unicode)
        rows.append(((translate(title), ""), line, say(words.TO, ends)))
    paper.rows(rows)


def _points(paper: Paper) -> int:
    # In columns, the chart has the second of three, which is less than a third of a line.
    return min(_MOST_POINTS, max(10, paper.surface.width // 4))


def _blockers(entry: Entry) -> Decimal | None:
    return _known(entry, Decimal(entry.blockers))


def _unknowns(entry: Entry) -> Decimal | None:
    return None if entry.verdict in _NOTHING_ASKED else Decimal(entry.unknowns)


def _worth(entry: Entry) -> Decimal | None:
    return _known(entry, entry.value_usd)


def _known(entry: Entry, value: Decimal | None) -> Decimal | None:
    """A number that says something: nothing found says nothing while somebody could not look."""
    blind = entry.unknowns or entry.verdict in _NOTHING_ASKED
    return None if blind and not value else value


_MEASURES: Final[tuple[tuple[str, Callable[[Entry], Decimal | None]], ...]] = (
    (words.IN_THE_WAY, _blockers),
    (words.NOT_SEEN, _unknowns),
    (words.WORTH, _worth),
)


def _number(value: Decimal | None) -> str:
    if value is None:
        return translate(words.UNKNOWN)
    return f"{value:.0f}" if value == value.to_integral() else f"{value:.2f}"


def _row(entry: Entry) -> tuple[tuple[str, str], str, str]:
    scan = say(words.SCAN, {"id": str(entry.id), "when": f"{entry.started_at:{_TIME}}"})
    if entry.trigger == "watch":
        scan = say(words.BY_SCHEDULE, {"scan": scan})
    if entry.verdict is None:
        return (translate(ENDINGS[entry.ending]), "dim"), scan, label(translate(entry.note))
    return (verdict_text(entry.verdict), STYLES[entry.verdict]), scan, _counts(entry)


def _counts(entry: Entry) -> str:
    if entry.verdict is Verdict.CLOSING:
        return translate(words.NOTHING_ASKED)
    names = ("blockers", "unknowns", "confirms")
    counts = say(words.COUNTS, {name: str(getattr(entry, name)) for name in names})
    worth = dollars(entry.value_usd) if entry.value_usd else ""
    return say(words.WITH_WORTH, counts=counts, worth=worth) if worth else counts
