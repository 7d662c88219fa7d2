"""A long backup keeps Binance's weights, as the server counts them, and on loopback ends well."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest
from tests.backup.binance import Past, in_order, owner, saved, shortened
from tests.backup.support import Vault, statuses

from readiness.backup import Manifest, run, save_backup
from readiness.exchanges.adapter import Adapter, load_adapter
from readiness.exchanges.interface import ExchangeInfo
from readiness.gate.limits import Limits
from readiness.scan import connection
from readiness.simulator import BinanceAccount, BinanceMarket, BinanceSimulator, binance_rows

MINUTE: Final = 60.0
HEAVY: Final = (
    "api/v3/allOrders",
    "api/v3/myTrades",
    "sapi/v1/capital/withdraw/history",
    "sapi/v1/fiat/orders",
    "sapi/v1/rebate/taxQuery",
    "fapi/v1/forceOrders",
    "dapi/v1/forceOrders",
)


@dataclass
class Hours:
    """A clock that only the limits' waiting moves, for them, the exchange and the signatures."""

    now: float = 1_780_000_000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += max(0.0, seconds)
        await asyncio.sleep(0)


def test_weights_are_kept_for_as_long_as_it_takes(tmp_path: Path) -> None:
    """Hundreds of pairs and years of spans: minutes of waiting, and nobody is refused."""
    hours = Hours()
    began = hours.now
    account = BinanceAccount()
    vault = Vault(tmp_path / "saved", account, "binance", only=HEAVY, clock=hours)
    market = BinanceMarket({"USDT": 1, **{f"C{number}": 1 for number in range(150)}})
    simulator = BinanceSimulator([account], market=market, now=hours)
    vault.simulator = vault.line.simulator = simulator
    make = binance_rows.HISTORY["api/v3/myTrades"]
    last = make(symbol="C149USDT", time=int(began - 86_400) * 1000)
    account.put("api/v3/myTrades", last)
    # Undone before what the vault has put in its place, or that would stay for other tests.
    with vault.in_memory(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "Limits", lambda: Limits(hours, hours.sleep))
        outcome = save_backup(
            vault.config(),
            vault.name,
            vault.folder,
            environ=_environ(account),
            wall_clock=hours,
        )
    assert isinstance(outcome, Manifest)
    assert statuses(outcome) == dict.fromkeys(HEAVY, "complete")
    assert simulator.violations == []
    assert {arrival.status for arrival in simulator.requests} == {200, 400}, "400: is it a sub?"
    # Money to and from a bank: three questions a minute, of nine years in quarters.
    assert hours.now - began >= 10 * MINUTE
    assert [row["id"] for row in saved(vault, "api/v3/myTrades")] == [last["id"]]


def test_on_loopback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same through sockets, with signatures that the exchange checks."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    wanted = {
        "sapi/v1/capital/withdraw/history",
        "sapi/v1/sub-account/universalTransfer",
        "sapi/v1/pay/transactions",
        "api/v3/myTrades",
        "papi/v1/margin/marginInterestHistory",
        "papi/v1/margin/repayLoan",
        "fapi/v1/income",
        "eapi/v1/exerciseRecord",
        "eapi/v1/userTrades:exercised",
    }
    account = owner()
    past = Past.of(account)
    lists = tuple(entry for entry in shortened() if entry.id in wanted)
    vault = Vault(tmp_path / "saved", account, "binance", lists=lists)

    def load(info: ExchangeInfo) -> Adapter:
        adapter = load_adapter(info)
        return replace(adapter, catalogue=vault.catalogue(adapter.catalogue))

    monkeypatch.setattr(connection, "load_adapter", load)
    with BinanceSimulator([account], limits=False).serving() as sim:
        config = vault.config()
        here = replace(config.accounts["main"], base_url=sim.base_url)
        config = replace(config, accounts={"main": here})
        outcome = save_backup(config, "main", vault.folder, environ=_environ(account))
    assert isinstance(outcome, Manifest)
    assert outcome.complete
    for each in lists:
        assert in_order(saved(vault, each.id)) == in_order(past.shown_by(each)), each.id


def _environ(account: BinanceAccount) -> dict[str, str]:
    return {"READINESS_MAIN_KEY": account.key, "READINESS_MAIN_SECRET": account.secret}
