"""A made-up language in which everything that was looked up is marked; the rest was forgotten.

Each piece of a sentence stands in ``⟦ ⟧``, and the values that are filled in stand outside of
them: a value that is English itself shows, too.
"""

from __future__ import annotations

import re
from gettext import NullTranslations
from typing import Final

OPEN: Final = "⟦"
CLOSE: Final = "⟧"

_PLACEHOLDER: Final = re.compile(r"(\{[^{}]*\})")
_PARAGRAPHS: Final = re.compile(r"(\n[\s\b]*)")
_MARKED: Final = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_WORD: Final = r"[A-Za-z][a-z']+"
_RUN: Final = re.compile(rf"(?<![\w./@-]){_WORD}(?:,? {_WORD})+(?![\w/@-])")

ALLOWED: Final = (
    r"readiness( [a-z-]+)*( [A-Z]+| [a-z]+-[a-z]+)*",
    r"https?://\S+",
)
"""What is the same in every language: commands, addresses."""


class Pseudo(NullTranslations):
    """Marks everything that is looked up."""

    def gettext(self, message: str) -> str:
        """The sentence with its marks."""
        return "".join(
            piece if _PLACEHOLDER.fullmatch(piece) else _marked(piece)
            for piece in _PLACEHOLDER.split(message)
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form that fits with its marks."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def _marked(text: str) -> str:
    parts = _PARAGRAPHS.split(text)
    return "".join(
        part if _PARAGRAPHS.fullmatch(part) or not part else f"{OPEN}{part}{CLOSE}"
        for part in parts
    )


def forgotten(text: str, *names: str) -> list[str]:
    """Runs of two or more English words that nobody looked up.

    Args:
        text: what was shown.
        names: what others named; it is not ours to translate.
    """
    rest = re.sub(r"\s+", " ", text)
    rest = _MARKED.sub("|", rest)
    for name in names:
        rest = rest.replace(name, "|")
    for allowed in ALLOWED:
        rest = re.sub(allowed, "|", rest)
    return _RUN.findall(rest)
