"""A receipt of flexible Earn is the same money as the position it stands for."""

import pytest
from tests.rules.support import exact, findings, judge, money, row
from tests.strategies import World, all_confirmed, clear_world, unknown

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Holding, Nature
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict

READY = all_confirmed(clear_world())
WALLET, EARN = "wallet.trading", "earn.flexible"


def receipt(amount: str, asset: str = "LDUSDT") -> Holding:
    return money(asset, amount, Nature.RECEIPT)


def lent(amount: str, asset: str = "USDT") -> Holding:
    return money(asset, amount, Nature.EARN)


def left(world: World) -> list[Finding]:
    """What is said to be left in a wallet."""
    return findings(judge(world), "wallet-not-empty")


@pytest.mark.parametrize(
    ("held", "position", "rest"),
    [
        ("10", "10", None),
        ("10", "10.5", None),
        ("10.5", "10", "0.5"),
        ("0.000000000000000002", "0.000000000000000001", "0.000000000000000001"),
        ("10", "0", "10"),
        ("-1", "10", "-1"),
    ],
)
def test_what_earn_tells_is_taken_off(held: str, position: str, rest: str | None) -> None:
    """Only what is more than the position is money in the wallet."""
    world = READY.holding(WALLET, receipt(held)).holding(EARN, lent(position))
    assert [entry.amount for entry in left(world)] == ([] if rest is None else [exact(rest)])
    assert row(judge(world), WALLET).status is (Status.HOLDING if rest else Status.CLEAR)
    # The position itself is told whatever becomes of the receipt.
    assert findings(judge(world), "earn-holding")


@pytest.mark.parametrize("asset", ["LDO", "LDUSDT", "LDX", "LD", "USDT", "DLUSDT"])
def test_a_receipt_that_earn_does_not_know_is_money(asset: str) -> None:
    """LDO is a coin; without a position of the asset behind it, nothing is taken off."""
    world = READY.holding(WALLET, receipt("10", asset)).holding(EARN, lent("10", "BTC"))
    (found,) = left(world)
    assert (found.subject, found.amount, found.severity) == (asset, exact("10"), Severity.BLOCKER)


def test_a_name_without_the_prefix_is_never_taken_off() -> None:
    """USDT in a wallet is not the USDT that is lent out, even if somebody called it a receipt."""
    world = READY.holding(WALLET, receipt("10", "USDT")).holding(EARN, lent("10"))
    assert [entry.subject for entry in left(world)] == ["USDT"]


def test_a_position_explains_one_receipt_and_no_other() -> None:
    """Two receipts of ten are not explained by one position of ten."""
    items = (receipt("10"), receipt("10").model_copy(update={"id": "second"}))
    world = READY.holding(WALLET, *items).holding(EARN, lent("10"))
    assert [entry.amount for entry in left(world)] == [exact("10")]


def test_earn_of_a_sub_account_explains_nothing_of_the_main_account() -> None:
    """Whose money it is matters."""
    world = READY.holding(WALLET, receipt("10")).holding(EARN, lent("10"), scope="grid01")
    assert [entry.amount for entry in left(world)] == [exact("10")]


def test_an_earn_that_could_not_be_read_explains_nothing() -> None:
    """Could not look is not the same as lent out."""
    world = READY.holding(WALLET, receipt("10")).answered(EARN, unknown())
    assert [entry.amount for entry in left(world)] == [exact("10")]
    assert judge(world).verdict is Verdict.BLOCKED


@pytest.mark.parametrize("amount", [Unreadable(raw="1,0"), exact("0")])
def test_an_odd_receipt_stays(amount: Exact | Unreadable) -> None:
    """What cannot be compared is not dropped."""
    item = Holding(asset="LDUSDT", amount=amount, nature=Nature.RECEIPT)
    world = READY.holding(WALLET, item).holding(EARN, lent("10"))
    assert len(left(world)) == 1


IN_EARN, ELSEWHERE = "earn.on-chain", "earn.fixed"


def in_earn(world: World) -> list[tuple[str, Exact | Unreadable | NotStated]]:
    """What is said to be in an area of Earn, by area."""
    return [(entry.area, entry.amount) for entry in findings(judge(world), "earn-holding")]


@pytest.mark.parametrize("nature", [Nature.EARN, Nature.REDEEMING])
@pytest.mark.parametrize("area", [IN_EARN, ELSEWHERE, EARN])
def test_a_receipt_in_earn_is_told_by_what_earn_tells(area: str, nature: Nature) -> None:
    """A balance that stands for Earn counts once with the allocation, wherever that is told."""
    allocated = money("ETH", "4", nature)
    stands_for_it = receipt("10", "ETH")
    if area == IN_EARN:
        world = READY.holding(IN_EARN, stands_for_it, allocated)
    else:
        world = READY.holding(IN_EARN, stands_for_it).holding(area, allocated)
    told = [*findings(judge(world), "earn-holding"), *findings(judge(world), "redemption")]
    assert sorted((entry.area, str(entry.amount)) for entry in told) == sorted(
        [(IN_EARN, str(exact("6"))), (area, str(exact("4")))]
    )


def test_a_receipt_in_earn_that_nothing_tells_is_in_earn() -> None:
    """It is told in its own area, as money in a product and not in a wallet."""
    world = READY.holding(IN_EARN, receipt("10", "ETH"))
    assert in_earn(world) == [(IN_EARN, exact("10"))]
    assert left(world) == []
    assert judge(world).verdict is Verdict.BLOCKED


def test_a_receipt_in_earn_that_is_told_leaves_nothing_behind() -> None:
    """The same amount is told once; its own area is clear then."""
    world = READY.holding(IN_EARN, receipt("10", "ETH")).holding(EARN, lent("10", "ETH"))
    assert in_earn(world) == [(EARN, exact("10"))]
    assert row(judge(world), IN_EARN).status is Status.CLEAR
    assert judge(world).verdict is Verdict.BLOCKED


@pytest.mark.parametrize(
    ("asset", "area", "scope"),
    [("BTC", EARN, "main"), ("ETH", WALLET, "main"), ("ETH", EARN, "grid01")],
)
def test_what_explains_no_receipt_in_earn(asset: str, area: str, scope: str) -> None:
    """Neither another asset, nor money in a wallet, nor somebody else's."""
    nature = Nature.OWN if area == WALLET else Nature.EARN
    world = READY.holding(IN_EARN, receipt("10", "ETH")).holding(
        area, money(asset, "10", nature), scope=scope
    )
    assert (IN_EARN, exact("10")) in in_earn(world)


def test_an_allocation_explains_one_receipt_in_earn_and_no_other() -> None:
    """Two balances of ten are not explained by one allocation of ten."""
    items = (receipt("10", "ETH"), receipt("10", "ETH").model_copy(update={"id": "ETH.F"}))
    world = READY.holding(IN_EARN, *items).holding(EARN, lent("10", "ETH"))
    assert sorted(in_earn(world), key=str) == [(EARN, exact("10")), (IN_EARN, exact("10"))]
