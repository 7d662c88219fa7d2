"""The coverage: one row for every place that must be accounted for, and no row too good."""

from dataclasses import replace

import pytest
from hypothesis import given
from tests.rules.support import DUST, exact, judge, money, row
from tests.small_policy import AREAS, POLICY, SOURCED
from tests.strategies import (
    NEVER_OPENED,
    NOT_FOR_YOU,
    OWNER,
    READ_ONLY,
    TIRED,
    AnyAnswer,
    World,
    clear_world,
    confirm,
    seen,
    unknown,
    worlds,
)

from readiness.domain.answer import Cause, NotOpened, Reason
from readiness.domain.area import Area
from readiness.domain.items import Debt
from readiness.domain.key import (
    ActingKey,
    KeyProof,
    Owner,
    OwnerKind,
    ReadOnlyKey,
    RejectedKey,
    UnprovenKey,
)
from readiness.domain.policy import Fallback, Outcome
from readiness.domain.report import Status
from readiness.domain.snapshot import SubAccountKey
from readiness.domain.verdict import Verdict
from readiness.rules import not_scanned

CLEAR = clear_world()
SUB_OWNER = Owner(uid="2", main_uid="1", kind=OwnerKind.SUB)
OF_A_SUB = ReadOnlyKey(owner=SUB_OWNER, permissions=("read_only",))


HELD = Status.HOLDING
OWED = Debt(asset="USDT", amount=exact("1"), view="a")


def refused(request: str, code: str, cause: Cause = Cause.EXCHANGE_CODE) -> Reason:
    return Reason(cause=cause, request=request, code=code, attempts=1)


ANSWERS: dict[str, tuple[AnyAnswer, Status, int]] = {
    "read, nothing there": (seen(), Status.CLEAR, 0),
    "read, something there": (seen(DUST, money("BTC", "1")), Status.HOLDING, 2),
    "read, the same thing twice": (seen(DUST, DUST), Status.HOLDING, 1),
    "read, two views of a debt": (seen(OWED, OWED.model_copy(update={"view": "b"})), HELD, 1),
    "read, two debts": (seen(OWED, OWED.model_copy(update={"asset": "X"})), HELD, 2),
    "never opened": (NotOpened(reasons=(NEVER_OPENED,)), Status.NOT_OPENED, 0),
    "failed": (unknown(TIRED), Status.UNKNOWN, 0),
    "failed, something there": (unknown(TIRED, partial=(DUST,)), Status.UNKNOWN, 1),
    "not for you": (unknown(NOT_FOR_YOU), Status.MANUAL, 0),
    "not for you, by the status": (
        unknown(refused("orders", "51070", Cause.HTTP_STATUS)),
        Status.MANUAL,
        0,
    ),
    "not for you, something there": (unknown(NOT_FOR_YOU, partial=(DUST,)), Status.MANUAL, 1),
    "not for you, and never opened": (unknown(NOT_FOR_YOU, NEVER_OPENED), Status.MANUAL, 0),
    "never opened, and not for you": (unknown(NEVER_OPENED, NOT_FOR_YOU), Status.MANUAL, 0),
    "not for you, and failed": (unknown(NOT_FOR_YOU, TIRED), Status.UNKNOWN, 0),
    "failed, and not for you": (unknown(TIRED, NOT_FOR_YOU), Status.UNKNOWN, 0),
    "unknown, though never opened": (unknown(NEVER_OPENED), Status.UNKNOWN, 0),
    "the code of another request": (unknown(refused("loans", "51070")), Status.UNKNOWN, 0),
    "another code": (unknown(refused("orders", "51071")), Status.UNKNOWN, 0),
    "no code": (unknown(refused("orders", "")), Status.UNKNOWN, 0),
    "the code at too many requests": (
        unknown(refused("orders", "51070", Cause.RATE_LIMIT)),
        Status.UNKNOWN,
        0,
    ),
    **{
        f"the code, but {cause}": (unknown(refused("orders", "51070", cause)), Status.UNKNOWN, 0)
        for cause in Cause
        if cause not in (Cause.EXCHANGE_CODE, Cause.HTTP_STATUS, Cause.RATE_LIMIT)
    },
}


@pytest.mark.parametrize(("answer", "status", "items"), ANSWERS.values(), ids=ANSWERS)
def test_what_an_answer_says(answer: AnyAnswer, status: Status, items: int) -> None:
    """Only the exact codes that the policy lists, and only alone, make a refusal more than that."""
    found = row(judge(CLEAR.answered("orders.open", answer)), "orders.open")
    assert (found.status, found.items) == (status, items)
    assert bool(found.manual) == (status is Status.MANUAL)
    if status in (Status.UNKNOWN, Status.NOT_OPENED, Status.MANUAL):
        assert found.reasons == answer.reasons  # type: ignore[union-attr]
    else:
        assert found.reasons == ()


def test_why_a_person_has_to_look() -> None:
    """A row says which sentence of the policy it stands on."""
    of = judge(CLEAR.answered("orders.open", unknown(NEVER_OPENED, NOT_FOR_YOU)))
    assert row(of, "orders.open").manual == "fallback:orders:51070"
    assert row(of, "manual.p2p").manual == "manual:p2p"


def test_every_area_has_one_row() -> None:
    """The account's areas and the manual items, in the policy's order."""
    of = judge(CLEAR)
    assert [entry.area for entry in of.coverage] == [
        *(area.value for area in AREAS),
        "manual.p2p",
        "manual.authenticator",
    ]
    assert {entry.scope for entry in of.coverage} == {"main"}


@given(worlds())
def test_no_place_is_missing_or_told_twice(world: World) -> None:
    """Whatever was seen, each place that must be accounted for has exactly one row."""
    places = [(entry.area, entry.scope) for entry in judge(world).coverage]
    assert len(set(places)) == len(places)
    not_of_subs = {Area.ACCOUNT_KEY, *POLICY.main_only.areas}
    for scope in world.snapshot.scopes:
        for area in POLICY.areas:
            if scope == "main" or area not in not_of_subs:
                assert (area.value, scope) in places
    answered = {(e.area, e.scope) for e in world.snapshot.answers if e.area != "account.key"}
    assert answered <= set(places)


@pytest.mark.parametrize("area", [area.value for area in AREAS])
def test_what_nobody_looked_at_is_unknown(area: str) -> None:
    """Leaving a collector out never makes an account look emptier."""
    found = row(judge(CLEAR.answered(area, None)), area)
    assert (found.status, found.reasons) == (Status.UNKNOWN, (Reason(cause=Cause.NOT_SUPPORTED),))


@pytest.mark.parametrize(
    ("proof", "reason", "of_the_key"),
    [
        (ActingKey(owner=OWNER, permissions=("trade",)), Reason(cause=Cause.NOT_ASKED), None),
        (RejectedKey(reason=TIRED), Reason(cause=Cause.NOT_ASKED), TIRED),
        (UnprovenKey(reason=TIRED), TIRED, TIRED),
    ],
)
def test_why_nobody_looked(proof: KeyProof, reason: Reason, of_the_key: Reason | None) -> None:
    """With a key that may not be used nothing was asked, and each row says so."""
    of = judge(CLEAR.but(key=proof, answers=()))
    assert row(of, "wallet.funding").reasons == (reason,)
    key = row(of, "account.key")
    if of_the_key is None:
        assert (key.status, key.items) == (Status.HOLDING, 1)
    else:
        assert (key.status, key.reasons) == (Status.UNKNOWN, (of_the_key,))
    assert row(of, "orders.open").status is Status.UNKNOWN


class TestSubAccounts:
    """A sub-account has its own rows; what its main account's key cannot see is a person's job."""

    world = clear_world("grid01")

    def unseen(self, *keys: SubAccountKey, key: KeyProof = READ_ONLY) -> World:
        """Nobody looked at anything in the sub-account."""
        main = tuple(entry for entry in self.world.snapshot.answers if entry.scope == "main")
        return self.world.but(answers=main, sub_keys=keys, key=key)

    @staticmethod
    def own_key(proof: KeyProof = READ_ONLY, *, listed: bool | None = True) -> SubAccountKey:
        """A key that is configured for it."""
        return SubAccountKey(account="okx-grid", scope="grid01", proof=proof, listed=listed)

    def test_its_rows(self) -> None:
        """Everything but the key and what belongs to the main account."""
        rows = [entry.area for entry in judge(self.world).coverage if entry.scope == "grid01"]
        assert rows == [
            area.value for area in AREAS if area not in (Area.ACCOUNT_KEY, Area.SUB_ACCOUNTS)
        ]

    def test_without_its_own_key(self) -> None:
        """Blind areas are manual, those that the main key can see are unknown."""
        of = judge(self.unseen())
        for area in ("orders.open", "earn.flexible", "account.totals"):
            found = row(of, area, "grid01")
            assert (found.status, found.manual) == (Status.MANUAL, "blind:master_blind")
        for area in ("wallet.funding", "wallet.trading", "loans.margin"):
            assert row(of, area, "grid01").status is Status.UNKNOWN
            assert row(of, area, "grid01").reasons == (Reason(cause=Cause.NOT_SUPPORTED),)

    @pytest.mark.parametrize(
        ("proof", "listed", "reason"),
        [
            (READ_ONLY, True, Reason(cause=Cause.NOT_SUPPORTED)),
            (READ_ONLY, False, Reason(cause=Cause.NOT_ASKED)),
            (READ_ONLY, None, Reason(cause=Cause.NOT_ASKED)),
            (ActingKey(owner=OWNER, permissions=()), None, Reason(cause=Cause.NOT_ASKED)),
            (RejectedKey(reason=TIRED), None, Reason(cause=Cause.NOT_ASKED)),
            (UnprovenKey(reason=TIRED), None, TIRED),
        ],
    )
    def test_with_its_own_key(self, proof: KeyProof, listed: bool | None, reason: Reason) -> None:
        """A key that could have seen it makes a person's job of nothing, whatever became of it."""
        of = judge(self.unseen(self.own_key(proof, listed=listed)))
        for area in ("orders.open", "wallet.funding"):
            found = row(of, area, "grid01")
            assert (found.status, found.reasons) == (Status.UNKNOWN, (reason,))

    def test_the_key_of_another_sub_account_changes_nothing(self) -> None:
        """A key speaks for its own sub-account only."""
        key = SubAccountKey(account="x", scope="other", proof=READ_ONLY, listed=True)
        assert row(judge(self.unseen(key)), "orders.open", "grid01").status is Status.MANUAL

    def test_what_was_seen_counts(self) -> None:
        """A thing in a blind area is a thing."""
        of = judge(self.world.holding("orders.open", DUST, scope="grid01"))
        assert row(of, "orders.open", "grid01").status is Status.HOLDING
        assert row(of, "orders.open").status is Status.CLEAR

    @pytest.mark.parametrize("answer", [seen(), NotOpened(reasons=(NEVER_OPENED,))])
    def test_what_was_not_seen_by_a_blind_key_proves_nothing(self, answer: AnyAnswer) -> None:
        """What such a key was shown is not all there is, until the sub-account's own key looks."""
        world = self.world.answered("orders.open", answer, "grid01")
        assert row(judge(world), "orders.open", "grid01").status is Status.MANUAL
        own = row(judge(world.but(sub_keys=(self.own_key(),))), "orders.open", "grid01")
        assert own.status in (Status.CLEAR, Status.NOT_OPENED)

    def test_a_failed_look_in_a_blind_area_is_unknown(self) -> None:
        """Somebody did look, so somebody could have seen it."""
        of = judge(self.world.answered("orders.open", unknown(), "grid01"))
        assert row(of, "orders.open", "grid01").status is Status.UNKNOWN

    @pytest.mark.parametrize("key", [UnprovenKey(reason=TIRED), RejectedKey(reason=TIRED)])
    def test_without_a_proved_main_key_nothing_is_a_persons_job(self, key: KeyProof) -> None:
        """Another scan could see it."""
        of = judge(self.unseen(key=key))
        assert {e.status for e in of.coverage if e.scope == "grid01"} == {Status.UNKNOWN}


class TestAKeyOfASubAccountAlone:
    """A sub-account that is scanned by itself, without its main account."""

    world = CLEAR.but(key=OF_A_SUB)

    def test_what_only_a_main_account_can_see(self) -> None:
        """It is a person's job."""
        found = row(judge(self.world.answered("sub-accounts", None)), "sub-accounts")
        assert (found.status, found.manual) == (Status.MANUAL, "blind:main_only")

    def test_everything_else(self) -> None:
        """It could have been seen."""
        for area in ("wallet.funding", "orders.open", "account.key"):
            assert row(judge(self.world.answered(area, None)), area).status is Status.UNKNOWN

    def test_what_was_seen_counts(self) -> None:
        """Nothing that such a key is shown makes it clear."""
        assert row(judge(self.world), "sub-accounts").status is Status.MANUAL
        of = judge(self.world.answered("sub-accounts", unknown()))
        assert row(of, "sub-accounts").status is Status.UNKNOWN


def test_a_confirmed_row_says_when() -> None:
    """The day stands on the rows that a person has looked at, and on no others."""
    world = (
        clear_world("grid01")
        .answered("orders.open", unknown(NOT_FOR_YOU))
        .answered("orders.open", unknown(TIRED), "grid01")
        .decided(confirm("p2p"), confirm("orders.open"))
    )
    of = judge(world)
    assert row(of, "manual.p2p").confirmed_on is not None
    assert row(of, "manual.authenticator").confirmed_on is None
    assert row(of, "orders.open").confirmed_on is not None
    assert row(of, "orders.open", "grid01").confirmed_on is None


def test_what_else_was_looked_at_in_a_sub_account() -> None:
    """It has a row of its own; the row of the key belongs to the account alone."""
    area = Area.ACCOUNT_RESTRICTIONS.value
    assert area not in AREAS
    with_sub = clear_world("grid01").answered(Area.ACCOUNT_KEY, seen(), "grid01")
    judged = judge(with_sub.holding(area, DUST, scope="grid01"))
    assert row(judged, area, "grid01").status is Status.HOLDING
    assert (Area.ACCOUNT_KEY, "grid01") not in {(each.area, each.scope) for each in judged.coverage}


def test_a_key_of_which_the_policy_says_nothing() -> None:
    """Whatever was looked at in the account itself has a row."""
    areas = tuple(area for area in AREAS if area is not Area.ACCOUNT_KEY)
    policy = POLICY.model_copy(update={"areas": areas})
    of = judge(replace(CLEAR, policy=policy).answered(Area.ACCOUNT_KEY, unknown()))
    assert row(of, Area.ACCOUNT_KEY).status is Status.UNKNOWN


def test_an_account_that_could_not_be_scanned() -> None:
    """Nothing is known, which is said once, of its key."""
    report = not_scanned("main", "okx", "the key is gone", POLICY)
    (told,) = report.coverage
    assert (told.area, told.scope, told.status) == ("account.key", "main", Status.UNKNOWN)
    assert told.reasons == (Reason(cause=Cause.NOT_ASKED, text="the key is gone"),)
    assert (report.account, report.exchange, report.key) == ("main", "okx", None)
    assert report.verdict is Verdict.INCOMPLETE
    (found,) = report.findings
    assert (found.rule, found.area, found.reasons) == ("could-not-look", told.area, told.reasons)


@pytest.mark.parametrize("proof", [READ_ONLY, UnprovenKey(reason=TIRED), RejectedKey(reason=TIRED)])
def test_the_key_of_another_sub_account_explains_nothing(proof: KeyProof) -> None:
    """Why nobody looked is told by the keys that could have."""
    other = SubAccountKey(account="x", scope="other", proof=proof, listed=False)
    unseen = clear_world("grid01", "other").but(sub_keys=(other,))
    of = judge(unseen.answered("wallet.funding", None, "grid01"))
    assert row(of, "wallet.funding", "grid01").reasons == (Reason(cause=Cause.NOT_SUPPORTED),)


def test_a_refusal_that_is_known_to_prove_nothing() -> None:
    """What a policy says to a user about a code does not make it a person's job."""
    says = Fallback(
        **SOURCED,
        requests=("orders",),
        codes=("59000",),
        outcome=Outcome.UNKNOWN,
        meaning="nobody knows",
    )
    policy = POLICY.model_copy(update={"fallbacks": (*POLICY.fallbacks, says)})
    for reasons in ((refused("orders", "59000"),), (NOT_FOR_YOU, refused("orders", "59000"))):
        world = replace(CLEAR, policy=policy).answered("orders.open", unknown(*reasons))
        told = row(judge(world), "orders.open")
        assert (told.status, told.manual) == (Status.UNKNOWN, "")
