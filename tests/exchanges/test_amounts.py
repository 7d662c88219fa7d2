"""What a part of a total is worth, and what is left of one."""

from __future__ import annotations

import pytest

from readiness.domain.amount import NotStated, read_amount
from readiness.exchanges.amounts import less, worth


@pytest.mark.parametrize(
    ("part", "whole", "usd", "expected"),
    [
        ("1", "4", "6", "1.50000000"),
        ("4", "4", "6", "6.00000000"),
        ("-1", "4", "6", "-1.50000000"),
        ("1", "3", "1", "0.33333333"),
        ("0", "4", "6", "0E-8"),
        ("1", "0", "6", ""),
        ("", "4", "6", ""),
        ("1", "NaN", "6", ""),
        ("1", "4", "", ""),
    ],
)
def test_a_part_of_a_total(part: str, whole: str, usd: str, expected: str) -> None:
    """In proportion; nothing is said where one of the three is no number, or there is no whole."""
    found = worth(read_amount(part), read_amount(whole), read_amount(usd))
    assert found == read_amount(expected)


def test_what_is_no_number_takes_nothing_off() -> None:
    """The rest is never smaller than it could be; of what is no number nothing is left."""
    whole = read_amount("10")
    assert less(whole, map(read_amount, ("1", "2.5", "", "NaN"))) == read_amount("6.5")
    assert less(read_amount("NaN"), [whole]) == NotStated()
