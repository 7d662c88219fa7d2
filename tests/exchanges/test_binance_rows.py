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
