"""What Kraken says about a key of the derivatives API: ``api-keys/v3/check``."""

from collections.abc import Sequence
from typing import Final

from readiness.domain.key import ActingKey, Owner, OwnerKind, ReadOnlyKey
from readiness.exchanges.kraken_futures.wire.account import KeyCheck

NOTHING: Final = "NO_ACCESS"
READING: Final = "READ_ONLY"


def read_key(rows: Sequence[KeyCheck]) -> ReadOnlyKey | ActingKey:
    """Read-only means that each permission is to read or none at all, known or not.

    The number of the Kraken account that the key belongs to is told to clients of Kraken; it
    is the one that a key of the spot API tells as well. Sub-accounts are Kraken accounts of
    their own, which are linked: to close one, its key is that of a main account.
    """
    check = rows[0]
    whole = "".join(check.iiban.split())
    owner = Owner(
        uid=check.account_uid, main_uid=check.account_uid, kind=OwnerKind.MAIN, whole_uid=whole
    )
    there = {name: value for name, value in check.permissions.items() if value != NOTHING}
    permissions = tuple(sorted(f"{name}.{value}" for name, value in there.items()))
    if any(value != READING for value in there.values()):
        return ActingKey(owner=owner, permissions=permissions)
    return ReadOnlyKey(owner=owner, permissions=permissions)
