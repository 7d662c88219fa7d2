"""What is counted over the whole account is told once, and never less than it is."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.support import exact, findings, judge, money, row, verdict
from tests.strategies import World, all_confirmed, clear_world, seen, unknown

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.answer import NotOpened
from readiness.domain.items import Holding, Nature
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict

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
    assert len(findings(judge(world), "earn-holding")) == 1
    assert row(judge(world), "earn.flexible").status is Status.NOT_OPENED
    assert seen().items == ()


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
