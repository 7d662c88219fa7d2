"""What can be wrong with a translation, told by comparing it with its sentence."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from string import Formatter
from typing import Final

from scripts.messages.commands import commands
from scripts.messages.style import chinese

STYLES: Final[dict[str, Callable[[str], Iterator[str]]]] = {"zh": chinese}

_TOKENS: Final = (
    r"`[^`]+`",
    r"https?://[^\s,;)，；。）]*[^\s,;:.)，；：。）]",
    r"(?<![\w-])--[a-z][a-z-]*",
    r"\[{1,2}[a-z][\w.{}]*\]{1,2}",
    r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b",
    r"\b[\w-]+\.(?:toml|json|html|key|secret|passphrase|xml)\b",
    r'\b[a-z_]+ = "[^"]*"',
)
"""What means the same in every language: code, addresses, options, tables, names of files."""


_SEPARATORS: Final = " ,;"
"""What stands between parts of a list and between sentences; other languages have other signs."""


def faults_of(language: str, msgid: str, translation: str) -> Iterator[str]:
    """What is wrong with one translation of one sentence, as far as a program can tell."""
    if not translation.strip():
        yield "no translation"
        return
    try:
        there = _placeholders(translation)
    except ValueError as error:
        yield f"its braces do not fit: {error}"
        return
    for verb, values in (
        ("is missing", _placeholders(msgid) - there),
        ("is not in the sentence", there - _placeholders(msgid)),
    ):
        yield from (f"{value} {verb}" for value in sorted(values))
    for token in sorted((_tokens(msgid) - _tokens(translation)).keys()):
        yield f"{token} has to stay as it is"
    if _edges(msgid) != _edges(translation) and msgid.strip(_SEPARATORS):
        yield "it begins or ends with a space or a line break, and the sentence does not"
    yield from STYLES[language](translation)


def _placeholders(text: str) -> set[str]:
    """The values that a text names, each with how it is written out."""
    found = set()
    for _, name, spec, conversion in Formatter().parse(text):
        if name is not None:
            how = f"!{conversion}" if conversion else ""
            found.add(f"{{{name}{how}{f':{spec}' if spec else ''}}}")
    return found


def _edges(text: str) -> tuple[bool, bool]:
    """Whether a text begins, and ends, with white space."""
    return text[:1].isspace(), text[-1:].isspace()


def _tokens(text: str) -> Counter[str]:
    found = (match for pattern in (*_TOKENS, _invocations()) for match in re.findall(pattern, text))
    return Counter(found)


@cache
def _invocations() -> str:
    """A command of the tool as a user types it: ``readiness keys set``."""
    names = {command.name or "" for command in commands()}
    choice = "|".join(sorted(map(re.escape, names - {""}), key=len, reverse=True))
    return rf"\breadiness(?: (?:{choice})\b)+"
