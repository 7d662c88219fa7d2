"""Sentences of the exchanges' policies."""

import tomllib
from collections.abc import Iterator
from typing import Final

from scripts.messages.sentences import PACKAGE, Sentences

TEXTS: Final = frozenset(
    {
        "advice",
        "also",
        "could_be",
        "how",
        "look",
        "meaning",
        "text",
        "title",
        "what",
        "who",
        "why",
    }
)
"""Fields that people read, wherever they are."""

NAMES: Final = frozenset(
    {
        "alone",
        "areas",
        "basis",
        "below_usd",
        "code",
        "codes",
        "confidence",
        "covers",
        "domain",
        "exchange",
        "exchanges",
        "family",
        "handling",
        "host",
        "id",
        "item",
        "kind",
        "mail",
        "outcome",
        "parts",
        "place",
        "replaces",
        "requests",
        "source",
        "stage",
        "steps",
        "store",
        "types",
        "unproven",
        "url",
        "uses",
    }
)
"""Fields that hold ids, codes or addresses: the same in every language."""

TABLES: Final = {"places": True, "remedies": True, "sources": False, "when": False}
"""Tables with free keys, and whether people read their values."""

_EXCHANGE_NAME: Final = ("title",)
"""The exchange's own name is a name."""


def collect(sentences: Sentences) -> None:
    """Add the texts of every policy; a field that is on neither list is unclear."""
    for path in sorted((PACKAGE / "policies").glob("*.toml")):
        part = f"policy-{path.name.split('.')[0]}"
        for place, text in _strings(tomllib.loads(path.read_text(encoding="utf-8")), ()):
            if place == _EXCHANGE_NAME:
                continue
            is_text = _is_text(place)
            if is_text is None:
                sentences.unclear.append(
                    f"{path.name}: {'.'.join(place)} is neither a text nor a name; "
                    "put it on a list in scripts/messages/policies.py"
                )
            elif is_text:
                sentences.add(part, (text,))


def _is_text(place: tuple[str, ...]) -> bool | None:
    """Whether people read a field; ``None`` for one that nobody has thought of."""
    *before, name = place
    if before and before[-1] in TABLES:
        return TABLES[before[-1]]
    return True if name in TEXTS else False if name in NAMES else None


def _strings(value: object, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _strings(below, (*place, str(key)))
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each, place)
    elif isinstance(value, str):
        yield place, value
