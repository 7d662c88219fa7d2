"""What the rows of Kraken's futures tell where one cell has to be weighed against another."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.exchanges.catalogue import SINCE

ACCOUNTS: Final = "derivatives/api/v3/accounts"
SUB_ACCOUNTS: Final = "derivatives/api/v3/subaccounts"
LOG: Final = "api/history/v3/account-log"
FLEX: Final = "multiCollateralMarginAccount"
IN_USE: Final = "futures margin in use"
RESULT: Final = "unrealised result of futures"
FUNDING: Final = "unrealised funding of futures"
NO_MARGIN: Final = {
    "initialMargin": 0,
    "initialMarginWithOrders": 0,
    "maintenanceMargin": 0,
    "pnl": 0,
    "unrealizedFunding": 0,
    "balanceValue": 0,
}


def flex(currency: dict[str, Any], **margin: Any) -> list[str]:
    """What the multi-collateral wallet tells."""
    row = {"name": "flex", "type": FLEX, "currencies": {"XBT": currency}, **NO_MARGIN, **margin}
    return tell("kraken-futures", ACCOUNTS, row)


def signs(found: list[str]) -> list[str]:
    """What only orders and positions can have."""
    begin = "account.totals: eligibility type="
    return [line.removeprefix(begin).strip("'") for line in found if line.startswith(begin)]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"quantity": 0, "available": 0, "value": 0}, None),
        ({"quantity": 2, "available": 2, "value": 6}, "holding {} amount=2 value_usd=6"),
        (
            {"quantity": 2, "available": Decimal("1.5"), "value": 6},
            "holding {} amount=2 frozen=0.5 value_usd=6",
        ),
        ({"quantity": 2, "available": 3, "value": 6}, "holding {} amount=2 value_usd=6"),
        # What is not stated, or cannot be read, says nothing of what is held.
        ({"quantity": 2}, "holding {} amount=2"),
        (
            {"quantity": 2, "available": "many", "value": "much"},
            "holding {} amount=2 value_usd=unreadable:much",
        ),
        (
            {"quantity": "many", "available": 1, "value": 6},
            "holding {} amount=unreadable:many value_usd=6",
        ),
        (
            {"quantity": -2, "available": 0, "value": -6},
            "debt asset=BTC amount=2 view='Kraken futures' details=((place, flex))",
        ),
    ],
)
def test_collateral(cells: dict[str, Any], told: str | None) -> None:
    """With the part that margin holds, and what it is worth; what is below zero is owed."""
    line = f"wallet.futures-usdm: {told}".format("id=flex asset=BTC")
    found = [each for each in flex(cells) if each.startswith("wallet")]
    assert found == ([line] if told else [])


@pytest.mark.parametrize(
    ("field", "sign"),
    [
        ("initialMargin", IN_USE),
        ("initialMarginWithOrders", IN_USE),
        ("maintenanceMargin", IN_USE),
        ("pnl", RESULT),
        ("unrealizedFunding", FUNDING),
    ],
)
def test_what_only_orders_and_positions_can_have(field: str, sign: str) -> None:
    """Each number alone is a sign of them; left blank it cannot be read as nothing."""
    nothing = {"quantity": 0}
    assert signs(flex(nothing)) == []
    for value in (Decimal("0.5"), Decimal("-0.5"), ""):
        assert signs(flex(nothing, **{field: value})) == [sign], value
        account: dict[str, Any] = {**NO_MARGIN, field: value, "currencies": []}
        row = {"accountUid": "u", "holdingAccounts": [], "futuresAccounts": []}
        found = tell("kraken-futures", SUB_ACCOUNTS, {**row, "flexAccount": account})
        assert signs(found) == [sign], value


@pytest.mark.parametrize(
    ("margin", "results", "told"),
    [
        ({}, {}, []),
        ({"im": 1}, {}, [IN_USE]),
        ({"mm": 1}, {}, [IN_USE]),
        ({"mm": ""}, {}, [IN_USE]),
        ({}, {"pnl": -1}, [RESULT]),
        ({}, {"funding": 1}, [FUNDING]),
        # Worth something with nothing in it.
        ({}, {"pv": 1}, [RESULT]),
    ],
)
def test_signs_of_a_single_collateral_wallet(
    margin: dict[str, Any], results: dict[str, Any], told: list[str]
) -> None:
    """The same of a wallet of one coin; what it holds explains what it is worth."""
    nothing = {"im": 0, "mm": 0, "pnl": 0, "funding": 0, "pv": 0}
    row = {
        "name": "fi_xbtusd",
        "type": "marginAccount",
        "balances": {"xbt": 0},
        "auxiliary": {**nothing, **results},
        "marginRequirements": {**nothing, **margin},
    }
    assert signs(tell("kraken-futures", ACCOUNTS, row)) == told
    found = tell("kraken-futures", ACCOUNTS, {**row, "balances": {"xbt": 1}})
    assert signs(found) == ([] if "pv" in results else told)
    assert [line for line in found if line.startswith("wallet")] == [
        "wallet.futures-coinm: holding id=fi_xbtusd asset=BTC amount=1"
    ]


@pytest.mark.parametrize(
    ("symbol", "size", "area", "side"),
    [
        ("pi_xbtusd", 5, "coinm", "long"),
        ("fi_xbtusd_260925", -5, "coinm", "short"),
        ("pf_xbtusd", 5, "usdm", "long"),
        ("pi_xbtusd", 0, "", ""),
        ("pf_xbtusd", 0, "", ""),
    ],
)
def test_positions_among_balances(symbol: str, size: int, area: str, side: str) -> None:
    """By what their contracts are margined in; one without a size is none."""
    row = {"name": "fi_xbtusd", "type": "marginAccount", "balances": {symbol: size}}
    found = tell("kraken-futures", ACCOUNTS, row)
    name = symbol.upper()
    line = (
        f"positions.futures-{area}: position id={name}:{side} instrument={name} side={side} size=5"
    )
    assert [each for each in found if "position " in each] == ([line] if area else [])


@pytest.mark.parametrize(
    ("contract", "told"), [("PF_XBTUSD", "PF_XBTUSD"), (None, "flexible_futures")]
)
def test_positions_of_others(contract: str | None, told: str) -> None:
    """A preference that is switched on, by its contract or by the kind of contracts."""
    request = "derivatives/api/v3/assignmentprogram/current"
    preference = {"contractType": "flexible_futures", "contract": contract, "enabled": True}
    assert tell("kraken-futures", request, {"id": 1, "participant": preference}) == [
        f"account.settings: setting name='assignment program {told}' effect=refills"
    ]
    off = {**preference, "enabled": False}
    assert tell("kraken-futures", request, {"id": 1, "participant": off}) == []


@pytest.mark.parametrize(
    ("since", "date", "told"),
    [
        ("", "1970-01-01T00:00:01Z", True),
        ("2000", "1970-01-01T00:00:01Z", False),
        ("2000", "1970-01-01T00:00:02Z", True),
        ("2000", "1970-01-01T00:00:03Z", True),
        ("2000", "no time", True),
    ],
)
def test_the_log_since_the_scan_began(since: str, date: str, told: bool) -> None:
    """By how much a balance changed; what has no time counts, as all does without a beginning."""
    row = {"booking_uid": "b", "asset": "xbt", "date": date, "old_balance": 2, "new_balance": 5}
    found = tell("kraken-futures", LOG, row, traits={SINCE: since} if since else {})
    assert [" id=b asset=BTC amount=3 " in line for line in found] == [True] * told


@pytest.mark.parametrize(
    ("name", "email", "told"),
    [("Made Up", "a@b.example", "'Made Up'"), (None, "a@b.example", "a@b.example"), ("", "", "u")],
)
def test_the_name_of_a_sub_account(name: str | None, email: str, told: str) -> None:
    """Its own, else its address, else its number."""
    row = {"accountUid": "u", "fullName": name, "email": email}
    wallets = {"holdingAccounts": [], "futuresAccounts": [], "flexAccount": {"currencies": []}}
    (found, *_) = tell("kraken-futures", SUB_ACCOUNTS, {**row, **wallets})
    assert found == f"sub-accounts: sub-account name={told} uid=u"
