"""What Bybit's overview of everything tells, where sums, products and coins disagree."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.exchanges.registry import load_catalogue

REQUEST: Final = "asset/asset-overview"
NOW: Final = datetime(2026, 11, 1, tzinfo=UTC)
TRADING: Final = "UnifiedTradingAccount"
FUNDING: Final = "FundingAccount"
BOTS: Final = "TradingBot"


def ms(moment: datetime) -> str:
    return str(int(moment.timestamp() * 1000))


def account(kind: str, equity: str = "0", **more: Any) -> dict[str, Any]:
    return {"accountType": kind, "totalEquity": equity, "snapshotTime": ms(NOW), **more}


def coin(name: str, equity: str) -> dict[str, str]:
    return {"coin": name, "equity": equity}


def product(name: str, equity: str, *coins: Mapping[str, str]) -> dict[str, Any]:
    return {"category": name, "equity": equity, "coinDetail": list(coins)}


def overview(*accounts: Mapping[str, Any], total: str = "0") -> list[str]:
    row = {"totalEquity": total, "list": list(accounts), "answeredAt": ms(NOW)}
    return tell("bybit", REQUEST, row)


def place(kind: str, value: str) -> str:
    return f"account.totals: total place={kind} value_usd={value}"


@pytest.mark.parametrize(
    ("total", "parts", "rest"),
    [
        ("5", "5", None),
        # The sum is stated in whole dollars.
        ("6", "5", None),
        ("7", "5", "2"),
        ("4", "5", None),
        ("", "5", "unreadable:''"),
        ("5", "", "5"),
    ],
)
def test_value_that_is_in_no_account(total: str, parts: str, rest: str | None) -> None:
    """What only the sum shows is told, beyond what rounding explains; what is blank as well."""
    first, *more = overview(account(FUNDING, parts), total=total)
    assert first == place(FUNDING, parts or "unreadable:''")
    assert more == ([place("total", rest)] if rest else [])


def test_an_account_that_is_worth_nothing_tells_its_parts() -> None:
    """Coins without a price by their amounts, and products that name no coin by their value."""
    found = overview(
        account(
            FUNDING,
            categories=[
                product("named", "3", coin("NEW", "7"), coin("GONE", "0"), coin("MINUS", "-1")),
                product("unnamed", "4"),
                product("below", "-4"),
            ],
        )
    )
    of_funding = f"details=((account_type, {FUNDING}))"
    assert found == [
        f"account.totals: debt asset=MINUS amount=1 view=asset/asset-overview {of_funding}",
        place(FUNDING, "0"),
        f"account.totals: holding nature=across id={FUNDING} asset=NEW amount=7",
        place(FUNDING, "4"),
    ]


@pytest.mark.parametrize(
    ("equity", "products", "owed"),
    [("-3", [], "3"), ("1", [product("a", "1"), product("b", "-2")], "2"), ("1", [], None)],
)
@pytest.mark.parametrize(("kind", "area"), [(FUNDING, "account.totals"), (TRADING, "loans.margin")])
def test_value_below_zero_is_owed(
    kind: str, area: str, equity: str, products: list[Any], owed: str | None
) -> None:
    """Where no coin explains it, by its value; a coin that does is enough."""
    where = f"details=((account_type, {kind}))"
    found = overview(account(kind, equity, categories=products))
    debts = [line for line in found if ": debt " in line]
    assert debts == (
        [f"{area}: debt asset='' amount=? value_usd={owed} view=asset/asset-overview {where}"]
        if owed
        else []
    )
    found = overview(account(kind, equity, categories=products, coinDetail=[coin("BTC", "-1")]))
    assert [line for line in found if ": debt " in line] == [
        f"{area}: debt asset=BTC amount=1 view=asset/asset-overview {where}"
    ]


@pytest.mark.parametrize(
    ("equity", "products", "told"),
    [
        ("0", [], []),
        ("0", [product("grid", "0", coin("BTC", "2"))], ["id=grid asset=BTC amount=2"]),
        (
            "5",
            [product("grid", "5")],
            ["asset=USD amount=5 value_usd=5 details=((total_valued_in, USD))"],
        ),
        (
            "0",
            [product("grid", "5")],
            ["asset=USD amount=5 value_usd=5 details=((total_valued_in, USD))"],
        ),
        ("5", [product("grid", "5", coin("BTC", "2"))], ["id=grid asset=BTC amount=2"]),
    ],
)
def test_what_bots_hold(equity: str, products: list[Any], told: list[str]) -> None:
    """Coin by coin; a value that no coin explains, in dollars."""

    def of_bots(**more: Any) -> list[str]:
        found = overview(account(BOTS, equity, categories=products, **more))
        of_them = [line for line in found if line.startswith("wallet.bots: ")]
        return [line.removeprefix("wallet.bots: holding nature=bots ") for line in of_them]

    assert of_bots() == told
    named = [line for line in told if "id=" in line]
    assert of_bots(coinDetail=[coin("ETH", "3")]) == ["asset=ETH amount=3", *named]


@pytest.mark.parametrize(
    ("equity", "more", "told"),
    [
        ("0", {}, False),
        ("5", {}, True),
        ("-5", {}, True),
        ("", {}, True),
        ("0", {"coinDetail": [coin("BTC", "0")]}, False),
        ("0", {"coinDetail": [coin("BTC", "-1")]}, True),
        ("0", {"categories": [product("a", "1")]}, True),
        ("0", {"categories": [product("a", "0", coin("BTC", "1"))]}, True),
    ],
)
@pytest.mark.parametrize("kind", ["CryptoLoans", "CryptoLoans_legacy"])
def test_loans_show_by_anything(kind: str, equity: str, more: dict[str, Any], told: bool) -> None:
    """They are net values, so neither a sum nor its parts alone say that there are none."""
    line = f"account.totals: eligibility type={kind}"
    assert (line in overview(account(kind, equity, **more), total=equity)) is told


@pytest.mark.parametrize(
    ("kinds", "age", "answered", "right"),
    [
        ((FUNDING,), timedelta(), ms(NOW), True),
        ((FUNDING,), timedelta(minutes=5), ms(NOW), True),
        ((FUNDING,), timedelta(minutes=5, seconds=1), ms(NOW), False),
        ((FUNDING,), timedelta(), "", False),
        ((TRADING,), timedelta(), ms(NOW), False),
        ((TRADING, FUNDING), timedelta(), ms(NOW), True),
    ],
)
def test_what_an_answer_has_to_be(
    kinds: tuple[str, ...], age: timedelta, answered: str, right: bool
) -> None:
    """New, dated, and with the wallet that everybody has."""
    request = load_catalogue("bybit")[REQUEST]
    accounts = [account(kind) | {"snapshotTime": ms(NOW - age)} for kind in kinds]
    body = {"totalEquity": "0", "list": accounts, "answeredAt": answered}
    row = request.row.model_validate(body)
    assert (request.objection([row]) == "") is right
