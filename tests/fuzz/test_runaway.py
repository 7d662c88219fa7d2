"""Money that always knows what is asked next, and flees from it: it is missed all the same.

No scan is followed that closely. Whoever can be hidden from it cannot be hidden by chance.
"""

from __future__ import annotations

from typing import Final

import pytest
from tests.fuzz.sight import CLEAR, Sight, sight
from tests.fuzz.terrain import Ground, Terrain, Way
from tests.fuzz.terrains import TERRAINS
from tests.fuzz.turns import Led

BEGINS: Final = [
    pytest.param(terrain, name, id=f"{terrain}:{name}")
    for terrain in TERRAINS
    for name in terrain.places
    if name != "debt"
]


@pytest.mark.sampled(6)
@pytest.mark.parametrize(("terrain", "begin"), BEGINS)
def test_nothing_can_run_away(terrain: Terrain, begin: str) -> None:
    """Money that flees from every answer that would show it, as often as it can, is missed."""
    ground = Ground(terrain, [begin])
    led = Led(ground.world)
    try:
        while not led.done:
            question = led.waiting[0].question
            for way in _flight(ground, question, sight(terrain)):
                ground.move(*way)
            led.answer()
        assert led.report().verdict not in CLEAR, ground.moves
    finally:
        led.close()


def _flight(ground: Ground, question: str, seen: Sight) -> list[Way]:
    """One or two ways to a place that an answer does not show; none if there is no such place."""
    (here,) = ground.holding

    def hidden(way: Way) -> bool:
        return question not in seen.shown_by[way[1]]

    if question not in seen.shown_by[here]:
        return []
    ways = ground.ways()
    direct = [[way] for way in ways if hidden(way)]
    beyond = [
        [way, more]
        for way in ways
        for more in ground.terrain.ways
        if more[0] == way[1] and hidden(more) and (ground.terrain.quiet is None)
    ]
    return next(iter([*direct, *beyond]), [])
