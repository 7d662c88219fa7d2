"""What was measured, as plain data, and what is promised of it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.floor import Bound
from benchmarks.promises import (
    AGAIN,
    ALWAYS,
    HELP,
    LOADS,
    MEMORY,
    OF_CCXT,
    OF_FLOOR,
    PROMISED,
    REQUESTS,
    RUN,
    STARTS,
    TOO_FAST,
)
from benchmarks.startup import Start


@dataclass(frozen=True)
class Side:
    """One client's run.

    Attributes:
        wall: seconds from the first line to the last answer or the report.
        cpu: seconds of processor time in it.
        peak: the most memory that its process held, in bytes.
        too_fast: requests over a limit, as the server sees it.
        simulated: the seconds are simulated ones.
    """

    wall: float
    cpu: float
    peak: int
    too_fast: int
    simulated: bool


@dataclass(frozen=True)
class Done:
    """A piece of work.

    Attributes:
        key: what the promises call it.
        name: what the table calls it.
        verdict: what our scan came to.
        requests: how many we made; plain ccxt made the same.
        questions: how many of them are different.
        expected: how many it should be.
        again: how many of them we made again because of a failure.
        floor: seconds that limits and distance take at least, whoever asks.
        order: seconds that they take in our order of asking; unknown where it was not tried.
        ours: our run.
        ccxt: the run of plain ccxt, where it was measured.
        ideal: seconds that ccxt's own table of costs says it takes.
        bounds: what each budget takes at least.
    """

    key: str
    name: str
    verdict: str
    requests: int
    questions: int
    expected: int
    again: int
    floor: float
    order: float | None
    ours: Side
    ccxt: Side | None
    ideal: float
    bounds: list[Bound]

    @property
    def values(self) -> dict[str, float]:
        """Everything that may be promised of it."""
        values = {
            OF_FLOOR: self.ours.wall / self.floor,
            REQUESTS: self.requests / self.expected,
            AGAIN: self.again,
            TOO_FAST: self.ours.too_fast,
        }
        if self.ccxt:
            values[OF_CCXT] = self.ours.wall / self.ccxt.wall
            values[MEMORY] = self.ours.peak / self.ccxt.peak
        return values


@dataclass(frozen=True)
class Held:
    """One promise and what was measured.

    Attributes:
        of: the work or command.
        what: what was promised of it.
        measured: the value.
        promised: the most that it may be.
    """

    of: str
    what: str
    measured: float
    promised: float

    @property
    def kept(self) -> bool:
        return self.measured <= self.promised


@dataclass(frozen=True)
class Results:
    """A whole run.

    Attributes:
        made: when, where and with what.
        done: the pieces of work.
        starts: every command.
        python: seconds that a bare interpreter takes.
        loading: seconds that an interpreter takes that loads ccxt.
    """

    made: dict[str, Any]
    done: list[Done] = field(default_factory=list[Done])
    starts: list[Start] = field(default_factory=list[Start])
    python: float = 0.0
    loading: float = 0.0

    def promises(self) -> Iterator[Held]:
        """All of them."""
        for work in self.done:
            values = work.values
            for what, promised in {**PROMISED[work.key], **ALWAYS}.items():
                yield Held(work.name, what, values[what], promised)
        for start in self.starts:
            values = {HELP: start.help / self.loading, LOADS: start.loads_ccxt}
            if start.run is not None:
                values[RUN] = start.run / self.loading
            for what, value in values.items():
                yield Held(start.command, what, value, STARTS[what])

    def missed(self) -> list[str]:
        """The promises that were not kept, one line each."""
        return [
            f"{held.of}: {held.what} is {held.measured:.2f}, not at most {held.promised:g}"
            for held in self.promises()
            if not held.kept
        ]

    def document(self) -> dict[str, Any]:
        """The same as JSON."""
        held = [{**asdict(one), "kept": one.kept} for one in self.promises()]
        return {**asdict(self), "promises": held}
