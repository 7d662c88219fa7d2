"""The exchange's own totals and obstacles can only add to what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.support import exact, finding, findings, judge, money, row, verdict
from tests.strategies import World, all_confirmed, clear_world, unknown

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.finding import Severity
from readiness.domain.items import (
    Discrepancy,
    Effect,
    Eligibility,
    Holding,
    Nature,
    Order,
    Setting,
    Total,
)
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict

READY = all_confirmed(clear_world("g"))
TOTALS, FUNDING = "account.totals", "wallet.funding"


def total(value: str, place: str = "funding") -> Total:
    return Total(place=place, value_usd=exact(value))


def worth(value: str, nature: Nature = Nature.OWN) -> Holding:
    return money("BTC", "1", nature).model_copy(update={"value_usd": exact(value)})


def differences(world: World) -> list[tuple[str, Exact | NotStated | Unreadable]]:
    found = findings(judge(world), "totals-differ")
    return [(e.subject, e.value_usd) for e in found if e.severity is Severity.UNKNOWN]


@pytest.mark.parametrize("value", ["0", "-0.00", "-5"])
def test_a_total_of_nothing_says_nothing(value: str) -> None:
    """It adds no finding, and makes no area clear that was not."""
    world = READY.holding(TOTALS, total(value))
    assert verdict(world) is Verdict.READY
    assert row(judge(world), TOTALS).status is Status.CLEAR
    assert verdict(world.answered(FUNDING, unknown())) is Verdict.INCOMPLETE
    assert verdict(world.holding(FUNDING, money("BTC", "1"))) is Verdict.BLOCKED


def test_a_total_that_is_not_stated_says_nothing() -> None:
    """Neither alone nor beside something else, which stays."""
    silent = Total(place="funding", value_usd=NotStated())
    assert verdict(READY.holding(TOTALS, silent)) is Verdict.READY
    of = judge(READY.holding(TOTALS, silent, SETTING))
    assert (of.verdict, row(of, TOTALS).items) == (Verdict.READY, 1)


@pytest.mark.parametrize("value", ["0.000000000000000001", "0.01", "1", "5000"])
def test_where_nothing_was_found_any_value_is_more(value: str) -> None:
    """No tolerance hides the only sign of something."""
    world = READY.holding(TOTALS, total(value))
    assert differences(world) == [("funding", exact(value))]
    assert verdict(world) is Verdict.INCOMPLETE


@pytest.mark.parametrize(
    ("found", "stated", "more"),
    [
        ("10", "10", None),
        ("10", "9", None),
        ("10", "0.5", None),
        ("10", "10.2", None),
        ("10", "10.20000001", "0.20000001"),
        ("50", "51", None),
        ("50", "51.00000001", "1.00000001"),
        ("5000", "5001", None),
        ("5000", "5001.00000001", "1.00000001"),
        ("0.01", "0.0102", None),
        ("0.01", "0.0103", "0.0003"),
        ("0", "0.01", "0.01"),
        ("-50", "1", "51"),
    ],
)
def test_both_sides_of_the_tolerance(found: str, stated: str, more: str | None) -> None:
    """Two per cent of what was found is a price, up to a dollar; more than that is money."""
    world = READY.holding(TOTALS, total(stated)).holding(FUNDING, worth(found))
    assert differences(world) == ([("funding", exact(more))] if more else [])


def test_what_has_no_price_explains_nothing() -> None:
    """A coin that nobody can price is not taken for the value that is missing."""
    world = READY.holding(TOTALS, total("5")).holding(FUNDING, money("NOPRICE", "8000"))
    assert differences(world) == [("funding", exact("5"))]


def test_only_the_same_place_explains() -> None:
    """Money in another wallet, or in a sub-account, is other money."""
    world = READY.holding(TOTALS, total("5")).holding("wallet.trading", worth("5"))
    assert differences(world) == [("funding", exact("5"))]
    world = READY.holding(TOTALS, total("5")).holding(FUNDING, worth("5"), scope="g")
    assert differences(world) == [("funding", exact("5"))]
    world = READY.answered(TOTALS, None).holding(TOTALS, total("5"), scope="g")
    assert ("funding", exact("5")) in differences(world.holding(FUNDING, worth("5")))


def test_collateral_explains_nothing() -> None:
    """It is in no wallet, so no wallet's total counts it."""
    world = READY.holding(TOTALS, total("5")).holding(FUNDING, worth("5", Nature.COLLATERAL))
    assert differences(world) == [("funding", exact("5"))]


@pytest.mark.parametrize("place", ["classic", "something-new", ""])
def test_a_place_without_areas(place: str) -> None:
    """Value in a place that nobody can look into is always more than was found."""
    world = READY.holding(TOTALS, total("0.5", place)).holding(FUNDING, worth("500"))
    assert differences(world) == [(place, exact("0.5"))]


def test_what_it_could_be() -> None:
    """A known place comes with the products that show only there."""
    found = finding(judge(READY.holding(TOTALS, total("5"))), "totals-differ")
    assert (found.variant, dict(found.facts)["could_be"]) == ("value", "Jumpstart")
    found = finding(judge(READY.holding(TOTALS, total("5", "classic"))), "totals-differ")
    assert dict(found.facts)["could_be"] == "an old product"
    found = finding(judge(READY.holding(TOTALS, total("5", "new"))), "totals-differ")
    assert "does not know" in dict(found.facts)["could_be"]


@pytest.mark.parametrize("found", [None, "0.01", "5000"])
def test_a_total_that_cannot_be_read(found: str | None) -> None:
    """Nobody knows how much it is, so it is more."""
    world = READY.holding(TOTALS, Total(place="funding", value_usd=Unreadable(raw="1,0")))
    if found:
        world = world.holding(FUNDING, worth(found))
    assert differences(world) == [("funding", Unreadable(raw="1,0"))]
    assert verdict(world) in (Verdict.INCOMPLETE, Verdict.BLOCKED)


ORDER = Order(
    id="1", order_type="limit", instrument="X-Y", side="buy", size=exact("1"), state="live"
)
SETTING = Setting(name="auto", effect=Effect.BORROWS)


def test_an_obstacle_that_nothing_explains() -> None:
    """The exchange sees orders, and we found none: something is unseen."""
    world = READY.holding(TOTALS, Eligibility(type="pending_orders"))
    found = finding(judge(world), "totals-differ")
    assert (found.subject, found.variant, found.severity) == (
        "pending_orders",
        "obstacle",
        Severity.UNKNOWN,
    )
    assert verdict(world) is Verdict.INCOMPLETE


def test_an_obstacle_that_is_explained() -> None:
    """What was found there is told by itself; a setting or a total explains nothing."""
    world = READY.holding(TOTALS, Eligibility(type="pending_orders"))
    assert differences(world.holding("orders.open", ORDER)) == []
    assert verdict(world.holding("orders.open", ORDER)) is Verdict.BLOCKED
    assert differences(world.answered("orders.open", unknown(partial=(ORDER,)))) == []
    for odd in (SETTING, total("1", "elsewhere")):
        assert "pending_orders" in [
            name for name, _ in differences(world.holding("orders.open", odd))
        ]
    elsewhere = world.holding("orders.open", ORDER, scope="g")
    assert differences(elsewhere) == [("pending_orders", NotStated())]


def test_an_obstacle_of_something_else() -> None:
    """What speaks of a switch of mode is a notice, whatever is there."""
    world = READY.holding(TOTALS, Eligibility(type="asset_validation"))
    found = finding(judge(world), "totals-differ")
    assert (found.variant, found.severity) == ("notice", Severity.NOTICE)
    assert verdict(world) is Verdict.READY


@pytest.mark.parametrize("word", ["something_new", "", "PENDING_ORDERS", "asset_validation "])
def test_an_obstacle_that_nobody_knows(word: str) -> None:
    """A word that the policy does not list is told, and nothing that was found explains it."""
    world = READY.holding(TOTALS, Eligibility(type=word)).holding("orders.open", ORDER)
    assert differences(world) == [(word, NotStated())]


def test_the_same_difference_twice_is_told_once() -> None:
    """Two pre-checks that name the same obstacle are one finding."""
    twice = [Eligibility(type="pending_orders")] * 2
    assert len(differences(READY.holding(TOTALS, *twice))) == 1


def test_differences_that_were_already_found_stay() -> None:
    """What a collector has compared by itself is told as it is."""
    world = READY.holding(TOTALS, Discrepancy(subject="funding", value_usd=exact("3")), total("0"))
    assert differences(world) == [("funding", exact("3"))]


def test_what_was_seen_in_a_failed_look_is_compared() -> None:
    """A difference is told even where not all totals could be read."""
    world = READY.answered(TOTALS, unknown(partial=(total("5"),)))
    assert differences(world) == [("funding", exact("5"))]
    assert row(judge(world), TOTALS).status is Status.UNKNOWN


values = st.decimals(0, 10_000, places=8)


@given(values, values)
def test_a_total_never_helps(stated: object, found: object) -> None:
    """Whatever a total says, the account is no closer to ready than without it."""
    world = READY.holding(FUNDING, worth(str(found))) if found else READY
    after = world.holding(TOTALS, total(str(stated)))
    if verdict(world) is Verdict.READY:
        assert verdict(after) is (Verdict.INCOMPLETE if stated else Verdict.READY)
    else:
        assert verdict(after) is verdict(world)
