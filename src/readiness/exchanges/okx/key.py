"""What OKX says about a key: ``account/config``."""

from collections.abc import Sequence
from typing import Final

from readiness.domain.key import ActingKey, Owner, OwnerKind, ReadOnlyKey
from readiness.exchanges.okx.wire.account import AccountConfig

READ_ONLY: Final = "read_only"


def read_key(rows: Sequence[AccountConfig]) -> ReadOnlyKey | ActingKey:
    """Read-only means exactly that: any other or unknown permission is a power to act."""
    config = rows[0]
    main_uid = config.main_uid or config.uid
    kind = OwnerKind.MAIN if config.uid == main_uid else OwnerKind.SUB
    owner = Owner(uid=config.uid, main_uid=main_uid, kind=kind)
    permissions = tuple(sorted({token.strip() for token in config.perm.split(",")}))
    if permissions != (READ_ONLY,):
        return ActingKey(owner=owner, permissions=permissions)
    traits = (("mode", config.acct_lv), ("type", config.type))
    return ReadOnlyKey(owner=owner, permissions=permissions, traits=traits)
