"""What KuCoin says about a key, and which family of accounts its owner has."""

from collections.abc import Mapping, Sequence
from typing import Final

from readiness.domain.key import ActingKey, Owner, OwnerKind, ReadOnlyKey
from readiness.exchanges.kucoin.catalogue.service import MODE
from readiness.exchanges.kucoin.wire.account import AccountMode, KeyInfo
from readiness.exchanges.reader import Read

GENERAL: Final = "General"
"""The permission that every key has, and the only one that cannot act."""


def read_key(rows: Sequence[KeyInfo]) -> ReadOnlyKey | ActingKey:
    """Read-only means ``General`` and nothing else; any other word is a power to act."""
    info = rows[0]
    kind = OwnerKind.MAIN if info.is_master else OwnerKind.SUB
    # A sub-account's key does not say whose sub-account it is.
    owner = Owner(uid=info.uid, main_uid=info.uid if info.is_master else "", kind=kind)
    permissions = tuple(sorted({word.strip() for word in info.permission.split(",")}))
    if permissions != (GENERAL,):
        return ActingKey(owner=owner, permissions=permissions)
    return ReadOnlyKey(owner=owner, permissions=permissions, traits=(("kind", kind.value),))


def identify(key: ReadOnlyKey, reads: Mapping[str, Read]) -> ReadOnlyKey:
    """Which family of accounts there is; where that could not be read, it stays unsaid."""
    traits = dict(key.traits)
    for row in reads[MODE.id].rows:
        assert isinstance(row, AccountMode)  # noqa: S101 - the catalogue says so
        traits["mode"] = row.self_account_mode.value
    return key.model_copy(update={"traits": tuple(traits.items())})
