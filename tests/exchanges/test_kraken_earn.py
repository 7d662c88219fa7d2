"""Kraken's Earn: an amount below zero is not nothing, wherever it stands."""

from typing import Any

import pytest

from readiness.domain.amount import Exact
from readiness.domain.items import Holding
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kraken.collectors import earn
from readiness.exchanges.kraken.wire.earn import Allocation

NONE: Traits = {}


def told(total: str, **parts: Any) -> list[tuple[str, str]]:
    """What is told of one strategy: the name of each entry, and its amount."""
    amounts = {"total": {"native": total}, **parts}
    raw = {"strategy_id": "S", "native_asset": "DOT", "amount_allocated": amounts}
    rows = [Allocation.model_validate(raw)]
    found = []
    for item in earn.allocated(earn.unheard_of)(rows, NONE):
        assert isinstance(item, Holding)
        assert isinstance(item.amount, Exact)
        found.append((item.id, str(item.amount.value)))
    return found


@pytest.mark.parametrize("part", ["bonding", "unbonding", "exit_queue"])
def test_a_whole_below_zero_beside_an_empty_part(part: str) -> None:
    """The part explains nothing of it."""
    assert told("-1", **{part: {"native": "0"}}) == [("S", "-1")]


@pytest.mark.parametrize("part", ["bonding", "unbonding", "exit_queue"])
def test_a_part_below_zero(part: str) -> None:
    """No entry of the part explains it."""
    assert told("-1", **{part: {"native": "-1"}}) == [(f"S:{part}", "-1")]


def test_parts_that_tell_more_than_the_whole() -> None:
    """What they tell is told once; the difference is nothing that is left."""
    assert told("1", bonding={"native": "2"}) == [("S:bonding", "2")]
