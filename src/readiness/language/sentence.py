"""Sentences in the reader's language, with their values filled in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final

from readiness.language.active import catalogue
from readiness.language.filling import filled

GAP: Final = "?"

LIST_SEPARATOR: Final = ", "
"""A msgid of its own: what stands between the parts of a list."""

CLAUSE_SEPARATOR: Final = "; "
"""The same between parts that are clauses."""

EXPLAINED: Final = "{what}: {why}"
TWO_SENTENCES: Final = "{before} {after}"
TWO_PHRASES: Final = "{some}, {more}"
"""The same between phrases of one sentence; what is counted in them is no list."""

NEXT: Final = "next: {remedy}"
EITHER: Final = "{some} or {last}"


class _Values(dict[str, object]):
    """Values of a sentence; a missing one shows as a gap instead of losing the report."""

    def __missing__(self, key: str) -> str:
        return GAP


@dataclass(frozen=True)
class Plural:
    """A sentence about a number of things, in the two forms that English has.

    Attributes:
        one: for exactly one thing; it may say ``{count}`` too.
        many: for every other number, with ``{count}``.
    """

    one: str
    many: str


def message(msgid: str) -> str:
    """Mark a sentence that is kept as it is, in a constant, and translated where it is shown."""
    return msgid


def translate(msgid: str) -> str:
    """The sentence in the reader's language; the sentence itself where there is no other."""
    return catalogue().gettext(msgid) if msgid else msgid


def say(msgid: str, values: Mapping[str, object] | None = None, /, **named: object) -> str:
    """The sentence in the reader's language, with its values filled in.

    Args:
        msgid: the sentence in English, with ``{name}`` for each value.
        values: the values by name.
        named: the same, for code that has them one by one.
    """
    text = translate(msgid)
    if values is None and not named:
        return text
    return filled(text, _Values({**(values or {}), **named}))


def counted(
    plural: Plural, number: int, values: Mapping[str, object] | None = None, /, **named: object
) -> str:
    """A sentence about ``number`` things, in the form that fits; it knows ``{count}``."""
    text = catalogue().ngettext(plural.one, plural.many, number)
    return filled(text, _Values({"count": number, **(values or {}), **named}))


def listed(parts: Iterable[str]) -> str:
    """Parts of a list, with what stands between them in the reader's language."""
    return translate(LIST_SEPARATOR).join(parts)


def clauses(parts: Iterable[str]) -> str:
    """Clauses one after the other; empty ones leave no gap."""
    return translate(CLAUSE_SEPARATOR).join(filter(None, parts))


def phrases(parts: Iterable[str]) -> str:
    """Phrases of one sentence, as the language parts them; empty ones leave no gap."""
    first, *others = (*filter(None, parts),) or ("",)
    return reduce(lambda some, more: say(TWO_PHRASES, some=some, more=more), others, first)


def explained(what: str, why: str) -> str:
    """Something, and why it is so or what is said of it; alone where there is nothing to say."""
    return say(EXPLAINED, what=what, why=why) if why else what


def passage(*sentences: str) -> str:
    """Whole sentences one after the other; empty ones leave no gap."""
    return reduce(_joined, filter(None, sentences), "")


def _joined(before: str, after: str) -> str:
    return say(TWO_SENTENCES, before=before, after=after) if before else after


def either(parts: Iterable[str]) -> str:
    """The parts of a choice: "a, b or c" in the reader's language; empty for none."""
    *some, last = (*parts,) or ("",)
    return say(EITHER, some=listed(some), last=last) if some else last


def advised(what: str, remedy: str) -> str:
    """A message, and below it what to do next; the message alone where there is no advice."""
    return f"{what}\n  {say(NEXT, remedy=remedy)}" if remedy else what
