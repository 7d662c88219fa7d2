"""Takes out of what is stored whatever names other people or machines.

What the gate hands on is redacted already; this is the second lock on the same door,
because what is stored stays. The names of the account's own sub-accounts (on Binance,
e-mail addresses) are the scopes of the report and stay.
"""

from collections.abc import Collection
from typing import Any, TypeVar

from readiness.domain.base import Frozen
from readiness.domain.items import Relation, SubAccount
from readiness.domain.report import AccountReport
from readiness.domain.snapshot import Snapshot
from readiness.gate.redact import without_personal

_Model = TypeVar("_Model", bound=Frozen)


def own_names(report: AccountReport, snapshot: Snapshot | None) -> frozenset[str]:
    """The names of the account's own sub-accounts."""
    scopes = {row.scope for row in report.coverage}
    if snapshot is None:
        return frozenset(scopes)
    listed = {
        item.name
        for _, _, item in snapshot.items()
        if isinstance(item, SubAccount) and item.relation is Relation.OWN
    }
    return frozenset({*scopes, *snapshot.scopes, *listed})


def scrubbed(model: _Model, own: Collection[str]) -> _Model:
    """The same report or snapshot without anybody else's addresses and numbers."""
    return type(model).model_validate(_clean(model.model_dump(), own))


def _clean(value: Any, own: Collection[str]) -> Any:
    if isinstance(value, str):
        return without_personal(value, own)
    if isinstance(value, dict):
        return {key: _clean(part, own) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_clean(part, own) for part in value)
    return value
