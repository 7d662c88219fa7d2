"""The one place where a sentence changes its language.

Sentences are kept in English in :mod:`readiness.report.wording`, in the rules and in
the policies; whoever shows one passes it through :func:`translate` first and fills in
the values afterwards. A second language only has to answer here.
"""

from collections.abc import Mapping
from typing import Final

GAP: Final = "?"


class _Values(dict[str, str]):
    """Values of a sentence; a missing one shows as a gap instead of losing the report."""

    def __missing__(self, key: str) -> str:
        return GAP


def translate(msgid: str) -> str:
    """The sentence in the reader's language. There is one language so far."""
    return msgid


def say(msgid: str, values: Mapping[str, str] | None = None) -> str:
    """The sentence in the reader's language, with its values filled in."""
    text = translate(msgid)
    return text if values is None else text.format_map(_Values(values))
