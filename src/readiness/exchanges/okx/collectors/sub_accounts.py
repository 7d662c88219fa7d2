"""Sub-accounts that exist."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Item, SubAccount
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.account import SubAccountRow


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
