"""Rule: a key can act, is not understood, or is rejected."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.area import Area
from readiness.domain.decision import Closure
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import ActingKey, KeyProof, RejectedKey
from readiness.domain.policy import KeyGone, Policy
from readiness.domain.scope import MAIN, Scope
from readiness.rules.interface import Case, Rule

ID: Final = "key-refused"
PROBABLY_CLOSED: Final = "probably-closed"


def gone(proof: KeyProof, policy: Policy, ended: Closure | None) -> KeyGone | None:
    """Why a rejected key means that the account is probably closed; ``None`` if it does not.

    Args:
        proof: what came of asking about the account's own key.
        policy: what is known of the exchange's codes.
        ended: the closing request whose waiting period is over.
    """
    if ended is None or not isinstance(proof, RejectedKey):
        return None
    known = policy.error(proof.reason.code)
    return known.key_gone if known else None


def judge(case: Case) -> Iterator[Finding]:
    """One finding for a key that may not be used: sub-accounts' and parts' keys included."""
    yield from _judge_key(case, MAIN, case.snapshot.account, case.snapshot.key)
    for entry in case.snapshot.sub_keys:
        if entry.stranger:
            yield _finding(case, entry.scope, entry.account, "other-account")
        else:
            yield from _judge_key(case, entry.scope, entry.account, entry.proof)
    for part in case.snapshot.parts:
        if part.stranger:
            yield _finding(case, MAIN, part.account, "other-whole", account=case.snapshot.account)
        else:
            yield from _judge_key(case, MAIN, part.account, part.proof)


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
        # A sub-account or a part that is gone says nothing about the account itself.
        own = proof is case.snapshot.key
        sign = gone(proof, case.policy, case.ended) if own else None
        if sign and case.ended:
            finding = _finding(
                case,
                scope,
                name,
                PROBABLY_CLOSED,
                requested_on=str(case.ended.requested_on),
                ends_on=str(case.ended.ends_on),
            ).model_copy(update={"source": str(sign.source)})
        else:
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
        PROBABLY_CLOSED: (
            "The account is probably closed: the exchange answers that the key {subject} does not "
            "exist ({reason}), and the waiting period of the closing request of {requested_on} "
            "ended on {ends_on}. It is no proof: {also}"
        ),
        "other-account": (
            "The key {subject} does not belong to the sub-account it is configured for. "
            "Its answers are not used."
        ),
        "other-whole": (
            "The key {subject} does not belong to the same account as the key of {account}. "
            "Its answers are not used."
        ),
    },
    judge=judge,
    remedies={
        "rejected": "Correct what the exchange rejects, then scan again.",
        PROBABLY_CLOSED: (
            "Try to log in at the exchange's own app or site. If the account is gone: remove the "
            "key with `readiness keys delete {subject}`, then the account from the configuration."
        ),
        "other-account": "Give the entry the key of the sub-account that it names.",
        "other-whole": "Give both entries keys that were made in one and the same account.",
    },
)
