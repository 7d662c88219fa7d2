"""Random worlds for hypothesis: every kind of thing an account can hold, and what was seen of it.

A world is a snapshot with the decisions of a user and a day. Most of it is clear, so that
every verdict turns up often; the small policy that goes with it names few areas.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st
from tests.small_policy import AREAS, MANUAL_DAYS, POLICY

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.answer import Cause, Evidence, NotOpened, Proof, Reason, Seen, Unknown
from readiness.domain.area import Area
from readiness.domain.decision import Acknowledgement, Confirmation, Decisions
from readiness.domain.items import (
    Bot,
    CopyTie,
    CopyTrading,
    Debt,
    Direction,
    Discrepancy,
    Effect,
    Eligibility,
    Holding,
    Item,
    Movement,
    Nature,
    Order,
    Position,
    Relation,
    Restriction,
    Setting,
    Stage,
    SubAccount,
    Total,
    Transfer,
)
from readiness.domain.key import (
    ActingKey,
    KeyProof,
    Owner,
    OwnerKind,
    ReadOnlyKey,
    RejectedKey,
    UnprovenKey,
)
from readiness.domain.policy import Policy
from readiness.domain.scope import MAIN, Scope
from readiness.domain.snapshot import AreaAnswer, Snapshot, SubAccountKey

AnyAnswer: TypeAlias = Seen | NotOpened | Unknown
AnyAmount: TypeAlias = Exact | NotStated | Unreadable

ACCOUNT: Final = "okx-main"
NOW: Final = datetime(2026, 11, 23, 8, tzinfo=UTC)
TODAY: Final = NOW.date()
OWNER: Final = Owner(uid="1", main_uid="1", kind=OwnerKind.MAIN)
READ_ONLY: Final = ReadOnlyKey(owner=OWNER, permissions=("read_only",))
SUB_SCOPES: Final = ("grid01", "sub:main")

NOT_FOR_YOU: Final = Reason(cause=Cause.EXCHANGE_CODE, request="orders", code="51070", attempts=1)
NEVER_OPENED: Final = Reason(cause=Cause.EXCHANGE_CODE, request="savings", code="58002", attempts=1)
TIRED: Final = Reason(cause=Cause.EXCHANGE_CODE, request="orders", code="50026", attempts=4)


# -- things ------------------------------------------------------------------------------------

exact_amounts = st.decimals(
    min_value=Decimal("1e-18"), max_value=Decimal("1e6"), places=18, allow_nan=False
).map(lambda value: Exact(value=value))
amounts: st.SearchStrategy[AnyAmount] = st.one_of(
    exact_amounts, st.just(NotStated()), st.builds(Unreadable, raw=st.sampled_from(["1,0", "NaN"]))
)
assets = st.sampled_from(["BTC", "USDT", "LUNC", "", "(unnamed)", "BTC:bots", "a/b#2", "钱"])
ids = st.integers(10**17, 10**18 - 1).map(str)
details = st.lists(st.tuples(st.sampled_from("ab"), st.text(max_size=3)), max_size=2).map(tuple)
moments = st.none() | st.datetimes(
    NOW.replace(year=2020, tzinfo=None), NOW.replace(year=2030, tzinfo=None), timezones=st.just(UTC)
)

ITEMS: Final[dict[str, st.SearchStrategy[Item]]] = {
    "holding": st.builds(
        Holding,
        nature=st.sampled_from(Nature),
        id=st.just("") | ids,
        asset=assets,
        amount=amounts,
        frozen=amounts,
        value_usd=amounts,
        clears_at=moments,
        details=details,
    ),
    "order": st.builds(
        Order,
        id=ids | st.just(""),
        order_type=st.just("limit"),
        instrument=st.just("BTC-USDT"),
        side=st.sampled_from(["buy", "sell"]),
        size=amounts,
        state=st.just("live"),
        details=details,
    ),
    "position": st.builds(
        Position,
        id=ids | st.just(""),
        instrument=st.just("BTC-USDT-SWAP") | st.just(""),
        side=st.just("long"),
        size=amounts | st.just(Exact(value=Decimal(0))),
        margin=amounts,
        value_usd=amounts,
    ),
    "debt": st.builds(
        Debt,
        asset=assets,
        amount=amounts,
        interest=amounts,
        value_usd=amounts,
        view=st.sampled_from(["balance", "limits"]),
    ),
    "transfer": st.builds(
        Transfer,
        id=ids | st.just(""),
        direction=st.sampled_from(Direction),
        asset=assets,
        amount=amounts,
        state=st.just("17"),
        stage=st.sampled_from(Stage),
        since=moments,
    ),
    "bot": st.builds(
        Bot,
        id=ids,
        bot_type=st.just("grid"),
        instrument=st.just("BTC-USDT"),
        state=st.just("running"),
        asset=assets,
        invested=amounts,
    ),
    "copy-trading": st.builds(
        CopyTrading, tie=st.sampled_from(CopyTie), id=ids, asset=assets, amount=amounts
    ),
    "setting": st.builds(
        Setting, name=st.just("auto"), effect=st.sampled_from(Effect), asset=assets
    ),
    "restriction": st.builds(Restriction, code=st.just("51024"), text=st.text(max_size=5)),
    "movement": st.builds(Movement, id=ids, asset=assets, amount=amounts, at=moments),
    "total": st.builds(Total, place=st.sampled_from(["funding", "classic"]), value_usd=amounts),
    "eligibility": st.builds(
        Eligibility, type=st.sampled_from(["pending_orders", "asset_validation", "something_new"])
    ),
    "discrepancy": st.builds(Discrepancy, subject=st.just("funding"), value_usd=amounts),
    "sub-account": st.builds(
        SubAccount,
        name=st.sampled_from(["grid01", "main"]),
        uid=ids,
        enabled=st.booleans(),
        frozen_functions=st.sampled_from([(), ("trading",)]),
        relation=st.sampled_from(Relation),
    ),
}
"""A strategy for each kind of item."""

items: st.SearchStrategy[Item] = st.one_of(*ITEMS.values())


# -- what came of looking ----------------------------------------------------------------------


def evidence(request: str = "request") -> Evidence:
    """That one request was read to its end."""
    return Evidence(request=request, proof=Proof.LAST_PAGE, answers=1, rows=0, read_at=NOW)


def seen(*found: Item) -> Seen:
    """Read to the end."""
    return Seen(items=found, evidence=(evidence(),))


def unknown(*reasons: Reason, partial: tuple[Item, ...] = ()) -> Unknown:
    """Not read to the end."""
    return Unknown(reasons=reasons or (TIRED,), partial=partial)


reasons = st.sampled_from(
    [
        TIRED,
        NOT_FOR_YOU,
        NEVER_OPENED,
        Reason(cause=Cause.TIMEOUT, request="orders", attempts=4),
        Reason(cause=Cause.EXCHANGE_CODE, request="elsewhere", code="51070", attempts=1),
        Reason(cause=Cause.RATE_LIMIT, request="orders", code="51070", attempts=4),
        Reason(cause=Cause.BAD_BODY, request="savings", text="51070", attempts=4),
    ]
)
several_reasons = st.lists(reasons, min_size=1, max_size=2).map(tuple)
few_items = st.lists(items, max_size=2).map(tuple)
answers: st.SearchStrategy[AnyAnswer] = st.one_of(
    st.builds(Seen, items=few_items, evidence=st.just((evidence(),))),
    st.just(NotOpened(reasons=(NEVER_OPENED,))),
    st.builds(Unknown, reasons=several_reasons),
    st.builds(Unknown, reasons=several_reasons, partial=few_items),
)
owners = st.sampled_from([OWNER, Owner(uid="2", main_uid="1", kind=OwnerKind.SUB)])
proofs: st.SearchStrategy[KeyProof] = st.one_of(
    st.builds(ReadOnlyKey, owner=owners, permissions=st.just(("read_only",))),
    st.builds(ActingKey, owner=owners, permissions=st.just(("read_only", "trade"))),
    st.builds(RejectedKey, reason=reasons),
    st.builds(UnprovenKey, reason=reasons),
)


# -- worlds ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class World:
    """An account as it was seen, and what its owner has decided about it."""

    snapshot: Snapshot
    decisions: Decisions = Decisions()  # noqa: RUF009 - frozen
    today: date = TODAY
    policy: Policy = POLICY

    def but(self, **changes: Any) -> "World":
        """The same world with another snapshot."""
        return replace(self, snapshot=_changed(self.snapshot, **changes))

    def decided(self, *decisions: Acknowledgement | Confirmation) -> "World":
        """The same world with further decisions."""
        more = Decisions(
            acknowledgements=(
                *self.decisions.acknowledgements,
                *(entry for entry in decisions if isinstance(entry, Acknowledgement)),
            ),
            confirmations=(
                *self.decisions.confirmations,
                *(entry for entry in decisions if isinstance(entry, Confirmation)),
            ),
        )
        return replace(self, decisions=more)

    def answered(self, area: str, answer: AnyAnswer | None, scope: Scope = MAIN) -> "World":
        """The same world with another answer, or with none."""
        entries = [
            entry for entry in self.snapshot.answers if (entry.area, entry.scope) != (area, scope)
        ]
        if answer is not None:
            entries.append(AreaAnswer(area=area, scope=scope, answer=answer))
        return self.but(answers=tuple(entries))

    def holding(self, area: str, *found: Item, scope: Scope = MAIN) -> "World":
        """The same world with something in an area."""
        return self.answered(area, seen(*found), scope)


def _changed(snapshot: Snapshot, **changes: Any) -> Snapshot:
    fields = {name: getattr(snapshot, name) for name in Snapshot.model_fields}
    return Snapshot(**{**fields, **changes})


def clear_world(*subs: Scope, policy: Policy = POLICY) -> World:
    """Every area of the policy was read and is empty, of the sub-accounts as well."""
    of_main = {*policy.main_only.areas, Area.ACCOUNT_KEY}
    listed = tuple(
        SubAccount(name=name.removeprefix("sub:"), uid=str(index), relation=Relation.OWN)
        for index, name in enumerate(subs, 2)
    )
    found = [
        AreaAnswer(
            area=area.value,
            scope=scope,
            answer=seen(*listed) if area is Area.SUB_ACCOUNTS else seen(),
        )
        for scope in (MAIN, *subs)
        for area in policy.areas
        if scope == MAIN or area not in of_main
    ]
    snapshot = Snapshot(
        account=ACCOUNT,
        exchange="okx",
        started_at=NOW,
        finished_at=NOW + timedelta(seconds=4),
        key=READ_ONLY,
        sub_scopes=subs,
        answers=tuple(found),
    )
    return World(snapshot, policy=policy)


def confirm(item: str, on: date = TODAY, account: str = ACCOUNT) -> Confirmation:
    """A person has looked."""
    return Confirmation(account=account, item=item, on=on)


def all_confirmed(world: World) -> World:
    """Everything that a person can look at was looked at today."""
    return world.decided(
        *(confirm(item.item) for item in world.policy.manual),
        *(confirm(area.value) for area in world.policy.areas),
    )


days_off = st.integers(-40, 40).map(timedelta)
confirmed_items = st.sampled_from(
    [*MANUAL_DAYS, *(area.value for area in AREAS), "*", "no-such-item", "manual.p2p"]
)
confirmations = st.builds(
    Confirmation,
    account=st.sampled_from([ACCOUNT, ACCOUNT, ACCOUNT, "another"]),
    item=confirmed_items,
    on=st.just(TODAY) | days_off.map(lambda days: TODAY + days),
)
sub_keys = st.builds(
    SubAccountKey,
    account=st.just("okx-grid"),
    scope=st.sampled_from(SUB_SCOPES),
    proof=st.one_of(st.just(READ_ONLY), proofs),
    listed=st.sampled_from([True, True, False, None]),
)


def acknowledgements(fingerprints: Sequence[str]) -> st.SearchStrategy[Acknowledgement]:
    """Acknowledgements of these findings, some expired, some with too low a limit."""
    return st.builds(
        Acknowledgement,
        fingerprint=st.sampled_from([*fingerprints, f"{ACCOUNT}/main/wallet.funding/GONE"]),
        reason=st.just("agreed"),
        until=st.just(TODAY + timedelta(days=9)) | days_off.map(lambda days: TODAY + days),
        up_to=st.one_of(st.none(), st.just(Decimal("1e9")), st.decimals(0, 10, places=18)),
    )


@st.composite
def worlds(draw: st.DrawFn, *, of: st.SearchStrategy[Item] = items) -> World:
    """A world: mostly clear, with a few things in it that are not."""
    subs = draw(st.sampled_from([(), (), ("grid01",), SUB_SCOPES]))
    world = clear_world(*subs)
    here = st.builds(
        Seen, items=st.lists(of, max_size=2).map(tuple), evidence=st.just((evidence(),))
    )
    failed = st.builds(
        Unknown, reasons=several_reasons, partial=st.lists(of, max_size=1).map(tuple)
    )
    changed = st.one_of(here, failed, answers.filter(_shows_nothing), st.none())
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.sampled_from(world.snapshot.answers))
        world = world.answered(place.area, draw(changed), place.scope)
    if subs and draw(st.integers(0, 3)) == 0:
        world = world.but(sub_keys=tuple(draw(st.lists(sub_keys, max_size=2))))
    if draw(st.integers(0, 7)) == 0:
        world = world.but(key=draw(proofs))
    if draw(st.booleans()):
        world = all_confirmed(world)
    return world.decided(*draw(st.lists(confirmations, max_size=2)))


def _shows_nothing(answer: AnyAnswer) -> bool:
    return not (getattr(answer, "items", ()) or getattr(answer, "partial", ()))
