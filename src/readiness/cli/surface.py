"""What stdout can show: its width, colour and characters."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TextIO

from readiness.report.formats import Surface

_GLYPHS: Final = "•→"
_WIDTH: Final = 100
_WIDEST: Final = 120
"""Longer lines are hard to read, however wide the window is."""
_NO_COLOUR_TERMS: Final = frozenset({"", "dumb", "unknown"})

FILE: Final = Surface(width=_WIDTH, colour=False, unicode=True)


def stdout_surface(environ: Mapping[str, str] = os.environ) -> Surface:
    """The surface that stdout is, now."""
    stream: TextIO | None = sys.stdout
    terminal = _is_terminal(stream)
    colour = (
        terminal and not environ.get("NO_COLOR") and environ.get("TERM", "") not in _NO_COLOUR_TERMS
    )
    return Surface(_width(terminal, environ), colour, _speaks_unicode(stream))


def file_surface(path: Path) -> Surface:
    """The surface that a file is: always the same, wherever the tool runs."""
    del path
    return FILE


def stderr_is_terminal() -> bool:
    """Whether a person may be watching stderr."""
    return _is_terminal(sys.stderr)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except (AttributeError, ValueError):
        return False


def _width(terminal: bool, environ: Mapping[str, str]) -> int:
    if environ.get("COLUMNS", "").isdecimal() and int(environ["COLUMNS"]) > 0:
        return min(int(environ["COLUMNS"]), _WIDEST)
    return min(shutil.get_terminal_size((_WIDTH, 24)).columns, _WIDEST) if terminal else _WIDTH


def _speaks_unicode(stream: TextIO | None) -> bool:
    try:
        _GLYPHS.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
