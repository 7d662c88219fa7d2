"""What arrived at an embedded exchange, kept for the tests that ask afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl


@dataclass
class Arrival:
    """One request that reached the server. Carries no key, signature or passphrase.

    Attributes:
        time: The server's clock on arrival.
        uid: The account the key belongs to; empty if unsigned or not recognised.
        method: HTTP method.
        path: Path as the exchange's documents write it, without host and version prefix.
        query: The raw query string.
        signed: Whether the request carried a signature.
        status: HTTP status sent back; 0 while running, and if no answer was completed.
        fault: Name of the injected fault, if any.
    """

    time: float
    uid: str
    method: str
    path: str
    query: str
    signed: bool
    status: int = 0
    fault: str = ""

    @property
    def params(self) -> Mapping[str, str]:
        """The decoded query parameters."""
        return dict(parse_qsl(self.query, keep_blank_values=True))


@dataclass(frozen=True)
class Violation:
    """A request that came faster than the published limit allows.

    Attributes:
        time: The server's clock on arrival.
        path: The endpoint.
        owner: Whose budget was overdrawn: a uid or a caller's address.
        limit: The limit in words, for a readable assertion.
    """

    time: float
    path: str
    owner: str
    limit: str
