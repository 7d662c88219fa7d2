"""What Binance's rows tell where one cell has to be weighed against another."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.simulator.binance import rows

_PM: Final = "papi/v1/balance"
_WALLET: Final = "wallet.portfolio-margin: "
_OWN: Final = _WALLET + "holding asset=USDT amount=5 frozen=0"


def portfolio(**fields: str) -> dict[str, Any]:
    """An asset of portfolio margin of which nothing is left but what is named."""
    nothing = {"totalWalletBalance": "0", "crossMarginAsset": "0", "crossMarginFree": "0"}
    return rows.FACTORIES[_PM](**nothing | fields)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, []),
        # The whole is what its parts are.
        ({"totalWalletBalance": "5", "crossMarginAsset": "5"}, [_OWN]),
        (
            {"totalWalletBalance": "9", "crossMarginAsset": "5", "umWalletBalance": "4"},
            [_OWN, _WALLET + "holding id=um asset=USDT amount=4"],
        ),
        # More than its parts are: the rest has no place.
        (
            {"totalWalletBalance": "6", "crossMarginAsset": "5"},
            [_OWN, _WALLET + "holding nature=unexplained asset=USDT amount=1"],
        ),
        (
            {"totalWalletBalance": "0.5", "crossMarginAsset": "0"},
            [
                _WALLET + "holding nature=unexplained asset=USDT amount=0.5",
            ],
        ),
        # A part that owes takes nothing off what the others hold.
        (
            {"totalWalletBalance": "5", "crossMarginAsset": "5", "umWalletBalance": "-3"},
            [_OWN, _WALLET + "debt asset=USDT amount=3 view=papi/v1/balance details=((place, um))"],
        ),
        (
            {"totalWalletBalance": "-3", "cmWalletBalance": "-3"},
            [_WALLET + "debt asset=USDT amount=3 view=papi/v1/balance details=((place, cm))"],
        ),
        # Below zero, and no part says why.
        (
            {"totalWalletBalance": "-3"},
            [_WALLET + "holding nature=unexplained asset=USDT amount=-3"],
        ),
        # A whole that is no number is not nothing.
        (
            {"totalWalletBalance": ""},
            [_WALLET + "holding nature=unexplained asset=USDT amount=unreadable:''"],
        ),
        ({"crossMarginLocked": "2"}, [_WALLET + "holding asset=USDT amount=2 frozen=2"]),
        (
            {"umUnrealizedPNL": "2"},
            [
                _WALLET + "holding nature=unexplained id=um-profit asset=USDT amount=2",
            ],
        ),
        (
            {"cmUnrealizedPNL": "-2"},
            [
                _WALLET + "holding nature=unexplained id=cm-profit asset=USDT amount=-2",
            ],
        ),
        # What a deficit of futures is made of is told once.
        (
            {"negativeBalance": "-3"},
            [_WALLET + "debt asset=USDT amount=3 view=papi/v1/balance details=((place, deficit))"],
        ),
        (
            {"totalWalletBalance": "-3", "umWalletBalance": "-3", "negativeBalance": "-3"},
            [_WALLET + "debt asset=USDT amount=3 view=papi/v1/balance details=((place, um))"],
        ),
        (
            {"crossMarginBorrowed": "3", "crossMarginInterest": "0.1", "negativeBalance": "-2"},
            [
                _WALLET + "debt asset=USDT amount=3 interest=0.1 view=papi/v1/balance",
                _WALLET
                + "debt asset=USDT amount=2 view=papi/v1/balance details=((place, deficit))",
            ],
        ),
    ],
)
def test_portfolio_margin(fields: dict[str, str], told: list[str]) -> None:
    """Every part of an asset is told for itself, and what they leave of the whole."""
    assert tell("binance", _PM, portfolio(**fields)) == told


_CROSS: Final = "wallet.margin-cross: "
_ISOLATED: Final = "wallet.margin-isolated: "
_DEBT: Final = "loans.margin: "
_NO_TOTALS: Final = {"totalAssetOfBtc": "0", "totalLiabilityOfBtc": "0"}
_IN_BTC: Final = " details=((total_valued_in, BTC))"


def margin(*assets: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A cross margin account whose totals say nothing unless they are named."""
    return rows.margin_account(*assets, **_NO_TOTALS | fields)


def cross(**fields: str) -> dict[str, Any]:
    """USDT of cross margin of which nothing is left but what is named."""
    return rows.margin_asset(**{"free": "0", "netAsset": "0"} | fields)


@pytest.mark.parametrize(
    ("asset", "told"),
    [
        ({}, []),
        ({"free": "2", "locked": "1"}, [_CROSS + "holding asset=USDT amount=3 frozen=1"]),
        # A net amount is told only where nothing else is.
        ({"free": "2", "netAsset": "5"}, [_CROSS + "holding asset=USDT amount=2 frozen=0"]),
        ({"netAsset": "5"}, [_CROSS + "holding nature=unexplained asset=USDT amount=5"]),
        (
            {"netAsset": "5", "borrowed": "1"},
            [_DEBT + "debt asset=USDT amount=1 interest=0 view=margin"],
        ),
        ({"netAsset": "-5"}, [_DEBT + "debt asset=USDT amount=5 view=margin"]),
        (
            {"netAsset": "-5", "borrowed": "1"},
            [_DEBT + "debt asset=USDT amount=1 interest=0 view=margin"],
        ),
    ],
)
def test_cross_margin(asset: dict[str, str], told: list[str]) -> None:
    """An asset's net amount speaks where its parts are silent."""
    assert tell("binance", "sapi/v1/margin/account", margin(cross(**asset))) == told


def test_a_total_of_cross_margin_that_no_asset_explains() -> None:
    """It is told where nothing else is, and only there."""
    request, totals = "sapi/v1/margin/account", {"totalAssetOfBtc": "2"}
    told = "holding nature=unexplained asset=BTC amount=2 details=((total_valued_in, BTC))"
    assert tell("binance", request, margin(cross(), **totals)) == [_CROSS + told]
    money = cross(free="1")
    assert tell("binance", request, margin(money, **totals)) == tell(
        "binance", request, margin(money)
    )


def test_flags_of_cross_margin_weigh_where_something_is() -> None:
    """Neither money nor debt: what the account may not do keeps nothing in it."""
    shut = margin(cross(), tradeEnabled=False, transferOutEnabled=False)
    money = margin(cross(free="1"), tradeEnabled=False, transferOutEnabled=False)
    debt = margin(cross(borrowed="1"), transferOutEnabled=False)
    flags = [
        line
        for line in tell("binance", "sapi/v1/margin/account", shut, money, debt)
        if line.startswith("account.restrictions")
    ]
    assert flags == [
        f"account.restrictions: restriction code={flag} values=((flag, {flag}))"
        for flag in ("tradeEnabled", "transferOutEnabled", "transferOutEnabled")
    ]


@pytest.mark.parametrize(
    ("base", "totals", "told"),
    [
        ({}, {}, []),
        (
            {},
            {"totalAssetOfBtc": "2"},
            [
                _ISOLATED + "holding nature=unexplained asset=BTC amount=2" + _IN_BTC,
            ],
        ),
        (
            {},
            {"totalLiabilityOfBtc": "2"},
            [_DEBT + "debt asset=BTC amount=2 view=margin" + _IN_BTC],
        ),
        (
            {"free": "1", "borrowed": "3"},
            {"totalAssetOfBtc": "2", "totalLiabilityOfBtc": "2"},
            [
                _ISOLATED + "holding id=ETHUSDT:base asset=ETH amount=1 frozen=0",
                _DEBT + "debt asset=ETH amount=3 interest=0 view=margin"
                " details=((place, ETHUSDT:base))",
            ],
        ),
        (
            {"netAsset": "4"},
            {},
            [
                _ISOLATED + "holding nature=unexplained id=ETHUSDT:base asset=ETH amount=4",
            ],
        ),
        (
            {"netAsset": "-4"},
            {},
            [
                _DEBT + "debt asset=ETH amount=4 view=margin details=((place, ETHUSDT:base))",
            ],
        ),
    ],
)
def test_isolated_margin(base: dict[str, str], totals: dict[str, str], told: list[str]) -> None:
    """A total of all pairs speaks where no pair does."""
    pair = rows.isolated_pair(
        baseAsset=rows.isolated_asset("ETH", **{"free": "0"} | base),
        quoteAsset=rows.isolated_asset("USDT", free="0"),
    )
    account = rows.isolated_account(pair, **_NO_TOTALS | totals)
    assert tell("binance", "sapi/v1/margin/isolated/account", account) == told


@pytest.mark.parametrize(
    ("side", "amount", "told"),
    [
        ("BOTH", "2", "LONG"),
        ("BOTH", "0.5", "LONG"),
        ("BOTH", "-2", "SHORT"),
        ("LONG", "2", "LONG"),
        ("SHORT", "-2", "SHORT"),
        ("SHORT", "2", "SHORT"),
        ("BOTH", "many", "BOTH"),
    ],
)
def test_the_side_of_a_position(side: str, amount: str, told: str) -> None:
    """Outside of hedge mode the sign says which, where there is a number at all."""
    own = rows.um_position(positionSide=side, positionAmt=amount)
    sub = rows.sub_cm_position(positionSide=side, positionAmount=amount)
    below = {"deliveryPositionRiskVos": [sub]}
    for request_id, row in (
        ("fapi/v3/positionRisk", own),
        ("sapi/v2/sub-account/futures/positionRisk:coinm", below),
    ):
        (found,) = tell("binance", request_id, row)
        assert f" side={told} " in found


def test_a_flat_position_that_keeps_margin_is_one() -> None:
    """Its side is what the exchange writes: the sign of nothing says nothing."""
    row = rows.sub_cm_position(positionAmount="0", isolatedMargin="1.5")
    (found,) = tell(
        "binance",
        "sapi/v2/sub-account/futures/positionRisk:coinm",
        {"deliveryPositionRiskVos": [row]},
    )
    assert found == (
        "positions.futures-coinm: position id=ETHUSD_PERP:BOTH instrument=ETHUSD_PERP side=BOTH"
        " size=0 margin=1.5"
    )
