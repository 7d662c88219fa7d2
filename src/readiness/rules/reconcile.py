"""Holds the exchange's own totals and obstacles against what was found.

A total never makes anything clear: it can only say that more is there than anybody
found. Where nothing was found, any value at all is more. Where something was found,
prices of two moments are compared, so a difference of two per cent of what was found
is taken for a price, but never more than one US dollar.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact, is_nothing
from readiness.domain.answer import items_of
from readiness.domain.area import Area
from readiness.domain.items import (
    Discrepancy,
    Eligibility,
    Holding,
    Item,
    Nature,
    Setting,
    Total,
)
from readiness.domain.policy import Obstacle, Policy
from readiness.domain.scope import Scope
from readiness.domain.snapshot import AreaAnswer, Snapshot
from readiness.rules.overlaps import with_items

PRICE_SHARE: Final = Decimal("0.02")
PRICE_MOST_USD: Final = Decimal(1)


def reconciled(snapshot: Snapshot, policy: Policy) -> Snapshot:
    """The snapshot, totals and obstacles replaced by what they show beyond what was found."""
    return snapshot.model_copy(
        update={"answers": tuple(_entry(entry, snapshot, policy) for entry in snapshot.answers)}
    )


def _entry(entry: AreaAnswer, snapshot: Snapshot, policy: Policy) -> AreaAnswer:
    if not any(isinstance(item, Total | Eligibility) for item in items_of(entry.answer)):
        return entry
    items = dict.fromkeys(
        rest
        for item in items_of(entry.answer)
        for rest in _compared(item, entry.scope, snapshot, policy)
    )
    return with_items(entry, tuple(items))


def _compared(item: Item, scope: Scope, snapshot: Snapshot, policy: Policy) -> Iterator[Item]:
    match item:
        case Total():
            yield from _total(item, scope, snapshot, policy)
        case Eligibility():
            yield from _obstacle(item, scope, snapshot, policy)
        case _:
            yield item


def _total(item: Total, scope: Scope, snapshot: Snapshot, policy: Policy) -> Iterator[Item]:
    if is_nothing(item.value_usd):
        return
    wallet = next((entry for entry in policy.wallets if entry.place == item.place), None)
    found = _value(snapshot, wallet.areas if wallet else (), scope)
    if not isinstance(item.value_usd, Exact):
        yield Discrepancy(subject=item.place, value_usd=item.value_usd)
        return
    more = item.value_usd.value - found
    tolerance = min(max(found, Decimal(0)) * PRICE_SHARE, PRICE_MOST_USD)
    if more > tolerance:
        yield Discrepancy(subject=item.place, value_usd=Exact(value=more))


def _value(snapshot: Snapshot, areas: Sequence[Area], scope: Scope) -> Decimal:
    """What was found in some areas, in USD; what nobody can price counts as nothing."""
    wanted = {area.value for area in areas}
    value = Decimal(0)
    for area, owner, item in snapshot.items():
        if area in wanted and owner == scope:
            value += _item_value(item)
    return value


def _item_value(item: Item) -> Decimal:
    match item:
        case Holding(nature=Nature.COLLATERAL):
            return Decimal(0)
        case Holding(value_usd=Exact(value=value)):
            return value
        case _:
            return Decimal(0)


def _obstacle(
    item: Eligibility, scope: Scope, snapshot: Snapshot, policy: Policy
) -> Iterator[Item]:
    known: Obstacle | None = next(
        (entry for entry in policy.obstacles if item.type in entry.types), None
    )
    if known is None:
        yield Discrepancy(subject=item.type)
    elif known.notice:
        yield item
    elif not _anything_in(snapshot, known.areas, scope):
        yield Discrepancy(subject=item.type)


def _anything_in(snapshot: Snapshot, areas: Sequence[Area], scope: Scope) -> bool:
    wanted = {area.value for area in areas}
    return any(
        area in wanted and owner == scope and not isinstance(item, Setting | Total)
        for area, owner, item in snapshot.items()
    )
