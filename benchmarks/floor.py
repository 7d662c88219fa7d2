"""The floor: what the published limits and the distance allow at best, whoever asks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readiness.simulator import Arrival
from readiness.simulator.okx.routes import ROUTES


@dataclass(frozen=True)
class Bound:
    """What one endpoint alone takes.

    Attributes:
        path: the endpoint.
        calls: how often it was asked.
        count: requests that are allowed in one window.
        window: seconds of one window.
        published: whether the exchange's documents say so.
        floor: seconds until the last answer can be there.
        done: seconds after which the last request had arrived.
    """

    path: str
    calls: int
    count: int
    window: float
    published: bool
    floor: float
    done: float


def bounds(arrivals: Sequence[Arrival], round_trip: float) -> list[Bound]:
    """Every endpoint of a recording, the slowest first."""
    calls = Counter(entry.path for entry in arrivals)
    last = {entry.path: entry.time - arrivals[0].time for entry in arrivals}
    found = [
        Bound(
            path=path,
            calls=made,
            count=ROUTES[path].limit.count,
            window=ROUTES[path].limit.seconds,
            published=ROUTES[path].limit.published,
            floor=(-(-made // ROUTES[path].limit.count) - 1) * ROUTES[path].limit.seconds
            + round_trip,
            done=last[path],
        )
        for path, made in calls.items()
    ]
    return sorted(found, key=lambda bound: (-bound.floor, -bound.done))
