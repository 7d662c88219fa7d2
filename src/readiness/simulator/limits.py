"""Published request limits, kept with a sliding window."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Literal

Per = Literal["user", "main-user", "key", "ip"]


@dataclass(frozen=True)
class Limit:
    """At most `count` requests in any `seconds`, for each user or address.

    Attributes:
        count: Requests allowed in one window, or the sum of their weights.
        seconds: Length of the window.
        per: Whom the exchange counts: the key's user, that user's main account, the key alone, or
            the address.
        published: False where the exchange's documents give no number and this one is assumed.
        weight: How much one request counts.
        pool: What several endpoints share one budget under; empty where each has its own.
        decays: Whether it is no window but a counter, which every request raises by its weight
            and which falls by `count / seconds` in each second.
    """

    count: int
    seconds: float
    per: Per = "user"
    published: bool = True
    weight: int = 1
    pool: str = ""
    decays: bool = False

    def __str__(self) -> str:
        """Return the limit in words."""
        if self.decays:
            return f"{self.count}, less {self.count} in {self.seconds:g} s, per {self.per}"
        return f"{self.count} in {self.seconds:g} s per {self.per}"


class Windows:
    """The open windows of one server.

    A refused request does not count: the exchanges do not say whether it does, and the
    milder reading is the one under which a violation is certainly the client's.
    """

    def __init__(self) -> None:
        """Start with no request seen."""
        self._seen: dict[tuple[str, str], deque[tuple[float, int]]] = {}
        self._counters: dict[tuple[str, str], tuple[float, float]] = {}

    def admit(self, limit: Limit, endpoint: str, owner: str, now: float) -> bool:
        """Count a request that arrived at `now`; return whether it is within the limit."""
        if limit.decays:
            return self._raise(limit, endpoint, owner, now)
        if self.used(limit, endpoint, owner, now) + limit.weight > limit.count:
            return False
        self._window(limit, endpoint, owner).append((now, limit.weight))
        return True

    def used(self, limit: Limit, endpoint: str, owner: str, now: float) -> int:
        """Return how much of a limit is used at `now`."""
        seen = self._window(limit, endpoint, owner)
        while seen and seen[0][0] <= now - limit.seconds:
            seen.popleft()
        return sum(weight for _, weight in seen)

    def free_after(self, limit: Limit, endpoint: str, owner: str, now: float) -> float:
        """Return the seconds after `now` in which the oldest request leaves the window."""
        seen = self._window(limit, endpoint, owner)
        return max(0.0, seen[0][0] + limit.seconds - now) if seen else 0.0

    def _raise(self, limit: Limit, endpoint: str, owner: str, now: float) -> bool:
        place = (limit.pool or endpoint, owner)
        level, since = self._counters.get(place, (0.0, now))
        level = max(0.0, level - (now - since) * limit.count / limit.seconds)
        admitted = level + limit.weight <= limit.count
        self._counters[place] = (level + limit.weight if admitted else level, now)
        return admitted

    def _window(self, limit: Limit, endpoint: str, owner: str) -> deque[tuple[float, int]]:
        return self._seen.setdefault(
            (f"{limit.pool or endpoint} {limit.seconds:g}", owner), deque()
        )
