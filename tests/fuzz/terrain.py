"""Where money can be at an exchange, the ways between those places, and what is written down.

What a way leaves in the exchange's own books is typed from its documents. Where they promise no
entry, none is written: then only looking again can tell.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.exchanges.embedded import Account
from tests.matrix.cases import Arrange
from tests.matrix.memory import World
from tests.matrix.rig import Rig

Entry = Callable[[Account, int], None]
"""Writes one entry into an account's books, dated in milliseconds."""
Way = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Terrain:
    """The places of one exchange.

    Attributes:
        rig: the exchange.
        places: where money or a debt can be, and what puts something there.
        ways: which places money can be moved between, and what that writes down.
        entrances: where money arrives from outside, and what that writes down.
        loans: what is owed and where the money then is, and what borrowing and repaying write.
        quiet: how often something may go a way of which no book tells, where nothing but two
            looks can tell of it and no total covers both of its ends.
        prepare: makes of a clean account one in which all of this is possible.
    """

    rig: Rig
    places: Mapping[str, Arrange]
    ways: Mapping[Way, tuple[Entry, ...]]
    entrances: Mapping[str, tuple[Entry, ...]]
    loans: Mapping[Way, tuple[tuple[Entry, ...], tuple[Entry, ...]]] = field(default_factory=dict)
    quiet: int | None = None
    prepare: Arrange = lambda account: None

    def __str__(self) -> str:
        return str(self.rig)


def both_ways(one: str, other: str, *entries: Entry) -> dict[Way, tuple[Entry, ...]]:
    """A way that writes the same in each direction."""
    return {(one, other): entries, (other, one): entries}


def dated(place: str, row: Callable[..., Any], stamp: str, form: Any = str, **more: Any) -> Entry:
    """An entry that is a row with the time in one field."""

    def write(account: Account, ms: int) -> None:
        account.put(place, row(**{stamp: form(ms)}, **more))

    return write


class Ground:
    """An account in which things are moved about while somebody looks.

    Attributes:
        world: the exchange with this account alone.
        holding: the places in which something is now.
        moves: the ways that things have gone, in order.
    """

    def __init__(self, terrain: Terrain, begin: Iterable[str] = ()) -> None:
        """An account that is empty but for some places."""
        rig = terrain.rig
        self.terrain = terrain
        self.account = rig.account()
        terrain.prepare(self.account)
        self.world = World({"main": self.account}, exchange=rig.exchange)
        self.holding: set[str] = set(begin)
        self.moves: list[Way] = []
        self._books: list[tuple[Entry, int]] = []
        self._clean = copy.deepcopy(vars(self.account))
        self._arrange()

    def ways(self) -> list[Way]:
        """The ways that something can go now."""
        ways, quiet = self.terrain.ways, self.terrain.quiet
        gone = sum(not ways[way] for way in self.moves)
        silent = quiet is not None and gone >= quiet
        return [way for way in ways if way[0] in self.holding and (ways[way] or not silent)]

    def move(self, source: str, target: str) -> None:
        """Move what is at one place to another."""
        self.moves.append((source, target))
        self._change({source}, {target}, self.terrain.ways[source, target])

    def enter(self, target: str) -> None:
        """Let something arrive from outside."""
        self._change(set(), {target}, self.terrain.entrances[target])

    def leave(self, source: str) -> None:
        """Let something go out of the account, by the way that others come in."""
        self._change({source}, set(), self.terrain.entrances[source])

    def borrow(self, loan: Way) -> None:
        """Take a loan: money, and a debt."""
        self._change(set(), set(loan), self.terrain.loans[loan][0])

    def repay(self, loan: Way) -> None:
        """Pay it back with the money."""
        self._change(set(loan), set(), self.terrain.loans[loan][1])

    def hold(self, names: Iterable[str]) -> None:
        """Have something at these places and nowhere else, whatever was before."""
        self.holding = set(names)
        self._arrange()

    def _change(self, gone: set[str], come: set[str], entries: tuple[Entry, ...]) -> None:
        assert gone <= self.holding
        self.holding = self.holding - gone | come
        now = int(self.world.simulator.now() * 1000)
        self._books += [(entry, now) for entry in entries]
        self._arrange()

    def _arrange(self) -> None:
        """Make the account what it is now: clean, and then one thing after the other."""
        kept = {
            name: vars(self.account)[name] for name in ("keys", "nonces") if name in self._clean
        }
        state: dict[str, Any] = self.account.__dict__
        state.clear()
        state.update(copy.deepcopy(self._clean) | kept)
        for below in self.account.subs.values():
            below.parent = self.account
        for name in sorted(self.holding):
            self.terrain.places[name](self.account)
        for entry, ms in self._books:
            entry(self.account, ms)
