"""The counter of a Kraken key, as the server keeps it: whole scans never fill it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import pytest
from tests.exchanges.support import Line, no_waiting
from tests.matrix.memory import World, _Shared

from readiness.domain.report import Report
from readiness.domain.verdict import Verdict
from readiness.exchanges.registry import load_catalogue
from readiness.gate import client
from readiness.gate.limits import Limits
from readiness.scan import connection, run, scan_accounts
from readiness.simulator import Fault, KrakenAccount, KrakenSimulator
from readiness.simulator.kraken.account import TIERS
from readiness.simulator.kraken.simulator import LOCKOUT_SECONDS
from readiness.simulator.kraken.worlds import messy

POINTS = {request.id: request.limit.weight for request in load_catalogue("kraken")}


@dataclass
class Minutes:
    """A clock that only waiting moves, for the limits, the exchange and the nonces."""

    now: float = field(default_factory=time.time)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += max(0.0, seconds)
        await asyncio.sleep(0)


@dataclass
class Desk:
    """Accounts at a Kraken that enforces its limits on a clock of our own."""

    accounts: dict[str, KrakenAccount]
    minutes: Minutes = field(default_factory=Minutes)
    tier: str | None = None
    simulator: KrakenSimulator = field(init=False)

    def __post_init__(self) -> None:
        self.world = World(accounts=dict(self.accounts), exchange="kraken", confirmed=False)
        self.simulator = KrakenSimulator(self.accounts.values(), now=self.minutes)

    def scan(self) -> Report:
        """Scan all of them at once."""
        config = self.world.config()
        accounts = {
            name: replace(account, tier=self.tier) for name, account in config.accounts.items()
        }
        with no_waiting():
            return scan_accounts(
                replace(config, accounts=accounts),
                [],
                environ=self.world.environ(),
                wall_clock=self.minutes,
            ).report


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Desk]:
    """Opens desks whose scans arrive in memory, on the desk's own clock."""

    def open_desk(*accounts: KrakenAccount, tier: str | None = None) -> Desk:
        opened = Desk({f"account{n}": each for n, each in enumerate(accounts)}, tier=tier)
        real, line = client.build_client, Line(opened.simulator)

        def build(addresses: Any, routes: Any, **options: Any) -> Any:
            return real(addresses, routes, **{**options, "inner": _Shared(line)})

        monkeypatch.setattr(connection, "build_client", build)
        monkeypatch.setattr(run, "Limits", lambda: Limits(opened.minutes, opened.minutes.sleep))
        return opened

    return open_desk


def points(simulator: KrakenSimulator) -> int:
    """How far the requests that have arrived have raised the counter, had it not fallen."""
    return sum(POINTS[entry.path] for entry in simulator.requests if entry.signed)


@pytest.mark.parametrize("tier", TIERS)
def test_a_scan_never_fills_the_counter(desk: Callable[..., Desk], tier: str) -> None:
    """It waits for as long as the account's tier wants, and hardly longer."""
    account = messy()
    account.settings["tier"] = tier
    here = desk(account, tier=tier)
    began = here.minutes.now
    report = here.scan()
    assert report.verdict is Verdict.BLOCKED
    assert here.simulator.violations == []
    assert sum(entry.requests.retried for entry in report.accounts) == 0
    most, falls = TIERS[tier]
    needed = (points(here.simulator) - most) / float(falls)
    assert needed > 0
    assert needed <= here.minutes.now - began <= needed * 1.05 + 3


def test_without_a_tier_the_lowest_is_kept(desk: Callable[..., Desk]) -> None:
    """Who says nothing waits like a starter, and is refused at no tier."""
    here = desk(messy())
    assert here.scan().verdict is Verdict.BLOCKED
    assert here.simulator.violations == []


def test_each_key_has_a_counter(desk: Callable[..., Desk]) -> None:
    """Two accounts at once fill neither their own counter nor the other's."""
    here = desk(KrakenAccount(), KrakenAccount())
    report = here.scan()
    assert [entry.verdict for entry in report.accounts] == [Verdict.UNCONFIRMED] * 2
    assert here.simulator.violations == []


def test_numbers_grow_from_request_to_request(desk: Callable[..., Desk]) -> None:
    """None arrives below the one before, however close they are."""
    here = desk(KrakenAccount())
    seen: list[int] = []
    judge = here.simulator.receive

    def note(ask: Any) -> Any:
        if "nonce" in ask.params:
            seen.append(int(ask.params["nonce"]))
        return judge(ask)

    vars(here.simulator)["receive"] = note
    assert here.scan().verdict is Verdict.UNCONFIRMED
    assert len(seen) > 15
    assert all(first < second for first, second in pairwise(seen))


def test_a_full_counter_is_waited_for(desk: Callable[..., Desk]) -> None:
    """Somebody else uses the key as well: a refusal costs time, and nothing is lost."""
    here = desk(KrakenAccount())
    here.simulator.fault("OpenOrders", Fault.error("EAPI:Rate limit exceeded"), times=1)
    report = here.scan()
    assert report.verdict is Verdict.UNCONFIRMED
    assert here.simulator.violations == []
    assert here.simulator.count("OpenOrders") == 2


def test_a_wrong_key_is_tried_once(
    desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not often enough for a lockout, and nothing else is asked with it."""
    here = desk(KrakenAccount())
    told = here.world.environ()
    wrong = {name: "b" * 32 if name.endswith("SECRET") else text for name, text in told.items()}
    monkeypatch.setattr(here.world, "environ", lambda: wrong)
    assert here.scan().verdict is Verdict.REFUSED
    assert [entry.path for entry in here.simulator.requests] == ["Time", "GetApiKeyInfo"]


def test_a_lockout_ends_the_scan(desk: Callable[..., Desk]) -> None:
    """An address that is locked out asks no more: every question would make it longer."""
    here = desk(KrakenAccount())
    here.simulator.fault("BalanceEx", Fault.error("EGeneral:Temporary lockout"))
    began = here.minutes.now
    report = here.scan()
    assert report.verdict is Verdict.INCOMPLETE
    paths = [entry.path for entry in here.simulator.requests]
    assert paths[-1] == "BalanceEx"
    assert paths.count("BalanceEx") == 1
    assert here.minutes.now - began < LOCKOUT_SECONDS
