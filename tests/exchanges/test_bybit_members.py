"""What Bybit tells of sub-accounts, of all members together, and of which wallets there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.exchanges.bybit.catalogue.modes import MODE
from readiness.exchanges.registry import load_catalogue

REQUEST: Final = "asset/total-members-assets"
UNIFIED: Final = "ACCOUNT_TYPE_UNIFIED"
FUND: Final = "ACCOUNT_TYPE_FUND"
IN_USD: Final = "details=((total_valued_in, USD))"


def part(kind: str, value: str, stat: int = 0) -> dict[str, Any]:
    return {"type": kind, "origb": value, "stat": stat}


def main(value: str, *parts: Mapping[str, Any], stat: int = 0) -> dict[str, Any]:
    return {"uid": 1, "isM": True, "origb": value, "stat": stat, "items": list(parts)}


def member(kind: int, value: str, *parts: Mapping[str, Any]) -> dict[str, Any]:
    return {"uid": 2, "type": kind, "origb": value, "stat": 0, "items": list(parts)}


def everybody(total: str, *members: Mapping[str, Any], stat: int = 0) -> dict[str, Any]:
    return {"total": total, "stat": stat, "list": list(members)}


def told(total: str, *members: Mapping[str, Any]) -> list[str]:
    return tell("bybit", REQUEST, everybody(total, *members))


def owed(area: str, place: str, value: str) -> str:
    return (
        f"{area}: debt asset='' amount=? value_usd={value} view={REQUEST} "
        f"details=((account_type, {place}))"
    )


@pytest.mark.parametrize(
    ("whole", "parts", "rest"),
    [
        ("5", ("5",), None),
        # Both are stated to many digits: a cent is the most that rounding explains.
        ("5.01", ("5",), None),
        ("5.0101", ("5",), "total 0.0101"),
        ("4.99", ("5",), None),
        # Less than its parts: one of them is counted elsewhere, or below zero and told itself.
        ("4", ("5",), None),
        ("-1", ("5", "-6"), None),
        ("-1", ("5", "-6.01"), None),
        ("-1", ("-5",), "total 4"),
        # A sum below zero that no part explains.
        ("-1", ("5", "-5.99"), None),
        ("-1", ("5", "-5.9899"), "owed 0.0101"),
        ("-1", ("5",), "owed 6"),
        ("-1", (), "owed 1"),
        ("", ("5",), "total unreadable:''"),
        # A part that cannot be read takes nothing off.
        ("5", ("",), "total 5"),
    ],
)
def test_what_a_sum_has_beyond_its_parts(
    whole: str, parts: tuple[str, ...], rest: str | None
) -> None:
    """Of the main account, and of all members: it is in a place that no list shows."""
    kind, _, value = (rest or "").partition(" ")
    for place, found in {
        "'main account'": told(whole, main(whole, *(part(FUND, each) for each in parts))),
        "total": told(whole, *(main(each, part(FUND, each)) for each in parts)),
    }.items():
        line = {
            "total": f"account.totals: total place={place} value_usd={value}",
            "owed": owed("account.totals", place, value),
        }
        of_place = [each for each in found if f"={place} " in each or f", {place})" in each]
        assert of_place == ([line[kind]] if rest else []), place


def test_each_wallet_of_the_main_account() -> None:
    """What it is worth, or owes: the trading wallet's debts are told as loans."""
    funds = [part(FUND, "5"), part(FUND, "-2")]
    assert told("3", main("3", *funds)) == [
        f"account.totals: total place={FUND} value_usd=5",
        owed("account.totals", FUND, "2"),
    ]
    trading = [part(UNIFIED, "5"), part(UNIFIED, "-2")]
    assert told("3", main("3", *trading)) == [
        f"account.totals: total place={UNIFIED} value_usd=5",
        owed("loans.margin", UNIFIED, "2"),
    ]


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (1, ["sub-accounts: sub-account name=2 uid=2"]),
        (6, ["sub-accounts: sub-account name=2 uid=2 type=custodial"]),
        (99, ["sub-accounts: sub-account name=2 uid=2 type='type 99'"]),
        (2, ["account.totals: total place='MT4 sub-account' value_usd=5"]),
        (11, ["account.totals: total place='Earn vendor sub-account' value_usd=5"]),
        (12, ["account.totals: total place='Earn fund sub-account' value_usd=5"]),
        (
            3,
            [f"wallet.bots: holding nature=bots id=2 asset=USD amount=5 value_usd=5 {IN_USD}"],
        ),
        *(
            (
                kind,
                [
                    "wallet.copy-trading: holding nature=copy-trading id=2 asset=USD amount=5 "
                    f"value_usd=5 {IN_USD}"
                ],
            )
            for kind in (4, 5, 9, 10)
        ),
        # Play money.
        (8, []),
    ],
)
def test_kinds_of_members(kind: int, lines: list[str]) -> None:
    """Somebody's sub-account, or where a product keeps its money."""
    assert told("5", main("0"), member(kind, "5", part(UNIFIED, "-1"))) == lines


def test_members_without_anything() -> None:
    """A bot's or a copy trader's member is told by what is in it; a main account is no member."""
    assert told("0", main("0"), member(3, "0"), member(4, "0.0")) == []
    assert told("5", {**main("5", part(FUND, "5")), "type": 3}) == [
        f"account.totals: total place={FUND} value_usd=5"
    ]


@pytest.mark.parametrize(
    ("row", "right"),
    [
        (everybody("5", main("5", part(FUND, "5"))), True),
        (everybody("5", main("5", part(FUND, "5")), stat=1), False),
        (everybody("5", main("5", part(FUND, "5"), stat=1)), False),
        (everybody("5", main("5", part(FUND, "5"), part(UNIFIED, "0", stat=1))), False),
        (everybody("5", main("5"), member(1, "0", part(FUND, "0", stat=2))), False),
        (everybody("5", member(1, "5")), False),
    ],
)
def test_a_back_end_that_did_not_answer(row: dict[str, Any], right: bool) -> None:
    """At any level it makes the answer worth nothing, as one without the main account is."""
    request = load_catalogue("bybit")[REQUEST]
    assert (request.objection([request.row.model_validate(row)]) == "") is right


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({}, "name=made-up uid=3"),
        ({"username": ""}, "name=3 uid=3"),
        ({"memberType": 6}, "name=made-up uid=3 type=custodial"),
        ({"memberType": 99}, "name=made-up uid=3 type=99"),
        ({"status": 2}, "name=made-up uid=3 frozen_functions=(login)"),
        ({"status": 4}, "name=made-up uid=3 enabled=False"),
        ({"status": 99}, "name=made-up uid=3 frozen_functions=('status 99')"),
    ],
)
def test_sub_accounts_on_a_list(cells: dict[str, Any], line: str) -> None:
    """By name, with what is taken from them; a state nobody documents is told as it is."""
    row = {"uid": "3", "username": "made-up", "memberType": 1, "status": 1, **cells}
    for request in ("user/submembers", "user/query-sub-members", "user/escrow_sub_members"):
        assert tell("bybit", request, row) == [f"sub-accounts: sub-account {line}"]


def test_sub_accounts_by_number() -> None:
    """Each of them once, whichever of the two lists it is on."""
    row = {"subMemberIds": ["3", "4"], "transferableSubMemberIds": ["4", "5"]}
    assert tell("bybit", "asset/transfer/query-sub-member-list", row) == [
        f"sub-accounts: sub-account name={uid} uid={uid}" for uid in ("3", "4", "5")
    ]


WALLETS: Final = ["UNIFIED", "FUND", "CONTRACT", "SPOT", "NEW"]


@pytest.mark.parametrize(
    ("modes", "beyond"),
    [
        # Classic, and a mode that nobody documents: everything is asked for.
        (("1", "99"), ("NEW",)),
        # The first generation keeps a wallet for inverse contracts.
        (("3", "4"), ("SPOT", "NEW")),
        (("5", "6"), ("CONTRACT", "SPOT", "NEW")),
    ],
)
def test_wallets_that_no_request_shows(modes: tuple[str, ...], beyond: tuple[str, ...]) -> None:
    """Which there may be depends on the account's mode."""
    row = {"uid": "1", "accountType": WALLETS}
    for mode in modes:
        found = tell("bybit", "user/get-member-type", row, traits={MODE: mode})
        assert found == [
            f"account.totals: discrepancy subject='{name} wallet'" for name in beyond
        ], mode


def test_wallets_of_a_sub_account_that_no_request_shows() -> None:
    """The older ones are asked for where it has them; the main account's stand in front."""
    first, second = ({"uid": uid, "accountType": WALLETS} for uid in ("1", "2"))
    assert tell("bybit", "user/get-member-type:sub", first, second) == [
        "account.totals: discrepancy subject='NEW wallet'"
    ]
