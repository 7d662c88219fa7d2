"""The help as a page, also in languages that put no spaces between words."""

from collections.abc import Iterable
from itertools import groupby

import click

from readiness.language import current, passage, say, translate
from readiness.language.active import ENGLISH
from readiness.language.wrapping import columns, wrapped

_VERBATIM = "\b"


class Context(click.Context):
    """A context whose pages are set for the language that is spoken."""

    def make_formatter(self) -> click.HelpFormatter:
        """The library's own page for English, one that counts columns for other languages."""
        if current() == ENGLISH:
            return super().make_formatter()
        return _Page(width=self.terminal_width, max_width=self.max_content_width)


class _Page(click.HelpFormatter):
    """A page that counts columns in place of characters, and breaks between any two words."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how to call a command."""
        head = passage(translate("Usage:") if prefix is None else prefix.rstrip(), f"{prog} ")
        self._write(args, head, " " * columns(head))

    def write_heading(self, heading: str) -> None:
        """The name of a section."""
        self.write(f"{'':>{self.current_indent}}{say('{section}:', section=heading)}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs; what begins with a backspace character keeps its lines."""
        indent = " " * self.current_indent
        for number, lines in enumerate(_paragraphs(text)):
            if number:
                self.write("\n")
            if lines[0] == _VERBATIM:
                self.write("".join(f"{indent}{line}\n" for line in lines[1:]))
            else:
                self._write(" ".join(lines), indent, indent)

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Terms and what they mean, in two columns."""
        rows = list(rows)
        indent = " " * self.current_indent
        first = min(max(columns(term) for term, _ in rows), col_max) + col_spacing
        rest = f"{indent}{'':>{first}}"
        for term, meaning in rows:
            fits = columns(term) + col_spacing <= first
            gap = " " * (first - columns(term))
            if not meaning or not fits:
                self.write(f"{indent}{term}\n")
            if meaning:
                self._write(meaning, f"{indent}{term}{gap}" if fits else rest, rest)

    def _write(self, text: str, first: str, rest: str) -> None:
        """A paragraph with its own beginning of the first line, and of the others."""
        lines = wrapped(text, max(self.width - columns(rest), 10))
        for number, line in enumerate(lines):
            self.write(f"{rest if number else first}{line}".rstrip() + "\n")


def _paragraphs(text: str) -> list[list[str]]:
    groups = groupby((line.strip(" ") for line in text.splitlines()), key=bool)
    return [list(lines) for is_text, lines in groups if is_text]
