"""What the tests have ordered: faults for certain requests, callbacks at certain arrivals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from readiness.simulator.faults import Fault

When = Callable[[Mapping[str, str]], bool]
Callback = Callable[[], object]


@dataclass
class PlannedFault:
    """A fault and the requests it is meant for.

    Attributes:
        path: An endpoint, or a pattern such as `asset/*`.
        fault: What goes wrong.
        times: How often it still happens; `None` is always.
        when: Decides from the query parameters.
        page: Only this page of a paged run, counted from 1.
    """

    path: str
    fault: Fault
    times: int | None
    when: When | None
    page: int | None

    def fits(self, path: str, query: Mapping[str, str], page: int) -> bool:
        """Return whether the fault is meant for this request."""
        return (
            self.times != 0
            and fnmatchcase(path, self.path)
            and (self.page is None or self.page == page)
            and (self.when is None or self.when(query))
        )


class FaultPlan:
    """The ordered faults; the one ordered last wins."""

    def __init__(self) -> None:
        """Start with an honest exchange."""
        self._planned: list[PlannedFault] = []

    def add(self, planned: PlannedFault) -> None:
        """Order a fault."""
        self._planned.append(planned)

    def clear(self) -> None:
        """Be honest again."""
        self._planned.clear()

    def pick(self, path: str, query: Mapping[str, str], page: int) -> Fault | None:
        """Return the fault for a request and use it up, or `None`."""
        for planned in reversed(self._planned):
            if planned.fits(path, query, page):
                if planned.times is not None:
                    planned.times -= 1
                return planned.fault
        return None


@dataclass(frozen=True)
class _Hook:
    path: str
    nth: int
    callback: Callback


class Hooks:
    """Callbacks that run once, when a path is reached for the n-th time."""

    def __init__(self) -> None:
        """Start without callbacks."""
        self._hooks: list[_Hook] = []

    def add(self, path: str, callback: Callback, nth: int) -> None:
        """Order a callback for the n-th arrival of a path, counted from the server's start."""
        self._hooks.append(_Hook(path, nth, callback))

    def run(self, path: str, nth: int) -> None:
        """Run what was ordered for this arrival."""
        for hook in [h for h in self._hooks if h.path == path and h.nth == nth]:
            self._hooks.remove(hook)
            hook.callback()


@dataclass(frozen=True)
class Turn:
    """Where in a paged run a request stands, as far as its parameters say.

    Attributes:
        fixed: The parameters that stay the same for the whole run.
        moving: Whether a parameter asks for another page than the first.
    """

    fixed: tuple[str, ...] = ()
    moving: bool = False


def others(params: Mapping[str, str], *moving: str) -> tuple[str, ...]:
    """Return the parameters that stay the same for a whole run, as one thing to compare.

    Args:
        params: All parameters of a request.
        moving: The names of those that differ from page to page.
    """
    return tuple(sorted(f"{name}={value}" for name, value in params.items() if name not in moving))


class PageCounter:
    """Tells which page of a run a request asks for, without trusting its cursor."""

    def __init__(self) -> None:
        """Start with no run seen."""
        self._last: dict[tuple[str, ...], int] = {}

    def page(self, owner: str, path: str, turn: Turn) -> int:
        """Return 1 for the first page of a run, else one more than last time."""
        run = (owner, path, *turn.fixed)
        self._last[run] = self._last.get(run, 1) + 1 if turn.moving else 1
        return self._last[run]
