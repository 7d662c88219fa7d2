"""One thing is left: the request that shows it tells it, and what it tells is what is kept."""

from __future__ import annotations

from typing import Any

import pytest
from tests.matrix.cases import Case
from tests.matrix.rigs import EACH_RIG, RIGS, Rig
from tests.matrix.told import asked, kept, lines, named

from readiness.domain.answer import items_of


def cases() -> list[Any]:
    """Every case of every exchange."""
    return [
        pytest.param(rig, title, name, case, id=f"{rig.exchange}:{title}")
        for rig in RIGS
        for title, name, case in named(rig)
    ]


@pytest.mark.matrix
@pytest.mark.parametrize(("rig", "title", "name", "case"), cases())
def test_its_own_request_reveals_it(rig: Rig, title: str, name: str, case: Case) -> None:
    """The request alone finds it; of several calls, the one for this state or kind."""
    answers = asked(rig, name, case)
    areas = {area for areas in case.areas.values() for area in areas}
    assert any(items_of(entry.answer) for entry in answers if entry.area in areas)
    assert lines(answers) == kept(rig.exchange)[title], "see tests/matrix/told.py"


@EACH_RIG
def test_nothing_else_is_kept(rig: Rig) -> None:
    """What is kept is of cases that there are."""
    assert list(kept(rig.exchange)) == [title for title, _, _ in named(rig)]
