"""Puts a main account's view of a sub-account and the sub-account's own view together."""

from collections.abc import Sequence

from readiness.domain.answer import NotOpened, Seen, Unknown, items_of
from readiness.domain.area import Area
from readiness.domain.items import Debt, Holding, Item
from readiness.domain.key import KeyProof, ReadOnlyKey
from readiness.domain.scope import MAIN, Scope, sub_scope
from readiness.domain.snapshot import AreaAnswer
from readiness.scan.look import own_sub_accounts


def is_listed(proof: KeyProof, scope: Scope, found: Sequence[AreaAnswer]) -> bool | None:
    """Whether the main account lists the key's owner under the configured name.

    ``None`` when that cannot be told: the key is not proved, does not tell its owner, or
    the list was not read.
    """
    if not isinstance(proof, ReadOnlyKey) or not proof.owner.uid:
        return None
    listed = [item.uid for item in own_sub_accounts(found) if sub_scope(item.name) == scope]
    uids = [uid for uid in listed if uid]
    if listed:
        return proof.owner.uid in uids if uids else None
    complete = any(
        isinstance(entry.answer, Seen)
        for entry in found
        if entry.area == Area.SUB_ACCOUNTS.value and entry.scope == MAIN
    )
    return False if complete else None


def merged(
    main_view: Sequence[AreaAnswer], own_view: Sequence[AreaAnswer]
) -> tuple[AreaAnswer, ...]:
    """Both views: what either shows is there; what the own key could not see stays unknown."""
    views = {(entry.area, entry.scope): entry for entry in main_view}
    for entry in own_view:
        other = views.get((entry.area, entry.scope))
        views[entry.area, entry.scope] = _both(entry, other) if other else entry
    return tuple(views.values())


def _both(own: AreaAnswer, other: AreaAnswer) -> AreaAnswer:
    """The own key's answer, with what only the main account's key saw."""
    seen = {_name(item) for item in items_of(own.answer)}
    more = tuple(item for item in items_of(other.answer) if _name(item) not in seen)
    if not more:
        return own
    changed: Seen | Unknown
    match own.answer:
        case Seen(items=items) as answer:
            changed = answer.model_copy(update={"items": (*items, *more)})
        case Unknown(partial=items) as answer:
            changed = answer.model_copy(update={"partial": (*items, *more)})
        case NotOpened():
            return other
    return own.model_copy(update={"answer": changed})


def _name(item: Item) -> tuple[str, ...]:
    """What makes two views of a thing the same thing."""
    match item:
        case Holding(nature=nature, asset=asset, id=name):
            return (item.kind, nature.value, asset, name)
        case Debt(asset=asset):
            return (item.kind, asset)
        case _:
            return (item.kind, item.model_dump_json())
