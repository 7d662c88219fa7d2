"""A part of an account under a key of its own: everything that either key saw, and no more."""

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.support import DUST, exact, finding, findings, judge, money, names, row, verdict
from tests.small_policy import POLICY, SOURCED
from tests.strategies import (
    NEVER_OPENED,
    OWNER,
    READ_ONLY,
    TIRED,
    AnyAnswer,
    World,
    all_confirmed,
    answers,
    clear_world,
    confirm,
    proofs,
    seen,
    unknown,
    worlds,
)

from readiness.domain.answer import Cause, NotOpened, Reason, Seen, Unknown, items_of
from readiness.domain.area import Area
from readiness.domain.items import Order, Restriction, SubAccount
from readiness.domain.key import (
    ActingKey,
    KeyProof,
    Owner,
    OwnerKind,
    ReadOnlyKey,
    RejectedKey,
    UnprovenKey,
    same_owner,
)
from readiness.domain.parts import alone, with_parts
from readiness.domain.policy import ManualItem, Policy
from readiness.domain.report import Status
from readiness.domain.scope import MAIN
from readiness.domain.snapshot import AreaAnswer, PartLook
from readiness.domain.steps import Lock, StepKind
from readiness.domain.verdict import Verdict, worst
from readiness.rules.parts import both

FUTURES: Final = ("wallet.futures-usdm", "orders.futures-usdm")
SHARED: Final = ("account.key", "sub-accounts")


def item(name: str, **more: Any) -> ManualItem:
    return ManualItem(**SOURCED, item=name, title=name, why="no API", look="look", **more)


PART: Final = Policy.model_validate(
    {
        **SOURCED,
        "exchange": "okx-futures",
        "title": "OKX futures",
        "part_of": {
            "family": "okx",
            "replaces": "futures",
            "alone": "the-rest",
            "unproven": "futures-key",
        },
        "areas": [*SHARED, *FUTURES],
        "main_only": {**SOURCED, "areas": ["sub-accounts"], "why": "w", "look": "l"},
        "master_blind": {**SOURCED, "areas": ["orders.futures-usdm"], "why": "w", "look": "l"},
        "manual": [item("the-rest"), item("futures-key", days=30), item("insurance")],
        "fallbacks": [
            {
                **SOURCED,
                "requests": ["openorders"],
                "codes": ["nope"],
                "when": {"opened": "no"},
                "outcome": "manual",
                "meaning": "not for ordinary keys",
            }
        ],
        "codes": [{"code": "inactive", "meaning": "m", "handling": "final", "restricts": True}],
        "remedies": {"orders.futures-usdm": "there", "account.key": "there"},
    }
)
WHOLE: Final = POLICY.model_copy(update={"manual": (*POLICY.manual, item("futures"))})
JOINT: Final = with_parts(WHOLE, PART)

SAME: Final = ReadOnlyKey(
    owner=Owner(uid="f", main_uid="f", kind=OwnerKind.MAIN, whole_uid="1"),
    permissions=("read_only",),
)


def clear_part(**changes: Any) -> PartLook:
    """A part of which everything was read, and nothing is there."""
    found = tuple(AreaAnswer(area=area, scope=MAIN, answer=seen()) for area in (*SHARED, *FUTURES))
    fields = {"account": "futures", "family": "okx-futures", "proof": SAME, "same": True}
    return PartLook.model_validate({**fields, "answers": found, **changes})


def answered(look: PartLook, area: str, answer: AnyAnswer | None, scope: str = MAIN) -> PartLook:
    """The same look with another answer, or with none."""
    rest = [entry for entry in look.answers if (entry.area, entry.scope) != (area, scope)]
    if answer is not None:
        rest.append(AreaAnswer(area=area, scope=scope, answer=answer))
    return look.model_copy(update={"answers": tuple(rest)})


def world(*parts: PartLook, of: World | None = None, policy: Policy = JOINT) -> World:
    """An account with these parts; what is manual there is confirmed, but for the futures."""
    whole = of or clear_world()
    with_them = World(
        whole.snapshot.model_copy(update={"parts": parts}), whole.decisions, policy=policy
    )
    named = [entry.item for entry in (*JOINT.manual, *JOINT.parts[0].manual)]
    return with_them.decided(*(confirm(name) for name in named if not name.startswith("futures")))


def test_without_its_key_a_person_has_to_look() -> None:
    """An account whose part nobody configured is never ready by itself."""
    judged = judge(world())
    assert judged.verdict is Verdict.UNCONFIRMED
    assert row(judged, "manual.futures").status is Status.MANUAL
    assert verdict(world().decided(confirm("futures"))) is Verdict.READY


def test_with_its_key_the_areas_stand_in_its_place() -> None:
    """What was read to the end and belongs to the same owner is settled."""
    judged = judge(world(clear_part()))
    assert judged.verdict is Verdict.READY
    assert judged.included == (clear_part().account,)
    assert not {"manual.futures", "manual.futures-key"} & {entry.area for entry in judged.coverage}
    assert {row(judged, area).status for area in FUTURES} == {Status.CLEAR}


def test_whose_key_it_is_may_be_for_a_person_to_say() -> None:
    """Where neither exchange tells, nothing is invented."""
    unsaid = world(clear_part(same=None))
    assert verdict(unsaid) is Verdict.UNCONFIRMED
    assert finding(judge(unsaid), "look-yourself").area == "manual.futures-key"
    assert verdict(unsaid.decided(confirm("futures-key"))) is Verdict.READY
    assert verdict(unsaid.decided(confirm("futures"))) is Verdict.UNCONFIRMED


def test_a_key_of_somebody_else() -> None:
    """Its answers are not used, and the run says so."""
    strange = answered(clear_part(same=False), FUTURES[0], seen(DUST))
    judged = judge(world(strange))
    assert judged.verdict is Verdict.REFUSED
    told = finding(judged, "key-refused")
    assert (told.variant, told.subject, told.area) == ("other-whole", "futures", "account.key")
    assert dict(told.facts) == {"account": "okx-main"}
    assert {row(judged, area).status for area in FUTURES} == {Status.UNKNOWN}
    assert not findings(judged, "wallet-not-empty")
    assert not findings(judged, "could-not-look")


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        (ActingKey(owner=OWNER, permissions=("trade",)), Verdict.REFUSED),
        (RejectedKey(reason=TIRED), Verdict.REFUSED),
        (UnprovenKey(reason=TIRED), Verdict.INCOMPLETE),
    ],
    ids=["acting", "rejected", "unproven"],
)
def test_its_key(proof: KeyProof, expected: Verdict) -> None:
    """A key that may not be used leaves its areas unknown, and the account's own as they are."""
    judged = judge(world(clear_part(proof=proof, same=None, answers=())))
    assert judged.verdict is expected
    assert {row(judged, area).status for area in FUTURES} == {Status.UNKNOWN}
    assert row(judged, "sub-accounts").status is Status.UNKNOWN
    assert row(judged, "wallet.funding").status is Status.CLEAR
    refusals = [entry.subject for entry in findings(judged, "key-refused")]
    assert refusals == (["futures"] if expected is Verdict.REFUSED else [])
    assert bool(findings(judged, "could-not-look")) == (expected is Verdict.INCOMPLETE)


def test_the_row_of_the_keys() -> None:
    """Both keys have one row: it holds the one that can act, and is unknown for the rejected."""
    acting = ActingKey(owner=OWNER, permissions=("trade",))
    for proof, status in ((acting, Status.HOLDING), (RejectedKey(reason=TIRED), Status.UNKNOWN)):
        judged = judge(world(clear_part(proof=proof, same=None, answers=())))
        assert row(judged, "account.key").status is status


@pytest.mark.parametrize("area", [*SHARED, *FUTURES])
def test_what_nobody_looked_at(area: str) -> None:
    """Each area of the part has to be accounted for, also one that the account's key saw too."""
    judged = judge(world(answered(clear_part(), area, None)))
    assert judged.verdict is Verdict.INCOMPLETE
    assert row(judged, area).status is Status.UNKNOWN
    assert row(judged, area).reasons == (Reason(cause=Cause.NOT_SUPPORTED),)


@pytest.mark.parametrize("area", SHARED)
def test_what_the_accounts_own_key_did_not_look_at(area: str) -> None:
    """What a key of the part has shown never stands in for the account's own."""
    whole = clear_world().answered(area, None)
    judged = judge(world(clear_part(), of=whole))
    assert judged.verdict is Verdict.INCOMPLETE
    assert row(judged, area).status is Status.UNKNOWN
    listed = answered(clear_part(), area, seen(SubAccount(name="desk", uid="9")))
    judged = judge(world(listed, of=whole))
    assert (row(judged, area).status, row(judged, area).items) == (Status.UNKNOWN, 1)
    failed = answered(clear_part(), area, unknown(TIRED))
    assert row(judge(world(failed, of=whole)), area).reasons == (TIRED,)


@pytest.mark.parametrize("area", [*SHARED, *FUTURES])
def test_a_look_that_failed(area: str) -> None:
    """A failure on either side makes the place unknown, and keeps what the other saw."""
    order = Order(
        id="1", order_type="lmt", instrument="PI", side="buy", size=exact("1"), state="untouched"
    )
    failed = answered(clear_part(), area, unknown(TIRED, partial=(order,)))
    judged = judge(world(failed))
    assert judged.verdict is Verdict.BLOCKED
    assert (row(judged, area).status, row(judged, area).reasons) == (Status.UNKNOWN, (TIRED,))
    assert finding(judged, "open-order").area == area


def test_the_same_thing_on_both_sides_is_two_things() -> None:
    """What the two keys see is never the same thing, however alike it looks."""
    restriction = Restriction(code="51024", text="frozen")
    area = "account.restrictions"
    part = answered(clear_part(), area, seen(restriction))
    judged = judge(world(part, of=clear_world().holding(area, restriction)))
    assert len(findings(judged, "restricted-account")) == 2
    assert len({name for name in names(judged) if "restrictions" in name}) == 2


def test_a_sub_account_of_the_part() -> None:
    """What it lists stands in scopes of their own, judged by what is known of the part."""
    listed = SubAccount(name="desk", uid="9")
    part = answered(clear_part(sub_scopes=("desk",)), "sub-accounts", seen(listed))
    judged = judge(world(answered(part, FUTURES[0], seen(DUST), "desk")))
    assert judged.verdict is Verdict.BLOCKED
    scopes = {entry.area: entry for entry in judged.coverage if entry.scope == "desk"}
    assert set(scopes) == set(FUTURES)
    assert scopes[FUTURES[0]].status is Status.HOLDING
    assert scopes[FUTURES[1]].manual == "blind:master_blind:okx-futures"
    unread = judge(world(part))
    assert row(unread, FUTURES[0], "desk").status is Status.UNKNOWN


def test_a_part_of_a_sub_account_key() -> None:
    """What only the main key of the part could see is not seen by a sub-account's."""
    owner = Owner(uid="f", main_uid="m", kind=OwnerKind.SUB)
    sub = clear_part(proof=SAME.model_copy(update={"owner": owner}))
    judged = judge(world(answered(sub, "sub-accounts", None)))
    assert row(judged, "sub-accounts").manual == "blind:main_only:okx-futures"
    assert judged.verdict is Verdict.UNCONFIRMED
    # What such a key could have seen is unknown, as with any other.
    for area in FUTURES:
        assert row(judge(world(answered(sub, area, None))), area).status is Status.UNKNOWN


@pytest.mark.parametrize("area", FUTURES)
def test_what_the_part_alone_names_and_its_key_cannot_see(area: str) -> None:
    """It has a row all the same, and a person has to look there."""
    main_only = PART.main_only.model_copy(update={"areas": (Area(area),)})
    policy = with_parts(WHOLE, PART.model_copy(update={"main_only": main_only}))
    owner = Owner(uid="f", main_uid="m", kind=OwnerKind.SUB)
    sub = clear_part(proof=SAME.model_copy(update={"owner": owner}))
    judged = judge(world(answered(sub, area, None), policy=policy))
    assert row(judged, area).manual == "blind:main_only:okx-futures"
    assert judged.verdict is Verdict.UNCONFIRMED


@pytest.mark.parametrize(("opened", "status"), [("no", Status.MANUAL), ("yes", Status.UNKNOWN)])
def test_a_refusal_is_judged_by_what_its_own_key_proved(opened: str, status: Status) -> None:
    """The account's own key says nothing about what the part has opened, and the reverse."""
    reason = Reason(cause=Cause.EXCHANGE_CODE, request="openorders", code="nope", attempts=1)
    proof = SAME.model_copy(update={"traits": (("opened", opened),)})
    part = answered(clear_part(proof=proof), FUTURES[1], unknown(reason))
    of_main = READ_ONLY.model_copy(update={"traits": (("opened", "no"),)})
    judged = judge(world(part, of=clear_world().but(key=of_main)))
    assert row(judged, FUTURES[1]).status is status


@given(answers, answers)
def test_nothing_of_either_answer_is_lost(one: AnyAnswer, other: AnyAnswer) -> None:
    """All items and proofs stay, and it is complete only if both are."""
    joint = both(one, other)
    assert items_of(joint) == (*items_of(one), *items_of(other))
    assert isinstance(joint, Unknown) == (isinstance(one, Unknown) or isinstance(other, Unknown))
    if isinstance(joint, Seen):
        seen_ones = [each for each in (one, other) if isinstance(each, Seen)]
        assert joint.evidence == tuple(proof for each in seen_ones for proof in each.evidence)
    if isinstance(joint, NotOpened):
        assert len(joint.reasons) == 2


@given(worlds(), proofs, st.sampled_from([True, False, None]), st.lists(answers, max_size=4))
def test_a_part_never_makes_an_account_better(
    whole: World, proof: KeyProof, same: bool | None, found: list[AnyAnswer]
) -> None:
    """Once a person has looked at the part, a key of it can only add to what is in the way."""
    look = clear_part(proof=proof, same=same)
    for area, answer in zip((*FUTURES, *SHARED), found, strict=False):
        look = answered(look, area, answer)
    before = world(of=whole).decided(confirm("futures"), confirm("futures-key"))
    after = world(look, of=whole).decided(confirm("futures"), confirm("futures-key"))
    verdicts = (verdict(before), verdict(after))
    assert worst(verdicts) is verdicts[1]


@pytest.mark.parametrize(
    ("part", "whole", "same"),
    [("1", "1", True), ("1", "2", False), ("", "1", None), ("1", "", None), ("", "", None)],
)
def test_whether_two_keys_belong_together(part: str, whole: str, same: bool | None) -> None:
    """Only what both exchanges tell is compared."""
    owner = Owner(uid=whole, main_uid=whole, kind=OwnerKind.MAIN)
    key = SAME.model_copy(update={"owner": SAME.owner.model_copy(update={"whole_uid": part})})
    assert same_owner(key, READ_ONLY.model_copy(update={"owner": owner})) is same


class TestPolicy:
    """What is known of an exchange and of its part, put together."""

    def test_what_is_looked_up(self) -> None:
        """Codes, refusals, pages and places of the part are found in the whole."""
        page = {Area.WALLET_FUTURES_USDM: "https://www.okx.com/a", Area.ACCOUNT_KEY: "https://b.c"}
        part = PART.model_copy(update={"sources": page, "source": "https://www.okx.com/b"})
        whole = WHOLE.model_copy(
            update={
                "remedies": {Area.ACCOUNT_KEY: "here"},
                "sources": {Area.ORDERS_OPEN: "https://o"},
            }
        )
        joint = with_parts(whole, part)
        assert joint.error("inactive")
        assert joint.error("50026")
        assert joint.fallback("openorders", "nope", {"opened": "no"})
        assert joint.fallback("orders", "51070", {})
        assert joint.manual_item("manual.insurance")
        for area in (Area.ORDERS_OPEN, Area.ACCOUNT_KEY, Area.LOANS_MARGIN):
            assert joint.source_of(area) == whole.source_of(area)
        for area in map(Area, FUTURES):
            assert joint.source_of(area) == part.source_of(area)
        assert joint.remedies == {Area.ACCOUNT_KEY: "here", Area.ORDERS_FUTURES_USDM: "there"}
        assert {"futures", "insurance", "wallet.futures-usdm"} <= set(joint.confirmable)

    @pytest.mark.parametrize("name", ["codes", "fallbacks", "obstacles", "wallets", "locks"])
    def test_what_is_listed(self, name: str) -> None:
        """What is known of the account comes first, then what is known of the part."""
        mine, theirs = getattr(POLICY, name)[:1], getattr(POLICY, name)[1:2]
        if name == "locks":
            locks = [Lock(**SOURCED, steps=(step,), meaning=step) for step in list(StepKind)[:2]]
            mine, theirs = (locks[0],), (locks[1],)
        if name == "fallbacks":
            theirs = PART.fallbacks
        assert mine
        assert theirs
        joint = with_parts(
            WHOLE.model_copy(update={name: mine}), PART.model_copy(update={name: theirs})
        )
        assert getattr(joint, name) == (*mine, *theirs)

    def test_which_manual_items_count(self) -> None:
        """By itself the part asks for the rest of the account; with it, whose the key is."""
        assert [entry.item for entry in alone(PART).manual] == ["the-rest", "insurance"]
        (part,) = with_parts(WHOLE, PART).parts
        assert part == PART.model_copy(update={"manual": PART.manual[1:]})

    @pytest.mark.parametrize(
        "change",
        [
            {"part_of": None},
            {"part_of": PART.part_of and PART.part_of.model_copy(update={"family": "binance"})},
            {"part_of": PART.part_of and PART.part_of.model_copy(update={"replaces": "none"})},
            {"part_of": PART.part_of and PART.part_of.model_copy(update={"alone": "none"})},
            {"part_of": PART.part_of and PART.part_of.model_copy(update={"unproven": "none"})},
            {"codes": POLICY.codes},
            {"fallbacks": POLICY.fallbacks},
            {"manual": (*PART.manual, item("futures"))},
        ],
    )
    def test_what_does_not_go_together(self, change: dict[str, Any]) -> None:
        """What could mean either of two things, or names nothing, is no policy."""
        with pytest.raises(ValueError, match="okx"):
            with_parts(WHOLE, PART.model_copy(update=change))


def test_not_opened_on_one_side() -> None:
    """A product that only one side has is told by that side."""
    closed = NotOpened(reasons=(NEVER_OPENED,))
    assert both(closed, seen(money("BTC", "1"))) == seen(money("BTC", "1"))
    assert both(seen(), closed) == seen()


def test_confirmed_areas_are_no_part_of_this() -> None:
    """A person's word about an area settles no look of a key that failed."""
    failed = world(answered(clear_part(), FUTURES[0], unknown(TIRED)))
    assert verdict(all_confirmed(failed).decided(confirm(FUTURES[0]))) is Verdict.INCOMPLETE


def test_a_part_that_the_policy_does_not_know() -> None:
    """Nothing is settled by it, and a refusal that it met means nothing."""
    reason = Reason(cause=Cause.EXCHANGE_CODE, request="openorders", code="other", attempts=1)
    strange = answered(clear_part(family="okx-options"), FUTURES[1], unknown(reason))
    judged = judge(world(strange))
    assert row(judged, "manual.futures").status is Status.MANUAL
    assert row(judged, FUTURES[1]).status is Status.UNKNOWN
    assert judged.verdict is Verdict.INCOMPLETE


@pytest.mark.parametrize("kind", OwnerKind)
def test_what_its_key_saw_in_its_sub_accounts(kind: OwnerKind) -> None:
    """Of a part that the policy does not know, nothing is known to be out of a key's sight."""
    owner = Owner(uid="f", main_uid="m", kind=kind)
    proof = SAME.model_copy(update={"owner": owner})
    strange = clear_part(family="okx-options", proof=proof, sub_scopes=("desk",))
    judged = judge(world(answered(strange, FUTURES[1], seen(), "desk")))
    assert row(judged, FUTURES[1], "desk").status is Status.CLEAR


def test_a_refusal_of_a_key_that_proved_nothing() -> None:
    """Without a proof, nothing is known of what the account has opened."""
    reason = Reason(cause=Cause.EXCHANGE_CODE, request="openorders", code="nope", attempts=1)
    acting = ActingKey(owner=OWNER, permissions=("trade",))
    part = answered(clear_part(proof=acting), FUTURES[1], unknown(reason))
    assert row(judge(world(part)), FUTURES[1]).status is Status.UNKNOWN


@pytest.mark.parametrize("opened", ["no", "yes"])
def test_a_refusal_of_the_accounts_own_key(opened: str) -> None:
    """What a part's key proved says nothing of it; one of several refusals that it knows does."""
    reason = Reason(cause=Cause.EXCHANGE_CODE, request="orders", code="59000", attempts=1)
    theirs = reason.model_copy(update={"request": "openorders", "code": "nope"})
    entry, others = PART.fallbacks[0], {"codes": ("x",), "requests": ("x",)}
    mine = entry.model_copy(update={"requests": ("orders",), "codes": ("59000",)})
    policy = with_parts(
        WHOLE.model_copy(update={"fallbacks": (mine,)}),
        PART.model_copy(update={"fallbacks": (entry.model_copy(update=others), entry)}),
    )
    key = READ_ONLY.model_copy(update={"traits": (("opened", opened),)})
    proof = SAME.model_copy(update={"traits": (("opened", "no"),)})
    part = answered(clear_part(proof=proof), FUTURES[1], unknown(theirs))
    whole = clear_world().but(key=key).answered("orders.open", unknown(reason))
    judged = judge(world(part, of=whole, policy=policy))
    expected = Status.MANUAL if opened == "no" else Status.UNKNOWN
    assert row(judged, "orders.open").status is expected
    assert row(judged, FUTURES[1]).status is Status.MANUAL


def test_what_else_could_not_be_looked_at() -> None:
    """A refused key of a part explains what it was to see, and nothing else."""
    acting = clear_part(proof=ActingKey(owner=OWNER, permissions=("trade",)), answers=())
    judged = judge(world(acting, of=clear_world().answered("wallet.funding", unknown(TIRED))))
    assert [each.area for each in findings(judged, "could-not-look")] == ["wallet.funding"]


def test_whose_areas_a_sub_account_has() -> None:
    """The account's own have none of the part's; the rows of the account come first."""
    judged = judge(world(clear_part(), of=clear_world("grid01")))
    assert not {entry.area for entry in judged.coverage if entry.scope == "grid01"} & {*FUTURES}
    rows = [entry.area for entry in judged.coverage if entry.scope == MAIN]
    assert rows[: len(POLICY.areas)] == [area.value for area in POLICY.areas]


def test_what_the_accounts_key_is_blind_for_may_be_seen_by_the_parts() -> None:
    """What only the part lists is no sub-account of which the account's key says anything."""
    part = answered(clear_part(sub_scopes=("desk",)), "orders.open", seen(), "desk")
    assert row(judge(world(part)), "orders.open", "desk").status is Status.CLEAR


def test_a_sub_account_of_both() -> None:
    """What the account's key saw of it is not what the part's has to show."""
    whole = clear_world("grid01").answered(FUTURES[0], seen(), "grid01")
    judged = judge(world(clear_part(sub_scopes=("grid01",)), of=whole))
    assert row(judged, FUTURES[0], "grid01").status is Status.UNKNOWN


def test_a_sub_account_that_the_part_does_not_list() -> None:
    """What the part's main key cannot see of its own sub-accounts says nothing of others."""
    whole = clear_world("grid01").answered(FUTURES[1], seen(), "grid01")
    judged = judge(world(clear_part(), of=whole))
    assert row(judged, FUTURES[1], "grid01").status is Status.CLEAR


def test_why_a_rejected_key_saw_nothing() -> None:
    """The refusal is told of the key; of everything else, that nobody asked."""
    part = clear_part(proof=RejectedKey(reason=TIRED), same=None, answers=())
    judged = judge(world(part))
    assert row(judged, "account.key").reasons == (TIRED,)
    assert row(judged, FUTURES[0]).reasons == (Reason(cause=Cause.NOT_ASKED),)
