"""From reads to answers: what failed is never left out, what was seen is never lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import HttpUrl
from tests.exchanges.support import Desk

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.answer import Cause, Evidence, NotOpened, Proof, Reason, Seen, Unknown
from readiness.domain.area import Area
from readiness.domain.items import Holding, Item, Order, Relation, Restriction, SubAccount
from readiness.domain.policy import Confidence, ErrorCode, Fallback, Handling, Outcome, Policy
from readiness.domain.snapshot import AreaAnswer
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.collect import Fetched, answers, distinct
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.reader import Read, joined
from readiness.exchanges.wire import CamelRow, WireText
from readiness.simulator import OkxAccount, rows

NOW: Final = datetime(2026, 11, 23, tzinfo=UTC)
AREA: Final = Area.ORDERS_OPEN
ABSENT, MANUAL, FINAL_CODE = "70000", "50030", "99999"


class Named(CamelRow):
    """A row that is nothing but a name."""

    name: WireText


def order(name: str) -> Order:
    return Order(id=name, order_type="", instrument="", side="", size=NotStated(), state="")


def orders(found: Sequence[Any], _: object) -> Iterable[Item]:
    return [order(row.name) for row in found]


def request(name: str, *, proves: bool = True) -> Request:
    return Request(
        id=name,
        route=get(name),
        ccxt_method="",
        limit=per_user(1),
        purpose="",
        source=documented("x"),
        row=Named,
        feeds=(Feed(AREA, orders, proves=proves),),
    )


def evidence(name: str, count: int) -> Evidence:
    return Evidence(request=name, proof=Proof.SINGLE_ANSWER, answers=1, rows=count, read_at=NOW)


def seen(name: str, *names: str) -> Read:
    found = tuple(Named(name=entry) for entry in names)
    return Read(rows=found, evidence=(evidence(name, len(found)),))


def failed(name: str, code: str = FINAL_CODE, cause: Cause = Cause.EXCHANGE_CODE) -> Read:
    return Read(reasons=(Reason(cause=cause, request=name, code=code, attempts=1),))


def policy(*names: str) -> Policy:
    """A policy that lists one code as absence and one as a person's job."""

    def listed(code: str, outcome: Outcome) -> Fallback:
        return Fallback(
            requests=names,
            codes=(code,),
            outcome=outcome,
            meaning="",
            source=HttpUrl("https://www.okx.com/"),
            checked=date(2026, 6, 27),
            confidence=Confidence.HIGH,
        )

    fallbacks = (listed(ABSENT, Outcome.NOT_OPENED), listed(MANUAL, Outcome.MANUAL))
    return Desk().policy.model_copy(update={"fallbacks": fallbacks})


def answer(*reads: Read, proves: bool = True) -> Seen | NotOpened | Unknown:
    """The one area's answer after some reads of one request."""
    entry = Fetched(request("look", proves=proves), joined(reads))
    (found,) = answers([entry], "main", {}, policy("look"))
    return found.answer


def test_everything_seen_is_seen() -> None:
    """Two reads, both to the end: all their items, with both proofs."""
    found = answer(seen("look", "a"), seen("look", "b"))
    assert isinstance(found, Seen)
    assert [item.id for item in found.items if isinstance(item, Order)] == ["a", "b"]
    assert len(found.evidence) == 2


def test_nothing_seen_to_the_end_is_seen() -> None:
    """An empty list that was read to the end is an answer with no items."""
    assert answer(seen("look")) == Seen(items=(), evidence=(evidence("look", 0),))


@pytest.mark.parametrize("code", [FINAL_CODE, MANUAL])
def test_one_failed_read_makes_it_unknown(code: str) -> None:
    """Whatever the others saw, one look is missing; what they saw is kept."""
    found = answer(seen("look", "a"), failed("look", code), seen("look"))
    assert isinstance(found, Unknown)
    assert [reason.code for reason in found.reasons] == [code]
    assert len(found.partial) == 1


def test_a_listed_refusal_does_not_hide_what_another_call_saw() -> None:
    """One call is refused as not opened, another has found something: it is there."""
    found = answer(failed("look", ABSENT), seen("look", "a"))
    assert isinstance(found, Seen)
    assert len(found.items) == 1


def test_a_listed_refusal_does_not_hide_a_failure() -> None:
    """One call is refused as not opened, another fails: unknown, and only that is the reason."""
    absent, broken = failed("look", ABSENT), failed("look")
    for reads in ((absent, broken), (broken, absent)):
        found = answer(*reads)
        assert isinstance(found, Unknown)
        assert FINAL_CODE in {reason.code for reason in found.reasons}


def test_only_refusals_that_prove_absence_are_not_opened() -> None:
    """All calls are refused with the listed code."""
    found = answer(failed("look", ABSENT), failed("look", ABSENT))
    assert isinstance(found, NotOpened)


@pytest.mark.parametrize("cause", [cause for cause in Cause if cause is not Cause.EXCHANGE_CODE])
def test_a_listed_code_from_elsewhere_proves_nothing(cause: Cause) -> None:
    """Only the exchange's own code counts; a status or a text that looks like it does not."""
    assert isinstance(answer(failed("look", ABSENT, cause)), Unknown)


def test_a_code_listed_for_another_request_proves_nothing() -> None:
    """The policy lists requests and codes together."""
    entry = Fetched(request("other"), failed("other", ABSENT))
    (found,) = answers([entry], "main", {}, policy("look"))
    assert isinstance(found.answer, Unknown)


def test_a_feed_that_proves_nothing_alone_leaves_the_area_open() -> None:
    """A look that can only add to an area does not make it clear."""
    entry = Fetched(request("look", proves=False), seen("look"))
    assert answers([entry], "main", {}, policy("look")) == ()
    assert isinstance(answer(seen("look", "a"), proves=False), Seen)


def test_a_feed_that_proves_nothing_keeps_what_it_saw() -> None:
    """What it saw before it failed is there all the same."""
    entry = Fetched(request("look", proves=False), joined([seen("look", "a"), failed("look")]))
    (found,) = answers([entry], "main", {}, policy("look"))
    assert not isinstance(found.answer, NotOpened)
    items = found.answer.items if isinstance(found.answer, Seen) else found.answer.partial
    assert len(items) == 1


def test_one_request_says_nothing_about_another() -> None:
    """Two requests of one area: one is seen, one fails, and the area is unknown."""
    entries = [
        Fetched(request("one"), seen("one", "a")),
        Fetched(request("two"), failed("two")),
    ]
    (found,) = answers(entries, "main", {}, policy("one"))
    assert isinstance(found.answer, Unknown)
    assert [reason.request for reason in found.answer.reasons] == ["two"]
    assert len(found.answer.partial) == 1


KINDS: Final = ("empty", "full", "failed", "absent", "manual")


@given(st.lists(st.sampled_from(KINDS), min_size=1, max_size=6))
def test_any_mixture_of_reads(kinds: list[str]) -> None:
    """The order of calls does not matter, and the answer follows from what there is."""
    reads = {
        "empty": seen("look"),
        "full": seen("look", "a"),
        "failed": failed("look"),
        "absent": failed("look", ABSENT),
        "manual": failed("look", MANUAL),
    }
    found = answer(*(reads[kind] for kind in kinds))
    assert type(found) is type(answer(*(reads[kind] for kind in reversed(kinds))))
    items = (
        found.items
        if isinstance(found, Seen)
        else found.partial
        if isinstance(found, Unknown)
        else ()
    )
    assert bool(items) == ("full" in kinds)
    if {"failed", "manual"} & set(kinds):
        assert isinstance(found, Unknown)
    elif {"empty", "full"} & set(kinds):
        assert isinstance(found, Seen)
    else:
        assert isinstance(found, NotOpened)


# -- which reasons are told, and what they say of the account itself -----------------------------


OTHER: Final = Area.TRANSFERS_INTERNAL
RESTRICTED: Final = "80000"


def other(name: str, read: Read, *, adds_only: bool = False) -> Fetched:
    """A request about another area."""
    feed = Feed(OTHER, lambda rows, _: [order(row.name) for row in rows])
    return Fetched(replace(request(name), feeds=(feed,), adds_only=lambda _: adds_only), read)


def rows_of(*names: str) -> tuple[Named, ...]:
    return tuple(Named(name=name) for name in names)


def test_only_what_failed_is_the_reason() -> None:
    """A refusal that proves absence is no reason beside a failure, and other areas are none."""
    absent, broken = failed("look", ABSENT), failed("look")
    found = answer(absent, broken)
    assert isinstance(found, Unknown)
    assert found.reasons == broken.reasons
    elsewhere = other("other", failed("other"))
    partly = Fetched(request("look"), Read(rows=rows_of("a"), reasons=absent.reasons))
    by_area = {entry.area: entry.answer for entry in all_answers(partly, elsewhere)}
    # What was seen contradicts the refusal, and nothing proves that it is all there is.
    assert by_area[AREA] == Unknown(reasons=absent.reasons, partial=(order("a"),))
    assert by_area[OTHER] == Unknown(reasons=elsewhere.read.reasons)


def test_what_is_seen_without_proof_is_unknown_for_whatever_failed() -> None:
    """A look that proves nothing has no reasons of its own."""
    adds = Fetched(request("look", proves=False), Read(rows=rows_of("a")))
    elsewhere = other("other", failed("other"))
    by_area = {entry.area: entry.answer for entry in all_answers(adds, elsewhere)}
    assert by_area[AREA] == Unknown(reasons=elsewhere.read.reasons, partial=(order("a"),))


def test_a_request_that_only_adds_proves_no_area_empty() -> None:
    """Nor does its refusal say that anything is unknown."""
    assert all_answers(other("other", seen("other"), adds_only=True)) == ()
    assert all_answers(other("other", failed("other"), adds_only=True)) == ()


def all_answers(*entries: Fetched) -> tuple[AreaAnswer, ...]:
    """All answers, by a policy that knows a code which says that the account is restricted."""
    known = policy("look")
    code = ErrorCode(code=RESTRICTED, meaning="", handling=Handling.FINAL, restricts=True)
    codes = (*known.codes, code)
    return answers(entries, "main", {}, known.model_copy(update={"codes": codes}))


def restricted(*entries: Fetched) -> Seen | NotOpened | Unknown | None:
    """What is told of restrictions."""
    found = {entry.area: entry.answer for entry in all_answers(*entries)}
    return found.get(Area.ACCOUNT_RESTRICTIONS)


def words(text: str, read: Read) -> Fetched:
    """A request about restrictions that shows one."""
    told = Restriction(code="status", text=text)
    feed = Feed(Area.ACCOUNT_RESTRICTIONS, lambda rows, _: [told] if rows else [])
    return Fetched(replace(request("words"), feeds=(feed,)), read)


BLOCKED: Final = Reason(
    cause=Cause.EXCHANGE_CODE, request="other", code=RESTRICTED, text="Frozen.", attempts=1
)
TOLD: Final = Restriction(code=RESTRICTED, text="Frozen.")
UNDER_REVIEW: Final = Restriction(code="status", text="Under review")


def test_a_refusal_says_that_the_account_is_restricted() -> None:
    """Whatever was asked; beside what was seen of restrictions, and beside what failed there."""
    refused = other("other", Read(reasons=(BLOCKED, BLOCKED)))
    assert restricted(refused) == Unknown(reasons=(BLOCKED,), partial=(TOLD,))
    there = words("Under review", seen("words", "a"))
    assert restricted(refused, there) == Seen(
        items=(UNDER_REVIEW, TOLD), evidence=there.read.evidence
    )


def test_what_was_seen_of_restrictions_stays_beside_a_refusal() -> None:
    """Another look that failed takes nothing of it away, and its reason is told, too."""
    refused = other("other", Read(reasons=(BLOCKED,)))
    broken = joined([seen("words", "a"), failed("words")])
    assert restricted(refused, words("Under review", broken)) == Unknown(
        reasons=(*broken.reasons, BLOCKED), partial=(UNDER_REVIEW, TOLD)
    )
    # A refusal of that very request is one reason.
    itself = words("", Read(reasons=(BLOCKED,)))
    assert restricted(itself) == Unknown(reasons=(BLOCKED,), partial=(TOLD,))


def test_nothing_else_says_that_the_account_is_restricted() -> None:
    """Another code, such a code from elsewhere, or a request that only adds what it shows."""
    status = BLOCKED.model_copy(update={"cause": Cause.HTTP_STATUS})
    assert restricted(other("other", failed("other"))) is None
    assert restricted(other("other", Read(reasons=(status,)))) is None
    assert restricted(other("other", Read(reasons=(BLOCKED,)), adds_only=True)) is None


# -- the same thing twice ----------------------------------------------------------------------


def test_the_same_order_seen_twice_is_one() -> None:
    """The newest page and a call by state show the same withdrawal: it is told once."""
    first, second = order("7"), order("7").model_copy(update={"state": "live"})
    assert distinct([first, order("8"), second]) == (second, order("8"))


def test_things_without_an_id_are_never_merged_by_it() -> None:
    """Two orders that the exchange did not number are two."""
    one = order("").model_copy(update={"instrument": "A"})
    two = order("").model_copy(update={"instrument": "B"})
    assert distinct([one, two]) == (one, two)


@pytest.mark.parametrize("name", ["", "same"])
def test_money_is_merged_only_if_everything_about_it_is_the_same(name: str) -> None:
    """An earn order in two assets has one id and two amounts: both are told."""
    dot = Holding(id=name, asset="DOT", amount=Exact(value=Decimal(2)))
    usdt = Holding(id=name, asset="USDT", amount=Exact(value=Decimal(1)))
    more = Holding(id=name, asset="USDT", amount=Exact(value=Decimal(5)))
    assert distinct([dot, usdt, more, dot]) == (dot, usdt, more)


def test_kinds_are_told_apart() -> None:
    """Things of different kinds with one id are different things."""
    sub = SubAccount(name="7")
    assert len(distinct([order("7"), sub, Holding(asset="7", amount=Unreadable(raw="7"))])) == 3


# -- sub-accounts in several lists -------------------------------------------------------------


@pytest.mark.parametrize("named_first", [True, False])
def test_a_sub_account_that_one_list_only_numbers_goes_by_its_name(named_first: bool) -> None:
    """Whichever list is read first, it is one, and it keeps what the better list says."""
    named = SubAccount(name="grid01", uid="7", enabled=False)
    numbered = SubAccount(name="7", uid="7")
    both = [named, numbered] if named_first else [numbered, named]
    assert distinct(both) == (named,)


def test_a_sub_account_that_no_list_names_goes_by_its_number() -> None:
    """There is one, and that is told."""
    numbered = SubAccount(name="7", uid="7")
    assert distinct([numbered, numbered]) == (numbered,)


def test_two_sub_accounts_never_share_a_name() -> None:
    """What is seen of one would else be told of the other."""
    one, two = SubAccount(name="grid01", uid="7"), SubAccount(name="grid01", uid="8")
    told = [item.name for item in distinct([one, two, one]) if isinstance(item, SubAccount)]
    assert told == ["grid01 (7)", "grid01 (8)"]


def test_a_sub_account_is_told_as_it_was_seen_last() -> None:
    """Of two lists that say as much, the later one counts."""
    one, two = SubAccount(name="grid01"), SubAccount(name="grid01", enabled=False)
    assert distinct([one, two]) == (two,)
    assert distinct([SubAccount(name="grid01", uid="7"), one]) == (
        SubAccount(name="grid01", uid="7"),
    )


def test_two_names_of_one_sub_account_are_the_later_one() -> None:
    """An old name that another sub-account has by now is that one's alone."""
    old, new, heir = (
        SubAccount(name=name, uid=uid)
        for name, uid in (("grid01", "7"), ("grid02", "7"), ("grid01", "8"))
    )
    assert distinct([old, new, heir]) == (new, heir)


def test_sub_accounts_of_two_relations_share_neither_names_nor_numbers() -> None:
    """Those of a broker's clients are numbered by themselves."""
    own = SubAccount(name="grid01", uid="7")
    client, namesake = (
        SubAccount(name=name, uid=uid, relation=Relation.CLIENT)
        for name, uid in (("7", "7"), ("grid01", "9"))
    )
    assert distinct([own, client, namesake]) == (own, client, namesake)


def test_a_sub_account_without_any_name_is_told_as_it_is() -> None:
    """It takes no name from another one, and gives none away."""
    first, second = SubAccount(name="", uid="7"), SubAccount(name="", uid="8")
    numbered = SubAccount(name="7", uid="7")
    assert distinct([first, second, numbered]) == (first, second, numbered)


def test_a_name_that_two_share_is_one_beside_a_list_without_numbers() -> None:
    """What has no number gets none."""
    one, two = SubAccount(name="grid01", uid="7"), SubAccount(name="grid01", uid="8")
    told = distinct([one, two, SubAccount(name="grid01")])
    assert [item.name for item in told if isinstance(item, SubAccount)] == [
        "grid01 (7)",
        "grid01 (8)",
        "grid01",
    ]


# -- account modes -----------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [1, 2, 3, 4])
def test_a_debt_is_seen_in_every_account_mode(mode: int) -> None:
    """Borrowed money is told in each mode, wherever that mode shows it."""
    account = OkxAccount(mode=mode, settings={"enableSpotBorrow": True})
    account.trading("USDT", "-25", liab="25", interest="0.1")
    if mode == 2:
        account.put("account/positions", rows.margin_position())
    desk = Desk(account)
    wanted = [
        entry
        for entry in desk.catalogue
        if entry.applies(desk.traits)
        and any(feed.area is Area.LOANS_MARGIN for feed in entry.feeds)
        and not entry.scope_parameter
    ]
    found = desk.fetch(*wanted).by_area()["loans.margin"]
    assert isinstance(found, Seen)
    assert {item.asset for item in found.items if item.kind == "debt"} == {"USDT"}


@pytest.mark.parametrize("mode", [1, 2, 3, 4])
def test_blank_fields_of_a_mode_are_no_debt_and_no_money(mode: int) -> None:
    """What does not apply in a mode is empty; an account with one coin has just that coin."""
    account = OkxAccount(mode=mode)
    account.trading("BTC", "0.5")
    desk = Desk(account)
    found = desk.fetch(desk.catalogue["account/balance"]).by_area()
    wallet, loans = found["wallet.trading"], found["loans.margin"]
    assert isinstance(wallet, Seen)
    assert [item.model_dump(include={"asset", "nature"}) for item in wallet.items] == [
        {"asset": "BTC", "nature": "own"}
    ]
    assert isinstance(loans, Seen)
    assert loans.items == ()


def test_every_kind_of_money_in_one_currency_is_told_apart() -> None:
    """Own, bots, copy trading, snipers, lent: one line each, none of them twice."""
    account = OkxAccount()
    account.trading(
        "USDT", "10", bots="2", copy="3", sync="4", fixed="1", auto_lend="5", reward="6"
    )
    desk = Desk(account)
    found = desk.fetch(desk.catalogue["account/balance"]).by_area()["wallet.trading"]
    assert isinstance(found, Seen)
    told = {
        item.nature.value: item.amount.value
        for item in found.items
        if isinstance(item, Holding) and isinstance(item.amount, Exact)
    }
    assert told == {
        "own": 10,
        "bots": 2,
        "copy-trading": 7,
        "sniper": 1,
        "lent": 5,
        "trial-fund": 6,
    }


@pytest.mark.parametrize("amount", ["1e20", "1e30", "1e99", "-1e99", "1e-99", "9" * 90])
def test_an_enormous_amount_is_told_and_does_no_harm(amount: str) -> None:
    """No amount that an exchange can write down makes the scan fall over."""
    account = OkxAccount()
    detail = {"ccy": "USDT", "cashBal": amount, "eq": amount, "eqUsd": amount, "stgyEq": "3"}
    account.put("account/balance", {"details": [detail], "totalEq": amount})
    desk = Desk(account)
    found = desk.fetch(desk.catalogue["account/balance"]).by_area()
    wallet = found["wallet.trading"]
    assert isinstance(wallet, Seen)
    assert wallet.items
