"""What a case of the single-blocker matrix is; nothing here knows an exchange."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from readiness.domain.verdict import Verdict

Arrange = Callable[[Any], object]


@dataclass(frozen=True)
class Case:
    """One thing that is there, and nothing else.

    Attributes:
        name: which thing, for the test's id.
        arrange: puts it into an account of the simulated exchange.
        areas: exactly the areas that report something, by scope.
        verdict: what the account then is.
        call: parameters of the call that has to find it, where a request has several.
        mode: the account mode in which it can be there; empty for the usual one.
        alike: it differs from many others in one word: whole scans take a sample of those.
    """

    name: str
    arrange: Arrange
    areas: Mapping[str, frozenset[str]]
    verdict: Verdict = Verdict.BLOCKED
    call: Mapping[str, str] = field(default_factory=dict)
    mode: str = ""
    alike: bool = False

    def __str__(self) -> str:
        return self.name


def blocks(name: str, arrange: Arrange, *areas: str, **more: Any) -> Case:
    """Something of the account itself that blocks."""
    return Case(name, arrange, {"main": frozenset(areas)}, **more)
