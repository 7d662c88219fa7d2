"""Wallets, totals and debts, in every account mode."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.simulator.support import serving

from readiness.simulator import OkxAccount, OkxMarket, rows
from readiness.simulator.numbers import exact, loose, text
from readiness.simulator.okx.holdings import Trading

AMOUNTS: dict[str, Any] = {
    "frozen": "0.5",
    "orders": "1",
    "fixed": "0.25",
    "liab": "3",
    "interest": "0.02",
    "bots": "4",
    "copy": "0.125",
    "sync": "0.0625",
    "upl": "-0.5",
    "reward": "7",
    "auto_lend": "2",
}
ALWAYS = ("cashBal", "eq", "eqUsd", "availBal", "frozenBal", "stgyEq", "smtSyncEq")


def coin(mode: int, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    account = OkxAccount(mode=mode, **options)
    account.trading("ETH", "10", **AMOUNTS)
    with serving(account) as client:
        row = client.rows("account/balance")[0]
    return row, row["details"][0]


@pytest.mark.parametrize("mode", [1, 2, 3, 4])
def test_empty_account(mode: int) -> None:
    with serving(OkxAccount(mode=mode)) as client:
        row = client.rows("account/balance")[0]
    assert row["details"] == []
    assert (row["totalEq"], row["isoEq"]) == ("0", "0")
    assert row["uTime"].isdigit()
    rest = set(row) - {"details", "totalEq", "isoEq", "uTime"}
    assert {row[name] for name in rest} == {""}


@pytest.mark.parametrize("mode", [1, 2, 3, 4])
def test_money_is_shown_in_every_mode(mode: int) -> None:
    row, held = coin(mode)
    assert {name: held[name] for name in ALWAYS} == {
        "cashBal": "10",
        "eq": "13.6875",
        "eqUsd": "41062.5",
        "availBal": "7.75",
        "frozenBal": "5.9375",
        "stgyEq": "4",
        "smtSyncEq": "0.0625",
    }
    assert (held["spotCopyTradingEq"], held["ordFrozen"], held["fixedBal"]) == (
        "0.125",
        "1",
        "0.25",
    )
    assert (held["autoLendStatus"], held["autoLendMtAmt"]) == ("active", "2")
    assert row["totalEq"] == "41062.5"


DEBT = ("liab", "crossLiab", "interest")


@pytest.mark.parametrize(
    ("mode", "options", "blank", "filled"),
    [
        (1, {}, (*DEBT, "availEq", "isoEq", "isoUpl", "isoLiab", "upl", "uplLiab"), ()),
        (1, {"settings": {"enableSpotBorrow": True}}, ("availEq", "upl"), DEBT),
        (2, {}, (*DEBT, "isoLiab", "uplLiab", "maxLoan"), ("upl", "imr", "mmr", "notionalLever")),
        (3, {}, ("spotInUseAmt", "spotIsoBal"), (*DEBT, "upl", "uplLiab", "isoLiab", "maxLoan")),
        (4, {}, (), (*DEBT, "spotInUseAmt", "clSpotInUseAmt", "maxSpotInUse", "uplLiab")),
    ],
)
def test_mode_decides_what_is_blank(
    mode: int, options: dict[str, Any], blank: tuple[str, ...], filled: tuple[str, ...]
) -> None:
    _, held = coin(mode, **options)
    assert {held[name] for name in blank} <= {""}
    assert "" not in {held[name] for name in filled}
    if "liab" in filled:
        assert (held["liab"], held["interest"]) == ("3", "0.02")


@pytest.mark.parametrize(
    ("mode", "blank"),
    [(2, ("adjEq", "imr", "mmr", "notionalUsd", "notionalUsdForBorrow")), (1, ("adjEq", "imr"))],
)
def test_account_level_figures_depend_on_the_mode(mode: int, blank: tuple[str, ...]) -> None:
    assert {coin(mode)[0][name] for name in blank} == {""}
    full = coin(3)[0]
    assert (full["adjEq"], full["notionalUsdForBorrow"], full["imr"]) == ("41062.5", "9000", "0")
    borrowing = coin(1, settings={"enableSpotBorrow": True})[0]
    assert "" not in (borrowing["adjEq"], borrowing["mgnRatio"])


def test_currency_is_left_out_only_if_cash_and_equity_are_zero() -> None:
    account = OkxAccount()
    account.trading("BTC", 0)
    account.trading("ETH", 0, bots="1")
    account.trading("SOL", "-1", upl="1")
    account.trading("", "0.00000001")
    with serving(account) as client:
        shown = {row["ccy"] for row in client.rows("account/balance")[0]["details"]}
        assert shown == {"ETH", "SOL", ""}
        only = client.rows("account/balance", ccy="ETH,BTC")[0]["details"]
        assert [row["ccy"] for row in only] == ["ETH"]


def test_fields_can_be_overwritten() -> None:
    account = OkxAccount()
    account.trading("BTC", 1, fields={"eqUsd": "", "autoStakingStatus": "active"})
    with serving(account) as client:
        row = client.rows("account/balance")[0]["details"][0]
    assert (row["eqUsd"], row["autoStakingStatus"]) == ("", "active")


def test_funding_shows_what_is_there() -> None:
    account = OkxAccount()
    account.funding("USDT", "12.5", frozen="2")
    account.funding("BTC", 0)
    with serving(account) as client:
        assert client.rows("asset/balances") == [
            {"availBal": "10.5", "bal": "12.5", "ccy": "USDT", "frozenBal": "2"}
        ]
        assert client.rows("asset/balances", ccy="ETH") == []


def test_valuation_adds_up() -> None:
    account = OkxAccount()
    account.funding("USDT", "100")
    account.funding("NOPRICE", "5")
    account.trading("ETH", "0.1", bots="0.1")
    account.put("finance/savings/balance", rows.savings(amt="40"))
    account.put("finance/simple-earn-fixed/order-list", rows.fixed_earn(state="settled"))
    account.put("finance/staking-defi/orders-active", rows.staking_order())
    with serving(account, limits=False) as client:
        usd = client.rows("asset/asset-valuation", ccy="USD")[0]
        btc = client.rows("asset/asset-valuation")[0]
    assert usd["details"] == {"classic": "0", "earn": "55", "funding": "100", "trading": "600"}
    assert usd["totalBal"] == "755"
    assert btc["totalBal"] == "0.01258333"


def test_dust_that_can_be_converted() -> None:
    account = OkxAccount()
    account.funding("ADA", "19.9")
    account.funding("USDT", "10")
    account.funding("NOPRICE", "1")
    account.trading("BTC", "0.0001")
    with serving(account, limits=False) as client:
        trading = client.rows("trade/easy-convert-currency-list")[0]
        funding = client.rows("trade/easy-convert-currency-list", source="2")[0]
    assert trading["fromData"] == [{"fromAmt": "0.0001", "fromCcy": "BTC"}]
    assert funding["fromData"] == [{"fromAmt": "19.9", "fromCcy": "ADA"}]


def test_debt_shows_in_every_list_that_knows_debts() -> None:
    account = OkxAccount()
    account.trading("USDT", "-25", liab="25", interest="0.5")
    account.put("account/positions", rows.margin_position())
    with serving(account, limits=False) as client:
        limits = client.rows("account/interest-limits")[0]
        second = client.rows("trade/one-click-repay-currency-list-v2")[0]
        cross = client.rows("trade/one-click-repay-currency-list", debtType="cross")
        isolated = client.rows("trade/one-click-repay-currency-list", debtType="isolated")
    used = {row["ccy"]: (row["usedLmt"], row["interest"]) for row in limits["records"]}
    assert used == {"BTC": ("0", "0"), "USDT": ("25", "0.5")}
    assert (limits["debt"], limits["interest"]) == ("25", "0.5")
    assert second["debtData"] == [{"debtAmt": "25.5", "debtCcy": "USDT"}]
    assert cross[0]["debtData"] == [{"debtAmt": "25.5", "debtCcy": "USDT"}]
    assert isolated[0]["debtData"] == [{"debtAmt": "140.25", "debtCcy": "USDT"}]


def test_debt_of_a_position_counts_where_the_balance_shows_none() -> None:
    account = OkxAccount(mode=2)
    account.put("account/positions", rows.margin_position(), rows.margin_position(liab="-9.75"))
    with serving(account) as client:
        limits = client.rows("account/interest-limits")[0]
        assert limits["debt"] == "150"
        assert client.code("trade/one-click-repay-currency-list-v2") == "51010"


def test_prechecks_name_what_is_in_the_way() -> None:
    account = OkxAccount()
    with serving(account, limits=False) as client:

        def found() -> list[str]:
            row = client.rows("account/set-account-switch-precheck", acctLv="1")[0]
            assert row["sCode"] == ("1" if row["unmatchedInfoCheck"] else "0")
            return [entry["type"] for entry in row["unmatchedInfoCheck"]]

        def neutral() -> list[str]:
            row = client.rows("account/precheck-set-delta-neutral", stgyType="1")[0]
            return [entry["type"] for entry in row["unmatchedInfoCheck"]]

        assert found() == neutral() == []
        account.put("trade/orders-pending", rows.order())
        account.put("tradingBot/dca/ongoing-list", rows.dca_bot())
        account.put("finance/flexible-loan/loan-info", rows.flexible_loan())
        account.put("account/positions", rows.position(), rows.margin_position())
        account.settings |= {"roleType": "1", "spotRoleType": "2"}
        assert found() == [
            "all_positions",
            "isolated_margin",
            "pending_orders",
            "pending_algos",
            "repay_borrowings",
            "stop_spot_custom",
            "stop_futures_custom",
        ]
        assert neutral() == [
            "all_positions",
            "isolated_margin",
            "trading_bot",
            "loan",
            "repay_borrowings",
        ]
        assert client.code("account/set-account-switch-precheck", acctLv="3") == "51000"


def test_risk_snapshot_leaves_event_contracts_out() -> None:
    account = OkxAccount()
    account.trading("USDT", "5")
    account.put("account/positions", rows.position(), rows.position(instType="EVENTS"))
    with serving(account) as client:
        snapshot = client.rows("account/account-position-risk")[0]
        assert [row["instType"] for row in snapshot["posData"]] == ["SWAP"]
        assert snapshot["balData"] == [{"ccy": "USDT", "disEq": "5", "eq": "5"}]
        assert len(client.rows("account/positions")) == 2


def test_prices_come_from_the_market() -> None:
    market = OkxMarket({"BTC": "100000", "WIF": "0.5", "USDT": "1"})
    market.hidden.add("WIF")
    with serving(market=market) as client:
        dollar = client.rows("market/index-tickers", quoteCcy="USD")
        tether = client.rows("market/index-tickers", quoteCcy="USDT")
        spot = client.rows("market/tickers", instType="SPOT")
        coins = client.rows("asset/currencies")
        assert client.rows("market/tickers", instType="SWAP") == []
    assert {row["instId"] for row in dollar} == {"BTC-USD", "USDT-USD"}
    assert {row["instId"]: row["idxPx"] for row in tether} == {
        "BTC-USDT": "100000",
        "WIF-USDT": "0.5",
    }
    assert {row["instId"] for row in spot} == {"BTC-USDT", "WIF-USDT"}
    assert {row["ccy"] for row in coins} == {"BTC", "USDT"}


def test_derived_figures_survive_rubbish_rows() -> None:
    account = OkxAccount()
    account.put("account/positions", rows.margin_position() | {"liab": None}, {"liab": "x"})
    account.put("finance/savings/balance", {"ccy": "USDT", "amt": "NaN"}, {})
    with serving(account, limits=False) as client:
        for path, params in (
            ("account/interest-limits", {}),
            ("asset/asset-valuation", {}),
            ("account/account-position-risk", {}),
            ("account/set-account-switch-precheck", {"acctLv": "1"}),
        ):
            assert client.code(path, **params) == "0"


def test_floats_are_not_money() -> None:
    with pytest.raises(TypeError, match="float"):
        exact(0.1)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="float"):
        rows.order(sz=0.1)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=18))
def test_numbers_are_plain_and_exact(value: Decimal) -> None:
    written = text(value)
    assert Decimal(written) == value
    assert "E" not in written.upper()
    assert loose(written) == value


AMOUNT = st.decimals(min_value=0, max_value=10**9, places=8)


@settings(max_examples=50)
@given(AMOUNT, AMOUNT, AMOUNT, AMOUNT)
def test_available_and_locked_are_parts_of_equity(
    cash: Decimal, orders: Decimal, bots: Decimal, copy: Decimal
) -> None:
    held = Trading(cash=cash, orders=orders, bots=bots, copy=copy)
    assert held.equity == cash + bots + copy
    assert held.available == max(Decimal(0), held.equity - held.locked)
