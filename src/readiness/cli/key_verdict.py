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
from readiness.report.assemble import key_document
from readiness.report.labels import label
from readiness.rules.key_refused import gone

if TYPE_CHECKING:
    from readiness.domain.policy import Policy


_OWNERS: Final = {OwnerKind.MAIN: "main account", OwnerKind.SUB: "sub-account"}


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
            f"not asked: a closing request of {proof.requested_on} is recorded, and nothing is "
            f"sent to the exchange until {proof.ends_on}"
        )
    key = key_document(proof, policy)
    permissions = label(", ".join(key.permissions)) or "none"
    match proof:
        case ReadOnlyKey(owner=owner):
            return codes.FINE, f"read-only ({permissions}), key of a {_OWNERS[owner.kind]}"
        case ActingKey():
            return codes.REFUSED, (
                f"refused: {key.reason}. Its permissions: {permissions}. Delete it and create one "
                "that can only read"
            )
        case RejectedKey():
            return codes.REFUSED, f"{_rejected(proof, policy, ended)}: {key.reason}"
        case UnprovenKey():
            return codes.NOT_AS_HOPED, f"could not ask: {key.reason}. Try again later"


def _rejected(proof: RejectedKey, policy: "Policy", ended: Closure | None) -> str:
    if ended and gone(proof, policy, ended):
        return (
            "the account is probably closed: the waiting period of the closing request of "
            f"{ended.requested_on} ended on {ended.ends_on}, and the key is rejected by the "
            "exchange"
        )
    return "rejected by the exchange"
