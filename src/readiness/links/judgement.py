"""What can be said of a link: siblings, so that "nothing is known" never looks like "fine"."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class Verdict(StrEnum):
    """What a link is, in one word."""

    OFFICIAL = "official"
    TRAP = "trap"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """What kind of trap a link is."""

    LOOKALIKE = "lookalike"
    """It is written to be taken for something that it is not."""
    DOWNLOAD = "download"
    """It leads to a program that asks to be installed."""
    REFERRAL = "referral"
    """Somebody is paid when it is followed."""


@dataclass(frozen=True)
class Reason:
    """Why a link is judged as it is: a code, and the values that its sentence names.

    Attributes:
        code: see ``wording.REASONS``.
        values: what the sentence has to be filled in with; text that strangers wrote.
    """

    code: str
    values: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def key(self) -> tuple[str, ...]:
        """The same for two reasons that say the same."""
        return (self.code, *(text for pair in sorted(self.values.items()) for text in pair))


@dataclass(frozen=True)
class Official:
    """The link leads to a host of the exchange, and nothing about it is odd.

    Attributes:
        exchange: whose host it is.
        reasons: what it is known for, and what else may be said.
    """

    exchange: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Trap:
    """The link is one to stay away from.

    Attributes:
        kind: what kind of trap.
        exchange: the exchange whose name it uses; ``None`` if it names none.
        reasons: everything that was noticed, the worst first.
    """

    kind: Kind
    exchange: str | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Unknown:
    """Nothing proves the link official, and nothing proves it a trap. It is not thereby fine.

    Attributes:
        exchange: the exchange that it has to do with; ``None`` if it names none.
        reasons: why nothing better can be said.
    """

    exchange: str | None
    reasons: tuple[Reason, ...]


Judgement: TypeAlias = Official | Trap | Unknown


def verdict_of(judgement: Judgement) -> Verdict:
    """The one word for a judgement."""
    match judgement:
        case Official():
            return Verdict.OFFICIAL
        case Trap():
            return Verdict.TRAP
        case Unknown():
            return Verdict.UNKNOWN


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """What several links are together; of no link at all nothing is known."""
    found = frozenset(verdicts)
    order = (Verdict.TRAP, Verdict.UNKNOWN, Verdict.OFFICIAL)
    return next((verdict for verdict in order if verdict in found), Verdict.UNKNOWN)


EXIT_CODES: dict[Verdict, int] = {Verdict.OFFICIAL: 0, Verdict.TRAP: 10, Verdict.UNKNOWN: 11}
