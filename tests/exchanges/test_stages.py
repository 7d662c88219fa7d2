"""What the documented states of a transfer mean."""

from __future__ import annotations

import pytest

from readiness.domain.items import Stage
from readiness.exchanges.stages import Stages

STAGES = Stages(waiting={"1": Stage.MOVING}, final=frozenset({"2"}))


@pytest.mark.parametrize(
    ("state", "stage"),
    [("1", Stage.MOVING), ("2", None), ("3", Stage.UNRECOGNISED), ("", Stage.UNRECOGNISED)],
)
def test_only_documented_final_states_have_ended(state: str, stage: Stage | None) -> None:
    """A state that nobody documents is open, and so is none at all."""
    assert STAGES.of(state) is stage
