"""What may leave: exact routes and the limits published for them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True)
class Route:
    """One verb and path, with the query parameters that may go with it.

    Hosts are not part of a route: the session adds the one it talks to.
    """

    method: Literal["GET", "POST"]
    path: str
    parameters: frozenset[str] = frozenset()


class Per(StrEnum):
    """Whom the exchange counts a limit for."""

    USER = "user"
    IP = "ip"


@dataclass(frozen=True)
class Limit:
    """A published limit: so many requests within so many seconds, counted per user or IP."""

    count: int
    seconds: float
    per: Per = Per.USER
