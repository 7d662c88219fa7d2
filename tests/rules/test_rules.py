"""Each rule: what it says about what, and how much that weighs."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from tests.rules.support import AREA, READY, exact, finding, findings, judge, money, said, verdict
from tests.strategies import (
    ACCOUNT,
    ITEMS,
    NOT_FOR_YOU,
    OWNER,
    READ_ONLY,
    TIRED,
    World,
    clear_world,
    unknown,
    worlds,
)

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.finding import Severity
from readiness.domain.items import (
    Bot,
    CopyTie,
    CopyTrading,
    Direction,
    Effect,
    Item,
    Movement,
    Order,
    Position,
    Relation,
    Restriction,
    Setting,
    Stage,
    SubAccount,
    Transfer,
)
from readiness.domain.key import ActingKey, KeyProof, RejectedKey, UnprovenKey
from readiness.domain.report import CoverageRow, Status
from readiness.domain.snapshot import SubAccountKey
from readiness.domain.verdict import Verdict
from readiness.rules import RULES, RULES_BY_ID
from readiness.rules.interface import Case

SINCE = datetime(2024, 2, 29, 23, 59, tzinfo=UTC)


def test_an_order() -> None:
    """An order blocks, with what it wants to do."""
    found = said(
        Order(
            id="7",
            order_type="limit",
            instrument="BTC-USDT",
            side="buy",
            size=exact("0.10"),
            state="live",
            details=(("price", "1"),),
        )
    )
    assert (found.rule, found.subject, found.severity) == ("open-order", "7", Severity.BLOCKER)
    assert dict(found.facts) == {
        "order_type": "limit",
        "instrument": "BTC-USDT",
        "side": "buy",
        "size": "0.10",
        "state": "live",
        "price": "1",
    }


@pytest.mark.parametrize(
    ("size", "shown"), [(exact("1"), "1"), (NotStated(), ""), (Unreadable(raw="1,0"), "1,0")]
)
def test_an_order_of_any_size(size: Exact | NotStated | Unreadable, shown: str) -> None:
    """An order blocks whatever its size says."""
    order = Order(id="", order_type="", instrument="", side="", size=size, state="")
    found = said(order)
    assert (found.subject, found.severity) == ("(unnamed)", Severity.BLOCKER)
    assert ("size", shown) in found.facts


@pytest.mark.parametrize(
    ("size", "shown", "variant"),
    [
        (exact("1"), "1", "default"),
        (exact("-1"), "-1", "default"),
        (exact("0"), "0", "margin-left"),
        (NotStated(), "", "margin-left"),
        (Unreadable(raw="?"), "?", "default"),
    ],
)
def test_a_position(size: Exact | NotStated | Unreadable, shown: str, variant: str) -> None:
    """An open position blocks, and so does margin in an empty one."""
    position = Position(
        id="9",
        instrument="BTC-USDT-SWAP",
        side="long",
        size=size,
        margin=exact("5"),
        margin_asset="USDT",
        value_usd=exact("60"),
        details=(("mode", "cross"),),
    )
    found = said(position)
    assert (found.rule, found.subject, found.variant) == ("open-position", "9", variant)
    assert (found.amount, found.asset) == (
        (exact("5"), "USDT") if variant == "margin-left" else (size, "")
    )
    assert (found.rule, found.subject, found.variant) == ("open-position", "9", variant)
    assert found.severity is Severity.BLOCKER
    assert found.value_usd == exact("60")
    assert dict(found.facts) == {
        "instrument": "BTC-USDT-SWAP",
        "side": "long",
        "size": shown,
        "margin": "5",
        "margin_asset": "USDT",
        "mode": "cross",
    }


def test_a_position_without_a_number() -> None:
    """It is called by its instrument, or not at all."""
    without = Position(id="", instrument="BTC-USDT-SWAP", side="long", size=exact("1"))
    assert said(without).subject == "BTC-USDT-SWAP"
    assert said(without.model_copy(update={"instrument": ""})).subject == "(unnamed)"


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("stage", Stage)
def test_a_transfer(direction: Direction, stage: Stage) -> None:
    """Money on its way blocks in every stage, the undocumented ones too."""
    found = said(
        Transfer(
            id="3",
            direction=direction,
            asset="ETH",
            amount=exact("0.03"),
            state="17",
            stage=stage,
            since=SINCE,
            details=(("chain", "X"),),
        )
    )
    assert (found.rule, found.subject, found.asset) == ("pending-transfer", "3", "ETH")
    assert found.variant == f"{direction.value}-{stage.value}"
    assert (found.severity, found.amount) == (Severity.BLOCKER, exact("0.03"))
    assert dict(found.facts) == {"state": "17", "since": "2024-02-29", "raw": "", "chain": "X"}


@pytest.mark.parametrize(
    ("asset", "since", "subject"),
    [
        ("ETH", SINCE, "ETH:2024-02-29 23:59:00+00:00"),
        ("ETH", None, "ETH:17"),
        ("", None, "(unnamed):17"),
    ],
)
def test_a_transfer_without_a_number(asset: str, since: datetime | None, subject: str) -> None:
    """It is called by what is known of it; an amount that cannot be read is shown."""
    found = said(
        Transfer(
            id="",
            direction=Direction.IN,
            asset=asset,
            amount=Unreadable(raw="1,0"),
            state="17",
            stage=Stage.MOVING,
            since=since,
        )
    )
    assert found.subject == subject
    assert ("raw", "1,0") in found.facts
    assert ("since", "2024-02-29" if since else "no date told") in found.facts


@pytest.mark.parametrize(
    ("invested", "asset", "shown"),
    [(exact("45"), "USDT", "45 USDT"), (NotStated(), "USDT", "USDT"), (exact("1"), "", "1")],
)
def test_a_bot(invested: Exact | NotStated, asset: str, shown: str) -> None:
    """A bot that has not ended blocks, whatever is in it."""
    bot = Bot(
        id="5",
        bot_type="grid",
        instrument="BTC-USDT",
        state="paused",
        asset=asset,
        invested=invested,
        details=(("pnl", "1"),),
    )
    found = said(bot)
    assert (found.rule, found.subject, found.severity) == ("running-bot", "5", Severity.BLOCKER)
    assert dict(found.facts) == {
        "bot_type": "grid",
        "instrument": "BTC-USDT",
        "state": "paused",
        "invested": shown,
        "pnl": "1",
    }
    assert said(bot.model_copy(update={"id": ""})).subject == "(unnamed)"


@pytest.mark.parametrize("tie", CopyTie)
def test_copy_trading(tie: CopyTie) -> None:
    """Every tie to copy trading blocks."""
    found = said(CopyTrading(tie=tie, id="6", asset="USDT", amount=exact("1"), clears_at=SINCE))
    assert (found.rule, found.variant, found.subject) == ("copy-trading-tie", tie.value, "6")
    assert (found.severity, found.amount, found.clears_at) == (
        Severity.BLOCKER,
        exact("1"),
        SINCE,
    )
    assert found.asset == "USDT"
    more = CopyTrading(tie=tie, id="6", details=(("trader", "T"),))
    assert said(more).facts == (("trader", "T"),)


def test_copy_trading_without_a_number() -> None:
    """A tie that the exchange does not number still has a name."""
    assert said(CopyTrading(tie=CopyTie.LEADS, id="")).subject == "(unnamed)"


@pytest.mark.parametrize(
    ("effect", "severity"),
    [
        (Effect.LENDS, Severity.BLOCKER),
        (Effect.REFILLS, Severity.BLOCKER),
        (Effect.BORROWS, Severity.NOTICE),
        (Effect.PAYS, Severity.NOTICE),
    ],
)
def test_a_setting(effect: Effect, severity: Severity) -> None:
    """What lends or refills what was emptied blocks; what may borrow or only pays is a notice."""
    found = said(Setting(name="auto", effect=effect, asset="USDT"))
    assert (found.rule, found.subject) == ("acting-setting", "auto:USDT")
    assert (found.severity, found.variant) == (severity, effect.value)
    assert found.asset == "USDT"
    assert said(Setting(name="auto", effect=effect)).subject == "auto"


@pytest.mark.parametrize(
    ("code", "text", "shown"),
    [("51024", "frozen by court", "frozen by court"), ("51024", "", "blocked"), ("9", "", "")],
)
def test_a_restriction(code: str, text: str, shown: str) -> None:
    """The exchange's own words are shown, or what its code means."""
    found = said(Restriction(code=code, text=text))
    assert found.rule == "restricted-account"
    assert found.subject.startswith(f"{code}:")
    assert found.severity is Severity.BLOCKER
    assert dict(found.facts) == {"code": code, "text": shown}


def test_a_restriction_in_a_sentence_of_ours() -> None:
    """With what is needed to say it in another language; the words are those of English."""
    item = Restriction(
        code="kyc", text="level 1 of 3", sentence="level {level} of {all}", values=(("level", "1"),)
    )
    assert said(item).facts == (
        ("code", "kyc"),
        ("text", "level 1 of 3"),
        ("sentence", "level {level} of {all}"),
        ("sentence.level", "1"),
    )


def test_restrictions_with_one_code_are_told_apart() -> None:
    """Living with one of them is not living with another, whatever is in the words."""
    texts = ("frozen by court", "frozen at your request", "", "\ud800")
    subjects = {said(Restriction(code="51024", text=text)).subject for text in texts}
    assert len(subjects) == len(texts)
    assert said(Restriction(code="51024", text="")).subject in subjects


def test_a_movement() -> None:
    """What moved during the scan cannot be placed."""
    found = said(
        Movement(id="8", asset="USDT", amount=exact("3"), at=SINCE, details=(("type", "2"),))
    )
    assert (found.rule, found.subject, found.severity) == ("money-moved", "8", Severity.UNKNOWN)
    assert (found.asset, found.amount, found.facts) == ("USDT", exact("3"), (("type", "2"),))
    assert said(Movement(id="", asset="", amount=exact("3"), at=None)).subject == "(unnamed)"


@pytest.mark.parametrize(
    ("item", "variant"),
    [
        (SubAccount(name="g"), "default"),
        (SubAccount(name="g", enabled=False), "frozen"),
        (SubAccount(name="g", frozen_functions=("trading", "transfer")), "frozen"),
        (SubAccount(name="g", enabled=False, relation=Relation.ENTRUSTED), "entrusted"),
    ],
)
def test_a_sub_account(item: SubAccount, variant: str) -> None:
    """A sub-account that is there is for a person to look at."""
    of = judge(clear_world().holding("sub-accounts", item))
    found = finding(of, "sub-account-exists")
    assert (found.subject, found.variant, found.severity) == ("g", variant, Severity.CONFIRM)
    assert dict(found.facts) == {"frozen_functions": ", ".join(item.frozen_functions)}


def test_a_failed_look() -> None:
    """It is told with its reasons, once for each place."""
    world = READY.answered("wallet.funding", unknown(TIRED)).answered("orders.open", None)
    found = {entry.area: entry for entry in findings(judge(world), "could-not-look")}
    assert set(found) == {"wallet.funding", "orders.open"}
    assert found["wallet.funding"].reasons == (TIRED,)
    assert {entry.severity for entry in found.values()} == {Severity.UNKNOWN}


def test_a_failed_look_of_which_nobody_knows_why() -> None:
    """It is told all the same, though no look ends so."""
    silent = CoverageRow(area=AREA, scope="main", status=Status.UNKNOWN)
    case = Case(READY.snapshot, (silent,), READY.policy)
    (told,) = RULES_BY_ID["could-not-look"].judge(case)
    assert (told.area, told.severity, told.reasons) == (AREA, Severity.UNKNOWN, ())


def test_what_a_person_has_to_look_at() -> None:
    """It is told by the name under which it can be confirmed."""
    found = findings(judge(clear_world()), "look-yourself")
    assert [(entry.area, entry.subject, entry.severity) for entry in found] == [
        ("manual.p2p", "p2p", Severity.CONFIRM),
        ("manual.authenticator", "authenticator", Severity.CONFIRM),
    ]
    assert dict(found[0].facts) == {"manual": "manual:p2p"}
    of = judge(clear_world().answered("orders.open", unknown(NOT_FOR_YOU)))
    reasons = {entry.area: entry.reasons for entry in findings(of, "look-yourself")}
    assert reasons["orders.open"] == (NOT_FOR_YOU,)


KEYS: dict[str, tuple[KeyProof, str | None]] = {
    "acting": (ActingKey(owner=OWNER, permissions=("read_only", "trade")), "acting"),
    "acting, powers unknown": (ActingKey(owner=OWNER, permissions=()), "acting"),
    "rejected": (RejectedKey(reason=TIRED), "rejected"),
    "unproven": (UnprovenKey(reason=TIRED), None),
    "read-only": (READ_ONLY, None),
}


@pytest.mark.parametrize(("proof", "variant"), KEYS.values(), ids=KEYS)
def test_the_main_key(proof: KeyProof, variant: str | None) -> None:
    """A key that may not be used is the finding; what was not asked is not told again."""
    of = judge(READY.but(key=proof, answers=()))
    found = findings(of, "key-refused")
    assert [(entry.variant, entry.subject, entry.scope) for entry in found] == (
        [(variant, ACCOUNT, "main")] if variant else []
    )
    assert bool(findings(of, "could-not-look")) == (variant is None)
    if variant == "acting":
        powers = ", ".join(getattr(proof, "permissions", ())) or "none"
        assert dict(found[0].facts) == {"permissions": powers}
    if variant == "rejected":
        assert found[0].reasons == (TIRED,)


@pytest.mark.parametrize(
    ("proof", "listed", "variant"),
    [
        *((proof, None, variant) for proof, variant in KEYS.values()),
        (READ_ONLY, False, "other-account"),
        (READ_ONLY, True, None),
    ],
)
def test_a_sub_accounts_own_key(proof: KeyProof, listed: bool | None, variant: str | None) -> None:
    """The same, in the sub-account's scope and by the name of its own entry."""
    key = SubAccountKey(account="okx-grid", scope="g", proof=proof, listed=listed)
    world = clear_world("g")
    main = tuple(entry for entry in world.snapshot.answers if entry.scope == "main")
    of = judge(world.but(sub_keys=(key,), answers=main))
    found = findings(of, "key-refused")
    assert [(entry.variant, entry.subject, entry.scope) for entry in found] == (
        [(variant, "okx-grid", "g")] if variant else []
    )
    assert bool(findings(of, "could-not-look")) == (variant is None)
    assert of.included == ("okx-grid",)
    elsewhere = judge(world.but(sub_keys=(key,)).answered("wallet.funding", unknown()))
    assert [entry.scope for entry in findings(elsewhere, "could-not-look")] == ["main"]


def test_every_rule_is_registered_once() -> None:
    """Each has its own id, a title, a reason, and a sentence for every case."""
    assert len(RULES_BY_ID) == len(RULES)
    for rule in RULES:
        assert rule.id == rule.id.lower().replace("_", "-").strip()
        assert rule.title
        assert rule.why
        assert rule.remedy
        assert rule.messages
        assert rule.remedies.keys() <= rule.messages.keys()
    ways = {rule.id: {*rule.remedies} for rule in RULES if rule.remedies}
    assert ways == {
        "key-refused": {"rejected", "probably-closed", "other-account", "other-whole"},
        "no-backup": {"older"},
    }


@pytest.mark.parametrize("kind", ITEMS)
def test_every_kind_of_thing_has_a_rule(kind: str) -> None:
    """Whatever a collector can find, somebody says something about it."""

    @given(ITEMS[kind])
    def told(item: Item) -> None:
        of = judge(clear_world().holding("account.totals", item))
        speaks = [entry for entry in of.findings if entry.area == "account.totals"]
        explained = any(row.area == "account.totals" and not row.items for row in of.coverage)
        assert speaks or explained

    told()


@given(worlds())
def test_every_finding_has_its_sentence(world: World) -> None:
    """No rule says anything for which it has no words, or about an area that does not exist."""
    for found in judge(world).findings:
        assert found.variant in RULES_BY_ID[found.rule].messages
        assert found.source.startswith("https://")
        assert len(dict(found.facts)) <= len(found.facts)


def test_what_was_seen_in_a_failed_look_is_told() -> None:
    """The part that was seen blocks, next to the part that was not."""
    world = READY.answered(AREA, unknown(partial=(money("BTC", "1"),)))
    assert {entry.rule for entry in judge(world).findings} >= {
        "wallet-not-empty",
        "could-not-look",
    }
    assert verdict(world) is Verdict.BLOCKED
