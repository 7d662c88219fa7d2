"""Everything one scan saw of one account: plain data that can be saved and replayed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from pydantic import model_validator

from readiness.domain.answer import Answer, items_of
from readiness.domain.area import AreaId
from readiness.domain.base import AwareDatetime, Frozen
from readiness.domain.items import Item, Relation, SubAccount
from readiness.domain.key import KeyProof, ReadOnlyKey
from readiness.domain.scope import MAIN, Scope, sub_scope


class AreaAnswer(Frozen):
    """What came of looking at one area of one scope."""

    area: AreaId
    scope: Scope
    answer: Answer


class SubAccountKey(Frozen):
    """What came of a sub-account's own key.

    Attributes:
        account: the user's name for it.
        scope: the sub-account it is configured for.
        proof: what the key proved about itself.
        listed: whether the main account lists this key's owner under that name;
            ``None`` when its list could not be read.
    """

    account: str
    scope: Scope
    proof: KeyProof
    listed: bool | None

    @property
    def trusted(self) -> bool:
        """Whether its answers may stand for the sub-account."""
        return self.listed is True and isinstance(self.proof, ReadOnlyKey)

    @property
    def stranger(self) -> bool:
        """Whether it was proved to belong to somebody else."""
        return self.listed is False and isinstance(self.proof, ReadOnlyKey)


class PartLook(Frozen):
    """What the key of a part of the account has shown; see ``Policy.parts``.

    Attributes:
        account: the user's name for it.
        family: the family of its exchange.
        proof: what the key proved about itself.
        same: whether it belongs to the owner of the account's own key; ``None`` when
            neither exchange tells.
        sub_scopes: the sub-accounts that it lists.
        answers: at most one per area and scope; what is absent was not looked at.
    """

    account: str
    family: str
    proof: KeyProof
    same: bool | None
    sub_scopes: tuple[Scope, ...] = ()
    answers: tuple[AreaAnswer, ...] = ()

    @property
    def trusted(self) -> bool:
        """Whether its answers may stand in the account's entry."""
        return self.same is not False and isinstance(self.proof, ReadOnlyKey)

    @property
    def stranger(self) -> bool:
        """Whether it was proved to belong to somebody else."""
        return self.same is False and isinstance(self.proof, ReadOnlyKey)

    @model_validator(mode="after")
    def _one_answer_for_each_place(self) -> Self:
        _check_places(self.answers)
        return self


class Requests(Frozen):
    """How many requests left, were repeated, or were refused by the gate."""

    sent: int = 0
    retried: int = 0
    refused: int = 0


class Snapshot(Frozen):
    """One account as it was seen.

    Attributes:
        account: the user's name for it.
        exchange: the exchange's id.
        key: what the key proved about itself.
        sub_scopes: the sub-accounts that exist, each with its own scope.
        sub_keys: the sub-accounts' own keys, as far as the user configured them.
        parts: what the keys of its parts have shown, as far as the user configured them.
        answers: at most one per area and scope; what is absent was not looked at.
    """

    account: str
    exchange: str
    started_at: AwareDatetime
    finished_at: AwareDatetime
    key: KeyProof
    sub_scopes: tuple[Scope, ...] = ()
    sub_keys: tuple[SubAccountKey, ...] = ()
    parts: tuple[PartLook, ...] = ()
    answers: tuple[AreaAnswer, ...] = ()
    requests: Requests = Requests()

    @model_validator(mode="after")
    def _one_answer_for_each_place(self) -> Self:
        _check_places(self.answers)
        return self

    def traits_of(self, scope: Scope) -> Mapping[str, str]:
        """What is known of the account behind a scope, by the key that was used for it."""
        own = next((key.proof for key in self.sub_keys if key.scope == scope), self.key)
        return dict(own.traits) if isinstance(own, ReadOnlyKey) else {}

    def items(self) -> Iterator[tuple[str, Scope, Item]]:
        """Every item seen, complete answers and partial ones alike."""
        for entry in self.answers:
            for item in items_of(entry.answer):
                yield entry.area, entry.scope, item

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The account itself, then every sub-account that anything speaks of."""
        listed = [
            sub_scope(item.name)
            for _, scope, item in self.items()
            if scope == MAIN and isinstance(item, SubAccount) and item.relation is Relation.OWN
        ]
        keys = [key.scope for key in self.sub_keys]
        of_parts = [scope for part in self.parts for scope in part.sub_scopes]
        answered = [entry.scope for entry in self.answers]
        scopes = (MAIN, *self.sub_scopes, *listed, *keys, *of_parts, *answered)
        return tuple(dict.fromkeys(scopes))

    def whole_knows(self, scope: Scope) -> bool:
        """Whether a scope is the account's own, and not only that of a part of it."""
        if all(scope not in part.sub_scopes for part in self.parts):
            return True
        return scope in (MAIN, *self.sub_scopes, *(key.scope for key in self.sub_keys))


def _check_places(answers: Iterable[AreaAnswer]) -> None:
    """Two answers for one place could contradict each other, and one would be lost."""
    places = Counter((entry.area, entry.scope) for entry in answers)
    twice = [f"{area} of {scope}" for (area, scope), count in places.items() if count > 1]
    if twice:
        raise ValueError(f"more than one answer for {', '.join(twice)}")
