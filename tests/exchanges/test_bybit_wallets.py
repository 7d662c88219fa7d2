"""What Bybit's balances tell, where one number has to be weighed against another."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.exchanges.registry import load_catalogue

TRADING: Final = "account/wallet-balance"
FUNDING: Final = "asset/transfer/query-account-coins-balance"
OF_UNIFIED: Final = "details=((account_type, UNIFIED))"


def coin(name: str, balance: str = "0", equity: str = "0", **more: str) -> dict[str, str]:
    """A coin of the trading account; what does not apply to its margin mode is left empty."""
    return {
        "coin": name,
        "walletBalance": balance,
        "equity": equity,
        "borrowAmount": "0",
        "accruedInterest": "0",
        **more,
    }


def trading(*coins: dict[str, str], **sums: str) -> list[str]:
    row = {"accountType": "UNIFIED", "totalEquity": "0", **sums, "coin": list(coins)}
    return tell("bybit", TRADING, row)


def own(line: str) -> str:
    return f"wallet.trading: holding {line} {OF_UNIFIED}"


def beyond(line: str) -> str:
    return f"wallet.trading: holding nature=unexplained {line}"


def debt(line: str) -> str:
    return f"loans.margin: debt {line} view={TRADING}"


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ({}, []),
        # Worth all that is stated where equity is the balance, else the balance's part of it.
        (
            {"balance": "2", "equity": "2", "usdValue": "6", "locked": "1"},
            [own("asset=BTC amount=2 frozen=1 value_usd=6")],
        ),
        (
            {"balance": "2", "equity": "1", "usdValue": "3"},
            [own("asset=BTC amount=2 value_usd=6.00000000")],
        ),
        ({"balance": "0", "locked": "1"}, [own("asset=BTC amount=1 frozen=1")]),
        # Equity beyond the balance is a result, or the value of options.
        (
            {"balance": "2", "equity": "2.5", "usdValue": "5"},
            [
                own("asset=BTC amount=2 value_usd=4.00000000"),
                beyond("asset=BTC amount=0.5 value_usd=5"),
            ],
        ),
        (
            {"balance": "2", "equity": ""},
            [own("asset=BTC amount=2"), beyond("asset=BTC amount=unreadable:''")],
        ),
        # Without a balance, whatever else shows that something is there.
        *(
            ({name: "5", "usdValue": "5"}, [beyond("asset=BTC amount=5 value_usd=5")])
            for name in (
                "equity",
                "totalOrderIM",
                "totalPositionIM",
                "totalPositionMM",
                "unrealisedPnl",
            )
        ),
        ({"equity": ""}, [beyond("asset=BTC amount=unreadable:''")]),
        ({"bonus": "5"}, ["wallet.trading: holding nature=trial-fund asset=BTC amount=5"]),
        # What is owed makes equity differ from the balance, and is told as a debt.
        ({"equity": "-5", "borrowAmount": "5"}, [debt("asset=BTC amount=5 interest=0")]),
        (
            {"balance": "-5", "equity": "-5"},
            [debt("asset=BTC amount=5 interest=0")],
        ),
        (
            {"balance": "2", "equity": "3", "spotBorrow": "5", "accruedInterest": "0.1"},
            [
                own("asset=BTC amount=2"),
                beyond("asset=BTC amount=1"),
                debt("asset=BTC amount=5 interest=0.1"),
            ],
        ),
        ({"accruedInterest": "0.1"}, [debt("asset=BTC amount=0.1 interest=0.1")]),
    ],
)
def test_a_coin_of_the_trading_account(cells: dict[str, str], lines: list[str]) -> None:
    """Its balance, what equity has beyond it, a bonus, and what is owed."""
    assert trading(coin("BTC", **cells)) == lines


@pytest.mark.parametrize(
    "name",
    [
        "totalEquity",
        "totalWalletBalance",
        "totalInitialMargin",
        "totalMaintenanceMargin",
        "totalPerpUPL",
    ],
)
def test_a_sum_that_no_coin_explains(name: str) -> None:
    """It is there, unnamed; a coin that holds or owes something explains it."""
    sum_ = {name: "7"}
    assert trading(coin("BTC"), **sum_) == [beyond("asset='' amount=7 value_usd=7")]
    assert trading(coin("BTC", "2", "2"), **sum_) == [own("asset=BTC amount=2")]
    owing = coin("ETH", equity="-5", borrowAmount="5")
    assert trading(coin("BTC"), owing, **sum_) == [debt("asset=ETH amount=5 interest=0")]


@pytest.mark.parametrize(
    ("types", "right"),
    [(("UNIFIED",), True), (("CONTRACT",), False), (("UNIFIED", "CONTRACT"), False)],
)
def test_an_answer_about_another_account(types: tuple[str, ...], right: bool) -> None:
    """It says nothing of the one that was asked for."""
    request = load_catalogue("bybit")[TRADING]
    rows = [request.row.model_validate({"accountType": kind, "coin": []}) for kind in types]
    assert (request.objection(rows) == "") is right


@pytest.mark.parametrize(
    ("cells", "owed"),
    [
        ({}, None),
        ({"totalBorrowAmount": "5", "fixedBorrowAmount": "2"}, "5"),
        ({"totalBorrowAmount": ""}, "unreadable:''"),
        *(
            ({name: "5"}, "5")
            for name in (
                "fixedBorrowAmount",
                "flexibleBorrowAmount",
                "spotTotalBorrow",
                "derivativesBorrow",
            )
        ),
    ],
)
def test_liabilities(cells: dict[str, str], owed: str | None) -> None:
    """The sum of both kinds; where it is nothing, any part that is not."""
    request_id = "spot-margin-trade/liability"
    row = {"currency": "BTC", "totalBorrowAmount": "0", **cells}
    line = f"loans.margin: debt asset=BTC amount={owed} view={request_id}"
    assert tell("bybit", request_id, row) == ([line] if owed else [])


@pytest.mark.parametrize(
    ("balance", "free", "line"),
    [
        ("0", "0", None),
        ("5", "5", "holding asset=USDT amount=5 frozen=0"),
        ("5", "2", "holding asset=USDT amount=5 frozen=3"),
        # Where nothing is free, it may be that it is not stated: then nothing is said of it.
        ("5", "0", "holding asset=USDT amount=5"),
        ("5", "", "holding asset=USDT amount=5"),
        ("0", "2", "holding asset=USDT amount=2"),
        ("2", "5", "holding asset=USDT amount=2"),
        ("", "2", "holding asset=USDT amount=unreadable:''"),
        ("-5", "0", f"debt asset=USDT amount=5 view={FUNDING}"),
    ],
)
def test_a_coin_of_the_funding_account(balance: str, free: str, line: str | None) -> None:
    """With what of it cannot be moved, where that can be told; a bonus is told for itself."""
    row = {"coin": "USDT", "walletBalance": balance, "transferBalance": free}
    lines = [f"wallet.funding: {line}"] if line else []
    assert tell("bybit", FUNDING, {**row, "bonus": "0"}) == lines
    assert tell("bybit", FUNDING, {**row, "bonus": "7"}) == [
        *lines,
        "wallet.funding: holding nature=trial-fund asset=USDT amount=7",
    ]


@pytest.mark.parametrize(
    ("limit", "amount"), [("0", None), ("0.0", None), ("7", "7"), ("1E+2", "100"), ("", "?")]
)
def test_what_risk_control_holds_back(limit: str, amount: str | None) -> None:
    """Of any coin; an amount that cannot be read is there."""
    line = f"account.restrictions: restriction code=limitAmountUsd values=((amount, {amount}))"
    for request_id in (
        "asset/withdraw/withdrawable-amount",
        "asset/withdraw/withdrawable-amount:funding",
    ):
        assert tell("bybit", request_id, {"limitAmountUsd": limit}) == ([line] if amount else [])


def test_coins_that_risk_control_is_asked_about() -> None:
    """Those of which something is left; a list may show all others as well."""

    def named(request_id: str, *rows: dict[str, Any]) -> list[str]:
        request = load_catalogue("bybit")[request_id]
        assert request.loop is not None
        over = load_catalogue("bybit")[request.loop.over]
        return list(request.loop.names([over.row.model_validate(row) for row in rows]))

    balances = {"BTC": "0", "ETH": "1", "XRP": "-1", "ADA": ""}
    rows = [{"coin": name, "walletBalance": balance} for name, balance in balances.items()]
    assert named("asset/withdraw/withdrawable-amount:funding", *rows) == ["ETH", "XRP", "ADA"]
    row = {"accountType": "UNIFIED", "coin": [coin("BTC"), coin("ETH", "1")]}
    assert named("asset/withdraw/withdrawable-amount", row) == ["BTC", "ETH"]
