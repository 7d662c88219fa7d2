"""Spends the weights of requests, refuses what is too much, bans who goes on."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from readiness.simulator.ask import Ask
from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.pools import BAN_SECONDS, DAPI, FAPI, PATIENCE, Pool
from readiness.simulator.binance.route import Route
from readiness.simulator.journal import Violation
from readiness.simulator.limits import Limit

if TYPE_CHECKING:
    from readiness.simulator.binance.simulator import BinanceSimulator


class Budget:
    """The weights spent at one simulator."""

    def __init__(self, simulator: BinanceSimulator) -> None:
        """Start with nothing spent."""
        self._simulator = simulator
        self._shut: dict[tuple[str, str], float] = {}
        self._banned: dict[str, float] = {}
        self._insisted: Counter[tuple[str, str]] = Counter()

    def spend(self, route: Route, ask: Ask, owner: str, query: Mapping[str, str]) -> dict[str, str]:
        """Count a request; return the header that tells how much is used.

        Raises:
            RefusalError: It was too much.
        """
        simulator = self._simulator
        pool = self._pool(route)
        limit = pool.limit(route.cost(query))
        self._check_shut(pool, route.path, owner, ask)
        for each in (limit, *route.extra):
            if not simulator.within(each, route.path, owner, ask):
                self._refuse(pool, each, route.path, owner, ask)
        if not simulator.limits:
            return {}
        return {pool.header: str(simulator.used(limit, route.path, owner))}

    def _pool(self, route: Route) -> Pool:
        shared = route.pool is DAPI and self._simulator.market.shared_futures_pool
        return FAPI if shared else route.pool

    def _check_shut(self, pool: Pool, path: str, owner: str, ask: Ask) -> None:
        banned = self._banned.get(owner, 0.0) if pool.bans else 0.0
        place = (pool.name or path, owner)
        shut = max(banned, self._shut.get(place, 0.0))
        if ask.time >= shut or not self._simulator.limits:
            self._insisted.pop(place, None)
            return
        wait = shut - ask.time
        self._simulator.violations.append(
            Violation(ask.time, path, owner, f"{math.ceil(wait)} s too early after a 429")
        )
        self._insisted[place] += 1
        if pool.bans and self._insisted[place] > PATIENCE:
            self._banned[owner] = max(banned, ask.time + BAN_SECONDS)
        until = self._banned.get(owner, 0.0) if pool.bans else 0.0
        if until > ask.time:
            text = f"banned until {int(until * 1000)}"
            raise RefusalError("-1003", text, status=418, retry_after=math.ceil(until - ask.time))
        raise RefusalError("-1003", "wait", retry_after=math.ceil(wait))

    def _refuse(self, pool: Pool, limit: Limit, path: str, owner: str, ask: Ask) -> None:
        wait = max(1, math.ceil(self._simulator.free_after(limit, path, owner)))
        self._shut[(pool.name or path, owner)] = ask.time + wait
        raise RefusalError("-1003", str(limit), retry_after=wait)
