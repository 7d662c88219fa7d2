"""Money that is set on its way while the scan looks elsewhere is never nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.exchanges.support import FULL
from tests.matrix.memory import World

from readiness.domain.verdict import Verdict
from readiness.simulator import BinanceAccount, binance_rows

pytestmark = pytest.mark.matrix

CLEAR = (Verdict.READY, Verdict.UNCONFIRMED)
STEP = 1 if FULL else 149
NEVER = 10_000
LOCKED = "sapi/v1/simple-earn/locked/position"
REDEEMED = "sapi/v1/simple-earn/locked/history/redemptionRecord"

Change = Callable[[BinanceAccount, int], None]


def locked_to_redeeming(account: BinanceAccount, now: int) -> None:
    account.clear(LOCKED)
    row = binance_rows.FACTORIES[REDEEMED](time=now, status="PENDING")
    account.put(REDEEMED, row)


def locked_to_paid(account: BinanceAccount, now: int) -> None:
    account.clear(LOCKED)
    account.put(REDEEMED, binance_rows.FACTORIES[REDEEMED](time=now, status="PAID"))


def funding_to_p2p(account: BinanceAccount, now: int) -> None:
    account.funding("USDT", 0)
    path = "sapi/v1/c2c/orderMatch/listUserOrderHistory"
    row = binance_rows.p2p_order(tradeType="SELL", orderStatus="TRADING", createTime=now)
    account.put(path, row)


def funding_to_bank(account: BinanceAccount, now: int) -> None:
    account.funding("USDT", 0)
    path = "sapi/v1/fiat/payments"
    account.put(path, binance_rows.fiat_payment(status="Processing", createTime=now))


def locked() -> BinanceAccount:
    account = BinanceAccount()
    account.put(LOCKED, binance_rows.FACTORIES[LOCKED]())
    return account


def funded() -> BinanceAccount:
    account = BinanceAccount()
    account.funding("USDT", "50")
    return account


CHANGES: dict[str, tuple[Callable[[], BinanceAccount], Change]] = {
    "locked to redeeming": (locked, locked_to_redeeming),
    "locked to paid": (locked, locked_to_paid),
    "funding to P2P": (funded, funding_to_p2p),
    "funding to a bank": (funded, funding_to_bank),
}


def scanned(make: Callable[[], BinanceAccount], change: Change, number: int) -> tuple[Verdict, int]:
    """The verdict when the change happens at the n-th arrival, and how many there were."""
    account = make()
    here = World(accounts={"main": account}, exchange="binance")
    arrived, seen = here.simulator.receive, 0

    def receive(ask: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == number:
            change(account, int(here.simulator.now() * 1000))
        return arrived(ask)

    here.simulator.receive = receive  # type: ignore[method-assign]
    return here.report().verdict, seen


def test_without_a_change_the_money_is_seen() -> None:
    """Each of the beginnings blocks by itself."""
    for make, change in CHANGES.values():
        assert scanned(make, change, NEVER)[0] is Verdict.BLOCKED


@pytest.mark.sampled(2)
@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("number", range(6, 300, STEP))
def test_whenever_it_leaves_it_is_noticed(name: str, number: int) -> None:
    """At no arrival does the change end in a clear account."""
    make, change = CHANGES[name]
    assert scanned(make, change, number)[0] not in CLEAR
