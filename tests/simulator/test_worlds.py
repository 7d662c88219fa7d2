"""The ready-made accounts, and the exchange to rehearse on."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tomllib

import httpx
import pytest
from tests.simulator.support import Client, serving

from readiness.simulator import OkxAccount, rows
from readiness.simulator.__main__ import main
from readiness.simulator.okx.routes import ROUTES
from readiness.simulator.worlds import OKX_WORLDS, empty, messy, trading_key


def test_messy_world_has_all_that_it_promises() -> None:
    account = messy()
    with serving(account, limits=False) as client:
        funding = {row["ccy"]: row for row in client.rows("asset/balances")}
        assert {"TRX", "NOPRICE", "USDT"} == set(funding)
        assert funding["USDT"]["frozenBal"] == "21"
        prices = client.rows("market/index-tickers", quoteCcy="USDT")
        assert not [row for row in prices if row["instId"].startswith("NOPRICE")]
        trading = {row["ccy"]: row for row in client.rows("account/balance")[0]["details"]}
        assert float(trading["USDT"]["liab"]) > 0 < float(trading["USDT"]["interest"])
        assert float(trading["USDT"]["stgyEq"]) > 0
        for path, params in {
            "trade/orders-pending": {},
            "trade/orders-algo-pending": {"ordType": "trigger"},
            "account/positions": {},
            "finance/savings/balance": {},
            "asset/non-tradable-assets": {},
            "tradingBot/grid/orders-algo-pending": {"algoOrdType": "grid"},
            "asset/withdrawal-history": {"state": "0"},
            "asset/deposit-history": {"state": "17"},
        }.items():
            assert len(client.rows(path, **params)) == 1, path
        assert client.rows("users/subaccount/list")[0]["subAcct"] == "grid01"
        assert client.rows("asset/subaccount/balances", subAcct="grid01")[0]["ccy"] == "TRX"
        sub = Client(client.sim, account.subs["grid01"], client.clock, client.http)
        assert sub.rows("account/config")[0]["perm"] == "read_only"


def test_messy_totals_agree_with_its_wallets() -> None:
    with serving(messy(), limits=False) as client:
        value = client.rows("asset/asset-valuation", ccy="USD")[0]
        assert value["details"]["trading"] == client.rows("account/balance")[0]["totalEq"]
        assert value["details"]["earn"] == client.rows("finance/savings/balance")[0]["amt"]


def test_empty_world_holds_nothing() -> None:
    with serving(empty(), limits=False) as client:
        assert client.rows("asset/balances") == []
        assert client.rows("account/balance")[0]["details"] == []
        assert client.rows("asset/asset-valuation")[0]["totalBal"] == "0"
        assert client.rows("trade/orders-pending") == []
        assert {row["state"] for row in client.rows("asset/deposit-history")} == {"2"}


def test_trading_key_says_so() -> None:
    with serving(trading_key()) as client:
        assert client.rows("account/config")[0]["perm"] == "read_only,trade"


@pytest.mark.parametrize("name", OKX_WORLDS)
def test_keys_are_obviously_not_real(name: str) -> None:
    account = OKX_WORLDS[name]()
    for owner in (account, *account.subs.values()):
        for key in owner.keys:
            assert key.key.startswith("not-a-real-")


def test_worlds_are_made_anew_each_time() -> None:
    first, second = messy(), messy()
    assert first.uid != second.uid
    first.funding("BTC", 1)
    assert "BTC" not in second.fundings


def test_every_factory_belongs_to_a_route() -> None:
    assert set(rows.FACTORIES) <= set(ROUTES)
    for path, make in rows.FACTORIES.items():
        first, second = make(), make()
        assert list(first) == list(second), path


def test_factories_refuse_fields_that_do_not_exist() -> None:
    with pytest.raises(TypeError, match="stat"):
        rows.order(stat="live")


def test_rehearsal_prints_how_to_reach_it() -> None:
    command = [sys.executable, "-W", "error", "-m", "readiness.simulator", "--world", "okx-messy"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line.rstrip())
            if line.startswith("export READINESS_OKX_MESSY_GRID01_PASSPHRASE"):
                break
        try:
            url = lines[0].removeprefix("serving on ")
            answer = httpx.get(f"{url}/api/v5/public/time", trust_env=False)
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=10) == 0
        finally:
            process.kill()
    assert answer.json()["code"] == "0"
    config = tomllib.loads(
        "\n".join(lines[1 : lines.index("# environment; none of these keys is real")])
    )
    assert config["accounts"]["okx-messy"]["base_url"] == url
    assert config["accounts"]["okx-messy-grid01"]["parent"] == "okx-messy"
    variables = dict(re.findall(r"export (\w+)=(\S+)", "\n".join(lines)))
    assert variables["READINESS_OKX_MESSY_KEY"] == "not-a-real-key-okx-messy"


def test_rehearsal_on_a_taken_port(capsys: pytest.CaptureFixture[str]) -> None:
    with serving() as client:
        port = client.sim.base_url.rpartition(":")[2]
        assert main(["--port", port]) == 1
    assert port in capsys.readouterr().err


def test_account_without_names_gets_made_up_keys() -> None:
    account = OkxAccount()
    assert account.key.startswith("fake-key-")
    assert account.secret != account.passphrase
