"""A snapshot is everything that one scan saw, and it cannot contradict itself."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from tests.strategies import (
    ITEMS,
    READ_ONLY,
    TIRED,
    World,
    clear_world,
    items,
    proofs,
    seen,
    unknown,
    worlds,
)

from readiness.domain.amount import Exact
from readiness.domain.area import Area
from readiness.domain.items import Holding, Item, Relation, SubAccount
from readiness.domain.key import KeyProof, ReadOnlyKey, RejectedKey
from readiness.domain.scope import MAIN
from readiness.domain.snapshot import AreaAnswer, PartLook, Requests, Snapshot, SubAccountKey

LUNC = Holding(asset="LUNC", amount=Exact.model_validate({"value": "0.0001"}))
DUST = Holding(asset="DUST", amount=Exact.model_validate({"value": "1"}))


def sub_key(proof: KeyProof = READ_ONLY, *, listed: bool | None, scope: str = "g") -> SubAccountKey:
    return SubAccountKey(account="okx-grid", scope=scope, proof=proof, listed=listed)


def part(proof: KeyProof = READ_ONLY, *, same: bool | None = True, **more: Any) -> PartLook:
    fields = {"account": "futures", "family": "okx-futures", "proof": proof, "same": same}
    return PartLook.model_validate({**fields, **more})


def test_the_strategies_know_every_kind_of_item() -> None:
    """A new kind of item makes this test fail until the random worlds can hold it."""
    schema = TypeAdapter(Item).json_schema()
    assert set(ITEMS) == set(schema["discriminator"]["mapping"])


@given(items)
def test_every_item_survives_json(item: Item) -> None:
    """What was found can be saved and read again, digit by digit."""
    adapter: TypeAdapter[Item] = TypeAdapter(Item)
    text = adapter.dump_json(item)
    again = adapter.validate_json(text)
    assert again == item
    assert adapter.dump_json(again) == text


@given(worlds())
def test_every_snapshot_survives_json(world: World) -> None:
    """A scan can be saved, and replayed through the rules later."""
    text = world.snapshot.model_dump_json()
    assert Snapshot.model_validate_json(text) == world.snapshot


@pytest.mark.parametrize("second", [seen(), seen(LUNC), unknown()])
@pytest.mark.parametrize("first", [seen(), seen(LUNC), unknown()])
def test_there_is_one_answer_for_each_place(first: AreaAnswer, second: AreaAnswer) -> None:
    """Two answers for one place cannot be: one of them could hide what the other says."""
    world = clear_world().answered("wallet.funding", None)
    twice = tuple(
        AreaAnswer.model_validate({"area": "wallet.funding", "scope": MAIN, "answer": answer})
        for answer in (first, second)
    )
    with pytest.raises(ValidationError, match=r"wallet\.funding"):
        world.but(answers=(*world.snapshot.answers, *twice))
    with pytest.raises(ValidationError, match=r"wallet\.funding"):
        part(answers=twice)


def test_every_item_is_told_with_its_place() -> None:
    """What complete and failed looks saw comes out, each thing with its area and scope."""
    world = (
        clear_world("g")
        .answered("wallet.funding", seen(LUNC), "g")
        .answered("wallet.funding", unknown(partial=(DUST,)))
        .answered("sub-accounts", seen())
    )
    assert sorted(world.snapshot.items()) == [
        ("wallet.funding", "g", LUNC),
        ("wallet.funding", MAIN, DUST),
    ]


def test_scopes_are_all_that_anything_speaks_of() -> None:
    """A sub-account that is listed, has a key or an answer is looked for, declared or not."""
    listed = SubAccount(name="listed")
    called_main = SubAccount(name="main")
    foreign = SubAccount(name="foreign", relation=Relation.ENTRUSTED)
    world = (
        clear_world("declared")
        .holding("sub-accounts", listed, called_main, foreign)
        .holding("wallet.funding", SubAccount(name="of nobody's list"), scope="answered")
        .but(
            sub_scopes=("declared", "silent"),
            sub_keys=(sub_key(listed=True, scope="with-key"),),
            parts=(part(sub_scopes=("of-a-part",)),),
        )
    )
    assert world.snapshot.scopes[0] == MAIN
    assert set(world.snapshot.scopes) == {
        MAIN,
        "declared",
        "silent",
        "listed",
        "sub:main",
        "with-key",
        "of-a-part",
        "answered",
    }
    assert len(set(world.snapshot.scopes)) == len(world.snapshot.scopes)


def test_an_account_without_sub_accounts_is_one_scope() -> None:
    """Nothing is made up."""
    assert clear_world().snapshot.scopes == (MAIN,)


@given(proofs, st.sampled_from([True, False, None]))
def test_only_a_proved_and_listed_key_stands_for_a_sub_account(
    proof: KeyProof, listed: bool | None
) -> None:
    """Its answers are used only if it is read-only and the main account lists its owner."""
    assert sub_key(proof, listed=listed).trusted == (
        isinstance(proof, ReadOnlyKey) and listed is True
    )
    assert sub_key(proof, listed=listed).stranger == (
        isinstance(proof, ReadOnlyKey) and listed is False
    )


@given(proofs, st.sampled_from([True, False, None]))
def test_only_a_proved_key_stands_for_a_part(proof: KeyProof, same: bool | None) -> None:
    """Nobody's but the owner's; where nobody tells whose it is, a person has to say so."""
    proved = isinstance(proof, ReadOnlyKey)
    assert part(proof, same=same).trusted == (proved and same is not False)
    assert part(proof, same=same).stranger == (proved and same is False)


@pytest.mark.parametrize(
    ("scope", "whole"),
    [(MAIN, True), ("declared", True), ("with-key", True), ("desk", False), ("other", True)],
)
def test_whose_a_sub_account_is(scope: str, *, whole: bool) -> None:
    """What a part alone lists is the part's; what the account knows as well is the account's."""
    listed = (MAIN, "declared", "with-key", "desk")
    world = clear_world("declared").but(
        sub_keys=(sub_key(listed=True, scope="with-key"),), parts=(part(sub_scopes=listed),)
    )
    assert world.snapshot.whole_knows(scope) is whole


def test_what_is_known_of_a_scope() -> None:
    """It is what the key that was used for it has proved; one that proved nothing says nothing."""
    mine = READ_ONLY.model_copy(update={"traits": (("mode", "main"),)})
    own = READ_ONLY.model_copy(update={"traits": (("mode", "own"),)})
    rejected = RejectedKey(reason=TIRED)
    world = clear_world("g", "h").but(
        key=mine,
        sub_keys=(sub_key(rejected, listed=None, scope="h"), sub_key(own, listed=True)),
    )
    assert [world.snapshot.traits_of(scope) for scope in (MAIN, "g", "h", "other")] == [
        {"mode": "main"},
        {"mode": "own"},
        {},
        {"mode": "main"},
    ]


def test_what_a_snapshot_does_not_say() -> None:
    """Nothing was sent, and a sub-account is in order, unless somebody says otherwise."""
    assert clear_world().snapshot.requests == Requests(sent=0, retried=0, refused=0)
    assert SubAccount(name="g") == SubAccount(
        name="g", uid="", type="", enabled=True, frozen_functions=(), relation=Relation.OWN
    )


@pytest.mark.parametrize("area", ["wallet.fundings", "", "manual."])
def test_an_answer_is_for_a_known_area(area: str) -> None:
    """A misspelt area is refused where it is written down."""
    with pytest.raises(ValidationError):
        AreaAnswer(area=area, scope=MAIN, answer=seen())


def test_areas_are_kept_as_their_ids() -> None:
    """An area is the text that reports show, whoever wrote it down."""
    entry = AreaAnswer(area=Area.WALLET_FUNDING, scope=MAIN, answer=seen())
    assert type(entry.area) is str
    assert entry.area == "wallet.funding"
