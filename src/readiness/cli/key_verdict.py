"""What a proof about a key means, in words and as an exit code."""

from typing import TYPE_CHECKING, Final

from readiness.cli import codes
from readiness.domain.decision import Closure
from readiness.domain.key import (
    ActingKey,
    KeyProof,
    OwnerKind,
    ReadOnlyKey,
    RejectedKey,
    UnprovenKey,
)
from readiness.language import listed, message, say
from readiness.report.assemble import key_document
from readiness.report.labels import label
from readiness.rules.key_refused import gone

if TYPE_CHECKING:
    from readiness.domain.policy import Policy


_OWNERS: Final = {
    OwnerKind.MAIN: message("read-only ({permissions}), key of a main account"),
    OwnerKind.SUB: message("read-only ({permissions}), key of a sub-account"),
}


def judge(
    proof: KeyProof | Closure, policy: "Policy", ended: Closure | None = None
) -> tuple[int, str]:
    """The exit code and the sentence for what a key proved about itself.

    Args:
        proof: what it proved; the closing request if nothing was asked.
        policy: what is known of the exchange.
        ended: the account's closing request, once its waiting period is over.
    """
    if isinstance(proof, Closure):
        return codes.NOT_AS_HOPED, (
            say(
                "not asked: a closing request of {requested_on} is recorded, and nothing "
                "is sent to the exchange until {ends_on}",
                requested_on=proof.requested_on,
                ends_on=proof.ends_on,
            )
        )
    key = key_document(proof, policy)
    permissions = listed(map(label, key.permissions)) or say("none")
    match proof:
        case ReadOnlyKey(owner=owner):
            return codes.FINE, say(_OWNERS[owner.kind], permissions=permissions)
        case ActingKey():
            return codes.REFUSED, (
                say(
                    "refused: {reason}. Its permissions: {permissions}. Delete it and "
                    "create one that can only read",
                    reason=key.reason,
                    permissions=permissions,
                )
            )
        case RejectedKey():
            return codes.REFUSED, _rejected(proof, policy, ended, key.reason)
        case UnprovenKey():
            return codes.NOT_AS_HOPED, say(
                "could not ask: {reason}. Try again later", reason=key.reason
            )


def _rejected(
    proof: RejectedKey, policy: "Policy", ended: Closure | None, reason: str | None
) -> str:
    if ended and gone(proof, policy, ended):
        return say(
            "the account is probably closed: the waiting period of the closing "
            "request of {requested_on} ended on {ends_on}, and the key is rejected "
            "by the exchange: {reason}",
            requested_on=ended.requested_on,
            ends_on=ended.ends_on,
            reason=reason,
        )
    return say("rejected by the exchange: {reason}", reason=reason)
