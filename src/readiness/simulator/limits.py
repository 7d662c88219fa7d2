"""Published request limits, kept with a sliding window."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Literal

Per = Literal["user", "main-user", "ip"]


@dataclass(frozen=True)
class Limit:
    """At most `count` requests in any `seconds`, for each user or address.

    Attributes:
        count: Requests allowed in one window.
        seconds: Length of the window.
        per: Whom the exchange counts: the key's user, that user's main account, or the address.
        published: False where the exchange's documents give no number and this one is assumed.
    """

    count: int
    seconds: float
    per: Per = "user"
    published: bool = True

    def __str__(self) -> str:
        """Return the limit in words."""
        return f"{self.count} in {self.seconds:g} s per {self.per}"


class Windows:
    """The open windows of one server.

    A refused request does not count: the exchanges do not say whether it does, and the
    milder reading is the one under which a violation is certainly the client's.
    """

    def __init__(self) -> None:
        """Start with no request seen."""
        self._seen: dict[tuple[str, str], deque[float]] = {}

    def admit(self, limit: Limit, endpoint: str, owner: str, now: float) -> bool:
        """Count a request that arrived at `now`; return whether it is within the limit."""
        seen = self._seen.setdefault((endpoint, owner), deque())
        while seen and seen[0] <= now - limit.seconds:
            seen.popleft()
        if len(seen) >= limit.count:
            return False
        seen.append(now)
        return True
