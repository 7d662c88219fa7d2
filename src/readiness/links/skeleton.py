"""What a text looks like to somebody who does not look closely."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import Final

_MOST_READINGS: Final = 24
_DIGITS: Final = {
    "0": "o",
    "1": "li",
    "3": "e",
    "4": "a",
    "5": "s",
    "6": "b",
    "7": "t",
    "8": "b",
    "9": "g",
}
_PAIRS: Final = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_ALIKE: Final = {"ĸ": "k", "п": "n", "и": "u", "л": "n", "ғ": "f", "ƅ": "b", "ь": "b", "þ": "p"}
"""Letters that pass for others at a glance, and that Unicode's table does not list."""


def readings(label: str) -> tuple[str, ...]:
    """What a label can be taken for, in plain letters; the label itself comes first."""
    if label.isascii():
        plain = [label]
    else:
        plain = [label, *_combined(tuple(_letters(c) or c for c in _decomposed(label)))]
    found = dict.fromkeys(plain)
    for text in plain:
        found.update(dict.fromkeys(_without_digits(text)))
    for text in tuple(found):
        for pair, letter in _PAIRS:
            if pair in text:
                found[text.replace(pair, letter)] = None
    return tuple(found)


def is_mixed(label: str) -> bool:
    """Whether a label has letters of several scripts that nobody writes in one word."""
    if label.isascii():
        return False
    from confusable_homoglyphs.categories import unique_aliases

    scripts = unique_aliases(label) - {"COMMON", "INHERITED"}
    together = {"LATIN", "HAN", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"}
    return len(scripts) > 1 and not scripts <= together


def _decomposed(label: str) -> str:
    """Without accents and the like, which are easily overlooked."""
    return "".join(c for c in unicodedata.normalize("NFKD", label) if not unicodedata.combining(c))


def _combined(options: tuple[str, ...]) -> Iterator[str]:
    return islice(("".join(letters) for letters in product(*options)), _MOST_READINGS)


def _without_digits(text: str) -> Iterator[str]:
    if not any(digit in text for digit in _DIGITS):
        return iter(())
    return _combined(tuple(_DIGITS.get(character, character) for character in text))


@cache
def _letters(character: str) -> str:
    """The plain letters that a character can be taken for; empty if there is none."""
    if character.isascii():
        return character
    from confusable_homoglyphs.confusables import confusables_data

    base = _base(character)
    found = dict.fromkeys(_ALIKE.get(character, "") + _ALIKE.get(base, ""))
    for each in dict.fromkeys((character, base, base.upper(), character.upper())):
        if each.isascii():
            found[each.lower()] = None
        for twin in confusables_data.get(each, ()):
            if twin["c"].isascii() and twin["c"].isalnum():
                found[twin["c"].lower()] = None
    return "".join(letter for letter in found if len(letter) == 1)


def _base(character: str) -> str:
    """The letter without its stroke, hook or tail, and in its usual size."""
    name = unicodedata.name(character, "").partition(" WITH ")[0]
    name = name.replace("LETTER SMALL CAPITAL", "SMALL LETTER")
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return character
