"""What may leave: exact routes and the limits published for them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

Verb: TypeAlias = Literal["GET", "POST"]


@dataclass(frozen=True)
class Route:
    """One verb and path, with the query parameters that may go with it.

    Hosts are not part of a route: the session adds the one it talks to.

    Attributes:
        method: the verb.
        path: the path.
        parameters: what may go with it, in the query or in a form.
        api: which of the exchange's APIs answers it, where two of them have equal paths.
    """

    method: Verb
    path: str
    parameters: frozenset[str] = frozenset()
    api: str = ""

    @property
    def place(self) -> str:
        """What tells it from all other paths of the exchange."""
        return self.api + self.path


class Per(StrEnum):
    """Whom the exchange counts a limit for."""

    USER = "user"
    IP = "ip"
    KEY = "key"
    """For each key by itself, also before anybody knows whose it is."""


@dataclass(frozen=True)
class Limit:
    """A published limit: a budget for so many seconds, counted per user, key or IP.

    Attributes:
        count: the budget: requests, or weights where the exchange counts those.
        seconds: how long it has to last.
        per: whom it is counted for.
        weight: what one request takes of it.
        pool: the path prefix whose requests share the budget; empty where the path has its own.
        decays: the budget is a counter that falls by ``count`` in ``seconds``, bit by bit;
            otherwise no span of so many seconds may hold more.
    """

    count: int
    seconds: float
    per: Per = Per.USER
    weight: int = 1
    pool: str = ""
    decays: bool = False
