"""Steps by kind and by scope: accounts with many sub-accounts have thousands of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from readiness.domain.scope import Scope
from readiness.domain.steps import StepKind
from readiness.plan.grouping import Key
from readiness.plan.model import Step

Steps: TypeAlias = Mapping[Key, Step]


class Layout:
    """Where the steps of a plan are."""

    def __init__(self, steps: Steps) -> None:
        """Sort the steps into their places, each place in the usual order."""
        self._steps = steps
        self._kinds: dict[StepKind, list[Key]] = defaultdict(list)
        self._scopes: dict[Scope, dict[StepKind, list[Key]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for key in sorted(steps):
            self._kinds[key.kind].append(key)
            self._scopes[key.scope][key.kind].append(key)

    def step(self, key: Key) -> Step:
        """The step of a key."""
        return self._steps[key]

    def of_kinds(self, kinds: Iterable[StepKind]) -> Iterator[Key]:
        """The steps of these kinds, in every scope."""
        for kind in kinds:
            yield from self._kinds.get(kind, ())

    def within(self, scope: Scope, kinds: Iterable[StepKind]) -> Iterator[Key]:
        """The steps of these kinds in one scope."""
        for kind in kinds:
            yield from self._scopes[scope].get(kind, ())
