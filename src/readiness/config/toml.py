"""Reading a TOML file: bounded, as UTF-8, with the line of everything in it."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.config.errors import ConfigError, Problem
from readiness.config.positions import Lines, find_lines
from readiness.config.toml_faults import fault_of
from readiness.language import reason_of, say

_LARGEST: Final = 1_000_000
"""Bytes. A configuration is small; an endless file must not fill the memory."""

_PARSER_LINE: Final = re.compile(
    r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)\s*$"
)
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Document:
    """A parsed file."""

    path: Path
    data: dict[str, object]
    lines: Lines


def read_toml(path: Path) -> Document:
    """Read and parse a file.

    Raises:
        ConfigError: it is absent, unreadable, too large, not UTF-8, or not TOML.
    """
    return parse_toml(path, _bytes(path))


def parse_toml(path: Path, raw: bytes) -> Document:
    """Parse what a file holds, or is going to hold.

    Raises:
        ConfigError: it is too large, not UTF-8, or not TOML.
    """
    if len(raw) > _LARGEST:
        problem = Problem(
            say("larger than {size} bytes: this is no configuration of this tool", size=_LARGEST)
        )
        raise ConfigError(path, [problem])
    text = _text(path, raw)
    try:
        return Document(path, tomllib.loads(text), find_lines(text))
    except tomllib.TOMLDecodeError as error:
        problem = _syntax(str(error), text)
    except RecursionError:
        problem = Problem(say("values are nested too deeply"), say("write them as flat tables"))
    except ValueError:
        # A number with thousands of digits; its text is none of an error message's business.
        problem = Problem(say("holds a number that is too long to read"), say("shorten it"))
    raise ConfigError(path, [problem])


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error, say("it is not a usable file name"))
        problem = Problem(
            say("the configuration cannot be read: {reason}", reason=reason),
            say("check the path and the file's permissions"),
        )
        raise ConfigError(path, [problem]) from None


def _text(path: Path, raw: bytes) -> str:
    if raw.startswith(_BOM):
        problem = Problem(
            say("begins with a byte order mark"),
            say('save it as "UTF-8", not "UTF-8 with BOM"'),
            line=1,
        )
        raise ConfigError(path, [problem])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    problem = Problem(
        say("holds a character that is not UTF-8"), say("save the file as UTF-8"), line=line
    )
    raise ConfigError(path, [problem])


def _syntax(message: str, text: str) -> Problem:
    found = _PARSER_LINE.search(message)
    last = text.count("\n", 0, len(text.rstrip())) + 1
    line = int(found["line"]) if found and found["line"] else last
    what = fault_of(_PARSER_LINE.sub("", message))
    return Problem(
        say("this is not valid TOML: {what}", what=what),
        say("mend the line; text stands in quotes, dates and numbers do not"),
        line=line,
    )
