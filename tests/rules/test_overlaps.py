"""What is counted over the whole account is told once, and never less than it is."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.support import exact, findings, judge, money, row, verdict
from tests.strategies import World, all_confirmed, clear_world, unknown

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.answer import NotOpened
from readiness.domain.items import Holding, Nature
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.rules.overlaps import told_once

READY = all_confirmed(clear_world("g"))
STAKING, SHARED = "earn.staking-eth", "earn.okusd"
FUNDING, TRADING = "wallet.funding", "wallet.trading"


def across(amount: str, asset: str = "BETH") -> Holding:
    return money(asset, amount, Nature.ACROSS)


def rests(world: World) -> dict[tuple[str, str, str], Exact | NotStated | Unreadable]:
    """What is still told of such products, by place."""
    found = findings(judge(world), "account-wide-holding")
    return {
        (entry.area, entry.scope, entry.fingerprint("a").rpartition("/")[2]): entry.amount
        for entry in found
    }


@pytest.mark.parametrize(
    ("wallet", "staked", "rest"),
    [
        ("1", "1", None),
        ("2", "1", None),
        ("0.4", "1", "0.6"),
        ("0.999999999999999999", "1", "0.000000000000000001"),
        ("100000000000", "100000000000.000000000000000001", "0.000000000000000001"),
        ("-1", "1", "1"),
        ("0", "1", "1"),
        ("1", "-1", "-1"),
        ("1", "0", "0"),
    ],
)
def test_what_a_wallet_tells_is_taken_off(wallet: str, staked: str, rest: str | None) -> None:
    """Only the rest stays, to the last digit; a debt tells nothing, and nothing odd is dropped."""
    world = READY.holding(STAKING, across(staked)).holding(FUNDING, money("BETH", wallet))
    assert list(rests(world).values()) == ([] if rest is None else [exact(rest)])
    status = row(judge(world), STAKING).status
    assert status is (Status.CLEAR if rest is None else Status.HOLDING)


def test_without_a_wallet_all_of_it_stays() -> None:
    """With its value, which only the exchange can have stated."""
    item = across("1").model_copy(update={"value_usd": exact("3000")})
    (found,) = findings(judge(READY.holding(STAKING, item)), "account-wide-holding")
    assert (found.amount, found.value_usd) == (exact("1"), exact("3000"))


def test_a_rest_has_no_value_of_its_own() -> None:
    """The value that was stated is that of the whole."""
    item = across("1").model_copy(update={"value_usd": exact("3000")})
    world = READY.holding(STAKING, item).holding(FUNDING, money("BETH", "0.5"))
    (found,) = findings(judge(world), "account-wide-holding")
    assert found.value_usd == NotStated()


@pytest.mark.parametrize(
    "held",
    [
        money("ETH", "1"),
        money("beth", "1"),
        money("", "1"),
        money("BETH", "1", Nature.BOTS),
        money("BETH", "1", Nature.COLLATERAL),
        Holding(asset="BETH", amount=Unreadable(raw="1,0")),
        Holding(asset="BETH", amount=NotStated()),
    ],
)
def test_what_is_something_else_tells_nothing(held: Holding) -> None:
    """Only the user's own money of the same name, in an amount that can be read, counts."""
    world = READY.holding(STAKING, across("1")).holding(FUNDING, held)
    assert list(rests(world).values()) == [exact("1")]


@pytest.mark.parametrize("amount", [Unreadable(raw="1,0"), NotStated()])
def test_what_cannot_be_compared_stays(amount: Unreadable | NotStated) -> None:
    """An amount that is no number is not explained by anything."""
    item = Holding(asset="BETH", amount=amount, nature=Nature.ACROSS)
    world = READY.holding(STAKING, item).holding(FUNDING, money("BETH", "9"))
    assert list(rests(world).values()) == [amount]
    assert verdict(world) is Verdict.BLOCKED


def test_money_in_no_wallet_tells_nothing() -> None:
    """A position in another product is another thing."""
    held = money("BETH", "1", Nature.OWN)
    world = READY.holding(STAKING, across("1")).holding("earn.flexible", held)
    assert list(rests(world).values()) == [exact("1")]


def test_a_redemption_of_the_same_product_tells_it() -> None:
    """What is on its way out is counted by the product until it has arrived."""
    leaving = money("BETH", "0.7", Nature.REDEEMING)
    world = READY.holding(STAKING, across("1"), leaving)
    assert list(rests(world).values()) == [exact("0.3")]
    elsewhere = READY.holding(STAKING, across("1")).holding(SHARED, leaving)
    assert list(rests(elsewhere).values()) == [exact("1")]


def test_both_wallets_tell() -> None:
    """The coins may be spread over the wallets."""
    world = (
        READY.holding(STAKING, across("1"))
        .holding(FUNDING, money("BETH", "0.3"))
        .holding(TRADING, money("BETH", "0.2"))
    )
    assert list(rests(world).values()) == [exact("0.5")]


@pytest.mark.parametrize(("area", "rest"), [(STAKING, "1"), (SHARED, "0.5")])
def test_a_sub_accounts_wallet(area: str, rest: str) -> None:
    """It tells only what is counted over the sub-accounts as well."""
    world = READY.holding(area, across("1")).holding(FUNDING, money("BETH", "0.5"), scope="g")
    assert list(rests(world).values()) == [exact(rest)]


def test_a_coin_tells_only_one_product() -> None:
    """One coin in a wallet does not explain two products that hold one each."""
    world = (
        READY.holding(STAKING, across("1"))
        .holding("earn.stable-rewards", across("1"))
        .holding(FUNDING, money("BETH", "1"))
    )
    assert list(rests(world).values()) == [exact("1")]


def test_a_coin_tells_only_one_row() -> None:
    """Nor two rows of one product."""
    world = READY.holding(STAKING, across("1"), across("1.5")).holding(FUNDING, money("BETH", "1"))
    left = [amount.value for amount in rests(world).values() if isinstance(amount, Exact)]
    assert sum(left) == Decimal("1.5")


def test_what_was_seen_in_a_failed_look() -> None:
    """It is compared as well, and the look stays unknown."""
    world = READY.answered(STAKING, unknown(partial=(across("1"),)))
    world = world.holding(FUNDING, money("BETH", "0.6"))
    assert list(rests(world).values()) == [exact("0.4")]
    assert row(judge(world), STAKING).status is Status.UNKNOWN


def test_nothing_else_is_touched() -> None:
    """Answers without such a product come out as they went in."""
    world = READY.holding(STAKING, money("BETH", "1", Nature.EARN)).answered(
        "earn.flexible", NotOpened.model_validate({"reasons": [{"cause": "exchange-code"}]})
    )
    world = world.holding(FUNDING, money("BETH", "1"))
    pairs = zip(told_once(world.snapshot).answers, world.snapshot.answers, strict=True)
    assert all(after is before for after, before in pairs)
    assert len(findings(judge(world), "earn-holding")) == 1
    assert row(judge(world), "earn.flexible").status is Status.NOT_OPENED


TOTALS = "account.totals"


@pytest.mark.parametrize(
    ("told", "rest"),
    [
        ({}, "10"),
        ({FUNDING: money("XRP", "10")}, None),
        ({FUNDING: money("XRP", "4"), "earn.flexible": money("XRP", "6", Nature.EARN)}, None),
        ({FUNDING: money("XRP", "0.5"), TRADING: money("XRP", "6", Nature.BOTS)}, "3.5"),
        ({FUNDING: money("XRP", "12"), TRADING: money("XRP", "-5")}, None),
        ({FUNDING: money("XLM", "10")}, "10"),
        ({FUNDING: Holding(asset="XRP", amount=Unreadable(raw="10"))}, "10"),
    ],
)
def test_an_asset_among_the_totals(told: dict[str, Holding], rest: str | None) -> None:
    """It is held against everything that is told of the asset, each amount of which counts."""
    world = READY.holding(TOTALS, across("10", "XRP"))
    for area, item in told.items():
        world = world.holding(area, item)
    assert list(rests(world).values()) == ([] if rest is None else [exact(rest)])
    # What is told in a sub-account is other money.
    elsewhere = READY.holding(TOTALS, across("10", "XRP"))
    for area, item in told.items():
        elsewhere = elsewhere.holding(area, item, scope="g")
    assert list(rests(elsewhere).values()) == [exact("10")]


def test_an_asset_among_the_totals_uses_nothing_up() -> None:
    """It is the same money once more: two totals and a product are told by the same coin."""
    totals = (across("1"), across("1").model_copy(update={"id": "second"}))
    world = READY.holding(TOTALS, *totals).holding(STAKING, across("1"))
    told = world.holding(FUNDING, money("BETH", "1"))
    assert rests(told) == {}
    # The product itself tells the asset as well; totals do not tell each other.
    assert {area for area, _, _ in rests(world)} == {STAKING}
    assert len(rests(READY.holding(TOTALS, *totals))) == 2


@pytest.mark.parametrize("amounts", [("9", "1"), ("1", "9")])
def test_which_product_a_coin_tells(amounts: tuple[str, str]) -> None:
    """The first by the name of its area, whatever is in it."""
    first, second = sorted((STAKING, SHARED))
    world = READY.holding(first, across(amounts[0])).holding(second, across(amounts[1]))
    left = rests(world.holding(FUNDING, money("BETH", amounts[0])))
    assert [(area, amount) for (area, _, _), amount in left.items()] == [
        (second, exact(amounts[1]))
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_which_row_of_a_product_a_coin_tells(*, turned: bool) -> None:
    """Always the same one, in whatever order the exchange lists them."""
    rows = [across("1"), across("2"), across("3").model_copy(update={"id": "7"})]
    world = READY.holding(STAKING, *(reversed(rows) if turned else rows))
    left = rests(world.holding(FUNDING, money("BETH", "3")))
    assert {name: amount for (_, _, name), amount in left.items()} == {"BETH%3A7": exact("3")}


amounts = st.decimals("0.000000000000000001", 10, places=18)


@given(
    st.lists(st.tuples(st.sampled_from([STAKING, SHARED]), amounts), min_size=1, max_size=4),
    st.lists(st.tuples(st.sampled_from([FUNDING, TRADING]), amounts), max_size=4),
    st.randoms(use_true_random=False),
)
def test_never_less_than_there_is(
    staked: list[tuple[str, Decimal]], held: list[tuple[str, Decimal]], shuffle: random.Random
) -> None:
    """What stays is at least what the wallets cannot explain, and no order changes it."""

    def build(order: list[tuple[str, Holding]]) -> World:
        world = READY
        for area in (STAKING, SHARED, FUNDING, TRADING):
            here = [item for where, item in order if where == area]
            world = world.holding(area, *here)
        return world

    things = [
        *((area, across(str(amount))) for area, amount in staked),
        *((area, money("BETH", str(amount))) for area, amount in held),
    ]
    left = rests(build(things))
    amount = sum((rest.value for rest in left.values() if isinstance(rest, Exact)), Decimal(0))
    unexplained = sum(a for _, a in staked) - sum(a for _, a in held)
    assert amount == max(unexplained, 0)
    assert rests(build(shuffle.sample(things, len(things)))) == left
