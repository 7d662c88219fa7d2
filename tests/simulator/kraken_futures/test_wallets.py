"""Wallets, orders, positions, sub-accounts and the log."""

from __future__ import annotations

import asyncio
import base64
import re
import tomllib

import pytest
from tests.simulator.kraken_futures.support import CHECK, LOG, V3, serving

from readiness.simulator import KrakenFuturesAccount, KrakenFuturesSimulator, kraken_futures_rows
from readiness.simulator.__main__ import HOUSES, stages
from readiness.simulator.kraken_futures.routes import TABLE
from readiness.simulator.kraken_futures.worlds import empty, messy, trading_key
from readiness.simulator.rehearsal import Stage, instructions
from readiness.simulator.worlds import KRAKEN_FUTURES_WORLDS, KRAKEN_WORLDS


def test_an_empty_account() -> None:
    """Two wallets are always there, with nothing in them."""
    with serving() as client:
        accounts = client.get("accounts")["accounts"]
        assert list(accounts) == ["cash", "flex"]
        assert accounts["cash"] == {"type": "cashAccount", "balances": {}}
        assert accounts["flex"]["currencies"] == {}
        assert accounts["flex"]["balanceValue"] == 0


def test_wallets() -> None:
    """Cash and margin wallets quote their amounts, as the documents now have it."""
    account = KrakenFuturesAccount()
    account.hold("xbt", "0.10")
    account.collateral("USD", "100", used="30")
    account.collateral("XBT", "0.001", fields={"haircut": 1})
    account.margin("fi_ethusd", "eth", eth="2", pnl="-0.5", margin="0.25")
    with serving(account) as client:
        accounts = client.get("accounts")["accounts"]
        assert accounts["cash"]["balances"] == {"xbt": "0.1"}
        eth = accounts["fi_ethusd"]
        assert (eth["type"], eth["currency"], eth["balances"]) == (
            "marginAccount",
            "eth",
            {"eth": "2"},
        )
        assert (eth["auxiliary"]["pv"], eth["auxiliary"]["af"]) == (1.5, 1.25)
        flex = accounts["flex"]
        assert flex["currencies"]["USD"]["available"] == 70
        assert flex["currencies"]["XBT"]["haircut"] == 1
        assert (flex["balanceValue"], flex["availableMargin"]) == (160, 130)
        account.settings["unquoted"] = True
        assert client.get("accounts")["accounts"]["cash"]["balances"] == {"xbt": 0.1}


def test_positions_show_in_the_wallets() -> None:
    """An inverse one as a balance of its wallet, a flexible one in the totals of flex."""
    account = KrakenFuturesAccount()
    row = kraken_futures_rows.open_position
    account.put(f"{V3}/openpositions", row(unrealizedPnl=5, unrealizedFunding=1))
    account.put(f"{V3}/openpositions", row(symbol="FI_XBTUSD_280326", size=30))
    account.put(f"{V3}/openpositions", row(symbol="PI_XBTUSD", size=20, side="long"))
    with serving(account) as client:
        assert len(client.get("openpositions")["openPositions"]) == 3
        accounts = client.get("accounts")["accounts"]
        assert accounts["fi_xbtusd"]["balances"] == {"FI_XBTUSD_280326": "-30", "PI_XBTUSD": "20"}
        assert (accounts["flex"]["pnl"], accounts["flex"]["totalUnrealized"]) == (5, 6)


def test_orders() -> None:
    """Orders that wait for a price stand among the others."""
    account = KrakenFuturesAccount()
    limit, stop = kraken_futures_rows.open_order(), kraken_futures_rows.stop_order()
    account.put(f"{V3}/openorders", limit, stop)
    with serving(account) as client:
        shown = client.get("openorders")["openOrders"]
        assert [row["orderType"] for row in shown] == ["lmt", "stp"]
        assert "limitPrice" not in shown[1]
        assert "stopPrice" not in shown[0]


def test_sub_accounts() -> None:
    """A main account sees the money of its sub-accounts, and those see themselves."""
    account = KrakenFuturesAccount()
    sub = account.sub_account("s1", key="sub-key", fullName=None)
    sub.hold("xbt", "0.5")
    sub.collateral("USDT", "5")
    sub.margin("fi_xbtusd", "xbt", xbt="1")
    with serving(account) as client:
        said = client.get("subaccounts")
        assert said["masterAccountUid"] == account.uid
        (row,) = said["subaccounts"]
        assert (row["accountUid"], row["email"], row["fullName"]) == (
            sub.uid,
            "s1@sub.example",
            None,
        )
        assert row["holdingAccounts"] == [{"currency": "xbt", "amount": 0.5}]
        assert row["futuresAccounts"] == [{"name": "f-xbt:usd", "availableMargin": 1}]
        assert row["flexAccount"]["currencies"][0]["currency"] == "usdt"
        own = client.of(sub)
        assert own.body(CHECK)["accountUid"] == sub.uid
        assert own.get("accounts")["accounts"]["cash"]["balances"] == {"xbt": "0.5"}
        assert own.get("subaccounts")["masterAccountUid"] == account.uid
        assert own.get("subaccounts")["subaccounts"] == []


def test_prices() -> None:
    """Every currency but the dollar has a perpetual contract."""
    with serving() as client:
        prices = {row["symbol"]: row["markPrice"] for row in client.get("tickers")["tickers"]}
        assert prices["PF_XBTUSD"] == 60000
        assert "PF_USDUSD" not in prices
        (one,) = client.body(f"{V3}/tickers", symbol="PF_ADAUSD")["tickers"]
        assert one["pair"] == "ADA:USD"


def test_the_log() -> None:
    """The newest come first; numbers, times and kinds narrow it."""
    account = KrakenFuturesAccount()
    rows = [
        kraken_futures_rows.log_entry(id=n, date=f"2026-11-0{n}T00:00:00.000Z") for n in (3, 2, 1)
    ]
    account.put(LOG, *rows, {"id": 4, "info": "futures trade", "date": "2026-11-04T00:00:00Z"})
    with serving(account) as client:

        def ids(**params: str) -> list[int]:
            said = client.body(LOG, **params)
            assert said["accountUid"] == account.uid
            return [row["id"] for row in said["logs"]]

        assert ids() == [3, 2, 1, 4]
        assert ids(sort="asc", count="2") == [4, 1]
        assert ids(**{"from": "2", "to": "3"}) == [3, 2]
        assert ids(info="futures trade") == [4]
        assert ids(since="1793577600000") == [3, 2, 4]
        assert client.ask(LOG, sort="up").status_code == 401


def test_messy_world_has_something_of_everything() -> None:
    """Wallets of every kind, orders, positions, a promise, and a sub-account."""
    with serving(messy()) as client:
        assert set(client.get("accounts")["accounts"]) == {"cash", "flex", "fi_ethusd", "fi_xbtusd"}
        assert len(client.get("openorders")["openOrders"]) == 2
        assert len(client.get("openpositions")["openPositions"]) == 2
        assert len(client.get("assignmentprogram/current")["participants"]) == 1
        assert len(client.get("subaccounts")["subaccounts"]) == 1


def test_empty_world_holds_nothing() -> None:
    """Wallets that were used once stay there with nothing."""
    with serving(empty()) as client:
        accounts = client.get("accounts")["accounts"]
        assert accounts["cash"]["balances"] == {"usd": "0"}
        assert accounts["fi_xbtusd"]["balances"] == {"xbt": "0"}
        assert accounts["flex"]["currencies"]["USD"]["quantity"] == 0
        for name, at in (("openorders", "openOrders"), ("subaccounts", "subaccounts")):
            assert client.get(name)[at] == []
        assert len(client.body(LOG)["logs"]) == 1


def test_trading_key_says_so() -> None:
    """It may act, and does not hide it."""
    with serving(trading_key()) as client:
        assert client.body(CHECK)["permissions"]["general"] == "FULL_ACCESS"


@pytest.mark.parametrize("name", KRAKEN_FUTURES_WORLDS)
def test_keys_are_obviously_not_real(name: str) -> None:
    """Nobody can take them for real ones, though a decoder takes the secret."""
    account, again = KRAKEN_FUTURES_WORLDS[name](), KRAKEN_FUTURES_WORLDS[name]()
    assert account.uid != again.uid
    assert account.key.startswith("not-a-real-key")
    assert base64.b64decode(account.secret, validate=True)


def test_every_factory_belongs_to_a_route() -> None:
    """And makes the same fields each time."""
    for place, make in kraken_futures_rows.FACTORIES.items():
        assert TABLE[place].path == place
        assert list(make()) == list(make()), place


def test_rehearsal() -> None:
    """One configuration and one environment lead to it, as a part of a Kraken account."""

    async def printed() -> str:
        accounts, parents = {"kraken-futures-messy": messy()}, {"kraken-futures-messy": "spot"}
        async with KrakenFuturesSimulator(accounts.values()) as exchange:
            return instructions([Stage("kraken-futures", exchange, accounts, parents)])

    lines = asyncio.run(printed()).splitlines()
    end = lines.index("# environment; none of these keys is real")
    accounts = tomllib.loads("\n".join(lines[1:end]))["accounts"]
    assert list(accounts) == ["kraken-futures-messy"]
    assert accounts["kraken-futures-messy"]["parent"] == "spot"
    variables = dict(re.findall(r"export (\w+)=(\S+)", "\n".join(lines)))
    assert variables["READINESS_KRAKEN_FUTURES_MESSY_KEY"] == "not-a-real-key-kraken-futures-messy"
    (house,) = (house for house in HOUSES if house.part_of)
    assert (house.exchange, house.part_of) == ("kraken-futures", "kraken")


def test_a_part_is_served_with_the_whole() -> None:
    """Worlds of one name belong together, where both are served, and say so themselves."""
    for name in ("messy", "empty", "trading-key"):
        whole = KRAKEN_WORLDS[f"kraken-{name}"]()
        part = KRAKEN_FUTURES_WORLDS[f"kraken-futures-{name}"]()
        assert whole.keys[0].fields["iban"] == part.settings["iiban"]
    wanted = ["kraken-messy", "kraken-futures-messy", "kraken-futures-empty"]
    told = {stage.exchange: stage.parents for stage in stages(wanted)}
    assert told == {"kraken": {}, "kraken-futures": {"kraken-futures-messy": "kraken-messy"}}
