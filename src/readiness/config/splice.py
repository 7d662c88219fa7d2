"""Changes one place of a TOML text and leaves every other character as it is.

A library that parses, changes and writes a document moves comments to other tables, joins
arrays of tables that stand apart, and mixes line endings. So the text itself is cut where
the scanner says that something begins and ends. What comes out is a suggestion: the caller
parses it, and takes it only if it says exactly what was wanted.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, TypeAlias

from readiness.config.errors import Location, dotted
from readiness.config.positions import Span, Spans, find_spans

Value: TypeAlias = str | int | date
Values: TypeAlias = Mapping[str, Value]

_INDENT: Final = re.compile(r"[ \t]*")
_OWN_COMMENTS: Final = re.compile(r"(?:[ \t]*#[^\n]*\n)+(?=[ \t]*\r?\n|\Z)")
_COMMA: Final = re.compile(r"\s*,[ \t]*")


class NoPlaceError(Exception):
    """The scanner does not know where this stands."""


def rendered(value: Value) -> str:
    """A value as it is written in TOML."""
    import tomlkit

    return tomlkit.item(value).as_string()


def set_value(text: str, place: Location, value: Value) -> str:
    """Write another value in the place of the one that is there."""
    return _replaced(text, _find(find_spans(text).values, place), rendered(value))


def add_pair(text: str, table: Location, key: str, value: Value) -> str:
    """Write one more key at the end of a table."""
    spans = find_spans(text)
    pair = f"{key} = {rendered(value)}"
    if table in spans.headers:
        inner = _inside(spans, table)
        like = inner[-1][0] if inner else spans.headers[table][0]
        return _line_after(text, spans.ends[table], _indent(text, like) + pair)
    inner = _inside(spans, table)
    if not inner:
        raise NoPlaceError
    return _replaced(text, (inner[-1][1], inner[-1][1]), f", {pair}")


def add_item(text: str, array: str, values: Values) -> str:
    """Write one more item of an array of tables, after the last one of its kind."""
    spans = find_spans(text)
    items = [place for place in spans.headers if place[:-1] == (array,)]
    if items:
        last = items[-1]
        indent = _indent(text, spans.headers[last][0])
        return _table_after(text, spans.ends[last], f"[[{array}]]", values, indent)
    if (array,) not in spans.values:
        return _table_after(text, len(text), f"[[{array}]]", values)
    start, _ = spans.values[array,]
    inner = [span for place, span in spans.values.items() if place[:-1] == (array,)]
    at = inner[-1][1] if inner else start + 1
    return _replaced(text, (at, at), (", " if inner else "") + _inline(values))


def add_table(text: str, table: Location, values: Values) -> str:
    """Write a new table, after the one that it belongs to."""
    spans = find_spans(text)
    outer = table[:-1]
    if outer in spans.headers:
        indent = _indent(text, spans.headers[outer][0])
        return _table_after(text, spans.ends[outer], f"[{dotted(table)}]", values, indent)
    if outer in spans.values:
        inner = _inside(spans, outer)
        if not inner:
            raise NoPlaceError
        at = inner[-1][1]
        return _replaced(text, (at, at), f", {table[-1]} = {_inline(values)}")
    return _table_after(text, len(text), f"[{dotted(table)}]", values)


def drop(text: str, place: Location) -> str:
    """Take a table, an item of an array, or a key with its value away."""
    spans = find_spans(text)
    if place in spans.headers:
        return _without_lines(text, (spans.headers[place][0], spans.ends[place]))
    if place in spans.pairs:
        return _without_lines(text, spans.pairs[place])
    if place in spans.values:
        start, end = spans.values[place]
        comma = _COMMA.match(text, end)
        return _replaced(text, (start, comma.end() if comma else end), "")
    dotted_keys = [span for path, span in spans.pairs.items() if path[: len(place)] == place]
    for span in sorted(dotted_keys, reverse=True):
        text = _without_lines(text, span)
    return text


def _find(known: Mapping[Location, Span], place: Location) -> Span:
    if place not in known:
        raise NoPlaceError
    return known[place]


def _inside(spans: Spans, table: Location) -> list[Span]:
    """The pairs that are written in a table itself, in the order of the text."""
    return sorted(span for place, span in spans.pairs.items() if place[:-1] == table)


def _replaced(text: str, span: Span, by: str) -> str:
    return text[: span[0]] + by + text[span[1] :]


def _newline(text: str) -> str:
    """How the text ends its lines: as it ends the first one."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _indent(text: str, at: int) -> str:
    """The white space before whatever begins at this place, if its line begins with it."""
    start = text.rfind("\n", 0, at) + 1
    match = _INDENT.match(text, start, at)
    return match.group() if match and match.end() == at else ""


def _end_of_line(text: str, at: int) -> int:
    """Where the line ends that this place is in, its line break included."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _end_of_table(text: str, at: int) -> int:
    """Where the lines of a table end, the comments that stand right below it included."""
    end = _end_of_line(text, at)
    own = _OWN_COMMENTS.match(text, end)
    return own.end() if own else end


def _line_after(text: str, at: int, line: str) -> str:
    """The text with one more line after the one that this place is in."""
    newline = _newline(text)
    end = _end_of_line(text, at)
    before = "" if not end or text[end - 1] == "\n" else newline
    # A last line without a line break stays the only one without.
    after = newline if not before else ""
    return _replaced(text, (end, end), f"{before}{line}{after}")


def _table_after(text: str, at: int, header: str, values: Values, indent: str = "") -> str:
    """The text with one more table after the line that this place is in."""
    newline = _newline(text)
    end = _end_of_table(text, at)
    lines = [header, *(f"{key} = {rendered(value)}" for key, value in values.items())]
    block = "".join(f"{indent}{line}{newline}" for line in lines)
    before = ""
    if text[:end].strip():
        before = newline if text[end - 1] == "\n" else newline * 2
    return _replaced(text, (end, end), before + block)


def _inline(values: Values) -> str:
    pairs = ", ".join(f"{key} = {rendered(value)}" for key, value in values.items())
    return f"{{ {pairs} }}"


def _without_lines(text: str, span: Span) -> str:
    """The text without the lines that this stands in, and without a blank line too many."""
    start = text.rfind("\n", 0, span[0]) + 1
    end = _end_of_line(text, span[1])
    before, after = text[:start], text[end:]
    if before.endswith(("\n\n", "\n\r\n")) and (not after or after.startswith(("\n", "\r\n"))):
        before = before.removesuffix("\n").removesuffix("\r")
    return before + after
