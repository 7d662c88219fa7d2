"""What Bybit says about a key, and about the account behind it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from readiness.domain.key import ActingKey, Owner, OwnerKind, ReadOnlyKey
from readiness.exchanges.bybit.catalogue.modes import MODE, is_told_alike
from readiness.exchanges.bybit.catalogue.service import ACCOUNT_INFO
from readiness.exchanges.bybit.wire.account import ANSWERED_AT, NOBODY, AccountInfo, KeyInfo
from readiness.exchanges.reader import Read

_READ_ONLY: Final = 1
_FLAG: Final = "uta"
"""The key's answer says whether the account is a unified one, before the account does."""


def read_key(rows: Sequence[KeyInfo]) -> ReadOnlyKey | ActingKey:
    """Only ``readOnly`` decides, and only a plain 1 says that the key reads and nothing else.

    The lists of permissions do not: they say what a key is about, and a read-only key has
    them as well. They are shown, with whatever else is there that nobody knows yet.
    """
    info = rows[0]
    permissions = tuple(sorted({*_permissions(info), *_unknown(info)}))
    owner = _owner(info)
    if isinstance(info.read_only, bool) or info.read_only != _READ_ONLY:
        return ActingKey(owner=owner, permissions=("read-write", *permissions))
    traits = (("kind", owner.kind.value), (_FLAG, info.uta))
    return ReadOnlyKey(owner=owner, permissions=permissions, traits=traits)


def _owner(info: KeyInfo) -> Owner:
    uid = info.uid
    kind = OwnerKind.MAIN if info.is_master else OwnerKind.SUB
    above = "" if info.parent_uid in NOBODY else info.parent_uid
    return Owner(uid=uid, main_uid=uid if info.is_master else above, kind=kind)


def _permissions(info: KeyInfo) -> Iterator[str]:
    """``Wallet.AccountTransfer`` and so on; a group of another shape by its name."""
    for group, names in info.permissions.items():
        if isinstance(names, list):
            yield from (f"{group}.{name}" for name in names)
        elif names:
            yield group


_KNOWN: Final = frozenset(
    {
        *("id", "note", "apiKey", "secret", "ips", "type", "deadlineDay", "expiredAt", "createdAt"),
        *("unified", "inviterID", "inviterIDInt64", "vipLevel", "mktMakerLevel", "rsaPublicKey"),
        *("affiliateID", "affiliateIDInt64", "kycLevel", "kycRegion", ANSWERED_AT),
    }
)
"""Fields that say nothing of what the key may do."""


def _unknown(info: KeyInfo) -> Iterator[str]:
    """Fields that are new, unless they plainly say nothing."""
    for name, value in info.unknown_fields().items():
        if name not in _KNOWN and value not in (None, False, 0, "", "0", [], {}):
            yield name


def identify(key: ReadOnlyKey, reads: Mapping[str, Read]) -> ReadOnlyKey:
    """The same key, with the account's mode.

    What could not be read, or is told in two ways, stays unsaid: nothing may be concluded.
    """
    traits = dict(key.traits)
    for row in reads[ACCOUNT_INFO.id].rows:
        assert isinstance(row, AccountInfo)  # noqa: S101 - the catalogue says so
        if is_told_alike(row.unified_margin_status, traits.get(_FLAG, "")):
            traits[MODE] = row.unified_margin_status
    return key.model_copy(update={"traits": tuple(traits.items())})
