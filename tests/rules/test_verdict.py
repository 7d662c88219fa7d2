"""From everything that was seen to one word."""

from datetime import date

import pytest
from tests.rules.support import DUST, exact, judge, money, row, verdict
from tests.strategies import (
    NEVER_OPENED,
    NOT_FOR_YOU,
    OWNER,
    READ_ONLY,
    TIRED,
    World,
    all_confirmed,
    clear_world,
    unknown,
)

from readiness.domain.answer import NotOpened
from readiness.domain.area import Area
from readiness.domain.decision import Closure
from readiness.domain.finding import Acknowledged, Severity
from readiness.domain.items import (
    Discrepancy,
    Effect,
    Eligibility,
    Item,
    Movement,
    Nature,
    Order,
    Restriction,
    Setting,
    SubAccount,
    Total,
)
from readiness.domain.key import ActingKey, KeyProof, RejectedKey, UnprovenKey
from readiness.domain.report import Status
from readiness.domain.snapshot import Snapshot, SubAccountKey
from readiness.domain.verdict import Verdict
from readiness.rules import closing
from readiness.rules.combine import verdict as weigh

CLEAR = clear_world()
READY = all_confirmed(CLEAR)
ACTING = ActingKey(owner=OWNER, permissions=("read_only", "withdraw"))
REJECTED = RejectedKey(reason=TIRED)
UNPROVEN = UnprovenKey(reason=TIRED)
ORDER = Order(
    id="1", order_type="limit", instrument="X-Y", side="buy", size=exact("1"), state="live"
)


def test_an_empty_account_is_ready_once_everything_is_confirmed() -> None:
    """There is a world that is ready, so that the tests of this package have teeth."""
    assert verdict(CLEAR) is Verdict.UNCONFIRMED
    assert verdict(READY) is Verdict.READY
    assert {entry.severity for entry in judge(READY).findings} == {Severity.NOTICE}


ONE_THING: dict[str, tuple[World, Verdict]] = {
    "money": (READY.holding("wallet.funding", DUST), Verdict.BLOCKED),
    "an order": (READY.holding("orders.open", ORDER), Verdict.BLOCKED),
    "a restriction": (
        READY.holding("wallet.trading", Restriction(code="51024", text="")),
        Verdict.BLOCKED,
    ),
    "money in an area that the policy does not name": (
        READY.holding("wallet.nft", DUST),
        Verdict.BLOCKED,
    ),
    "money in a look that failed": (
        READY.answered("wallet.funding", unknown(NOT_FOR_YOU, partial=(DUST,))),
        Verdict.BLOCKED,
    ),
    "a failed look": (READY.answered("wallet.funding", unknown()), Verdict.INCOMPLETE),
    "a failed look at an area that the policy does not name": (
        READY.answered("wallet.nft", unknown()),
        Verdict.INCOMPLETE,
    ),
    "no look": (READY.answered("wallet.funding", None), Verdict.INCOMPLETE),
    "no look at all": (READY.but(answers=()), Verdict.INCOMPLETE),
    "a movement": (
        READY.holding("wallet.funding", Movement(id="1", asset="X", amount=exact("1"), at=None)),
        Verdict.INCOMPLETE,
    ),
    "a difference": (
        READY.holding("account.totals", Discrepancy(subject="funding")),
        Verdict.INCOMPLETE,
    ),
    "a refused look that a person can make up for": (
        CLEAR.answered("orders.open", unknown(NOT_FOR_YOU)),
        Verdict.UNCONFIRMED,
    ),
    "a product that was never opened": (
        READY.answered("earn.flexible", NotOpened(reasons=(NEVER_OPENED,))),
        Verdict.READY,
    ),
    "a trial fund": (
        READY.holding("wallet.trading", money("USDT", "5", Nature.TRIAL_FUND)),
        Verdict.READY,
    ),
    "a setting that borrows": (
        READY.holding("wallet.trading", Setting(name="autoLoan", effect=Effect.BORROWS)),
        Verdict.READY,
    ),
    "a sub-account": (
        CLEAR.holding("sub-accounts", SubAccount(name="g")),
        Verdict.INCOMPLETE,
    ),
}


@pytest.mark.parametrize(("world", "expected"), ONE_THING.values(), ids=ONE_THING)
def test_one_thing(world: World, expected: Verdict) -> None:
    """A single thing in an account that is ready without it."""
    assert verdict(world) is expected


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        (READ_ONLY, Verdict.READY),
        (ACTING, Verdict.REFUSED),
        (REJECTED, Verdict.REFUSED),
        (UNPROVEN, Verdict.INCOMPLETE),
    ],
)
def test_the_key(proof: KeyProof, expected: Verdict) -> None:
    """Without a proof that the key can only read, nothing that was seen makes ready."""
    assert verdict(READY.but(key=proof)) is expected
    assert verdict(READY.but(key=proof, answers=())) in (expected, Verdict.INCOMPLETE)


@pytest.mark.parametrize(
    ("proof", "listed", "expected"),
    [
        (READ_ONLY, True, Verdict.READY),
        (READ_ONLY, False, Verdict.REFUSED),
        (READ_ONLY, None, Verdict.INCOMPLETE),
        (ACTING, None, Verdict.REFUSED),
        (ACTING, True, Verdict.REFUSED),
        (REJECTED, None, Verdict.REFUSED),
        (UNPROVEN, None, Verdict.INCOMPLETE),
    ],
)
def test_a_sub_accounts_key(proof: KeyProof, listed: bool | None, expected: Verdict) -> None:
    """A sub-account's own key counts like the main one, and has to be the one that is listed."""
    world = all_confirmed(clear_world("g"))
    assert verdict(world) is Verdict.READY
    key = SubAccountKey(account="okx-grid", scope="g", proof=proof, listed=listed)
    assert verdict(world.but(sub_keys=(key,))) is expected


def test_the_first_in_the_order_decides() -> None:
    """Refused, blocked, incomplete, unconfirmed: the first that applies."""
    world = CLEAR
    assert verdict(world) is Verdict.UNCONFIRMED
    world = world.answered("orders.open", unknown())
    assert verdict(world) is Verdict.INCOMPLETE
    world = world.holding("wallet.funding", DUST)
    assert verdict(world) is Verdict.BLOCKED
    world = world.but(key=ACTING)
    assert verdict(world) is Verdict.REFUSED


class TestWhatNoRuleSpeaksOf:
    """The coverage weighs by itself: a rule that is missing or wrong hides nothing."""

    def weighed(self, world: World) -> Verdict:
        """The verdict if no rule had said anything."""
        return weigh(world.snapshot, judge(world).coverage, ())

    def test_an_unknown_row(self) -> None:
        """What could not be seen is incomplete."""
        assert self.weighed(READY.answered("wallet.funding", unknown())) is Verdict.INCOMPLETE

    def test_a_manual_row(self) -> None:
        """What nobody has confirmed is unconfirmed."""
        assert self.weighed(CLEAR) is Verdict.UNCONFIRMED

    def test_a_manual_row_with_a_notice(self) -> None:
        """Only what somebody lives with stands for a look; a notice does not."""
        rows = [each for each in judge(CLEAR).coverage if each.area == "manual.p2p"]
        (told,) = [each for each in judge(CLEAR).findings if each.area == "manual.p2p"]
        notice = told.model_copy(update={"severity": Severity.NOTICE})
        assert weigh(CLEAR.snapshot, rows, [notice]) is Verdict.UNCONFIRMED
        accepted = Acknowledged(reason="agreed", up_to=None, until=date(2026, 12, 31))
        lived_with = told.model_copy(update={"acknowledged": accepted})
        assert weigh(CLEAR.snapshot, rows, [lived_with]) is Verdict.READY

    def test_a_row_that_holds_something(self) -> None:
        """Things of which no rule says what they mean are in the way."""
        assert self.weighed(READY.holding("wallet.funding", DUST)) is Verdict.BLOCKED

    def test_nothing_at_all(self) -> None:
        """Without any coverage nothing was looked at."""
        assert weigh(READY.snapshot, (), ()) is Verdict.INCOMPLETE

    @pytest.mark.parametrize(
        "item",
        [Total(place="funding", value_usd=exact("1")), Eligibility(type="pending_orders")],
    )
    def test_things_in_the_wrong_place(self, item: Item) -> None:
        """A total is held against what was found wherever it stands."""
        assert verdict(READY.holding("wallet.trading", item)) is Verdict.INCOMPLETE


def test_where_the_key_can_act_the_key_is_the_row() -> None:
    """Asked and answered: the row of the key holds the power, the rest was not asked."""
    of = judge(READY.but(key=ACTING, answers=()))
    assert row(of, "account.key").status is Status.HOLDING
    assert {entry.status for entry in of.coverage if entry.area != Area.ACCOUNT_KEY.value} == {
        Status.UNKNOWN,
        Status.MANUAL,
    }


def test_while_a_closing_request_waits_nothing_is_judged() -> None:
    """The report of an account that is being closed says so, and has asked nothing."""
    closure = Closure(requested_on=date(2026, 11, 20), wait_days=30)
    of = closing("okx-main", "okx", closure)
    assert (of.verdict, of.closure, of.key) == (Verdict.CLOSING, closure, None)
    assert (of.coverage, of.findings, of.requests.sent) == ((), (), 0)


def test_the_report_names_account_and_exchange() -> None:
    """What was asked, and with which key, stands in the report."""
    snapshot: Snapshot = READY.snapshot
    of = judge(READY)
    assert (of.account, of.exchange, of.key, of.requests) == (
        snapshot.account,
        snapshot.exchange,
        snapshot.key,
        snapshot.requests,
    )
