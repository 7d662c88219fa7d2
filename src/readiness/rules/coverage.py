"""The coverage: for every area that must be accounted for, what came of looking.

What the policy names and nobody looked at is ``unknown``: leaving a collector out
can never make an account look emptier.
"""

from collections.abc import Mapping

from readiness.domain.answer import Cause, NotOpened, Reason, Seen, Unknown, items_of
from readiness.domain.area import Area, manual_area
from readiness.domain.items import Debt, Item
from readiness.domain.key import ActingKey, OwnerKind, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.domain.policy import Outcome, Policy
from readiness.domain.report import CoverageRow, Status
from readiness.domain.scope import MAIN, Scope
from readiness.domain.snapshot import Snapshot

_ANSWERS = frozenset({Cause.EXCHANGE_CODE, Cause.HTTP_STATUS})
"""Only an answer can be a refusal; a failure on the way never is."""


def cover(snapshot: Snapshot, policy: Policy) -> tuple[CoverageRow, ...]:
    """One row for every area and scope, and one for every manual item."""
    answers = {(entry.area, entry.scope): entry.answer for entry in snapshot.answers}
    rows = [
        _row(snapshot, policy, area, scope, answers.get((area, scope)))
        for scope in snapshot.scopes
        for area in _areas(snapshot, policy, scope)
    ]
    rows += [
        CoverageRow(
            area=manual_area(item.item),
            scope=MAIN,
            status=Status.MANUAL,
            manual=f"manual:{item.item}",
        )
        for item in policy.manual
    ]
    return tuple(rows)


def _areas(snapshot: Snapshot, policy: Policy, scope: Scope) -> tuple[str, ...]:
    """What must be accounted for, and whatever else was looked at."""
    of_main = {*policy.main_only.areas, Area.ACCOUNT_KEY} if scope != MAIN else set[Area]()
    required = [area.value for area in policy.areas if area not in of_main]
    looked_at = [
        entry.area
        for entry in snapshot.answers
        if entry.scope == scope and (scope == MAIN or entry.area != Area.ACCOUNT_KEY.value)
    ]
    return tuple(dict.fromkeys((*required, *looked_at)))


def _row(
    snapshot: Snapshot,
    policy: Policy,
    area: str,
    scope: Scope,
    answer: Seen | NotOpened | Unknown | None,
) -> CoverageRow:
    if answer is None:
        return _not_looked(snapshot, policy, area, scope)
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
    traits = snapshot.traits_of(scope)
    # What other looks have seen is told in findings of its own, and stays in the way.
    manual = _listed_as_manual(answer.reasons, traits, policy)
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
    reasons: tuple[Reason, ...], traits: Mapping[str, str], policy: Policy
) -> str:
    """The policy's entry, if it lists every one of these refusals as a person's job."""
    entries = []
    for reason in reasons:
        fallback = policy.fallback(reason.request, reason.code, traits)
        if reason.cause not in _ANSWERS or fallback is None:
            return ""
        if fallback.outcome is Outcome.UNKNOWN:
            return ""
        if fallback.outcome is Outcome.MANUAL:
            entries.append(f"fallback:{reason.request}:{reason.code}")
    return entries[0] if entries else ""


def _not_looked(snapshot: Snapshot, policy: Policy, area: str, scope: Scope) -> CoverageRow:
    """A row for what nobody looked at: a person's job only where no key could have seen it."""
    if area == Area.ACCOUNT_KEY.value and isinstance(snapshot.key, ActingKey):
        # Asked and answered: there is a power to act, and it has to go.
        return CoverageRow(area=area, scope=scope, status=Status.HOLDING, items=1)
    blind = _blind(snapshot, policy, area, scope)
    if blind:
        return CoverageRow(area=area, scope=scope, status=Status.MANUAL, manual=f"blind:{blind}")
    return CoverageRow(
        area=area, scope=scope, status=Status.UNKNOWN, reasons=(_why_not(snapshot, area, scope),)
    )


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
    if not isinstance(snapshot.key, ReadOnlyKey):
        return ""
    if scope == MAIN:
        of_sub = snapshot.key.owner.kind is OwnerKind.SUB
        return "main_only" if of_sub and area in policy.main_only.areas else ""
    has_own_key = any(entry.scope == scope for entry in snapshot.sub_keys)
    return "master_blind" if not has_own_key and area in policy.master_blind.areas else ""
