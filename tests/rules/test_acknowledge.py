"""Acknowledgements: one finding, up to an amount, until a day, and never what nobody saw."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.rules.support import DUST, exact, findings, judge, money, names, verdict
from tests.strategies import (
    OWNER,
    TIRED,
    TODAY,
    World,
    all_confirmed,
    clear_world,
    confirm,
    unknown,
)

from readiness.domain.amount import NotStated, Unreadable
from readiness.domain.decision import Acknowledgement
from readiness.domain.finding import Acknowledged, Finding, Severity
from readiness.domain.items import (
    Debt,
    Discrepancy,
    Holding,
    Item,
    Movement,
    Nature,
    Order,
    Position,
    SubAccount,
)
from readiness.domain.key import ActingKey, RejectedKey
from readiness.domain.verdict import Verdict

READY = all_confirmed(clear_world())
LUNC = "okx-main/main/wallet.funding/LUNC"


def accept(
    fingerprint: str = LUNC, up_to: str | None = "0.0001", until: date = date(2026, 12, 31)
) -> Acknowledgement:
    limit = None if up_to is None else Decimal(up_to)
    return Acknowledgement(fingerprint=fingerprint, reason="agreed", until=until, up_to=limit)


def notices(world: World) -> list[tuple[str, str]]:
    found = findings(judge(world), "decision-does-not-count")
    assert {entry.severity for entry in found} <= {Severity.NOTICE}
    kept = [(entry.variant, entry.subject) for entry in found]
    return [entry for entry in kept if entry[0] != "nothing-to-confirm"]


def named(world: World, fingerprint: str) -> Finding:
    (found,) = [
        entry for entry in judge(world).findings if entry.fingerprint("okx-main") == fingerprint
    ]
    return found


BLOCKED = READY.holding("wallet.funding", DUST)


def test_one_finding_is_accepted() -> None:
    """It stays in the report with the decision, and no longer weighs."""
    world = BLOCKED.decided(accept())
    found = named(world, LUNC)
    assert found.acknowledged == Acknowledged(
        reason="agreed", up_to=Decimal("0.0001"), until=date(2026, 12, 31)
    )
    assert not found.counts
    assert found.severity is Severity.BLOCKER
    assert (verdict(BLOCKED), verdict(world)) == (Verdict.BLOCKED, Verdict.READY)
    assert notices(world) == []


@pytest.mark.parametrize(
    ("amount", "up_to", "notice"),
    [
        ("0.0001", "0.0001", None),
        ("0.0001", "0.00010", None),
        ("0.0001", "1", None),
        ("0.0001", "0.00009", "exceeded"),
        ("0.0001", "0", "exceeded"),
        ("0.0001", None, "no-limit"),
        ("0.000100000000000000000000000001", "0.0001", "exceeded"),
        ("-0.0002", "0.0001", "exceeded"),
        ("-0.0001", "0.0001", None),
        ("0", "0", None),
        ("1e-18", "0", "exceeded"),
    ],
)
def test_up_to_an_amount(amount: str, up_to: str | None, notice: str | None) -> None:
    """More than was accepted is a new finding; owing is as much as having; a limit is needed."""
    world = READY.holding("wallet.funding", money("LUNC", amount)).decided(accept(up_to=up_to))
    assert notices(world) == ([(notice, LUNC)] if notice else [])
    assert verdict(world) is (Verdict.BLOCKED if notice else Verdict.READY)


@pytest.mark.parametrize(
    ("until", "counts"),
    [
        (TODAY + timedelta(days=1), True),
        (TODAY, False),
        (TODAY - timedelta(days=1), False),
        (date.max, True),
        (date.min, False),
    ],
)
def test_until_a_day(until: date, counts: bool) -> None:
    """It dies that day."""
    world = BLOCKED.decided(accept(until=until))
    assert notices(world) == ([] if counts else [("expired", LUNC)])
    assert verdict(world) is (Verdict.READY if counts else Verdict.BLOCKED)


@pytest.mark.parametrize(
    "fingerprint",
    [
        "okx-main/main/wallet.funding/LUN",
        "okx-main/main/wallet.funding/LUNC#2",
        "okx-main/main/wallet.funding/lunc",
        "okx-main/main/wallet.funding/*",
        "okx-main/main/wallet.funding/",
        "okx-main/main/wallet.trading/LUNC",
        "okx-main/grid01/wallet.funding/LUNC",
        "okx-main/main/wallet.funding",
        "okx-main/*",
        "okx-main",
        "okx-main/main/wallet.funding/LUNC ",
        "okx-main/main/wallet%2Efunding/LUNC",
    ],
)
def test_only_the_exact_name(fingerprint: str) -> None:
    """No other name, no wildcard and no beginning of a name accepts it; it is told as unused."""
    world = BLOCKED.decided(accept(fingerprint))
    assert verdict(world) is Verdict.BLOCKED
    assert notices(world) == [("unused", fingerprint)]


@pytest.mark.parametrize(
    ("fingerprint", "world"),
    [
        (LUNC, READY.answered("wallet.funding", unknown())),
        (LUNC, READY.answered("wallet.funding", None)),
        ("okx-main/grid01/wallet.funding/LUNC", READY.answered("sub-accounts", unknown())),
    ],
    ids=["a failed look", "not asked", "a failed look for sub-accounts"],
)
def test_where_nobody_could_look_it_is_not_told_as_unused(fingerprint: str, world: World) -> None:
    """Who removed it on that advice would have to write it again; it changes nothing."""
    decided = world.decided(accept(fingerprint))
    assert verdict(decided) is verdict(world)
    assert notices(decided) == []
    assert notices(READY.decided(accept(fingerprint))) == [("unused", fingerprint)]


@pytest.mark.parametrize(
    ("area", "scope"),
    [("wallet.trading", "main"), ("sub-accounts", "main"), ("wallet.funding", "g")],
)
def test_where_somebody_looked_it_is_told_as_unused(area: str, scope: str) -> None:
    """What failed elsewhere does not hide that there is no such thing here."""
    world = all_confirmed(clear_world("g")).answered(area, unknown(), scope)
    assert ("unused", LUNC) in notices(world.decided(accept()))


@pytest.mark.parametrize("account", ["okx", "okx-main2", "OKX-MAIN", "", "*"])
def test_another_accounts_acknowledgement(account: str) -> None:
    """What was accepted for one account says nothing about another, and is not told there."""
    world = BLOCKED.decided(accept(f"{account}/main/wallet.funding/LUNC"))
    assert verdict(world) is Verdict.BLOCKED
    assert notices(world) == []


CANNOT: dict[str, tuple[World, str, str]] = {
    "a failed look": (
        READY.answered("wallet.funding", unknown()),
        "okx-main/main/wallet.funding/could-not-look",
        "not-acceptable",
    ),
    "a movement": (
        READY.holding("wallet.funding", Movement(id="7", asset="X", amount=exact("1"), at=None)),
        "okx-main/main/wallet.funding/7",
        "not-acceptable",
    ),
    "a difference": (
        READY.holding("account.totals", Discrepancy(subject="funding", value_usd=exact("5"))),
        "okx-main/main/account.totals/funding",
        "not-acceptable",
    ),
    "a key that can act": (
        READY.but(key=ActingKey(owner=OWNER, permissions=("trade",))),
        "okx-main/main/account.key/okx-main",
        "not-acceptable",
    ),
    "a rejected key": (
        READY.but(key=RejectedKey(reason=TIRED)),
        "okx-main/main/account.key/okx-main",
        "not-acceptable",
    ),
    "an unreadable amount": (
        READY.holding("wallet.funding", Holding(asset="LUNC", amount=Unreadable(raw="1,0"))),
        LUNC,
        "unreadable",
    ),
    "money of which only the value is known": (
        READY.holding(
            "wallet.trading", Holding(asset="X", amount=NotStated(), value_usd=exact("25"))
        ),
        "okx-main/main/wallet.trading/X",
        "unlimited",
    ),
    "a debt of which only the value is known": (
        READY.holding(
            "loans.margin",
            Debt(asset="", amount=NotStated(), value_usd=exact("25"), view="limits"),
        ),
        "okx-main/main/loans.margin/%28unnamed%29",
        "unlimited",
    ),
}


@pytest.mark.parametrize(("world", "fingerprint", "notice"), CANNOT.values(), ids=CANNOT)
def test_what_cannot_be_accepted(world: World, fingerprint: str, notice: str) -> None:
    """Nobody can live with what nobody saw, with a key that is refused, or without a limit."""
    decided = world.decided(accept(fingerprint, up_to="1e9"))
    assert fingerprint in names(judge(world))
    assert named(decided, fingerprint).counts
    assert verdict(decided) is verdict(world) is not Verdict.READY
    assert notices(decided) == [(notice, fingerprint)]


ORDER = Order(
    id="42", order_type="limit", instrument="X-Y", side="buy", size=exact("1"), state="live"
)
POSITION = Position(id="9", instrument="X-Y", side="long", size=exact("-2"), value_usd=exact("60"))
CAN: dict[str, tuple[str, Item, str]] = {
    "an order": ("orders.open", ORDER, "42"),
    "a sub-account": ("orders.open", SubAccount(name="g", relation="entrusted"), "g"),  # type: ignore[arg-type]
    "bot money": ("wallet.trading", money("USDT", "45", Nature.BOTS), "USDT%3Abots"),
    "something unnamed": ("wallet.trading", money("", "1"), "%28unnamed%29"),
    "a position": ("positions.open", POSITION, "9"),
    "margin in an empty position": (
        "positions.open",
        POSITION.model_copy(update={"size": exact("0"), "margin": exact("5")}),
        "9",
    ),
    "money without amount and value": (
        "wallet.trading",
        Holding(asset="X", amount=NotStated()),
        "X",
    ),
    "a debt": ("loans.margin", Debt(asset="USDT", amount=exact("2"), view="v"), "USDT"),
}


@pytest.mark.parametrize(("area", "item", "subject"), CAN.values(), ids=CAN)
def test_what_can_be_accepted(area: str, item: Item, subject: str) -> None:
    """Any other thing that was seen, by the name that the report gives it."""
    looked = clear_world().decided(confirm("p2p"), confirm("authenticator"))
    world = looked.holding(area, item)
    decided = world.decided(accept(f"okx-main/main/{area}/{subject}", up_to="100"))
    assert verdict(world) is not Verdict.READY
    assert (verdict(decided), notices(decided)) == (Verdict.READY, [])


def test_a_manual_item_can_be_accepted() -> None:
    """Somebody may live with never having looked, in so many words."""
    world = clear_world().decided(
        accept("okx-main/main/manual.p2p/p2p", up_to=None),
        accept("okx-main/main/manual.authenticator/authenticator", up_to=None),
    )
    assert verdict(world) is Verdict.READY
    one = clear_world().decided(accept("okx-main/main/manual.p2p/p2p", up_to=None))
    assert verdict(one) is Verdict.UNCONFIRMED


def test_the_first_of_two_is_not_the_second() -> None:
    """Two things of one name are two findings, each to be accepted by itself."""
    world = READY.holding("wallet.funding", DUST, money("LUNC", "5"))
    assert sorted(names(judge(world)))[-2:] == [LUNC, f"{LUNC}#2"]
    assert verdict(world.decided(accept(up_to="9"))) is Verdict.BLOCKED
    assert verdict(world.decided(accept(f"{LUNC}#2", up_to="9"))) is Verdict.BLOCKED
    both = world.decided(accept(up_to="9"), accept(f"{LUNC}#2", up_to="9"))
    assert (verdict(both), notices(both)) == (Verdict.READY, [])


@pytest.mark.parametrize("turned", [False, True])
def test_which_of_two_comes_first_does_not_depend_on_the_page(turned: bool) -> None:
    """An acknowledgement means the same thing in whatever order the exchange lists things."""
    found = [DUST, money("LUNC", "5")]
    if turned:
        found.reverse()
    world = READY.holding("wallet.funding", *found).decided(
        accept(up_to="0.0001"), accept(f"{LUNC}#2", up_to="5")
    )
    assert (verdict(world), notices(world)) == (Verdict.READY, [])


def test_a_second_acknowledgement_of_one_finding() -> None:
    """Where one of two counts, the finding is accepted, and the other one is told."""
    for entries in ((accept(), accept(up_to="0")), (accept(up_to="0"), accept())):
        world = BLOCKED.decided(*entries)
        assert verdict(world) is Verdict.READY
        assert notices(world) == [("exceeded", LUNC)]
        decision = named(world, LUNC).acknowledged
        assert decision is not None
        assert decision.up_to == Decimal("0.0001")


def test_names_stay_while_others_are_confirmed() -> None:
    """Settling one finding does not give its name to another one."""
    called = SubAccount(name="LUNC", relation="entrusted")  # type: ignore[arg-type]
    before = clear_world().holding("sub-accounts", called, DUST)
    after = all_confirmed(before)
    name = "okx-main/main/sub-accounts/LUNC"
    money_before = [f for f in judge(before).findings if f.rule == "wallet-not-empty"]
    money_after = [f for f in judge(after).findings if f.rule == "wallet-not-empty"]
    assert [f.fingerprint("okx-main") for f in money_before] == [
        f.fingerprint("okx-main") for f in money_after
    ]
    assert name in names(judge(before))
