"""What was looked at, as a map: areas by scopes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from readiness.domain.policy import Policy
from readiness.domain.report import Status
from readiness.domain.scope import MAIN
from readiness.language import counted, listed, say, translate
from readiness.report.document import Account, Coverage
from readiness.report.labels import label
from readiness.report.looked_at import Row, rows_of
from readiness.report.sentences import area_title
from readiness.report.wording import html as words
from readiness.report.wording import table as table_words

_MOST_SCOPES: Final = 8
"""Columns that fit on a sheet of paper."""
_NAMED_SCOPES: Final = 3
"""With more columns, their names do not fit above them: they are numbered."""
_MOST_ROWS: Final = 60
_WEIGHT: Final = {Status.HOLDING: 3, Status.UNKNOWN: 2, Status.MANUAL: 1}


@dataclass(frozen=True)
class Cell:
    """One area of one scope.

    Attributes:
        status: its status; empty where the scope has no such area.
        word: the same for people, and what else to say of it.
    """

    status: str
    word: str


@dataclass(frozen=True)
class Line:
    """One area, with a cell for each scope."""

    area: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Family:
    """Areas of one kind."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Sign:
    """A line of the legend."""

    status: str
    word: str
    meaning: str
    count: int


@dataclass(frozen=True)
class Map:
    """The map of one account.

    Attributes:
        heads: what stands above its columns, one for each scope, the main account first.
        numbered: the scopes whose columns have numbers in place of names, from 1.
        families: its lines, by kind of area.
        legend: what the signs mean, and how often each occurs.
        hidden: what is said of scopes that are not drawn; may be empty.
        rows: why something was not seen, and what a person has looked at.
        more_rows: how many such rows are not listed.
    """

    heads: tuple[str, ...]
    numbered: tuple[str, ...]
    families: tuple[Family, ...]
    legend: tuple[Sign, ...]
    hidden: str
    rows: tuple[Row, ...]
    more_rows: int


def map_of(account: Account, policy: Policy | None) -> Map:
    """The map of an account's coverage."""
    scopes = _by_weight(account.coverage)
    drawn, hidden = scopes[:_MOST_SCOPES], frozenset(scopes[_MOST_SCOPES:])
    rows = rows_of(_explained(account), policy)
    heads = [_name(scope) for scope in drawn]
    subs = [_name(scope) for scope in drawn if scope != MAIN]
    numbered = subs if len(drawn) > _NAMED_SCOPES else []
    if numbered:
        heads = [*heads[: len(drawn) - len(subs)], *map(str, range(1, len(subs) + 1))]
    return Map(
        heads=tuple(heads),
        numbered=tuple(numbered),
        families=_families(account.coverage, drawn, policy),
        legend=_legend(account.coverage),
        hidden=_hidden(account.coverage, hidden),
        rows=tuple(rows[:_MOST_ROWS]),
        more_rows=len(rows[_MOST_ROWS:]),
    )


def _explained(account: Account) -> Account:
    """The account, with those rows alone of which the map does not say everything."""
    rows = [row for row in account.coverage if row.reason or row.confirmed_on]
    return account.model_copy(update={"coverage": tuple(rows)})


def _by_weight(coverage: Sequence[Coverage]) -> list[str]:
    """The scopes: the main one, then those in which the most is not clear."""
    weights: Counter[str] = Counter()
    for row in coverage:
        weights[row.scope] += _WEIGHT.get(row.status, 0)
    return sorted(weights, key=lambda scope: (scope != MAIN, -weights[scope]))


def _name(scope: str) -> str:
    return translate(words.MAIN_SHORT) if scope == MAIN else label(scope)


def _families(
    coverage: Sequence[Coverage], scopes: Sequence[str], policy: Policy | None
) -> tuple[Family, ...]:
    cells = {(row.area, row.scope): row for row in coverage}
    families: dict[str, dict[str, None]] = {title: {} for title in words.FAMILIES.values()}
    for row in coverage:
        families[_family(row.area)][row.area] = None
    return tuple(
        Family(
            translate(title),
            tuple(
                Line(
                    area_title(area, policy),
                    tuple(_cell(cells.get((area, scope))) for scope in scopes),
                )
                for area in areas
            ),
        )
        for title, areas in families.items()
        if areas
    )


def _family(area: str) -> str:
    return next(title for beginning, title in words.FAMILIES.items() if area.startswith(beginning))


def _cell(row: Coverage | None) -> Cell:
    if row is None:
        return Cell("", translate(words.NO_ROW))
    notes = [say(table_words.ITEMS, count=str(row.items))] if row.items else []
    if row.confirmed_on is not None:
        notes.append(say(table_words.CONFIRMED, day=str(row.confirmed_on)))
    word = translate(table_words.STATUS_WORDS[row.status])
    status = "confirmed" if row.confirmed_on else row.status.value
    return Cell(status, listed((word, *notes)))


def _legend(coverage: Sequence[Coverage]) -> tuple[Sign, ...]:
    counts = Counter(row.status for row in coverage)
    return tuple(
        Sign(
            status.value,
            translate(table_words.STATUS_WORDS[status]),
            translate(meaning),
            counts[status],
        )
        for status, meaning in words.LEGEND_TEXTS.items()
    )


def _hidden(coverage: Sequence[Coverage], scopes: frozenset[str]) -> str:
    if not scopes:
        return ""
    counts = Counter(row.status for row in coverage if row.scope in scopes)
    statuses = listed(
        say(
            words.STATUS_COUNT,
            status=translate(table_words.STATUS_WORDS[status]),
            count=str(counts[status]),
        )
        for status in words.LEGEND_TEXTS
        if counts[status]
    )
    return counted(words.MORE_SCOPES, len(scopes), statuses=statuses)
