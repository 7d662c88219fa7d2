"""Money in every place and of every kind is told, and blocks."""

from datetime import UTC, datetime

import pytest
from tests.rules.support import AREA, READY, exact, finding, judge, money, said, verdict
from tests.strategies import clear_world

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.finding import Severity
from readiness.domain.items import Holding, Nature, Relation, SubAccount
from readiness.domain.verdict import Verdict

SINCE = datetime(2024, 2, 29, 23, 59, tzinfo=UTC)

NATURES = {
    Nature.OWN: ("wallet-not-empty", "BTC"),
    Nature.BOTS: ("bot-money", "BTC:bots"),
    Nature.COPY_TRADING: ("copy-trading-money", "BTC:copy-trading"),
    Nature.SNIPER: ("sniper-money", "BTC:sniper"),
    Nature.LENT: ("lent-money", "BTC:lent"),
    Nature.TRIAL_FUND: ("trial-fund", "BTC:trial-fund"),
    Nature.COLLATERAL: ("collateral-locked", "BTC:collateral"),
    Nature.EARN: ("earn-holding", "BTC"),
    Nature.REDEEMING: ("redemption", "BTC:redeeming"),
    Nature.ACROSS: ("account-wide-holding", "BTC"),
    # A receipt of which flexible Earn knows nothing is money like any other.
    Nature.RECEIPT: ("wallet-not-empty", "BTC"),
    Nature.UNEXPLAINED: ("unexplained-money", "BTC:unexplained"),
}


@pytest.mark.parametrize("nature", Nature)
def test_money(nature: Nature) -> None:
    """Every kind of money has its rule, and blocks, but for what is not the user's."""
    rule, subject = NATURES[nature]
    item = money("BTC", "0.5", nature).model_copy(
        update={"value_usd": exact("30000"), "clears_at": SINCE, "details": (("chain", "X"),)}
    )
    found = said(item)
    assert (found.rule, found.subject, found.asset) == (rule, subject, "BTC")
    assert (found.amount, found.value_usd) == (exact("0.5"), exact("30000"))
    assert found.clears_at == SINCE
    assert ("chain", "X") in found.facts
    notice = nature is Nature.TRIAL_FUND
    assert found.severity is (Severity.NOTICE if notice else Severity.BLOCKER)


@pytest.mark.parametrize("nature", Nature)
def test_money_that_cannot_be_read_blocks(nature: Nature) -> None:
    """An amount that is no number blocks, whatever kind of money it is said to be."""
    found = said(Holding(asset="BTC", amount=Unreadable(raw="1,0"), nature=nature))
    assert (found.variant, found.severity) == ("unreadable", Severity.BLOCKER)
    assert ("raw", "1,0") in found.facts


@pytest.mark.parametrize("nature", Nature)
def test_money_of_which_a_part_is_frozen(nature: Nature) -> None:
    """Every rule about money has a sentence for it."""
    item = money("BTC", "1", nature).model_copy(update={"frozen": exact("0.25")})
    assert said(item).variant == "frozen"


@pytest.mark.parametrize(
    ("amount", "frozen", "variant", "shown"),
    [
        (exact("1"), NotStated(), "default", ""),
        (exact("1"), exact("0"), "default", "0"),
        (exact("1"), exact("0.25"), "frozen", "0.25"),
        (exact("1"), exact("1e-8"), "frozen", "0.00000001"),
        (exact("1"), exact("-1"), "frozen", "-1"),
        (exact("1"), Unreadable(raw="?"), "frozen", "?"),
        (NotStated(), exact("1"), "default", "1"),
        (Unreadable(raw="x"), exact("1"), "unreadable", "1"),
    ],
)
def test_what_is_frozen_is_said(
    amount: Exact | NotStated | Unreadable,
    frozen: Exact | NotStated | Unreadable,
    variant: str,
    shown: str,
) -> None:
    """The sentence fits what the exchange states; the frozen part is always kept."""
    found = said(Holding(asset="BTC", amount=amount, frozen=frozen))
    assert found.variant == variant
    assert ("frozen", shown) in found.facts


@pytest.mark.parametrize("amount", ["0", "-0", "1e-18", "-5", "1e30"])
def test_what_a_collector_reports_is_told_whatever_its_size(amount: str) -> None:
    """A rule drops nothing: no amount is too small, and a zero that was reported is in the way."""
    assert verdict(READY.holding(AREA, money("BTC", amount))) is Verdict.BLOCKED


def test_a_thing_without_a_name_is_told() -> None:
    """What the exchange does not name is kept and blocks."""
    assert said(money("", "1")).subject == "(unnamed)"
    assert said(money("", "1", Nature.BOTS)).subject == "(unnamed):bots"
    unnamed = SubAccount(name="", relation=Relation.ENTRUSTED)
    of = judge(clear_world().holding(AREA, unnamed))
    assert finding(of, "sub-account-exists").subject == "(unnamed)"


def test_two_positions_in_one_asset_are_told_apart() -> None:
    """Where the exchange numbers them, the number is part of the name."""
    held = money("BTC", "1", Nature.EARN).model_copy(update={"id": "77"})
    assert said(held).subject == "BTC:77"


@pytest.mark.parametrize(
    ("relation", "severity"),
    [
        (Relation.OWN, Severity.CONFIRM),
        (Relation.ENTRUSTED, Severity.CONFIRM),
        (Relation.MANAGED, Severity.BLOCKER),
        (Relation.CLIENT, Severity.BLOCKER),
    ],
)
def test_a_sub_account_by_whose_it_is(relation: Relation, severity: Severity) -> None:
    """One's own is to be confirmed; an agreement with somebody else has to end first."""
    of = judge(clear_world().holding("orders.open", SubAccount(name="g", relation=relation)))
    found = finding(of, "sub-account-exists")
    assert (found.severity, found.subject) == (severity, "g")
    expected = "default" if relation is Relation.OWN else relation.value
    assert found.variant == expected
