"""Each exchange's page names every request that can be sent there, with what it is for."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from readiness.exchanges.registry import EXCHANGES, load_catalogue

DOCS: Final = Path(__file__).parents[2] / "docs"


def page_of(exchange: str) -> str:
    """The page of a family; a part stands on the page of what it is a part of."""
    info = EXCHANGES[exchange]
    whole = EXCHANGES[info.part_of].family if info.part_of else info.family
    return (DOCS / f"{whole}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("exchange", EXCHANGES)
def test_every_request_is_on_the_page(exchange: str) -> None:
    """All that a scan can ask for."""
    page = page_of(exchange)
    named = [request.id for request in load_catalogue(exchange)]
    assert named
    assert [name for name in named if f"`{name}`" not in page] == []
