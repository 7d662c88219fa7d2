"""The exchanges that the matrices run over; a new one joins by a line at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from tests.matrix.cases import Case
from tests.matrix.memory import World
from tests.matrix.okx_cases import CASES as OKX_CASES

from readiness.domain.policy import Policy
from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.registry import EXCHANGES, load_catalogue
from readiness.policies import load_policy
from readiness.simulator import OkxAccount


@dataclass(frozen=True, eq=False)
class Rig:
    """One exchange on the test bench.

    Attributes:
        exchange: its id in the configuration.
        cases: what every request reveals, by request id.
        clean: an exchange with one account in which nothing is left, in an account mode.
    """

    exchange: str
    cases: Mapping[str, tuple[Case, ...]]
    clean: Callable[[int], World]

    @property
    def catalogue(self) -> Catalogue:
        return load_catalogue(self.exchange)

    @property
    def policy(self) -> Policy:
        return load_policy(EXCHANGES[self.exchange].family)


def _okx(mode: int) -> World:
    return World({"main": OkxAccount(mode=mode)})


RIGS: Final[tuple[Rig, ...]] = (Rig("okx", OKX_CASES, _okx),)
