"""Breaks text into lines, also where a language puts no spaces between words.

A Chinese character takes two columns, and a line may end after almost any of them: not
before a closing mark, and not after an opening one.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_NEVER_FIRST: Final = frozenset("，。、：；！？）》」』】”’…,.:;!?)]}")
_NEVER_LAST: Final = frozenset("（《「『【“‘([{")


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(map(_width, text))


def is_wide(text: str) -> bool:
    """Whether some character of the text takes two columns."""
    return any(_width(character) > 1 for character in text)


def breaks(text: str, width: int) -> Sequence[int]:
    """Where in a text without line breaks new lines begin, so that each fits.

    Args:
        text: the text.
        width: the columns of a line, more than one; spaces at its end do not count.
    """
    found: list[int] = []
    used = 0
    for start, end in _pieces(text):
        needed = columns(text[start:end].rstrip())
        if used and used + needed > width:
            found.append(start)
            used = 0
        cuts = _cuts(text, start, end, width - used) if needed > width else []
        found += cuts
        used = columns(text[cuts[-1] : end]) if cuts else used + columns(text[start:end])
    return found


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text without line breaks, as :func:`breaks` divides it."""
    edges = [0, *breaks(text, width), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(edges)]


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The smallest parts that stay on one line, each with the spaces behind it."""
    start = 0
    for place in range(1, len(text)):
        if _may_break(text[place - 1], text[place]):
            yield start, place
            start = place
    if text:
        yield start, len(text)


def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return False
    if before == " ":
        return True
    if before in _NEVER_LAST or after in _NEVER_FIRST:
        return False
    return _width(before) > 1 or _width(after) > 1


def _cuts(text: str, start: int, end: int, width: int) -> list[int]:
    """Where a part that is longer than a line is cut."""
    found: list[int] = []
    used = 0
    for place in range(start, end):
        if used + _width(text[place]) > width:
            found.append(place)
            used = 0
        used += _width(text[place])
    return found
