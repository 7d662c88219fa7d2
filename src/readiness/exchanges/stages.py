"""What the documented states of a transfer mean; a state that nobody documents is open."""

from collections.abc import Mapping
from dataclasses import dataclass

from readiness.domain.items import Stage


@dataclass(frozen=True)
class Stages:
    """The states of one kind of transfer.

    Attributes:
        waiting: what a transfer in each open state waits for.
        final: the documented states in which it has ended.
    """

    waiting: Mapping[str, Stage]
    final: frozenset[str]

    def of(self, state: str) -> Stage | None:
        """What a transfer in this state waits for; ``None`` if it has ended."""
        if state in self.final:
            return None
        return self.waiting.get(state, Stage.UNRECOGNISED)
