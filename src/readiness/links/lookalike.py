"""Finds the name of an exchange in a host that is not the exchange's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Final

from readiness.links.skeleton import readings
from readiness.links.tables import Name, Words, names, words

_NEAR_FROM: Final = 5
"""Shorter names are one letter away from too many words."""
_PARTS: Final = re.compile(r"[\W_]+|\d+")
_MOST_BAIT: Final = 4
_LONGEST_LABEL: Final = 63
_EVERYWHERE: Final = frozenset(
    (
        *("app", "apps", "com", "en", "home", "info", "m", "my", "news", "page", "shop", "store"),
        *("team", "web", "www"),
    )
)
"""Words that lure nobody by themselves."""


class How(StrEnum):
    """How a label carries a name."""

    NAME = "name"
    """As a whole, or as a word of its own."""
    LOOKS = "looks"
    """In letters that only look like it."""
    NEAR = "near"
    """But for a letter."""
    COMMON = "common"
    """By a word that also means other things."""


@dataclass(frozen=True)
class Likeness:
    """A name in a host.

    Attributes:
        exchange: whose name.
        label: the label that carries it.
        how: in which way.
    """

    exchange: str
    label: str
    how: How


class Resembling:
    """Knows the names, and how near something may come to them."""

    def __init__(self, names: Iterable[Name], words: Words) -> None:
        """Prepare the tables of names."""
        known = tuple(names)
        self._bait = words.bait
        self._innocent = words.innocent
        self._words = {word: name.title for name in known for word in (*name.words, *name.exact)}
        self._common = {word: name.title for name in known for word in name.common}
        self._misspelt = {
            each: word for name in known for word in name.words[:1] for each in name.misspelt
        }
        usual = [word for name in known for word in name.words]
        long = [word for word in usual if len(word) >= _NEAR_FROM and word.isascii()]
        foreign = [word for word in (*usual, *self._common) if not word.isascii()]
        self._inside = re.compile(
            "|".join(map(re.escape, sorted([*long, *foreign], key=len)[::-1]))
        )
        self._shortened: dict[str, str] = {}
        for word in long:
            for cut in _shortened(word):
                self._shortened.setdefault(cut, word)
            self._shortened[word] = word

    def find(self, labels: Sequence[str]) -> Likeness | None:
        """The name that a host carries; ``None`` if it carries none.

        Args:
            labels: the host's labels as a reader sees them, without the public suffix.
        """
        for nearly in (False, True):
            for label in labels:
                found = self._carried(label, nearly=nearly)
                if found:
                    return found
        each = (self._common_in(label, labels) for label in labels)
        return next((found for found in each if found), None)

    def _carried(self, label: str, *, nearly: bool) -> Likeness | None:
        """The name that a label carries, exactly or but for a letter."""
        for reading in readings(label):
            word, near = self._word_in(reading)
            if word is None or near is not nearly:
                continue
            # "0kx" is written to look like it; "okx1" only has a number.
            plain = reading == label or self._word_in(label) == (word, False)
            how = How.NEAR if near else How.NAME if plain else How.LOOKS
            return Likeness(self._words[word], label, how)
        return None

    def named_in(self, text: str) -> str | None:
        """The exchange that a text names, such as a path; ``None`` if it names none."""
        found = self._inside.search(text.lower())
        if found:
            return self._titled(found[0])
        tokens = _PARTS.split(text.lower())
        return next((self._words[token] for token in tokens if token in self._words), None)

    def _titled(self, word: str) -> str:
        return self._words.get(word) or self._common[word]

    def _word_in(self, text: str) -> tuple[str | None, bool]:
        """The word that a text carries, and whether only nearly."""
        if text in self._innocent:
            return None, False
        found = self._inside.search(text)
        if found and found[0] in self._words:
            return found[0], False
        pieces = [piece for piece in _PARTS.split(text) if piece]
        whole = "".join(pieces)
        for piece in dict.fromkeys([text, *pieces, whole]):
            if piece in self._words:
                return piece, False
        for piece in dict.fromkeys([*pieces, whole]):
            for core in self._cores(piece):
                if core in self._words:
                    return core, False
                once = "".join(letter for letter, _ in groupby(core))
                if once in self._words:
                    return once, True
                near = self._misspelt.get(core) or self._near(core)
                if near:
                    return near, True
        return None, False

    def _cores(self, piece: str) -> Iterator[str]:
        """A piece, and what is left of it without words that lure, or other names, at its ends."""
        seen, left = {piece}, [piece]
        for _ in range(_MOST_BAIT + 1):
            yield from left
            left = [rest for each in left for rest in self._stripped(each) if rest not in seen]
            left = list(dict.fromkeys(left))
            seen.update(left)

    def _stripped(self, piece: str) -> Iterator[str]:
        for end in range(1, min(len(piece) - 2, 14)):
            if self._lures(piece[:end]):
                yield piece[end:]
            if self._lures(piece[-end:]):
                yield piece[:-end]

    def _lures(self, word: str) -> bool:
        return word in self._bait or word in self._words

    def _near(self, text: str) -> str | None:
        """The word that is one letter away: one more, one less, another, or two exchanged."""
        if len(text) < _NEAR_FROM - 1 or len(text) > 24 or text in self._innocent:
            return None
        for cut in (text, *_shortened(text)):
            word = self._shortened.get(cut)
            if word and len(text) >= len(word) - 1 and _one_apart(text, word):
                return word
        return None

    def _common_in(self, label: str, labels: Sequence[str]) -> Likeness | None:
        if len(label) > _LONGEST_LABEL or label in self._innocent:
            return None
        for reading in (label,) if label.isascii() else readings(label):
            pieces = [piece for piece in _PARTS.split(reading) if piece]
            cores = (core for piece in pieces for core in self._cores(piece))
            word = next((each for each in (reading, *pieces, *cores) if each in self._common), None)
            if word is None:
                continue
            others = {part for each in labels for part in _PARTS.split(each)} - {word}
            lured = word not in (reading, *pieces) or others & (self._bait - _EVERYWHERE)
            how = How.LOOKS if reading != label else How.NAME if lured else How.COMMON
            return Likeness(self._common[word], label, how)
        return None


@cache
def resembling() -> Resembling:
    """The names that are known, prepared once."""
    return Resembling(names(), words())


def _shortened(word: str) -> Iterator[str]:
    """The word without one of its letters."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _one_apart(text: str, word: str) -> bool:
    if abs(len(text) - len(word)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(text, word, strict=False)) if a != b), None)
    if start is None:
        return True
    one, other = text[start:], word[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
