"""Sentences by the part of the tool that they belong to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = ROOT / "src" / "readiness"

Msgid: TypeAlias = str | tuple[str, str]
"""A sentence in English; two forms of it where it is about a number of things."""


class UnclearError(Exception):
    """A sentence is written in a way that cannot be collected."""


@dataclass
class Sentences:
    """Every sentence of every part.

    Attributes:
        parts: the sentences by part; each part has a catalogue of its own.
        unclear: places where a sentence is put together from pieces, which no translation fits.
    """

    parts: dict[str, set[Msgid]] = field(default_factory=lambda: defaultdict(set))
    unclear: list[str] = field(default_factory=list)

    def add(self, part: str, msgids: Iterable[Msgid]) -> None:
        """Take sentences; empty ones are none."""
        found = {msgid for msgid in msgids if msgid}
        if found:
            self.parts[part] |= found

    def found(self) -> Mapping[str, frozenset[Msgid]]:
        """The sentences by part, where nothing was unclear.

        Raises:
            UnclearError: something was.
        """
        if self.unclear:
            raise UnclearError("\n".join(sorted(self.unclear)))
        return {part: frozenset(msgids) for part, msgids in sorted(self.parts.items())}
