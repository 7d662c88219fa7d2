"""What OKX's balances tell, where one number has to be weighed against another."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.exchanges.telling import tell

Cells = Mapping[str, str]


def currency(name: str = "BTC", cash: str = "0", eq: str = "0", **more: str) -> dict[str, str]:
    """A currency of the trading account; what does not apply to its mode is left empty."""
    return {"ccy": name, "cashBal": cash, "eq": eq, **more}


def trading(*details: Cells, request: str = "account/balance", **sums: str) -> list[str]:
    return tell("okx", request, {"totalEq": "0", **sums, "details": list(details)})


def held(line: str) -> str:
    return f"wallet.trading: holding {line}"


def debt(line: str) -> str:
    return f"loans.margin: debt {line} view=account/balance"


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ({}, []),
        # One's own money is worth all that nothing else is worth: results are one's own, too.
        (
            {"cash": "2", "eq": "3", "eqUsd": "6"},
            [
                held("asset=BTC amount=2 value_usd=6"),
                held("nature=unexplained asset=BTC amount=1 value_usd=6"),
            ],
        ),
        (
            {"cash": "2", "eq": "8", "eqUsd": "16", "stgyEq": "1", "fixedBal": "2"}
            | {"spotCopyTradingEq": "1", "smtSyncEq": "1", "spotIsoBal": "1"},
            [
                held("asset=BTC amount=2 value_usd=4.00000000"),
                held("nature=bots asset=BTC amount=1 value_usd=2.00000000"),
                held("nature=copy-trading asset=BTC amount=3 value_usd=6.00000000"),
                held("nature=sniper asset=BTC amount=2 value_usd=4.00000000"),
            ],
        ),
        # What is lent out may stand in equity or not; a trial fund is not the user's.
        (
            {"cash": "2", "eq": "2", "eqUsd": "4", "rewardBal": "1", "autoLendMtAmt": "0.5"},
            [
                held("asset=BTC amount=2 value_usd=3.00000000"),
                held("nature=lent asset=BTC amount=0.5 value_usd=1.00000000"),
                held("nature=trial-fund asset=BTC amount=1 value_usd=2.00000000"),
            ],
        ),
        ({"availBal": "5"}, [held("asset=BTC amount=5")]),
        # Without any part, whatever else shows that something is there.
        *(
            ({name: "5", "eqUsd": "7"}, [held("nature=unexplained asset=BTC " + line)])
            for name, line in {
                "eq": "amount=5 value_usd=7",
                "frozenBal": "amount=5 frozen=5 value_usd=7",
                "ordFrozen": "amount=5 value_usd=7",
                "isoEq": "amount=5 value_usd=7",
            }.items()
        ),
        ({"eq": ""}, [held("nature=unexplained asset=BTC amount=unreadable:''")]),
        (
            {"cash": "2", "eq": ""},
            [held("asset=BTC amount=2"), held("nature=unexplained asset=BTC amount=unreadable:''")],
        ),
        (
            {"rewardBal": "1", "eq": "2"},
            [
                held("nature=trial-fund asset=BTC amount=1"),
                held("nature=unexplained asset=BTC amount=2"),
            ],
        ),
        # Beyond the parts: the most that any of the three numbers shows.
        ({"cash": "2", "eq": "2", "frozenBal": "1"}, [held("asset=BTC amount=2 frozen=1")]),
        (
            {"cash": "2", "eq": "2", "ordFrozen": "2.5"},
            [held("asset=BTC amount=2"), held("nature=unexplained asset=BTC amount=0.5")],
        ),
        (
            {"cash": "2", "eq": "3", "frozenBal": "5", "ordFrozen": "4"},
            [
                held("asset=BTC amount=2 frozen=5"),
                held("nature=unexplained asset=BTC amount=3 frozen=5"),
            ],
        ),
        # What is below zero takes nothing off.
        (
            {"cash": "-2", "stgyEq": "1", "eq": "3"},
            [
                held("nature=bots asset=BTC amount=1"),
                held("nature=unexplained asset=BTC amount=2"),
                debt("asset=BTC amount=2"),
            ],
        ),
        # What is owed makes equity differ, and is told as a debt; not so beside something else.
        ({"eq": "-5", "liab": "5"}, [debt("asset=BTC amount=5")]),
        (
            {"cash": "2", "eq": "3", "liab": "5"},
            [
                held("asset=BTC amount=2"),
                held("nature=unexplained asset=BTC amount=1"),
                debt("asset=BTC amount=5"),
            ],
        ),
        *(
            ({name: "5", "interest": "1"}, [debt("asset=BTC amount=5 interest=1")])
            for name in ("liab", "crossLiab", "isoLiab", "uplLiab")
        ),
        ({"cash": "-2", "eq": "-2"}, [debt("asset=BTC amount=2")]),
        ({"cash": "-2", "eq": "-2", "liab": "3"}, [debt("asset=BTC amount=3")]),
        ({"interest": "1"}, [debt("asset=BTC amount=1 interest=1")]),
    ],
)
def test_a_currency_of_the_trading_account(cells: dict[str, str], lines: list[str]) -> None:
    """Each kind of money in it, what is beyond all of them, and what is owed."""
    assert trading(currency(**cells)) == lines


@pytest.mark.parametrize(
    "name",
    [
        "totalEq",
        "notionalUsdForSwap",
        "notionalUsdForFutures",
        "notionalUsdForOption",
        "notionalUsdForBorrow",
    ],
)
def test_a_sum_that_no_currency_explains(name: str) -> None:
    """It is there, unnamed; a currency that holds or owes something explains it."""
    sums = {name: "7"}
    unnamed = held("nature=unexplained asset='' amount=7 value_usd=7")
    assert trading(currency(), **sums) == [unnamed]
    assert trading(currency(cash="2", eq="2"), **sums) == [held("asset=BTC amount=2")]
    owing = currency("ETH", eq="-5", liab="5")
    assert trading(currency(), owing, **sums) == [debt("asset=ETH amount=5")]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        *(
            (
                f"notionalUsdFor{kind.capitalize()}",
                f"positions.open: position id=shown-in-balance:{kind.upper()} "
                f"instrument={kind.upper()} side='' size=unreadable:'not shown' value_usd=7",
            )
            for kind in ("swap", "futures", "option")
        ),
        (
            "notionalUsdForBorrow",
            "loans.margin: debt asset='' amount=? value_usd=7 view=notionalUsdForBorrow",
        ),
    ],
)
def test_what_a_sub_accounts_balance_shows_of_the_rest(name: str, line: str) -> None:
    """Positions and borrowings by their value alone, whichever way it is signed."""
    request = "account/subaccount/balances"
    for value in ("7", "-7"):
        found = trading(request=request, **{name: value})
        assert [each for each in found if not each.startswith("wallet.trading: ")] == [line]
    assert trading(request=request, **{name: "0"}) == []


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, "can_withdraw, no), (minimum_withdrawal, 2), (all_or_nothing, no), (fee, '1 ETH'"),
        (
            {"canWd": True, "wdAll": True, "feeCcy": ""},
            "can_withdraw, yes), (minimum_withdrawal, 2), (all_or_nothing, yes), (fee, 1",
        ),
    ],
)
def test_what_can_only_be_withdrawn(cells: dict[str, str | bool], told: str) -> None:
    """With what it takes; how much has to go at once, and what the fee is due in."""
    row = {"ccy": "XYZ", "bal": "5", "chain": "XYZ-ETH", "minWd": "2", "fee": "1", "feeCcy": "ETH"}
    given = {**row, "canWd": False, "wdAll": False, **cells}
    assert tell("okx", "asset/non-tradable-assets", given) == [
        f"wallet.non-tradable: holding asset=XYZ amount=5 details=((chain, XYZ-ETH), ({told}))"
    ]
    assert tell("okx", "asset/non-tradable-assets", {**given, "bal": "0"}) == []
