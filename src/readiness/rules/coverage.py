"""The coverage: for every area that must be accounted for, what came of looking.

What the policy names and nobody looked at is ``unknown``: leaving a collector out
can never make an account look emptier.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from readiness.domain.answer import Answer, Cause, NotOpened, Reason, Seen, Unknown, items_of
from readiness.domain.area import Area, manual_area
from readiness.domain.items import Debt, Item
from readiness.domain.key import ActingKey, OwnerKind, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.domain.policy import Outcome, Policy
from readiness.domain.report import CoverageRow, Status
from readiness.domain.scope import MAIN, Scope
from readiness.domain.snapshot import Snapshot
from readiness.rules.parts import blind, required

_ANSWERS = frozenset({Cause.EXCHANGE_CODE, Cause.HTTP_STATUS})
"""Only an answer can be a refusal; a failure on the way never is."""


def cover(snapshot: Snapshot, policy: Policy) -> tuple[CoverageRow, ...]:
    """One row for every area and scope, and one for every manual item."""
    answers: dict[Scope, dict[str, Answer]] = defaultdict(dict)
    for entry in snapshot.answers:
        answers[entry.scope][entry.area] = entry.answer
    rows = [
        _row(snapshot, policy, area, scope, answers[scope].get(area))
        for scope in snapshot.scopes
        for area in _areas(snapshot, policy, scope, answers[scope])
    ]
    rows += [
        CoverageRow(
            area=manual_area(item), scope=MAIN, status=Status.MANUAL, manual=f"manual:{item}"
        )
        for item in _manual(snapshot, policy)
    ]
    return tuple(rows)


def _manual(snapshot: Snapshot, policy: Policy) -> Iterator[str]:
    """The items that a person has to look at, in place of which no key was configured."""
    looks = [(part, policy.part(part.family)) for part in snapshot.parts]
    replaced = {known.part_of.replaces for _, known in looks if known and known.part_of}
    yield from (entry.item for entry in policy.manual if entry.item not in replaced)
    for part, known in looks:
        if known and known.part_of:
            settled = {known.part_of.unproven} if part.same else set[str]()
            yield from (entry.item for entry in known.manual if entry.item not in settled)


def _areas(
    snapshot: Snapshot, policy: Policy, scope: Scope, answered: Iterable[str]
) -> tuple[str, ...]:
    """What must be accounted for, and whatever else was looked at."""
    parts = [part for part in snapshot.parts if scope in (MAIN, *part.sub_scopes)]
    policies = [known for part in parts if (known := policy.part(part.family))]
    if snapshot.whole_knows(scope):
        policies.insert(0, policy)
    named = [area.value for known in policies for area in required(known, scope)]
    looked_at = [area for area in answered if scope == MAIN or area != Area.ACCOUNT_KEY.value]
    return tuple(dict.fromkeys((*named, *looked_at)))


def _row(
    snapshot: Snapshot,
    policy: Policy,
    area: str,
    scope: Scope,
    answer: Seen | NotOpened | Unknown | None,
) -> CoverageRow:
    if answer is None:
        return _not_looked(snapshot, policy, area, scope)
    acts = any(isinstance(part.proof, ActingKey) for part in snapshot.parts)
    if acts and area == Area.ACCOUNT_KEY:
        return _acting(area, scope)
    blind = _blind(snapshot, policy, area, scope)
    if blind and not items_of(answer) and not isinstance(answer, Unknown):
        # What such a key saw of it is not all there is.
        return CoverageRow(area=area, scope=scope, status=Status.MANUAL, manual=f"blind:{blind}")
    if isinstance(answer, Seen):
        status = Status.HOLDING if answer.items else Status.CLEAR
        return CoverageRow(area=area, scope=scope, status=status, items=_count(answer.items))
    if isinstance(answer, NotOpened):
        status = Status.NOT_OPENED
        return CoverageRow(area=area, scope=scope, status=status, reasons=answer.reasons)
    # What other looks have seen is told in findings of its own, and stays in the way.
    manual = _listed_as_manual(answer.reasons, snapshot, policy, scope)
    return CoverageRow(
        area=area,
        scope=scope,
        status=Status.MANUAL if manual else Status.UNKNOWN,
        items=_count(answer.partial),
        reasons=answer.reasons,
        manual=manual,
    )


def _count(items: tuple[Item, ...]) -> int:
    """How many things; several views of the debts in one asset are one debt."""
    return len({item.asset if isinstance(item, Debt) else item for item in items})


def _listed_as_manual(
    reasons: tuple[Reason, ...], snapshot: Snapshot, policy: Policy, scope: Scope
) -> str:
    """The policy's entry, if it lists every one of these refusals as a person's job."""
    entries = []
    for reason in reasons:
        traits = _traits(snapshot, policy, scope, reason.request)
        fallback = policy.fallback(reason.request, reason.code, traits)
        if reason.cause not in _ANSWERS or fallback is None:
            return ""
        if fallback.outcome is Outcome.UNKNOWN:
            return ""
        if fallback.outcome is Outcome.MANUAL:
            entries.append(f"fallback:{reason.request}:{reason.code}")
    return entries[0] if entries else ""


def _traits(snapshot: Snapshot, policy: Policy, scope: Scope, request: str) -> Mapping[str, str]:
    """What is known of the account, by the key that a request was made with."""
    for part in snapshot.parts:
        known = policy.part(part.family)
        if known and any(request in entry.requests for entry in known.fallbacks):
            return dict(part.proof.traits) if isinstance(part.proof, ReadOnlyKey) else {}
    return snapshot.traits_of(scope)


def _not_looked(snapshot: Snapshot, policy: Policy, area: str, scope: Scope) -> CoverageRow:
    """A row for what nobody looked at: a person's job only where no key could have seen it."""
    if area == Area.ACCOUNT_KEY and isinstance(snapshot.key, ActingKey):
        return _acting(area, scope)
    blind = _blind(snapshot, policy, area, scope)
    if blind:
        return CoverageRow(area=area, scope=scope, status=Status.MANUAL, manual=f"blind:{blind}")
    return CoverageRow(
        area=area, scope=scope, status=Status.UNKNOWN, reasons=(_why_not(snapshot, area, scope),)
    )


def _acting(area: str, scope: Scope) -> CoverageRow:
    """Asked and answered: there is a power to act, and it has to go."""
    return CoverageRow(area=area, scope=scope, status=Status.HOLDING, items=1)


def _why_not(snapshot: Snapshot, area: str, scope: Scope) -> Reason:
    """Why nobody looked: the key of this scope, or a collector that does not exist yet."""
    proofs = [snapshot.key, *(key.proof for key in snapshot.sub_keys if key.scope == scope)]
    for proof in proofs:
        if isinstance(proof, UnprovenKey):
            return proof.reason
        if isinstance(proof, RejectedKey) and area == Area.ACCOUNT_KEY.value:
            return proof.reason
        if not isinstance(proof, ReadOnlyKey):
            return Reason(cause=Cause.NOT_ASKED)
    if any(key.scope == scope and not key.trusted for key in snapshot.sub_keys):
        return Reason(cause=Cause.NOT_ASKED)
    return Reason(cause=Cause.NOT_SUPPORTED)


def _blind(snapshot: Snapshot, policy: Policy, area: str, scope: Scope) -> str:
    """Which kind of key it is that cannot see an area; empty if all of them can."""
    if not isinstance(snapshot.key, ReadOnlyKey):
        return ""
    kind = _blind_whole(snapshot, snapshot.key, policy, area, scope)
    if kind:
        return kind
    for part in snapshot.parts:
        kind = blind(part, policy.part(part.family), area, scope)
        if kind:
            return f"{kind}:{part.family}"
    return ""


def _blind_whole(
    snapshot: Snapshot, key: ReadOnlyKey, policy: Policy, area: str, scope: Scope
) -> str:
    if scope == MAIN:
        of_sub = key.owner.kind is OwnerKind.SUB
        return "main_only" if of_sub and area in policy.main_only.areas else ""
    own_key = any(entry.scope == scope for entry in snapshot.sub_keys)
    seen = own_key or not snapshot.whole_knows(scope)
    return "master_blind" if not seen and area in policy.master_blind.areas else ""
