"""The floor: what the published limits and the distance allow at best, whoever asks.

The limits are those of the catalogue; that the look-alike enforces the same ones, which were
written by somebody else, is what the tests of the catalogue say.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from benchmarks.exchanges import Exchange
from readiness.exchanges.catalogue import Request
from readiness.exchanges.registry import load_catalogue
from readiness.gate.route import Limit, Per
from readiness.simulator import Arrival


@dataclass(frozen=True)
class Bound:
    """What one budget alone takes.

    Attributes:
        path: the endpoint, or what several of them share a budget under.
        calls: how often it was asked.
        spent: what that weighs in all.
        count: weight that is allowed in one window, or at once.
        window: seconds of one window, or until a full counter is empty.
        decays: whether it is a counter that falls bit by bit.
        floor: seconds until the last answer can be there.
        done: seconds after which the last request had arrived.
    """

    path: str
    calls: int
    spent: int
    count: int
    window: float
    decays: bool
    floor: float
    done: float


@dataclass
class _Spent:
    limit: Limit
    calls: int = 0
    weight: int = 0
    last: float = 0.0

    def bound(self, path: str, round_trip: float) -> Bound:
        limit = self.limit
        if limit.decays:
            waited = max(self.weight - limit.count, 0) * limit.seconds / limit.count
        else:
            waited = (-(-self.weight // limit.count) - 1) * limit.seconds
        return Bound(
            path=path,
            calls=self.calls,
            spent=self.weight,
            count=limit.count,
            window=limit.seconds,
            decays=limit.decays,
            floor=waited + round_trip,
            done=self.last,
        )


@dataclass
class _Budgets:
    began: float
    spent: dict[tuple[str, str], _Spent] = field(default_factory=dict[tuple[str, str], _Spent])

    def count(self, path: str, owner: str, limit: Limit, entry: Arrival) -> None:
        here = self.spent.setdefault((path, owner), _Spent(limit))
        here.calls += 1
        here.weight += limit.weight
        here.last = entry.time - self.began


def bounds(exchange: Exchange, arrivals: Sequence[Arrival], round_trip: float) -> list[Bound]:
    """Every budget of a recording, the slowest first."""
    budgets = _Budgets(arrivals[0].time)
    for entry in arrivals:
        request = request_of(exchange.id, entry.method, entry.path, entry.params)
        limit = request.limit
        # A key has one owner, and here an owner has one key.
        owner = "" if limit.per is Per.IP else entry.uid
        budgets.count(limit.pool or request.route.place, owner, limit, entry)
        if exchange.crowd:
            budgets.count("whatever is asked", "", exchange.crowd, entry)
    found = [spent.bound(path, round_trip) for (path, _), spent in budgets.spent.items()]
    return sorted(found, key=lambda bound: (-bound.floor, -bound.done))


def request_of(exchange_id: str, method: str, path: str, params: Mapping[str, str]) -> Request:
    """The catalogue's request that arrived: the one most of whose fixed parameters it carries.

    Raises:
        ValueError: there is none.
    """
    fitting = [
        (len(call.params), request)
        for request in _at(exchange_id).get((method, path), ())
        for call in request.calls
        if call.params.items() <= params.items()
    ]
    if not fitting:
        raise ValueError(f"{exchange_id} has no request {method} {path} {dict(params)}")
    return max(fitting, key=lambda pair: pair[0])[1]


@cache
def _at(exchange_id: str) -> Mapping[tuple[str, str], list[Request]]:
    found: dict[tuple[str, str], list[Request]] = {}
    for request, path in _paths(exchange_id):
        found.setdefault((request.route.method, path), []).append(request)
    return found


def _paths(exchange_id: str) -> Iterator[tuple[Request, str]]:
    """Each request with its path as it is recorded: an id may say more than that."""
    for request in load_catalogue(exchange_id):
        yield request, request.id.partition(":")[0]
