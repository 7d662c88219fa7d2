"""The words a scan ends with, their order and their exit codes."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Verdict(StrEnum):
    """What a scan says, worst first."""

    REFUSED = "refused"
    BLOCKED = "blocked"
    INCOMPLETE = "incomplete"
    UNCONFIRMED = "unconfirmed"
    CLOSING = "closing"
    READY = "ready"


EXIT_CODES: Final[dict[Verdict, int]] = {
    Verdict.REFUSED: 3,
    Verdict.BLOCKED: 10,
    Verdict.INCOMPLETE: 11,
    Verdict.UNCONFIRMED: 12,
    Verdict.CLOSING: 0,
    Verdict.READY: 0,
}

_ORDER: Final = tuple(Verdict)


class FailOn(StrEnum):
    """From which verdict on a run fails; what is never forgiven is not on the list."""

    BLOCKED = "blocked"
    INCOMPLETE = "incomplete"
    UNCONFIRMED = "unconfirmed"


_FORGIVEN: Final[dict[FailOn, frozenset[Verdict]]] = {
    FailOn.UNCONFIRMED: frozenset(),
    FailOn.INCOMPLETE: frozenset({Verdict.UNCONFIRMED}),
    FailOn.BLOCKED: frozenset({Verdict.UNCONFIRMED, Verdict.INCOMPLETE}),
}


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of several: the first in the order that applies.

    Of nothing at all it is ``incomplete``: nobody looked.
    """
    return min(verdicts, key=_ORDER.index, default=Verdict.INCOMPLETE)


def exit_code(verdict: Verdict, fail_on: FailOn = FailOn.UNCONFIRMED) -> int:
    """The exit code of a run that ended with ``verdict``."""
    return 0 if verdict in _FORGIVEN[fail_on] else EXIT_CODES[verdict]
