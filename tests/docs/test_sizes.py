"""The table of lines that each exchange took is that of the tree, give or take some."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from scripts.sizes import KINDS, families, lines

PAGE: Final = Path(__file__).parents[2] / "docs" / "adding-an-exchange.md"
SOME: Final = 0.15


def told() -> dict[str, list[int]]:
    """The numbers on the page, by kind of file."""
    rows = PAGE.read_text(encoding="utf-8").partition("## What each exchange took")[2]
    cells = [line.strip("| ").split(" | ") for line in rows.splitlines() if line.startswith("| ")]
    return {
        kind: [int(cell.replace(",", "")) for cell in counts]
        for kind, *counts in cells
        if kind in KINDS
    }


def test_every_exchange_is_in_the_table() -> None:
    """In the order of the registry."""
    heading = f"| kind of file | {' | '.join(families())} |"
    assert heading in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_the_numbers_are_those_of_the_tree(kind: str) -> None:
    """Not to the line, so that not every change has to come here."""
    counted = [lines(family, kind) for family in families()]
    assert all(counted)
    assert told()[kind] == [pytest.approx(count, rel=SOME) for count in counted]
