"""Kraken's Earn: an amount below zero is not nothing, wherever it stands."""

from decimal import Decimal
from typing import Any

import pytest
from tests.exchanges.telling import tell

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


@pytest.mark.parametrize(
    ("part", "nature"),
    [("bonding", "earn"), ("unbonding", "redeeming"), ("exit_queue", "redeeming")],
)
@pytest.mark.parametrize(
    ("native", "dated", "rest"),
    [
        # What has a date, and what the part tells beyond it.
        ("3", ["1", "2"], ""),
        ("5", ["1", "2"], "2"),
        ("3", ["3", "0"], ""),
        # More by date than in all: told by date, once.
        ("1", ["1", "2"], ""),
        ("", ["1"], "unreadable:''"),
        ("", [], "unreadable:''"),
        # A date with an amount that nobody can read takes nothing off.
        ("5", ["many"], "5"),
    ],
)
def test_a_part_by_its_dates(
    part: str, nature: str, native: str, dated: list[str], rest: str
) -> None:
    """Each date by itself, then what is left of the part, then what is left of the whole."""
    day = "2023-08-01T00:00:00Z"
    entries = [{"native": each, "created_at": day, "expires": day} for each in dated]
    amounts = {"total": {"native": "9"}, part: {"native": native, "allocations": entries}}
    raw = {"strategy_id": "S", "native_asset": "DOT", "amount_allocated": amounts}
    found = tell("kraken", "Earn/Allocations", raw, traits={f"{earn.TERMS}S": "flex"})
    free = " clears_at=2023-08-01" if nature == "redeeming" else ""
    expected = [
        f"holding nature={nature} id=S:{part}:day asset=DOT"
        f" amount={'unreadable:many' if each == 'many' else each}{free} details=((state, {part}))"
        for each in dated
        if each != "0"
    ]
    if rest:
        expected.append(
            f"holding nature={nature} id=S:{part} asset=DOT amount={rest} details=((state, {part}))"
        )
    parts = [line.partition(": ")[2] for line in found]
    assert parts[: len(expected)] == expected
    told_already = Decimal(native) if native else Decimal(0)
    assert parts[len(expected) :] == [
        f"holding nature=earn id=S asset=DOT amount={9 - told_already}"
    ]


@pytest.mark.parametrize(
    ("total", "parts", "told"),
    [
        ("9", {}, ["nature=earn id=S asset=DOT amount=9"]),
        ("0", {}, []),
        ("", {}, ["nature=earn id=S asset=DOT amount=unreadable:''"]),
        (
            "",
            {"bonding": {"native": "2"}},
            [
                "nature=earn id=S:bonding asset=DOT amount=2",
                "nature=earn id=S asset=DOT amount=unreadable:''",
            ],
        ),
        (
            "9",
            {"bonding": {"native": "2"}, "unbonding": {"native": "3"}},
            [
                "nature=earn id=S:bonding asset=DOT amount=2",
                "nature=redeeming id=S:unbonding asset=DOT amount=3",
                "nature=earn id=S asset=DOT amount=4",
            ],
        ),
        # What is pending is no part of the whole; below zero it comes out.
        (
            "9",
            {"pending": {"native": "2"}},
            [
                "nature=earn id=S:pending asset=DOT amount=2",
                "nature=earn id=S asset=DOT amount=9",
            ],
        ),
        ("0", {"pending": {"native": "-2"}}, ["nature=redeeming id=S:pending asset=DOT amount=2"]),
        (
            "0",
            {"pending": {"native": ""}},
            [
                "nature=earn id=S:pending asset=DOT amount=unreadable:''",
            ],
        ),
        ("0", {"pending": {"native": "0"}}, []),
    ],
)
def test_the_whole_beside_its_parts(total: str, parts: dict[str, Any], told: list[str]) -> None:
    """What no part tells is told as the rest of the whole."""
    amounts = {"total": {"native": total}, **parts}
    raw = {"strategy_id": "S", "native_asset": "DOT", "amount_allocated": amounts}
    found = tell("kraken", "Earn/Allocations", raw, traits={f"{earn.TERMS}S": "flex"})
    assert [
        line.partition("holding ")[2].partition(" details")[0]
        for line in found
        if line.startswith("earn.flexible")
    ] == told
