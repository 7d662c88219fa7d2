"""Money in motion: what moves between two reads is never between two chairs."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache, partial
from typing import Any, Final

import pytest
from tests.exchanges.support import FULL
from tests.scan.support import Bank, bank, row, status

from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.exchanges.registry import load_catalogue
from readiness.simulator import Fault, OkxAccount, rows

CLEAR: Final = (Verdict.READY, Verdict.UNCONFIRMED)
STEP: Final = 1 if FULL else 83
"""Every so many arrivals, a run of its own in which the money moves there."""


def nth_arrival(here: Bank, number: int, act: Callable[[], object]) -> None:
    """Do something when the n-th request of a scan arrives, whatever it is."""
    seen = 0
    arrived = here.sim.receive

    def receive(ask: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == number:
            act()
        return arrived(ask)

    here.sim.receive = receive  # type: ignore[method-assign]


@cache
def length_of_a_clean_scan() -> tuple[int, int]:
    """How many requests arrive, and before which of them the wallets are read for good."""
    wallets = {request.id for request in load_catalogue("okx") if request.twice}
    with bank() as here:
        assert here.report().verdict is Verdict.READY
        paths = [arrival.path for arrival in here.sim.requests]
        looks = [number for number, path in enumerate(paths, 1) if path in wallets]
        return len(paths), looks[-len(wallets)]


Step = Callable[[OkxAccount], object]


def nothing(_: OkxAccount) -> None:
    """The account begins empty."""


def all_of(*steps: Step) -> Step:
    """Several changes at one moment."""

    def act(account: OkxAccount) -> None:
        for step in steps:
            step(account)

    return act


def no_funding(account: OkxAccount) -> None:
    account.fundings.clear()


def put(path: str, *entries: dict[str, Any]) -> Step:
    return lambda account: account.put(path, *entries)


def without(path: str) -> Step:
    return lambda account: account.clear(path)


def funded(ccy: str, amount: str) -> Step:
    return lambda account: account.funding(ccy, amount)


SAVINGS: Final = "finance/savings/balance"
DUAL: Final = "finance/sfp/dcd/order-history"
SAVED: Final = put(SAVINGS, rows.savings(amt="5", loanAmt="5", pendingAmt="0"))
INVESTED: Final = put(DUAL, rows.dual_investment(notionalSz="0.1"))


def now_ms() -> str:
    return str(int(time.time() * 1000))


WAYS: Final[dict[str, tuple[Step, Step]]] = {
    "funding to trading": (
        funded("USDT", "5"),
        lambda account: account.move("USDT", "5", "funding", "trading"),
    ),
    "trading to funding": (
        lambda account: account.trading("USDT", "5"),
        lambda account: account.move("USDT", "5", "trading", "funding"),
    ),
    "funding to savings": (funded("USDT", "5"), all_of(no_funding, SAVED)),
    "savings to funding": (SAVED, all_of(without(SAVINGS), funded("USDT", "5"))),
    "funding to dual investment": (funded("ETH", "0.1"), all_of(no_funding, INVESTED)),
    "dual investment to funding": (INVESTED, all_of(without(DUAL), funded("ETH", "0.1"))),
    "funding to on-chain earn": (
        funded("DOT", "3"),
        all_of(no_funding, put("finance/staking-defi/orders-active", rows.staking_order())),
    ),
    "a deposit arrives": (nothing, funded("USDT", "5")),
    "a bot starts": (
        lambda account: account.trading("USDT", "5"),
        all_of(
            lambda account: account.trading("USDT", "0", bots="5"),
            put("tradingBot/grid/orders-algo-pending", rows.grid_bot()),
        ),
    ),
}


@pytest.mark.matrix
@pytest.mark.parametrize("way", WAYS)
def test_one_transfer_at_any_moment_is_noticed(way: str) -> None:
    """Whenever during the scan the money changes its place, without any bill: never ready."""
    before, move = WAYS[way]
    missed = []
    start = list(WAYS).index(way) % STEP
    # A deposit that arrives once the wallets were read for good is after the scan.
    length, last_look = length_of_a_clean_scan()
    last = last_look if way == "a deposit arrives" else length
    for number in range(1 + start, last, STEP):
        account = OkxAccount()
        before(account)
        with bank({"main": account}) as here:
            nth_arrival(here, number, partial(move, account))
            if here.report().verdict in CLEAR:
                missed.append((number, here.sim.requests[number - 1].path))
    assert missed == []


def test_a_round_trip_leaves_its_bill() -> None:
    """Away before the first look and back after the second: only the bill tells."""
    account = OkxAccount()
    with bank({"main": account}) as here:
        here.sim.after(
            "account/config",
            lambda: account.put("asset/bills", rows.funding_bill(ts=now_ms(), balChg="-5")),
        )
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert status(report, "transfers.internal") is Status.HOLDING


@pytest.mark.parametrize("path", ["account/bills", "asset/bills", "asset/subaccount/bills"])
def test_bills_of_the_past_are_history(path: str) -> None:
    """A bill from before the scan is no movement during it."""
    account = OkxAccount()
    past = str(int(time.time() * 1000) - 60_000)
    account.put(path, rows.FACTORIES[path](ts=past))
    with bank({"main": account}) as here:
        assert here.report().verdict is Verdict.READY
        assert here.sim.count(path) == 1


@pytest.mark.parametrize("ts", ["", "soon", None, "99999999999999999999"])
def test_a_bill_without_a_time_counts_as_now(ts: Any) -> None:
    """Nobody can say that it was before."""
    account = OkxAccount()
    account.put("asset/bills", rows.funding_bill() | {"ts": ts})
    with bank({"main": account}) as here:
        assert here.report().verdict is Verdict.INCOMPLETE


@pytest.mark.parametrize("path", ["account/bills", "asset/bills", "asset/subaccount/bills"])
def test_movements_that_cannot_be_read_are_unknown(path: str) -> None:
    """If nobody can say whether something moved, nobody can say ready."""
    with bank() as here:
        here.sim.fault(path, Fault.status(503))
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert status(report, "transfers.internal") is Status.UNKNOWN
        assert row(report, "transfers.internal").reasons[0].request == path


def test_what_blocks_is_not_looked_at_twice() -> None:
    """A second look is for what would be clear."""
    account = OkxAccount()
    account.funding("USDT", "1")
    with bank({"main": account}) as here:
        assert here.report().verdict is Verdict.BLOCKED
        assert here.sim.count("asset/balances") == 1
        assert here.sim.count("asset/bills") == 0


def test_a_clear_account_is_looked_at_twice() -> None:
    """Ready needs two looks at the money, the second after everything else."""
    with bank() as here:
        assert here.report().verdict is Verdict.READY
        paths = here.asked()
        for path in ("asset/balances", "account/balance", "asset/non-tradable-assets"):
            assert paths.count(path) == 2
        second = len(paths) - 1 - paths[::-1].index("asset/balances")
        others = {"asset/deposit-history", "trade/orders-pending", "users/subaccount/list"}
        assert all(paths.index(path) < second for path in others)
        assert paths.index("asset/bills") > second


def test_unconfirmed_is_looked_at_twice_as_well() -> None:
    """Where only manual items are left, a person would rely on it: two looks."""
    with bank() as here:
        here.confirmed = False
        assert here.report().verdict is Verdict.UNCONFIRMED
        assert here.sim.count("asset/balances") == 2


def test_sub_accounts_are_read_twice_only_if_money_moved() -> None:
    """An empty list of transfers since the start spares them the second look."""
    main = OkxAccount()
    main.sub_account("grid01")
    with bank({"main": main}) as here:
        here.report()
        assert here.sim.count("asset/subaccount/balances") == 1
    main = OkxAccount()
    main.sub_account("grid01")
    with bank({"main": main}) as here:
        here.sim.after(
            "users/subaccount/list",
            lambda: main.put("asset/subaccount/bills", rows.sub_account_bill(ts=now_ms())),
        )
        report = here.report()
        assert here.sim.count("asset/subaccount/balances") == 2
        assert report.verdict is Verdict.INCOMPLETE


@pytest.mark.parametrize("back", [False, True])
def test_money_that_moves_to_a_sub_account_is_noticed(back: bool) -> None:
    """From the main account to a sub-account already read, or the other way."""
    main = OkxAccount()
    sub = main.sub_account("grid01")
    (sub if back else main).funding("USDT", "5")

    def move() -> None:
        source, target = (sub, main) if back else (main, sub)
        source.fundings.clear()
        target.funding("USDT", "5")
        main.put("asset/subaccount/bills", rows.sub_account_bill(ts=now_ms()))

    for path in ("asset/subaccount/balances", "asset/balances"):
        with bank({"main": main}) as here:
            here.sim.after(path, move)
            assert here.report().verdict not in CLEAR


@pytest.mark.sampled(2)
@pytest.mark.parametrize("ahead", [-20.0, -5.0, 5.0, 20.0])
def test_movements_are_dated_by_the_exchanges_clock(ahead: float) -> None:
    """A bill of the scan's time counts, whatever our clock says, and if the exchange is silent."""
    for told in (True, False):
        account = OkxAccount()
        with bank({"main": account}, clock_offset=ahead) as here:
            if not told:
                here.sim.fault("public/time", Fault.status(503))

            def write(account: OkxAccount = account, here: Bank = here) -> None:
                stamp = str(int(here.sim.now() * 1000))
                account.put("asset/bills", rows.funding_bill(ts=stamp))

            here.sim.after("trade/orders-pending", write)
            report = here.report()
            assert report.verdict is Verdict.INCOMPLETE, told
