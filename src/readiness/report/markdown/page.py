"""Where the Markdown is written: headings, points and tables; knows nothing of reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from readiness.language import clauses
from readiness.report.markdown.text import code, inline


@dataclass(frozen=True)
class Name:
    """A name that is there to be copied."""

    text: str


Part: TypeAlias = str | Name
"""What a line is made of: text that only shows, or a name to copy."""


class Page:
    """Collects a report in Markdown.

    Every text is escaped here, so nothing that an exchange or a stranger named becomes a
    link, a picture, a mention or a part of the page.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._blocks: list[str] = []
        self._points: list[str] = []

    def heading(self, level: int, text: str) -> None:
        """A heading; level 1 is the page's own."""
        self._block(f"{'#' * level} {inline(text)}")

    def paragraph(self, *parts: Part, strong: bool = False) -> None:
        """A paragraph of one line; none where there is nothing to say."""
        line = _line(parts)
        if not line:
            return
        self._block(f"**{line}**" if strong else line)

    def point(self, *parts: Part, mark: str = "-", depth: int = 0) -> None:
        """A point of a list: ``-``, ``1.`` or ``- [ ]``; deeper ones belong to the one before."""
        self._points.append(f"{'    ' * depth}{mark} {_line(parts)}")

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[Sequence[Part]]]) -> None:
        """Rows of cells, each of one or more parts; columns that are empty everywhere go."""
        used = [index for index in range(len(columns)) if any(any(row[index]) for row in rows)]
        lines = [
            _row([inline(columns[index]) for index in used]),
            _row(["---" for _ in used]),
            *(_row([_cell(row[index]) for index in used]) for row in rows),
        ]
        if rows:
            self._block("\n".join(lines))

    def finish(self) -> str:
        """Everything written."""
        self._end_list()
        return "\n\n".join(self._blocks) + "\n"

    def _block(self, text: str) -> None:
        self._end_list()
        self._blocks.append(text)

    def _end_list(self) -> None:
        if self._points:
            self._blocks.append("\n".join(self._points))
            self._points = []


def _line(parts: Sequence[Part]) -> str:
    return " ".join(filter(None, map(_part, parts)))


def _part(part: Part) -> str:
    return code(part.text) if isinstance(part, Name) else inline(part)


def _cell(parts: Sequence[Part]) -> str:
    return clauses(map(_part, parts))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
