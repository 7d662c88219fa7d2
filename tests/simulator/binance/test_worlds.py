"""The ready-made accounts, and the rehearsal that serves them."""

from __future__ import annotations

import asyncio
import re
import time
import tomllib
from typing import Any

import pytest
from tests.simulator.binance.support import Client, serving

from readiness.simulator import BinanceSimulator, OkxSimulator
from readiness.simulator.__main__ import main
from readiness.simulator.binance.worlds import GRID, empty, messy, trading_key
from readiness.simulator.rehearsal import Stage, instructions
from readiness.simulator.worlds import BINANCE_WORLDS, OKX_WORLDS


def at_now(client: Client) -> Client:
    """The worlds are dated by the clock on the wall."""
    client.clock.time = time.time()
    return client


def test_messy_world_is_messy() -> None:
    """Something is left in each of the places that it promises."""
    with serving(messy()) as client:
        at_now(client)
        for path in (
            "api/v3/openOrders",
            "fapi/v1/openAlgoOrders",
            "fapi/v3/positionRisk",
            "sapi/v1/asset/get-funding-asset",
        ):
            assert client.body(path), path
        margin = client.body("sapi/v1/margin/account")["userAssets"]
        assert {row["asset"]: row["borrowed"] for row in margin}["USDT"] == "25.50000000"
        assert len(client.body("sapi/v1/capital/withdraw/history", status="4")) == 1
        assert len(client.body("sapi/v1/capital/deposit/hisrec", status="8")) == 1
        earn = client.body("sapi/v1/simple-earn/flexible/position")["rows"]
        assert earn[0]["autoSubscribe"] is True
        totals: Any = client.body("sapi/v1/asset/wallet/balance", quoteAsset="USDT")
        assert {r["walletName"]: r["balance"] for r in totals}["Trading Bots"] == "45"


def test_messy_sub_account() -> None:
    """It is listed, holds dust, and has a read-only key of its own."""
    with serving(messy()) as client:
        assert client.body("sapi/v1/sub-account/list")["subAccounts"][0]["email"] == GRID
        sub = Client(client.sim, client.account.subs[GRID], client.clock, client.http)
        assert sub.body("sapi/v3/asset/getUserAsset")[0]["asset"] == "TRX"
        assert sub.body("sapi/v1/account/apiRestrictions")["enableReading"] is True


def test_empty_world_holds_nothing() -> None:
    """Only its history is not empty, and everything in it is over."""
    with serving(empty()) as client:
        at_now(client)
        assert client.body("sapi/v3/asset/getUserAsset") == []
        assert {r["balance"] for r in client.body("sapi/v1/asset/wallet/balance")} == {"0"}
        deposits = client.body("sapi/v1/capital/deposit/hisrec")
        assert [row["status"] for row in deposits] == [1]
        withdrawals = client.body("sapi/v1/capital/withdraw/history")
        assert [row["status"] for row in withdrawals] == [6]


def test_trading_key_says_so() -> None:
    """It may trade, and does not hide it."""
    with serving(trading_key()) as client:
        said = client.body("sapi/v1/account/apiRestrictions")
        assert said["enableSpotAndMarginTrading"] is True


@pytest.mark.parametrize("name", BINANCE_WORLDS)
def test_keys_are_obviously_not_real(name: str) -> None:
    """Nobody can take them for real ones, and each world is made anew."""
    account, again = BINANCE_WORLDS[name](), BINANCE_WORLDS[name]()
    for owner in (account, *account.subs.values()):
        for key in owner.keys:
            assert key.key.startswith("not-a-real-")
    assert account.uid != again.uid


def test_rehearsal_of_both_exchanges() -> None:
    """Each listens at its own address; one configuration and one environment serve both."""

    async def printed() -> str:
        okx = {"okx-messy": OKX_WORLDS["okx-messy"]()}
        binance = {"binance-messy": BINANCE_WORLDS["binance-messy"]()}
        first, second = OkxSimulator(okx.values()), BinanceSimulator(binance.values())
        async with first, second:
            stages = [Stage("okx", first, okx), Stage("binance", second, binance)]
            return instructions(stages)

    lines = asyncio.run(printed()).splitlines()
    urls = [line.removeprefix("serving on ") for line in lines[:2]]
    assert len(set(urls)) == 2
    end = lines.index("# environment; none of these keys is real")
    accounts = tomllib.loads("\n".join(lines[2:end]))["accounts"]
    assert [accounts[name]["base_url"] for name in ("okx-messy", "binance-messy")] == urls
    sub = accounts["binance-messy-grid01"]
    assert (sub["exchange"], sub["parent"]) == ("binance", "binance-messy")
    assert sub["sub_account"] == GRID
    variables = dict(re.findall(r"export (\w+)=(\S+)", "\n".join(lines)))
    assert variables["READINESS_BINANCE_MESSY_KEY"] == "not-a-real-key-binance-messy"
    assert "READINESS_BINANCE_MESSY_PASSPHRASE" not in variables
    assert "READINESS_OKX_MESSY_PASSPHRASE" in variables


def test_rehearsal_of_binance_on_a_taken_port(capsys: pytest.CaptureFixture[str]) -> None:
    """A port that is taken is named, whichever exchange it was meant for."""
    with serving() as client:
        port = client.sim.base_url.rpartition(":")[2]
        assert main(["--port", port, "--world", "binance-empty"]) == 1
    assert port in capsys.readouterr().err
