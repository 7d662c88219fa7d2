"""Rule: a key can act, is not understood, or is rejected."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.area import Area
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import ActingKey, KeyProof, ReadOnlyKey, RejectedKey
from readiness.domain.scope import MAIN, Scope
from readiness.rules.interface import Case, Rule

ID: Final = "key-refused"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for a key that may not be used, the sub-accounts' own keys included."""
    yield from _judge_key(case, MAIN, case.snapshot.account, case.snapshot.key)
    for entry in case.snapshot.sub_keys:
        if entry.listed is not False or not isinstance(entry.proof, ReadOnlyKey):
            yield from _judge_key(case, entry.scope, entry.account, entry.proof)
        else:
            yield _finding(case, entry.scope, entry.account, "other-account")


def _judge_key(case: Case, scope: Scope, name: str, proof: KeyProof) -> Iterator[Finding]:
    if isinstance(proof, ActingKey):
        yield _finding(
            case,
            scope,
            name,
            "acting",
            permissions=", ".join(filter(None, proof.permissions)) or "none",
        )
    elif isinstance(proof, RejectedKey):
        finding = _finding(case, scope, name, "rejected")
        yield finding.model_copy(update={"reasons": (proof.reason,)})


def _finding(case: Case, scope: Scope, name: str, variant: str, **facts: str) -> Finding:
    return Finding(
        rule=ID,
        variant=variant,
        severity=Severity.BLOCKER,
        area=Area.ACCOUNT_KEY.value,
        scope=scope,
        subject=name,
        facts=tuple(facts.items()),
        source=case.policy.source_of(Area.ACCOUNT_KEY.value),
    )


RULE: Final = Rule(
    id=ID,
    title="The key may not be used",
    why=(
        "A key that can trade, transfer or withdraw is a danger in any program. This tool works "
        "with keys that can do nothing but read, and refuses what it cannot prove to be one."
    ),
    remedy="Make a new key with the permission to read and no other, and delete this one.",
    messages={
        "acting": (
            "The key {subject} is not read-only; its permissions are: {permissions}. "
            "Nothing else was asked."
        ),
        "rejected": "The exchange rejects the key {subject}: {reason}. Nothing else was asked.",
        "other-account": (
            "The key {subject} does not belong to the sub-account it is configured for. "
            "Its answers are not used."
        ),
    },
    judge=judge,
    remedies={
        "rejected": "Correct what the exchange rejects, then scan again.",
        "other-account": "Give the entry the key of the sub-account that it names.",
    },
)
