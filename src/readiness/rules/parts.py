"""Puts what the keys of an account's parts have shown into the account's own entry.

Several answers for one place are one answer: of everything that either saw, and complete
only if all of them are. What the policy of a part names and nobody looked at is unknown,
also where the account's own key saw something of the same area; and the reverse.
"""

from collections.abc import Iterator

from readiness.domain.answer import Cause, NotOpened, Reason, Seen, Unknown, items_of
from readiness.domain.area import Area
from readiness.domain.key import OwnerKind, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.domain.policy import Policy
from readiness.domain.scope import MAIN, Scope
from readiness.domain.snapshot import AreaAnswer, PartLook, Snapshot

AnyAnswer = Seen | NotOpened | Unknown


def united(snapshot: Snapshot, policy: Policy) -> Snapshot:
    """The snapshot with one answer for every place, whoever gave it."""
    found: dict[tuple[str, Scope], AnyAnswer] = {
        (entry.area, entry.scope): entry.answer for entry in snapshot.answers
    }
    for part in snapshot.parts:
        for area, scope, answer in _answers(part, policy):
            before = found.get((area, scope))
            found[area, scope] = answer if before is None else both(before, answer)
    for place in _owed(snapshot, policy) & found.keys():
        # A part's key has seen its own side of it, and nobody the other.
        answer = found.pop(place)
        if isinstance(answer, Unknown):
            found[place] = answer
        elif items := items_of(answer):
            found[place] = Unknown(reasons=(Reason(cause=Cause.NOT_ASKED),), partial=items)
    entries = (
        AreaAnswer(area=area, scope=scope, answer=answer) for (area, scope), answer in found.items()
    )
    return snapshot.model_copy(update={"answers": tuple(entries)})


def _owed(snapshot: Snapshot, policy: Policy) -> set[tuple[str, Scope]]:
    """What the account's own keys have to show, and have said nothing about."""
    owed = {
        (area.value, scope)
        for scope in snapshot.scopes
        if snapshot.whole_knows(scope)
        for area in required(policy, scope)
    }
    return owed - {(entry.area, entry.scope) for entry in snapshot.answers}


def both(one: AnyAnswer, other: AnyAnswer) -> AnyAnswer:
    """Two answers for one place, each of which saw another part of what is there."""
    items = (*items_of(one), *items_of(other))
    reasons = [
        reason for each in (one, other) if isinstance(each, Unknown) for reason in each.reasons
    ]
    if reasons:
        return Unknown(reasons=tuple(reasons), partial=items)
    match one, other:
        case NotOpened(reasons=first), NotOpened(reasons=second):
            return NotOpened(reasons=(*first, *second))
        case Seen(evidence=first), Seen(evidence=second):
            return Seen(items=items, evidence=(*first, *second))
        case _:
            return one if isinstance(one, Seen) else other


def _answers(part: PartLook, policy: Policy) -> Iterator[tuple[str, Scope, AnyAnswer]]:
    """What a part's key has shown, and unknown for everything else that it has to show."""
    seen: set[tuple[str, Scope]] = set()
    for entry in () if part.stranger else part.answers:
        seen.add((entry.area, entry.scope))
        yield entry.area, entry.scope, entry.answer
    known = policy.part(part.family)
    for scope in (MAIN, *part.sub_scopes):
        for area in required(known, scope) if known else ():
            if (area.value, scope) not in seen and not blind(part, known, area, scope):
                yield area.value, scope, Unknown(reasons=(_why_not(part, area),))


def required(policy: Policy, scope: Scope) -> tuple[Area, ...]:
    """What has to be accounted for in a scope."""
    if scope == MAIN:
        return policy.areas
    of_main = {*policy.main_only.areas, Area.ACCOUNT_KEY}
    return tuple(area for area in policy.areas if area not in of_main)


def blind(part: PartLook, known: Policy | None, area: str, scope: Scope) -> str:
    """What kind of key a part's is that it cannot see an area; empty if it can."""
    if known is None or not isinstance(part.proof, ReadOnlyKey):
        return ""
    if scope == MAIN:
        of_sub = part.proof.owner.kind is OwnerKind.SUB
        return "main_only" if of_sub and area in known.main_only.areas else ""
    return "master_blind" if scope in part.sub_scopes and area in known.master_blind.areas else ""


def _why_not(part: PartLook, area: Area) -> Reason:
    """Why nobody looked: the key, or a collector that does not exist yet."""
    match part.proof:
        case UnprovenKey(reason=reason):
            return reason
        case RejectedKey(reason=reason) if area is Area.ACCOUNT_KEY:
            return reason
        case ReadOnlyKey() if part.trusted:
            return Reason(cause=Cause.NOT_SUPPORTED)
        case _:
            return Reason(cause=Cause.NOT_ASKED)
