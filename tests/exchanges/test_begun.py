"""What began since the scan did, told by the row's own time."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, Final

import pytest

from readiness.domain.amount import NotStated, read_amount
from readiness.domain.items import Movement
from readiness.exchanges.begun import any_moment, begun
from readiness.exchanges.catalogue import SINCE

_BEGAN_MS: Final = 1_764_000_000_000
_SCAN: Final = {SINCE: str(_BEGAN_MS)}


def row(time: object) -> Any:
    return SimpleNamespace(at=str(time), coin="ETH", much=read_amount("2.5"), number="77")


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (_BEGAN_MS - 1_000, False),
        (_BEGAN_MS, True),
        (_BEGAN_MS + 1_000, True),
        ("2025-11-24 15:59:59", False),
        ("2025-11-24 16:00:00", True),
        ("", True),
        ("yesterday", True),
    ],
)
def test_what_began_no_earlier_than_the_scan_is_told(time: object, told: bool) -> None:
    """In that very second it may still have moved; without a readable time, too."""
    assert bool(list(begun("at")([row(time)], _SCAN))) is told


def test_without_the_time_of_the_scan_everything_is_new() -> None:
    """Then nothing tells old from new."""
    assert len(list(begun("at")([row(1_000)], {}))) == 1


def test_a_row_is_told_by_the_fields_that_are_named() -> None:
    """And by nothing else."""
    at = datetime(2025, 11, 24, 16, tzinfo=UTC)
    told = begun("at", "coin", "much", name="number")([row(_BEGAN_MS)], _SCAN)
    assert list(told) == [Movement(id="77", asset="ETH", amount=read_amount("2.5"), at=at)]
    assert list(begun("at")([row(_BEGAN_MS)], _SCAN)) == [
        Movement(id="", asset="", amount=NotStated(), at=at)
    ]


def test_rows_may_be_wrapped_in_rows() -> None:
    """Each of them is looked at by itself."""
    outer = [
        SimpleNamespace(inner=[row(1_000), row(_BEGAN_MS)], at="1000"),
        SimpleNamespace(inner=[row(_BEGAN_MS)], at="1000"),
    ]
    assert len(list(begun("at", rows_of="inner")(outer, _SCAN))) == 2


@pytest.mark.parametrize("text", ["", "soon", "2025-11-24", "1" * 15])
def test_what_is_no_moment(text: str) -> None:
    """Nothing is made of it."""
    assert any_moment(text) is None
