"""Binance's weight budgets: what each request costs, and out of which budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readiness.simulator.limits import Limit

MINUTE = 60.0
BAN_SECONDS = 120
PATIENCE = 5
"""Refused requests that are let pass before an address that goes on is banned."""


@dataclass(frozen=True)
class Pool:
    """A budget for each minute.

    Attributes:
        name: What shares it; empty where each endpoint has a budget of its own.
        ceiling: Weight in one minute.
        per: Whom it is counted for.
        header: The header that tells how much of it is used.
        bans: Whether an address that goes on after a refusal is banned.
    """

    name: str
    ceiling: int
    per: Literal["ip", "user"]
    header: str
    bans: bool = True

    def limit(self, weight: int) -> Limit:
        """Return the limit that one request of a weight meets."""
        return Limit(self.ceiling, MINUTE, self.per, weight=weight, pool=self.name)


_USED = "X-MBX-USED-WEIGHT-1M"
API = Pool("/api", 6_000, "ip", _USED)
FAPI = Pool("/fapi", 2_400, "ip", _USED)
DAPI = Pool("/dapi", 6_000, "ip", _USED)
EAPI = Pool("/eapi", 2_400, "ip", _USED)
PAPI = Pool("/papi", 6_000, "ip", _USED)
SAPI_IP = Pool("", 12_000, "ip", "X-SAPI-USED-IP-WEIGHT-1M", bans=False)
SAPI_UID = Pool("", 180_000, "user", "X-SAPI-USED-UID-WEIGHT-1M", bans=False)
