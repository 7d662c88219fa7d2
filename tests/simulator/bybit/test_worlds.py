"""The ready-made Bybit accounts, their rows, and the rehearsal that serves them."""

from __future__ import annotations

import asyncio
import re
import tomllib

import pytest
from tests.simulator.bybit.support import serving

from readiness.simulator import BybitSimulator, bybit_rows
from readiness.simulator.__main__ import HOUSES, main
from readiness.simulator.bybit.routes import TABLE
from readiness.simulator.bybit.worlds import empty, messy, trading_key
from readiness.simulator.rehearsal import Stage, instructions
from readiness.simulator.worlds import BYBIT_WORLDS


def test_messy_world_is_messy() -> None:
    """Something is left in each of the places that it promises."""
    with serving(messy()) as client:
        for path, params in (
            ("order/realtime", {"category": "spot"}),
            ("order/realtime", {"category": "linear", "settleCoin": "USDT"}),
            ("position/list", {"category": "linear", "settleCoin": "USDT"}),
            ("crypto-loan-flexible/ongoing-coin", {}),
            ("earn/position", {"category": "FlexibleSaving"}),
        ):
            assert client.result(path, **params)["list"], path
        pending = client.result("asset/withdraw/query-record", withdrawType="2")["rows"]
        assert [row["status"] for row in pending] == ["Pending", "success"]
        deposits = client.result("asset/deposit/query-record")["rows"]
        assert [row["depositType"] for row in deposits] == ["20", "0"]
        (wallet,) = client.result("account/wallet-balance", accountType="UNIFIED")["list"]
        assert {row["coin"]: row["spotBorrow"] for row in wallet["coin"]}["USDT"] == "25.5"
        kinds = [row["accountType"] for row in client.result("asset/asset-overview")["list"]]
        assert {"TradingBot", "Earn", "CryptoLoans"} <= set(kinds)


def test_messy_sub_account() -> None:
    """It is listed, holds dust, and has a read-only key of its own."""
    with serving(messy()) as client:
        assert client.result("user/submembers")["subMembers"][0]["username"] == "grid01"
        sub = client.of(client.account.subs["grid01"])
        path = "asset/transfer/query-account-coins-balance"
        assert sub.result(path, accountType="FUND")["balance"][0]["coin"] == "TRX"
        assert sub.result("user/query-api")["readOnly"] == 1


def test_empty_world_holds_nothing() -> None:
    """Only its history is not empty, and everything in it is over."""
    with serving(empty()) as client:
        assert client.result("asset/asset-overview")["totalEquity"] == "0"
        assert [r["status"] for r in client.result("asset/deposit/query-record")["rows"]] == [3]
        withdrawals = client.result("asset/withdraw/query-record")["rows"]
        assert [row["status"] for row in withdrawals] == ["success"]
        saved = client.result("earn/position", category="FlexibleSaving")["list"]
        assert [row["amount"] for row in saved] == ["0"]


def test_trading_key_says_so() -> None:
    """It may act, and does not hide it."""
    with serving(trading_key()) as client:
        assert client.result("user/query-api")["readOnly"] == 0


@pytest.mark.parametrize("name", BYBIT_WORLDS)
def test_keys_are_obviously_not_real(name: str) -> None:
    """Nobody can take them for real ones, and each world is made anew."""
    account, again = BYBIT_WORLDS[name](), BYBIT_WORLDS[name]()
    for owner in (account, *account.subs.values()):
        for key in owner.keys:
            assert key.key.startswith("not-a-real-")
    assert account.uid != again.uid


def test_every_factory_belongs_to_a_route() -> None:
    """And makes the same fields each time."""
    for place, make in bybit_rows.FACTORIES.items():
        path, _, value = place.partition(":")
        route = TABLE[path]
        assert bool(route.split) == bool(value)
        assert list(make()) == list(make()), place


def test_factories_refuse_fields_that_do_not_exist() -> None:
    """A misspelt field is no row of the exchange."""
    with pytest.raises(TypeError, match="stat"):
        bybit_rows.order(stat="New")


def test_rehearsal() -> None:
    """One configuration and one environment lead to it, sub-accounts included."""

    async def printed() -> str:
        accounts = {"bybit-messy": messy()}
        async with BybitSimulator(accounts.values()) as exchange:
            return instructions([Stage("bybit", exchange, accounts)])

    lines = asyncio.run(printed()).splitlines()
    end = lines.index("# environment; none of these keys is real")
    accounts = tomllib.loads("\n".join(lines[1:end]))["accounts"]
    sub = accounts["bybit-messy-grid01"]
    assert (sub["exchange"], sub["parent"], sub["sub_account"]) == (
        "bybit",
        "bybit-messy",
        "grid01",
    )
    variables = dict(re.findall(r"export (\w+)=(\S+)", "\n".join(lines)))
    assert variables["READINESS_BYBIT_MESSY_KEY"] == "not-a-real-key-bybit-messy"
    assert "READINESS_BYBIT_MESSY_PASSPHRASE" not in variables


def test_rehearsal_on_a_taken_port(capsys: pytest.CaptureFixture[str]) -> None:
    """A port that is taken is named; worlds of all exchanges can be asked for."""
    assert "bybit" in {house.exchange for house in HOUSES}
    with serving() as client:
        port = client.sim.base_url.rpartition(":")[2]
        assert main(["--port", port, "--world", "bybit-empty"]) == 1
    assert port in capsys.readouterr().err
