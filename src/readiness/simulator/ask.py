"""One request as it arrived, before anybody has judged it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl


@dataclass(frozen=True)
class Ask:
    """A request on arrival.

    Attributes:
        time: The server's clock on arrival, seconds since the epoch.
        method: HTTP method, upper case.
        target: Path and query exactly as sent: signatures are made over it.
        headers: Request headers, case-insensitive.
        body: The request body.
        peer: The caller's address.
    """

    time: float
    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    peer: str
    query: Mapping[str, str] = field(init=False)
    params: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Decode the query and a form once; the last of several equal names wins.

        `params` are the two together, `query` is the query alone.
        """
        pairs = parse_qsl(self.target.partition("?")[2], keep_blank_values=True)
        object.__setattr__(self, "query", dict(pairs))
        form = self.body.decode("latin-1") if _is_form(self.headers) else ""
        pairs += parse_qsl(form, keep_blank_values=True)
        object.__setattr__(self, "params", dict(pairs))

    @property
    def path(self) -> str:
        """The path without the query."""
        return self.target.partition("?")[0]


def _is_form(headers: Mapping[str, str]) -> bool:
    kind = headers.get("Content-Type", "").partition(";")[0]
    return kind.strip().lower() == "application/x-www-form-urlencoded"
