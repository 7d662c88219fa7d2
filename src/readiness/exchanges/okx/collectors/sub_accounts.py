"""Sub-accounts that exist."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Item, Relation, SubAccount
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.account import EntrustedSubAccount, SubAccountRow


def listed(rows: Sequence[SubAccountRow], _: Traits) -> Iterator[Item]:
    """Every sub-account, frozen ones too."""
    for row in rows:
        yield SubAccount(
            name=row.sub_acct,
            uid=row.uid,
            type=row.type,
            enabled=row.enable,
            frozen_functions=tuple(row.frozen_func),
        )


def entrusted(rows: Sequence[EntrustedSubAccount], _: Traits) -> Iterator[Item]:
    """Sub-accounts of others that this account's trading team manages."""
    for row in rows:
        yield SubAccount(name=row.sub_acct, relation=Relation.ENTRUSTED)
