"""Ready-made accounts: what the demo and rehearsals start from."""

from __future__ import annotations

import asyncio
import base64
import re
import tomllib

import pytest
from tests.simulator.kraken.support import serving

from readiness.simulator import KrakenSimulator, kraken_rows
from readiness.simulator.__main__ import HOUSES
from readiness.simulator.kraken.routes import TABLE
from readiness.simulator.kraken.worlds import empty, messy, trading_key
from readiness.simulator.rehearsal import Stage, instructions
from readiness.simulator.worlds import KRAKEN_WORLDS


def test_messy_world_has_something_of_everything() -> None:
    """Wallets, orders, positions, Earn, transfers, and a wallet that few look into."""
    with serving(messy()) as client:
        balances = client.result("BalanceEx")
        assert {"ZUSD", "NOPRICE", "XBT.F", "DOT.B", "ETH.B"} <= balances.keys()
        assert client.result("Balance")["USDT"] == "0.0000000000"
        assert len(client.result("OpenOrders")["open"]) == 3
        assert len(client.result("OpenPositions")) == 1
        assert len(client.result("Earn/Allocations", hide_zero_allocations="true")["items"]) == 2
        assert len(client.result("ListWalletAccounts")["accounts"]) == 2
        assert [row["status"] for row in client.result("DepositStatus")] == ["Settled", "Success"]
        leaving = client.result("WithdrawStatus")[0]
        assert (leaving["status"], leaving["status-prop"]) == ("Pending", "onhold")


def test_empty_world_holds_nothing() -> None:
    """Only its history is not empty, and everything in it is over."""
    with serving(empty()) as client:
        balances = client.result("BalanceEx")
        assert {float(row["balance"]) for row in balances.values()} == {0.0}
        assert client.result("TradeBalance")["eb"] == "0.0000"
        assert client.result("Earn/Allocations", hide_zero_allocations="true")["items"] == []
        assert len(client.result("Earn/Allocations")["items"]) == 1
        for path in ("DepositStatus", "WithdrawStatus"):
            assert [row["status"] for row in client.result(path)] == ["Success"]


def test_trading_key_says_so() -> None:
    """It may act, and does not hide it."""
    with serving(trading_key()) as client:
        assert "modify-trades" in client.result("GetApiKeyInfo")["permissions"]


@pytest.mark.parametrize("name", KRAKEN_WORLDS)
def test_keys_are_obviously_not_real(name: str) -> None:
    """Nobody can take them for real ones, though a decoder takes the secret."""
    account, again = KRAKEN_WORLDS[name](), KRAKEN_WORLDS[name]()
    assert account.key.startswith("not-a-real-key")
    assert account.secret.startswith("not/a/real/secret")
    assert base64.b64decode(account.secret, validate=True)
    assert account.uid != again.uid


def test_every_factory_belongs_to_a_route() -> None:
    """And makes the same fields each time."""
    for place, make in kraken_rows.FACTORIES.items():
        assert TABLE[place].path == place
        assert list(make()) == list(make()), place


def test_factories_refuse_fields_that_do_not_exist() -> None:
    """A misspelt field is no row of the exchange."""
    with pytest.raises(TypeError, match="stat"):
        kraken_rows.order(stat="open")


def test_rehearsal() -> None:
    """One configuration and one environment lead to it."""

    async def printed() -> str:
        accounts = {"kraken-messy": messy()}
        async with KrakenSimulator(accounts.values()) as exchange:
            return instructions([Stage("kraken", exchange, accounts)])

    lines = asyncio.run(printed()).splitlines()
    end = lines.index("# environment; none of these keys is real")
    accounts = tomllib.loads("\n".join(lines[1:end]))["accounts"]
    assert accounts["kraken-messy"]["exchange"] == "kraken"
    variables = dict(re.findall(r"export (\w+)=(\S+)", "\n".join(lines)))
    assert variables["READINESS_KRAKEN_MESSY_KEY"] == "not-a-real-key-kraken-messy"
    assert "READINESS_KRAKEN_MESSY_PASSPHRASE" not in variables
    assert "kraken" in {house.exchange for house in HOUSES}
