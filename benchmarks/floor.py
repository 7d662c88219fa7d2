"""The floor: what the published limits and the distance allow at best, whoever asks."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from readiness.simulator import Arrival
from readiness.simulator.limits import Limit


@dataclass(frozen=True)
class Bound:
    """What one budget alone takes.

    Attributes:
        path: the endpoint, or what several of them share a budget under.
        calls: how often it was asked.
        spent: what that weighs in all.
        count: weight that is allowed in one window.
        window: seconds of one window.
        published: whether the exchange's documents say so.
        floor: seconds until the last answer can be there.
        done: seconds after which the last request had arrived.
    """

    path: str
    calls: int
    spent: int
    count: int
    window: float
    published: bool
    floor: float
    done: float


def bounds(
    arrivals: Sequence[Arrival], limit_of: Callable[[Arrival], Limit], round_trip: float
) -> list[Bound]:
    """Every budget of a recording, the slowest first."""
    calls: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    last: dict[str, float] = {}
    limits: dict[str, Limit] = {}
    for entry in arrivals:
        limit = limit_of(entry)
        place = limit.pool or entry.path
        calls[place] += 1
        spent[place] += limit.weight
        last[place] = entry.time - arrivals[0].time
        limits[place] = limit
    found = [
        Bound(
            path=place,
            calls=made,
            spent=spent[place],
            count=limits[place].count,
            window=limits[place].seconds,
            published=limits[place].published,
            floor=(-(-spent[place] // limits[place].count) - 1) * limits[place].seconds
            + round_trip,
            done=last[place],
        )
        for place, made in calls.items()
    ]
    return sorted(found, key=lambda bound: (-bound.floor, -bound.done))
