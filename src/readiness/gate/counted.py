"""In which budget a request is counted: whose, where, and of what size."""

from collections.abc import Hashable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import replace
from typing import Final

from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Askable
from readiness.gate.limits import Budget, Limits
from readiness.gate.route import Limit, Per

_CROWD: Final = "*"
"""Stands for whatever is asked."""


class Counted:
    """The budgets of one session, out of those that all accounts of a run share."""

    def __init__(
        self, limits: Limits, addresses: Addresses, key: Hashable = None, tier: Limit | None = None
    ) -> None:
        """Count for nobody else yet.

        Args:
            limits: all budgets of the run.
            addresses: where the requests go.
            key: what tells the session's key from all others.
            tier: what the account's tier allows, in place of the limits of the same pool.
        """
        self._limits = limits
        self._addresses = addresses
        self._owner: Hashable = object()
        self._key = self._owner if key is None else (addresses.first, key)
        self._tier = tier

    def belongs_to(self, uid: str) -> None:
        """Count for the owner of the key from now on."""
        self._owner = (self._addresses.first, uid)

    def budget(self, request: Askable) -> Budget:
        """The budget of a request."""
        limit, place = self.limit(request), request.route.place
        address = self._addresses.of(place)
        # What shares a budget is counted where the one that gave it its name is answered.
        home = self._addresses.of(limit.pool) if limit.pool else address
        whom = {Per.IP: home, Per.KEY: self._key, Per.USER: self._owner}[limit.per]
        return self._limits.window(whom, limit.pool or place, limit, address)

    def crowd(self, request: Askable, limit: Limit | None) -> AbstractAsyncContextManager[None]:
        """Room among all that goes to an address, whatever it asks; any if there is no limit."""
        if limit is None:
            return nullcontext()
        address = self._addresses.of(request.route.place)
        return self._limits.window(address, _CROWD, limit, address).slot(limit.weight)

    def limit(self, request: Askable) -> Limit:
        """What is published for a request, for an account of this tier."""
        limit, tier = request.limit, self._tier
        if tier is None or not limit.pool or limit.pool != tier.pool:
            return limit
        return replace(limit, count=tier.count, seconds=tier.seconds)

    def ban(self, request: Askable, seconds: float) -> None:
        """Let nothing go where this request went for a while, for whomever it is."""
        self._limits.ban(self._addresses.of(request.route.place), seconds)
