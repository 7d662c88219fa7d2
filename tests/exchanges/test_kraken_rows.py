"""What Kraken's rows tell where one cell has to be weighed against another."""

from __future__ import annotations

import pytest
from tests.exchanges.telling import tell

from readiness.simulator.kraken.rows import FACTORIES


@pytest.mark.parametrize(
    ("status", "added", "stage"),
    [
        ("Initial", "", "cancellable"),
        ("Initial", "cancel-denied", "cancellable"),
        ("Pending", "", "moving"),
        ("Pending", "cancel-pending", "moving"),
        ("Pending", "onhold", "held"),
        ("Pending", "on-hold", "held"),
        ("Pending", "unheard of", "unrecognised"),
        ("Success", "", ""),
        ("Success", "return", ""),
        ("Success", "onhold", "held"),
        ("Success", "cancel-pending", "moving"),
        ("Success", "unheard of", "unrecognised"),
        ("unheard of", "", "unrecognised"),
    ],
)
def test_what_is_added_to_a_state_weighs_more(status: str, added: str, stage: str) -> None:
    """A final state is an end only with what leaves it one."""
    row = {**FACTORIES["WithdrawStatus"](), "status": status, "status-prop": added}
    found = tell("kraken", "WithdrawStatus", row)
    assert [f" stage={stage} " in line for line in found] == [True] * bool(stage)
