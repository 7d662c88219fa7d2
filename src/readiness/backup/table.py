"""The same rows as a table, for spreadsheets (CSV, RFC 4180, UTF-8)."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from readiness.backup.lines import written
from readiness.gate.body import Written

_STARTS_A_FORMULA: Final = (
    *("=", "+", "-", "@", "\t", "\r", "\n"),
    # The same signs in full width, which some spreadsheets take for them.
    *("\uff1d", "\uff0b", "\uff0d", "\uff20"),
)
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def cell(value: Any) -> str:
    """A value as the text of a cell.

    What a spreadsheet would take for a formula gets an apostrophe in front. A number is none,
    whatever its sign.
    """
    match value:
        case None:
            return ""
        case Written():
            return value.text
        case str():
            return _harmless(value)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case _:
            return _harmless(written(value))


def _harmless(text: str) -> str:
    if text.startswith(_STARTS_A_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def heading(columns: Sequence[str]) -> bytes:
    """The first line: the names of the columns."""
    return _line([_harmless(column) for column in columns])


def record(row: Mapping[str, Any], columns: Sequence[str]) -> bytes:
    """A row under these columns; what it does not have stays empty."""
    return _line([cell(row.get(column)) for column in columns])


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode("utf-8", "backslashreplace")
