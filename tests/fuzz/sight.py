"""Which answers of an exchange show which of its places: found out by asking it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from tests.fuzz.terrain import Ground, Terrain
from tests.fuzz.turns import Led

from readiness.domain.verdict import Verdict
from readiness.simulator.ask import Ask
from readiness.simulator.faults import Quirk

CLEAR: Final = (Verdict.READY, Verdict.UNCONFIRMED)
_CHANGING: Final = re.compile(rb"\d{10,}[.\d]*|\d{4}-\d\d-\d\d|\d\d:\d\d:[.\d]+")
"""Times and numbers made of them: other ones in each answer."""


@dataclass(frozen=True)
class Sight:
    """What a scan of one exchange can see where.

    Attributes:
        usual: how often a scan of the empty account asks each question.
        shown_by: the questions whose answers differ when something is at a place.
    """

    usual: Counter[str]
    shown_by: Mapping[str, frozenset[str]]


@cache
def sight(terrain: Terrain) -> Sight:
    """Scan the empty account, and ask the same once more for each place with something in it."""
    ground = Ground(terrain)
    led = Led(ground.world)
    try:
        assert led.report().verdict in CLEAR
    finally:
        led.close()
    # Each as it was asked first: Kraken wants the numbers of requests to rise.
    asks = dict(reversed(led.door.asked))
    asks = dict(sorted(asks.items(), key=lambda entry: entry[1].time))
    nothing = _answers(ground, asks)
    shown_by = {}
    for name in terrain.places:
        ground.hold({name})
        answers = _answers(ground, asks)
        shown_by[name] = frozenset(one for one in asks if answers[one] != nothing[one])
        assert shown_by[name], f"nothing shows {name}"
    return Sight(Counter(question for question, _ in led.door.asked), shown_by)


def _answers(ground: Ground, asks: Mapping[str, Ask]) -> dict[str, bytes]:
    """What each question is answered with now, but for the time of day."""
    if nonces := getattr(ground.account, "nonces", None):
        nonces.clear()
    receive = ground.world.simulator.receive
    return {
        question: _CHANGING.sub(b"", receive(ask)(Quirk.NONE).body)
        for question, ask in asks.items()
    }
