"""Puts a main account's view of a sub-account and the sub-account's own view together."""

from collections.abc import Sequence

from readiness.domain.answer import Seen, Unknown, items_of
from readiness.domain.area import Area
from readiness.domain.key import KeyProof, ReadOnlyKey
from readiness.domain.scope import MAIN, Scope, sub_scope
from readiness.domain.snapshot import AreaAnswer
from readiness.scan.look import own_sub_accounts


def is_listed(proof: KeyProof, scope: Scope, found: Sequence[AreaAnswer]) -> bool | None:
    """Whether the main account lists the key's owner under the configured name.

    ``None`` when that cannot be told: the key is not proved, or the list was not read.
    """
    if not isinstance(proof, ReadOnlyKey):
        return None
    uids = [item.uid for item in own_sub_accounts(found) if sub_scope(item.name) == scope]
    if uids:
        return proof.owner.uid in uids
    complete = any(
        isinstance(entry.answer, Seen)
        for entry in found
        if entry.area == Area.SUB_ACCOUNTS.value and entry.scope == MAIN
    )
    return False if complete else None


def merged(
    main_view: Sequence[AreaAnswer], own_view: Sequence[AreaAnswer]
) -> tuple[AreaAnswer, ...]:
    """Both views: the sub-account's own, unless the main account's shows more."""
    views = {(entry.area, entry.scope): entry for entry in main_view}
    for entry in own_view:
        other = views.get((entry.area, entry.scope))
        if other is None or _tells_more(entry, other):
            views[entry.area, entry.scope] = entry
    return tuple(views.values())


def _tells_more(own: AreaAnswer, other: AreaAnswer) -> bool:
    if isinstance(other.answer, Unknown):
        return True
    if isinstance(own.answer, Unknown):
        return False
    return len(items_of(own.answer)) >= len(items_of(other.answer))
