"""Fills values into a sentence, as the language sets them.

Chinese keeps a space between its own characters and Latin letters or digits. Whether a value
needs one shows only when it is there: "NFT" does, "资金账户" does not.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from string import Formatter
from typing import Final

from readiness.language.active import current

_SPACED: Final = frozenset({"zh"})
_HAN: Final = r"[㐀-鿿]"
_LATIN: Final = r"[A-Za-z0-9]"
_MEET: Final = re.compile(f"{_HAN}{_LATIN}|{_LATIN}{_HAN}")


def filled(text: str, values: Mapping[str, object]) -> str:
    """The sentence with its values.

    Args:
        text: with ``{name}`` for each value, as ``str.format`` reads it.
        values: the values by name.
    """
    if current() not in _SPACED:
        return text.format_map(values)
    parts = [part for part in _parts(text, values) if part]
    gaps = (" " if _MEET.match(before[-1] + after[0]) else "" for before, after in pairwise(parts))
    return "".join(part + gap for part, gap in zip(parts, [*gaps, ""], strict=False))


def _parts(text: str, values: Mapping[str, object]) -> Iterator[str]:
    for literal, name, spec, conversion in Formatter().parse(text):
        yield literal
        if name is not None:
            how = f"!{conversion}" if conversion else ""
            yield f"{{{name}{how}:{spec}}}".format_map(values)
