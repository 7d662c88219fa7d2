"""A chart in one line: what is there never looks like nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.report.chart import chart

values = st.decimals(min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("given_values", "blocks", "digits"),
    [
        ([], "", ""),
        ([0, 0], "▁▁", "00"),
        ([7, 3, 1, 0], "█▄▂▁", "9410"),
        ([None, 1], "?█", "?9"),
        ([Decimal("1e-18"), 1000], "▂█", "19"),
    ],
    ids=str,
)
def test_a_chart(given_values: list[Decimal | None], blocks: str, digits: str) -> None:
    """In blocks, and in digits where blocks cannot be shown."""
    assert chart(given_values, unicode=True) == blocks
    assert chart(given_values, unicode=False) == digits


@given(st.lists(st.none() | values), st.booleans())
def test_it_reads_as_the_numbers_do(numbers: list[Decimal | None], unicode: bool) -> None:
    """One character each, higher for more, the lowest for zero alone, ? for not known."""
    line = chart(numbers, unicode=unicode)
    assert len(line) == len(numbers)
    lowest, highest = ("▁", "█") if unicode else ("0", "9")
    shown = list(zip(numbers, line, strict=True))
    for number, character in shown:
        assert (number is None) == (character == "?")
        assert (number == 0) == (character == lowest)
    known = sorted((number, character) for number, character in shown if number is not None)
    assert [character for _, character in known] == sorted(character for _, character in known)
    if known and known[-1][0]:
        assert known[-1][1] == highest
