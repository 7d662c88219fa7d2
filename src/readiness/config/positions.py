"""Where in a TOML file a key, a value and a table stand.

The standard library's parser gives values without positions. This scanner walks a text
that has *already been parsed successfully* and notes where each key, table and array
item begins and ends. It decides nothing: if it ever loses its way it stops. For the line
of a message the nearest enclosing table whose line is known will do; who wants to change
the text gets what was found up to there, and has to check what comes of it.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from readiness.config.errors import Location

_BLANK: Final = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACES: Final = re.compile(r"[ \t]*")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_STRING: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_PLAIN: Final = re.compile(r"[^,\]}#\n]+")


class _LostError(Exception):
    """The text is not what a parser would have accepted."""


class Lines:
    """Looks up on which line something stands."""

    def __init__(self, known: Mapping[Location, int]) -> None:
        """Take the known lines by location."""
        self._known = dict(known)

    def of(self, location: Location) -> int | None:
        """The line of this location, or of the nearest enclosing one that is known."""
        for length in range(len(location), 0, -1):
            line = self._known.get(location[:length])
            if line is not None:
                return line
        return None


Span: TypeAlias = tuple[int, int]
"""Where something begins, and where it ends (not included), in characters."""


@dataclass(frozen=True)
class Spans:
    """Where everything stands, by location.

    Attributes:
        headers: each table and item of an array of tables that has a header, its header.
        pairs: each key with its value.
        values: each value of a pair and each item of an array.
        ends: for each table with a header, the end of the last thing that is written in it.
    """

    headers: dict[Location, Span] = field(default_factory=dict[Location, Span])
    pairs: dict[Location, Span] = field(default_factory=dict[Location, Span])
    values: dict[Location, Span] = field(default_factory=dict[Location, Span])
    ends: dict[Location, int] = field(default_factory=dict[Location, int])


def find_lines(text: str) -> Lines:
    """Note the line of every key, table and array item of a valid TOML text."""
    return Lines(_scanned(text).found)


def find_spans(text: str) -> Spans:
    """Note where every key, value and table of a valid TOML text begins and ends."""
    return _scanned(text).spans


def _scanned(text: str) -> "_Scanner":
    scanner = _Scanner(text)
    # What was found up to there is still true.
    with suppress(_LostError, RecursionError, tomllib.TOMLDecodeError):
        scanner.scan()
    return scanner


class _Scanner:
    def __init__(self, text: str) -> None:
        self.found: dict[Location, int] = {}
        self.spans = Spans()
        self._text = text
        self._at = 0
        self._newlines = [match.start() for match in re.finditer("\n", text)]
        self._tables: dict[Location, int] = {}  # how many items each array of tables has

    def scan(self) -> None:
        """Walk the whole text."""
        table: Location = ()
        while self._skip(_BLANK):
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._pair(table)
                self.spans.ends[table] = self._at

    def _header(self) -> Location:
        start = self._at
        width = 2 if self._text.startswith("[[", start) else 1
        self._at += width
        *outer, last = self._key()
        self._at += width
        path: Location = ()
        for part in outer:
            path = self._inside((*path, part))
            self._note(path, start)
        path = (*path, last)
        if width == 1:
            path = self._inside(path)
        else:
            self._note(path, start)
            index = self._tables.get(path, 0)
            self._tables[path] = index + 1
            path = (*path, index)
        self.found[path] = self._line(start)
        self.spans.headers[path] = (start, self._at)
        self.spans.ends[path] = self._at
        return path

    def _inside(self, path: Location) -> Location:
        """A later header that names an array of tables means its newest item."""
        count = self._tables.get(path)
        return path if count is None else (*path, count - 1)

    def _pair(self, table: Location) -> None:
        start = self._at
        path = table
        for part in self._key():
            path = (*path, part)
            self._note(path, start)
        self._at += 1  # the equals sign
        self._skip(_SPACES)
        self._value(path)
        self.spans.pairs[path] = (start, self._at)

    def _key(self) -> list[str]:
        parts = []
        while True:
            self._skip(_SPACES)
            bare = _BARE_KEY.match(self._text, self._at)
            quoted = bare or _STRING.match(self._text, self._at)
            if quoted is None:
                raise _LostError
            self._at = quoted.end()
            name = quoted.group()
            parts.append(name if bare else str(tomllib.loads(f"name = {name}")["name"]))
            self._skip(_SPACES)
            if not self._text.startswith(".", self._at):
                return parts
            self._at += 1

    def _value(self, path: Location) -> None:
        start = self._at
        opening = self._text[start : start + 1]
        if opening == "[":
            self._items("]", path)
        elif opening == "{":
            self._items("}", path)
        else:
            match = (_STRING if opening in {'"', "'"} else _PLAIN).match(self._text, self._at)
            if match is None:
                raise _LostError
            self._at = start + len(match.group().rstrip(" \t\r"))
        self.spans.values[path] = (start, self._at)

    def _items(self, closing: str, path: Location) -> None:
        self._at += 1
        index = 0
        while self._skip(_BLANK):
            if self._text.startswith(closing, self._at):
                self._at += 1
                return
            if self._text.startswith(",", self._at):
                self._at += 1
            elif closing == "}":
                self._pair(path)
            else:
                self._note((*path, index), self._at)
                self._value((*path, index))
                index += 1
        raise _LostError

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Step over what may stand between things; says whether anything is left."""
        match = pattern.match(self._text, self._at)
        if match is not None:
            self._at = match.end()
        return self._at < len(self._text)

    def _note(self, path: Location, offset: int) -> None:
        self.found.setdefault(path, self._line(offset))

    def _line(self, offset: int) -> int:
        return bisect_left(self._newlines, offset) + 1
