"""The ready-made KuCoin accounts, and the rehearsal that serves them."""

from __future__ import annotations

import time

import pytest
from tests.simulator.kucoin.support import Client, serving

from readiness.simulator.__main__ import main
from readiness.simulator.kucoin.worlds import GRID, empty, messy, trading_key
from readiness.simulator.worlds import KUCOIN_WORLDS


def at_now(client: Client) -> Client:
    """The worlds are dated by the clock on the wall."""
    client.clock.time = time.time()
    return client


def test_messy_world_is_messy() -> None:
    """Something is left in each of the places that it promises."""
    account = messy()
    account.settings["enforces"] = False
    with serving(account) as client:
        at_now(client)
        coins = {(row["type"], row["currency"]): row for row in client.data("api/v1/accounts")}
        assert coins["main", "USDT"]["holds"] == "21"
        assert coins["trade", "ETH"]["holds"] == "0.01"
        assert "NOPRICE" not in client.data("api/v1/prices")
        margin = client.data("api/v3/margin/accounts", queryType="ALL")["accounts"]
        assert {row["currency"]: row["liability"] for row in margin}["USDT"] == "25.5031"
        assert client.data("api/v1/hf/orders/active/symbols")["symbols"] == ["ETH-USDT"]
        assert len(client.rows("api/v1/orders", tradeType="TRADE", status="active")) == 1
        assert len(client.rows("api/v1/stop-order")) == 1
        assert client.data("api/v1/positions")[0]["symbol"] == "ETHUSDTM"
        overview = client.data("api/v1/account-overview", currency="USDT")
        assert (overview["positionMargin"], overview["unrealisedPNL"]) == (3, -0.5)
        assert len(client.rows("api/v1/withdrawals", status="PROCESSING")) == 1
        assert len(client.rows("api/v1/deposits", status="PROCESSING")) == 1
        assert client.rows("api/v1/earn/hold-assets")[0]["status"] == "REDEEMING"
        assert len(client.rows("api/v3/purchase/orders", status="PENDING")) == 1


def test_messy_sub_account() -> None:
    """It is listed, holds dust, and has a read-only key of its own."""
    with serving(messy()) as client:
        at_now(client)
        (listed,) = client.rows("api/v2/sub/user")
        assert listed["subName"] == GRID
        sub = client.owner_of(client.account.subs[GRID])
        assert sub.data("api/v1/accounts")[0]["currency"] == "TRX"
        assert sub.data("api/v1/user/api-key")["permission"] == "General"


def test_empty_world_holds_nothing() -> None:
    """Only its history is not empty, and everything in it is over."""
    with serving(empty()) as client:
        at_now(client)
        assert client.data("api/v1/accounts") == []
        assert [row["status"] for row in client.rows("api/v1/deposits")] == ["SUCCESS"]
        assert [row["status"] for row in client.rows("api/v1/withdrawals")] == ["SUCCESS"]


def test_trading_key_says_so() -> None:
    """It may trade, and does not hide it."""
    with serving(trading_key()) as client:
        at_now(client)
        assert client.data("api/v1/user/api-key")["permission"] == "General,Spot"


@pytest.mark.parametrize("name", KUCOIN_WORLDS)
def test_keys_are_obviously_not_real(name: str) -> None:
    """Nobody can take them for real ones, and each world is made anew."""
    account, again = KUCOIN_WORLDS[name](), KUCOIN_WORLDS[name]()
    for owner in (account, *account.subs.values()):
        for key in owner.keys:
            assert key.key.startswith("not-a-real-")
    assert account.uid != again.uid


def test_rehearsal_on_a_taken_port(capsys: pytest.CaptureFixture[str]) -> None:
    """The world is known to the rehearsal; a port that is taken is named."""
    with serving() as client:
        port = client.sim.base_url.rpartition(":")[2]
        assert main(["--port", port, "--world", "kucoin-empty"]) == 1
    assert port in capsys.readouterr().err
