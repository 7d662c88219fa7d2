"""Where the table format writes: wraps, indents and escapes; knows nothing of reports."""

from collections.abc import Sequence
from io import StringIO
from typing import Final

from rich.cells import cell_len
from rich.console import Console, JustifyMethod, OverflowMethod
from rich.containers import Lines
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from readiness.language import explained
from readiness.language.wrapping import breaks, is_wide
from readiness.report.formats import Surface
from readiness.report.labels import clean, shorten

_NARROWEST: Final = 20
_TWO_COLUMNS: Final = 2
_LONGEST_TEXT: Final = 4000
COLUMNS_FROM: Final = 76
"""From this width on, rows are set in columns; below, their parts stand under each other."""


class _Text(Text):
    """Text that is also broken where a language puts no spaces between its words."""

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """The lines of the text, of which none is wider than ``width``."""
        if no_wrap or width < _TWO_COLUMNS or not is_wide(self.plain):
            return super().wrap(
                console,
                width,
                justify=justify,
                overflow=overflow,
                tab_size=tab_size,
                no_wrap=no_wrap,
            )
        lines = Lines(
            line
            for paragraph in self.split(allow_blank=True)
            for line in paragraph.divide(breaks(paragraph.plain, width))
        )
        for line in lines:
            line.rstrip_end(width)
        return lines


class Paper:
    """Collects the lines of a report for people.

    Every text is cleaned here and handed to rich as plain text, never as markup, so
    nothing that an exchange or a stranger named can style, hide or move anything.
    """

    def __init__(self, surface: Surface) -> None:
        """Prepare a page of the surface's width."""
        self.surface = surface
        self._file = StringIO()
        self._console = Console(
            file=self._file,
            width=max(surface.width, _NARROWEST),
            force_terminal=surface.colour,
            color_system="standard" if surface.colour else None,
            no_color=not surface.colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    @property
    def wide(self) -> bool:
        """Whether there is room for columns."""
        return self.surface.width >= COLUMNS_FROM

    def text(self, content: str, style: str = "", longest: int = _LONGEST_TEXT) -> Text:
        """Content made safe for this page."""
        shown = shorten(clean(content), longest)
        if not self.surface.unicode:
            shown = shown.encode("ascii", "backslashreplace").decode("ascii")
        return _Text(shown, style=style, overflow="fold")

    def blank(self) -> None:
        """An empty line."""
        self._console.print()

    def line(self, content: str, style: str = "", indent: int = 0) -> None:
        """A paragraph, wrapped and indented."""
        self._console.print(Padding(self.text(content, style), (0, 0, 0, indent)))

    def bullet(self, content: str, style: str = "", indent: int = 2, mark: str = "•") -> None:
        """A paragraph with a mark before it and a hanging indent."""
        plain = {"•": "-", "→": "->"}.get(mark, mark)
        shown = mark if self.surface.unicode else plain
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=cell_len(shown), no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(self.text(shown), self.text(content, style))
        self._console.print(Padding(grid, (0, 0, 0, indent)))

    def rows(self, rows: Sequence[tuple[tuple[str, str], str, str]], indent: int = 2) -> None:
        """Rows of (word and its style), name, remark: in columns if there is room."""
        if not self.wide:
            for (word, style), name, remark in rows:
                self.bullet(explained(word, name), style, indent)
                if remark:
                    self.line(remark, indent=indent + 2)
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(ratio=2, overflow="fold")
        grid.add_column(ratio=3, overflow="fold")
        for (word, style), name, remark in rows:
            grid.add_row(self.text(word, style), self.text(name), self.text(remark))
        self._console.print(Padding(grid, (0, 0, 0, indent)))

    def finish(self) -> str:
        """Everything written, without blanks at the ends of lines."""
        return "".join(f"{line.rstrip()}\n" for line in self._file.getvalue().splitlines())
