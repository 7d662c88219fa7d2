"""The counter of a key: raised by every private request, falling bit by bit."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.simulator.kraken.support import serving

from readiness.simulator import KrakenAccount
from readiness.simulator.kraken.routes import TABLE
from readiness.simulator.kraken.simulator import AT_ONCE
from readiness.simulator.tables.account import ApiKey

# Tier, the most its counter shows, and by how much it falls in a second: from the documents.
TIERS = [("starter", 15, 0.33), ("intermediate", 20, 0.5), ("pro", 20, 1.0)]

LIMITED = ["EAPI:Rate limit exceeded"]


def test_points() -> None:
    """Ledger and trades count double, everything else once, and what is public nothing."""
    for route in TABLE.routes:
        points = [limit.weight for limit in route.limits]
        if route.access == "public":
            assert points == []
        else:
            assert points == [2 if route.path in ("Ledgers", "TradesHistory") else 1], route.path
            assert {(limit.pool, limit.per) for limit in route.limits} == {("private", "key")}


@pytest.mark.parametrize(("tier", "most", "falls"), TIERS)
def test_tiers(tier: str, most: int, falls: float) -> None:
    """So many requests at once, and one more as soon as the counter has fallen by one."""
    with serving(KrakenAccount(tier=tier)) as client:
        paths = ("Balance", "OpenOrders", "GetApiKeyInfo")
        assert all(client.errors(paths[n % 3]) == [] for n in range(most))
        assert client.errors("Balance") == LIMITED
        client.clock.time += 0.9 / falls
        assert client.errors("Balance") == LIMITED
        client.clock.time += 0.11 / falls
        assert client.errors("Balance") == []
        assert len(client.sim.violations) == 2


def test_the_ledger_counts_double() -> None:
    """Seven of them leave room for one other request."""
    with serving() as client:
        assert [client.errors("Ledgers") for _ in range(7)] == [[]] * 7
        assert client.errors("Ledgers") == LIMITED
        assert client.errors("Balance") == []
        assert client.errors("Balance") == LIMITED


def test_each_key_has_a_counter() -> None:
    """Another key of the same account starts at nothing."""
    account = KrakenAccount()
    account.add_key(ApiKey("second", account.secret))
    with serving(account) as client:
        said = [client.errors("GetApiKeyInfo") for _ in range(16)]
        assert said == [[]] * 15 + [LIMITED]
        client.extra["API-Key"] = "second"
        assert client.errors("GetApiKeyInfo") == []
        (violation,) = client.sim.violations
        assert violation.owner == f"{account.uid}, key 1"


def test_what_is_public_is_not_counted() -> None:
    """Nobody has to sign for it."""
    with serving() as client:
        assert all(client.public("Time") for _ in range(40))


def test_too_much_at_once_is_throttled() -> None:
    """A client with too much under way is told when to come again."""
    opened, arrived = threading.Event(), threading.Semaphore(0)

    async def wait(_: float) -> None:
        arrived.release()
        await asyncio.to_thread(opened.wait)

    with serving(latency=1.0, sleep=wait) as client, ThreadPoolExecutor(AT_ONCE) as pool:
        held = [pool.submit(client.public, "Time") for _ in range(AT_ONCE)]
        for _ in range(AT_ONCE):
            arrived.acquire()
        client.sim.latency = 0.0
        refused = client.errors("Balance")
        opened.set()
        assert all(each.result() for each in held)
        assert refused == [f"EService: Throttled: {int(client.clock.time) + 5}"]
        assert client.errors("Balance") == []


def test_limits_may_be_off() -> None:
    """A test that is about something else is not held up."""
    with serving(limits=False) as client:
        assert {tuple(client.errors("Ledgers")) for _ in range(20)} == {()}
        assert client.sim.violations == []
