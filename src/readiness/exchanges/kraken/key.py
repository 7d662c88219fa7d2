"""What Kraken says about a key: ``GetApiKeyInfo``, and what the account has in Earn."""

from collections.abc import Mapping, Sequence
from typing import Final

from readiness.domain.key import ActingKey, Owner, OwnerKind, ReadOnlyKey
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kraken.collectors.earn import TERMS
from readiness.exchanges.kraken.wire.account import ApiKeyInfo
from readiness.exchanges.kraken.wire.earn import Allocation, Strategy
from readiness.exchanges.reader import Read

READING: Final = frozenset(
    {
        "query-funds",
        "query-open-trades",
        "query-closed-trades",
        "query-ledger",
        "export-data",
    }
)
"""Permissions that give no power to act; every other one, known or not, is such a power."""

_NO_DATE: Final = "0"
_SEES: Final = "sees"
_A_PART: Final = "part"


def read_key(rows: Sequence[ApiKeyInfo]) -> ReadOnlyKey | ActingKey:
    """Read-only means that the key may ask and nothing else; without any permission it cannot.

    The internal bank number of the account tells whose the key is. That a key belongs to a
    sub-account of an institution is told nowhere.
    """
    info = rows[0]
    uid = "".join(info.iban.split())
    owner = Owner(uid=uid, main_uid=uid, kind=OwnerKind.MAIN)
    permissions = tuple(sorted(set(info.permissions)))
    if not permissions or not READING.issuperset(permissions):
        return ActingKey(owner=owner, permissions=permissions)
    whole = info.query_from == _NO_DATE and info.query_to == _NO_DATE
    sees = "all" if whole else _A_PART
    return ReadOnlyKey(owner=owner, permissions=permissions, traits=((_SEES, sees),))


def sees_a_part(traits: Traits) -> bool:
    """Whether the key hides what lies before or after a day."""
    return traits.get(_SEES) == _A_PART


def identify(key: ReadOnlyKey, reads: Mapping[str, Read]) -> ReadOnlyKey:
    """The key, with the terms of the strategies that the account has something in.

    What could not be read stays unsaid: then what is in Earn is told as other Earn.
    """
    rows = [row for read in reads.values() for row in read.rows]
    used = {row.strategy_id for row in rows if isinstance(row, Allocation)}
    terms = (
        (f"{TERMS}{row.id}", row.lock_type.type)
        for row in rows
        if isinstance(row, Strategy) and row.id in used
    )
    return key.model_copy(update={"traits": (*key.traits, *terms)})
