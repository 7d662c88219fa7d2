"""What the key itself proved about its powers, before anything else was asked."""

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from readiness.domain.answer import Reason
from readiness.domain.base import Frozen


class OwnerKind(StrEnum):
    """Whether a key belongs to a main account or to a sub-account."""

    MAIN = "main"
    SUB = "sub"


class Owner(Frozen):
    """Who a key belongs to.

    Attributes:
        uid: the exchange's id of the account that owns the key; empty if it did not tell.
        main_uid: the id of the main account above it; the same for a main key, empty where
            the exchange does not tell it.
        whole_uid: where the account is a part of one at another exchange: the uid of that
            one, as the other exchange tells it; empty where it is no part, or not told.
    """

    uid: str
    main_uid: str
    kind: OwnerKind
    whole_uid: str = ""


class ReadOnlyKey(Frozen):
    """Proved: the key can read and nothing else."""

    kind: Literal["read-only"] = "read-only"
    owner: Owner
    permissions: tuple[str, ...]
    traits: tuple[tuple[str, str], ...] = ()
    """Facts of the account that decide what can be asked (account mode, ...)."""


class ActingKey(Frozen):
    """The key can act, or carries a power that nobody here knows.

    ``owner`` is ``None`` where another question would be needed to learn it: an acting
    key is asked nothing more.
    """

    kind: Literal["acting"] = "acting"
    owner: Owner | None
    permissions: tuple[str, ...]


class RejectedKey(Frozen):
    """The exchange rejects the key, or what was sent with it."""

    kind: Literal["rejected"] = "rejected"
    reason: Reason


class UnprovenKey(Frozen):
    """The question about the key failed; nothing else may be asked."""

    kind: Literal["unproven"] = "unproven"
    reason: Reason


def same_owner(part: ReadOnlyKey, whole: ReadOnlyKey) -> bool | None:
    """Whether a part's key and the account's own belong together; ``None`` if nobody tells."""
    told = (part.owner.whole_uid, whole.owner.uid)
    return told[0] == told[1] if all(told) else None


KeyProof: TypeAlias = Annotated[
    ReadOnlyKey | ActingKey | RejectedKey | UnprovenKey, Field(discriminator="kind")
]
