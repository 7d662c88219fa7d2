"""Deadlines, published limits, and waiting as the exchange asks."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from tests.matrix.memory import World
from tests.scan.support import USUAL, bank, row

from readiness.config import Network
from readiness.domain.answer import Cause
from readiness.domain.key import UnprovenKey
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.deadline import Deadline
from readiness.simulator import Fault, KrakenAccount, OkxAccount


def test_the_deadline_ends_a_scan_in_which_everything_hangs() -> None:
    """All requests after the key hang: over within a second more, and every place is named."""
    network = Network(timeout=10, attempts=4, deadline=1.5)
    with bank(sockets=True, network=network) as here:
        here.report()  # ccxt is awake now, and the key is not what hangs
        for path in ("account/b*", "account/[!bc]*", "asset/*", "trade/*", "finance/*", "fiat/*"):
            here.sim.fault(path, Fault.hang())
        for path in ("tradingBot/*", "copytrading/*", "rfq/*", "sprd/*", "p2p/*", "users/*"):
            here.sim.fault(path, Fault.hang())
        before = len(here.sim.requests)
        report = here.report()
        # The deadline runs from the first request on.
        assert time.time() - here.sim.requests[before].time < 1.5 + 1.0
        assert report.verdict is Verdict.INCOMPLETE
        for area in ("wallet.funding", "orders.algo", "bots.grid", "sub-accounts", "earn.okusd"):
            found = row(report, area)
            assert found.status is Status.UNKNOWN
            assert {reason.cause for reason in found.reasons} == {Cause.DEADLINE}


def test_the_deadline_holds_for_the_key_too() -> None:
    """If not even the key's question is answered in time, nothing else is asked."""
    network = Network(timeout=10, attempts=4, deadline=1.0)
    with bank(sockets=True, network=network) as here:
        here.sim.fault("*", Fault.hang())
        began = time.monotonic()
        report = here.report()
        assert time.monotonic() - began < 1.0 + 1.0 + 1.0  # and ccxt has to be loaded
        assert report.verdict is Verdict.INCOMPLETE
        assert isinstance(report.key, UnprovenKey)
        assert set(here.asked()) <= {"public/time", "account/config"}


def test_each_account_has_its_own_deadline() -> None:
    """One account that hangs does not take the others' time."""
    accounts = {"slow": OkxAccount(), "quick": OkxAccount()}
    with bank(accounts, sockets=True, network=replace(USUAL, deadline=4, timeout=30)) as here:
        here.sim.fault("asset/balances", Fault.hang(), times=1)
        found = [row(entry, "wallet.funding") for entry in here.scan().accounts]
        assert sorted(entry.status for entry in found) == [Status.CLEAR, Status.UNKNOWN]
        causes = {reason.cause for entry in found for reason in entry.reasons}
        assert causes == {Cause.DEADLINE}


def test_what_was_seen_before_the_deadline_stays() -> None:
    """A blocker that was seen blocks, though the time ran out for the rest."""
    account = OkxAccount()
    account.funding("USDT", "1")
    network = Network(timeout=10, attempts=4, deadline=1.5)
    with bank({"main": account}, sockets=True, network=network) as here:
        here.sim.fault("trade/*", Fault.hang())
        report = here.report()
        assert report.verdict is Verdict.BLOCKED
        assert row(report, "orders.open").reasons[0].cause is Cause.DEADLINE


@pytest.mark.slow
def test_published_limits_are_never_exceeded() -> None:
    """Three keys at once, arrivals jittered: the exchange sees no request too many."""
    jitter = random.Random(23)  # noqa: S311 - jitter, not a secret
    main = OkxAccount()
    accounts = {
        "one": main,
        "grid": main.sub_account("grid01", key="fake-grid"),
        "two": OkxAccount(),
    }
    for number in range(5):
        main.sub_account(f"s{number}")
    with bank(
        accounts, sockets=True, limits=True, waits=True, latency=lambda: jitter.uniform(0, 0.05)
    ) as here:
        report = here.scan()
        assert here.sim.violations == []
        assert all(entry.requests.retried == 0 for entry in report.accounts)
        assert [entry.verdict for entry in report.accounts] == [
            Verdict.UNCONFIRMED,
            Verdict.READY,
        ]


def test_retry_after_is_honoured() -> None:
    """Asked to wait a second, the tool waits a second, and then goes on."""
    with bank(sockets=True, waits=True) as here:
        here.sim.fault("asset/balances", Fault.too_many(1), times=1)
        report = here.report()
        assert report.verdict is Verdict.READY
        times = [a.time for a in here.sim.requests if a.path == "asset/balances"]
        assert times[1] - times[0] >= 1.0


def test_a_wait_beyond_the_deadline_is_not_waited() -> None:
    """Asked to wait an hour, the tool gives up this look at once."""
    with bank(sockets=True, waits=True) as here:
        here.sim.fault("asset/balances", Fault.too_many(3600))
        began = time.monotonic()
        report = here.report()
        assert time.monotonic() - began < 10
        assert report.verdict is Verdict.INCOMPLETE
        assert row(report, "wallet.funding").reasons[0].cause is Cause.RATE_LIMIT


@pytest.mark.parametrize("attempts", [1, 2, 5])
def test_attempts_are_as_many_as_configured(attempts: int) -> None:
    """A request is made so many times, the first included, and no more."""
    with bank(network=replace(USUAL, attempts=attempts)) as here:
        here.sim.fault("asset/balances", Fault.status(503))
        report = here.report()
        assert here.sim.count("asset/balances") == attempts
        assert row(report, "wallet.funding").reasons[0].attempts == attempts
        assert report.requests.retried == attempts - 1


def test_names_of_a_loop_are_given_the_time_that_they_need(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two requests for each strategy of Earn, and one for each further wallet in both passes."""
    account = KrakenAccount()
    for number in range(4):
        account.allocate(f"ES{number}", "DOT", 0, suffix="")
    account.open_wallet("spot")
    extended: list[float] = []
    monkeypatch.setattr(Deadline, "extend", lambda _, seconds: extended.append(seconds))
    assert World({"main": account}, exchange="kraken").report().verdict is Verdict.READY
    adapter = load_adapter(EXCHANGES["kraken"])
    each = adapter.per_name
    assert sorted(filter(None, extended)) == [each, each, 4 * each, 4 * each]
    # A point of the slowest counter.
    assert each >= adapter.catalogue["Earn/AllocateStatus"].limit.seconds / 15 - 0.1
