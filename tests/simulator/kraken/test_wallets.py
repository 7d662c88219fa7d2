"""Balances, credit, wallets and Earn: one state, in the words of each endpoint."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.simulator.kraken.support import serving

from readiness.simulator import KrakenAccount, KrakenMarket, kraken_rows


def test_balances_are_quoted_and_padded() -> None:
    """Money has four decimals, everything else ten, and what has more is not cut."""
    account = KrakenAccount()
    account.balance("ZUSD", "25435.21", hold_trade="8249.76")
    account.balance("XXBT", "1.2435")
    account.balance("USD.M", "1")
    account.balance("DAI", "0.000000000000000001")
    with serving(account) as client:
        assert client.result("BalanceEx") == {
            "ZUSD": {"balance": "25435.2100", "hold_trade": "8249.7600"},
            "XXBT": {"balance": "1.2435000000", "hold_trade": "0.0000000000"},
            "USD.M": {"balance": "1.0000", "hold_trade": "0.0000"},
            "DAI": {"balance": "0.000000000000000001", "hold_trade": "0.0000000000"},
        }


def test_balances_as_some_examples_have_them() -> None:
    """Numbers without quotes, if an account is told so."""
    account = KrakenAccount(unquoted=True)
    account.balance("ZUSD", "25435.21")
    with serving(account) as client:
        assert '"balance":25435.21,' in client.post("BalanceEx").text


def test_what_is_leaving_is_in_one_of_the_two_lists() -> None:
    """`Balance` leaves out what is being withdrawn; both show assets with nothing left."""
    account = KrakenAccount()
    account.balance("USDT", "20", leaving="19.5")
    account.balance("XXBT")
    with serving(account) as client:
        assert client.result("Balance") == {"USDT": "0.5000000000", "XXBT": "0.0000000000"}
        assert client.result("BalanceEx")["USDT"]["balance"] == "20.0000000000"


def test_nothing_is_an_empty_object() -> None:
    """A new account has neither assets nor anything else."""
    with serving(KrakenAccount()) as client:
        for path in ("Balance", "BalanceEx", "OpenPositions"):
            assert client.result(path) == {}
        assert client.result("OpenOrders") == {"open": {}}
        assert client.result("CreditLines") is None
        assert client.result("Earn/Allocations")["items"] == []


def test_credit() -> None:
    """A credit line is told beside the balance, and in a list of its own."""
    account = KrakenAccount()
    account.balance("ZUSD", "5", credit="100", credit_used="12")
    account.balance("XXBT", "1")
    with serving(account) as client:
        balances = client.result("BalanceEx")
        assert balances["ZUSD"]["credit_used"] == "12.0000"
        assert set(balances["XXBT"]) == {"balance", "hold_trade"}
        lines = client.result("CreditLines")
        assert lines["asset_details"] == {
            "ZUSD": {
                "balance": "5.0000",
                "credit_limit": "100.0000",
                "credit_used": "12.0000",
                "available_credit": "88.0000",
            }
        }
        assert lines["limits_monitor"]["total_credit_used_usd"] == "12.0000"
        assert lines["limits_monitor"]["debt_to_equity"] is None


def test_earn_shows_in_both_places() -> None:
    """What is allocated stands among the balances under a suffix, with what was there."""
    account = KrakenAccount()
    account.balance("DOT.B", "1")
    account.allocate("S1", "DOT", "2.5", bonding="0.5", rewarded="0.1")
    account.allocate("S2", "XBT", "0.01", suffix="")
    with serving(account) as client:
        assert list(client.result("BalanceEx")) == ["DOT.B"]
        assert client.result("Balance")["DOT.B"] == "3.5000000000"
        said = client.result("Earn/Allocations")
        assert (said["converted_asset"], said["next_cursor"]) == ("USD", None)
        assert said["total_allocated"] == "610.0000"
        second, first = said["items"]
        assert (second["strategy_id"], second["native_asset"]) == ("S2", "XBT")
        amounts = first["amount_allocated"]
        assert set(amounts) == {"bonding", "total"}
        assert amounts["total"] == {"native": "2.5000000000", "converted": "10.0000"}
        assert amounts["bonding"]["allocation_count"] == 1
        assert amounts["bonding"]["allocations"][0]["native"] == "0.5000000000"
        ascending = client.result("Earn/Allocations", ascending="true")["items"]
        assert [item["strategy_id"] for item in ascending] == ["S1", "S2"]


def test_earn_in_another_currency() -> None:
    """Values are in the currency that is asked for."""
    account = KrakenAccount()
    account.allocate("S1", "DOT", "11")
    with serving(account) as client:
        said = client.result("Earn/Allocations", converted_asset="EUR")
        assert (said["converted_asset"], said["total_allocated"]) == ("EUR", "40.0000")


def test_strategies_of_the_past() -> None:
    """They stay in the list with nothing, unless that is not wanted; so does what is pending."""
    account = KrakenAccount()
    account.allocate("old", "DOT", "0", rewarded="1", pending="1")
    account.allocate("new", "DOT", "1")
    with serving(account) as client:
        assert len(client.result("Earn/Allocations")["items"]) == 2
        wanted = client.result("Earn/Allocations", hide_zero_allocations="true")["items"]
        assert [item["strategy_id"] for item in wanted] == ["new"]


@pytest.mark.parametrize(
    ("pending", "said"), [("1", (True, False)), ("-1", (False, True)), ("0", (False, False))]
)
def test_requests_that_are_not_finished(pending: str, said: tuple[bool, bool]) -> None:
    """What is being allocated or taken back is pending, each in its own list."""
    account = KrakenAccount()
    account.allocate("S1", "DOT", "5", pending=pending)
    with serving(account) as client:
        paths = ("Earn/AllocateStatus", "Earn/DeallocateStatus")
        found = [client.result(path, strategy_id="S1")["pending"] for path in paths]
        assert tuple(found) == said
        assert client.errors(paths[0]) == ["EGeneral:Invalid arguments"]
        assert client.errors(paths[0], strategy_id="S9") == ["EGeneral:Invalid arguments"]


def test_strategies() -> None:
    """Those that the account uses or used; the last page is told in one of three ways."""
    account = KrakenAccount()
    account.allocate("S1", "DOT", "5", lock="bonded")
    with serving(account) as client:
        said = client.result("Earn/Strategies")
        assert [row["lock_type"]["type"] for row in said["items"]] == ["bonded"]
        assert [(row["id"], row["asset"]) for row in said["items"]] == [("S1", "DOT")]
        assert said["next_cursor"] is None
        account.settings["last_cursor"] = "empty"
        assert client.result("Earn/Strategies")["next_cursor"] == ""
        account.settings["last_cursor"] = "absent"
        assert "next_cursor" not in client.result("Earn/Strategies")


def test_trade_balance_follows_from_the_rest() -> None:
    """Balances and positions at their prices; a margin level only with a position."""
    account = KrakenAccount()
    account.balance("ZUSD", "100")
    account.balance("XBT.F", "0.001")
    account.balance("NOPRICE", "5")
    with serving(account) as client:
        said = client.result("TradeBalance")
        assert "ml" not in said
        assert {said[name] for name in ("eb", "tb", "e", "mf")} == {"160.0000"}
        assert {said[name] for name in ("m", "n", "c", "v")} == {"0.0000"}
        account.put("OpenPositions", kraken_rows.position(margin="20", net="-10"))
        said = client.result("TradeBalance", asset="ZUSD")
        assert (said["m"], said["n"], said["e"]) == ("20.0000", "-10.0000", "150.0000")
        assert (said["mf"], said["ml"]) == ("130.0000", "750.0000")
        assert client.result("TradeBalance", asset="XXBT")["eb"] == "0.0027"


def test_wallets_beside_the_default_one() -> None:
    """Their money is seen by who names them, and by nobody else."""
    account = KrakenAccount()
    account.balance("ZUSD", "1")
    second = account.open_wallet("spot", "grid", USDT="5")
    with serving(account) as client:
        said = client.result("ListWalletAccounts")
        assert said["cursor"] == {"next": None}
        main, spot = said["accounts"]
        assert (main["type"], main["name"], main["flags"]["user_defined"]) == ("main", None, False)
        assert (spot["account_id"], spot["status"], spot["name"]) == (second, "active", "grid")
        assert client.result("Balance") == {"ZUSD": "1.0000"}
        assert client.result("Balance", account_id=main["account_id"]) == {"ZUSD": "1.0000"}
        assert client.result("Balance", account_id=second) == {"USDT": "5.0000000000"}
        assert client.errors("Balance", account_id="nobody's") == ["EGeneral:Invalid arguments"]
        account.settings["more_wallets"] = "abc"
        assert client.result("ListWalletAccounts")["cursor"] == {"next": "abc"}


def test_what_is_put_overwrites_one_answer() -> None:
    """Fields of a single object are replaced, also where there is no object."""
    account = KrakenAccount()
    account.balance("ZUSD", "1")
    account.put("Balance", {"ZUSD": None})
    account.put("CreditLines", {"asset_details": {}})
    with serving(account) as client:
        assert client.result("Balance") == {"ZUSD": None}
        assert client.result("CreditLines") == {"asset_details": {}}
        assert client.result("BalanceEx")["ZUSD"]["balance"] == "1.0000"


def test_prices() -> None:
    """Every asset has a pair against the dollar; old names keep their letters."""
    with serving(market=KrakenMarket({"XXBT": "60000", "ADA": "0.5", "USDT": "1"})) as client:
        said = client.public("Ticker")
        assert list(said) == ["XXBTZUSD", "ADAUSD", "USDTZUSD"]
        assert said["ADAUSD"]["c"][0] == "0.5"
        assert list(client.public("Ticker", pair="ADAUSD")) == ["ADAUSD"]
        answer = client.get("Ticker", pair="ADAUSD,NOPE").json()
        assert answer == {"error": ["EQuery:Unknown asset pair"]}
        assert KrakenMarket().price("DOT28.S") == KrakenMarket().price("DOT") == Decimal(4)


def test_clock_and_state_of_the_platform() -> None:
    """The time of the exchange in seconds; its state is online unless told otherwise."""
    market = KrakenMarket()
    with serving(market=market, clock_offset=3) as client:
        assert client.public("Time")["unixtime"] == int(client.clock.time) + 3
        assert client.public("Time")["rfc1123"].endswith("+0000")
        assert client.public("SystemStatus")["status"] == "online"
        market.put("SystemStatus", {"status": "maintenance"})
        assert client.public("SystemStatus")["status"] == "maintenance"
