"""Earn: what is allocated, told in the area that its terms belong to."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.amount import Exact, Unreadable, total
from readiness.domain.items import Holding, Item, Nature
from readiness.exchanges.amounts import AnyAmount, first_left, less, negative, owed
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.kraken.names import asset_of
from readiness.exchanges.kraken.wire.earn import Allocation, AllocationStatus, Part
from readiness.exchanges.wire import mandatory

TERMS: Final = "terms:"
"""What the name of a trait begins with that says how a strategy can be left."""

_AT_ONCE: Final = frozenset({"flex", "instant"})
_BONDED: Final = frozenset({"bonded", "timed"})

Terms = Callable[[str | None], bool]
"""Whether a kind of lock belongs to an area."""


def at_once(lock: str | None) -> bool:
    """It can be left at once."""
    return lock in _AT_ONCE


def bonded(lock: str | None) -> bool:
    """It takes its time to leave it."""
    return lock in _BONDED


def unheard_of(lock: str | None) -> bool:
    """Nobody says how it can be left."""
    return not at_once(lock) and not bonded(lock)


def allocated(terms: Terms) -> RowReader:
    """What is in the strategies with some terms."""

    def read(rows: Sequence[Allocation], traits: Traits) -> Iterator[Item]:
        for row in rows:
            if terms(traits.get(f"{TERMS}{row.strategy_id}")):
                yield from _parts(row)

    return read


def _parts(row: Allocation) -> Iterator[Holding]:
    """Each part that has a date or is on its way by itself, then the rest."""
    amounts, asset = row.amount_allocated, asset_of(row.native_asset)
    moving = (
        ("bonding", amounts.bonding, Nature.EARN),
        ("unbonding", amounts.unbonding, Nature.REDEEMING),
        ("exit_queue", amounts.exit_queue, Nature.REDEEMING),
    )
    told: list[AnyAmount] = []
    for state, part, nature in moving:
        if part is not None:
            told.append(part.native)
            yield from _dated(row.strategy_id, asset, state, part, nature)
    if amounts.pending is not None and first_left(mandatory(amounts.pending.native)):
        pending = mandatory(amounts.pending.native)
        # Money that comes out is told as less than nothing.
        nature = Nature.REDEEMING if negative(pending) else Nature.EARN
        yield _holding(row.strategy_id, asset, "pending", owed(pending), nature)
    whole = mandatory(amounts.total.native)
    rest = less(whole, [total(told)])
    left = first_left(rest if isinstance(rest, Exact) else whole)
    # Less than nothing only means that the parts tell more than the whole, if they tell anything.
    if left and not (negative(left) and first_left(*told)):
        yield Holding(nature=Nature.EARN, id=row.strategy_id, asset=asset, amount=left)


def _dated(strategy: str, asset: str, state: str, part: Part, nature: Nature) -> Iterator[Holding]:
    for entry in part.allocations:
        if first_left(mandatory(entry.native)):
            item = _holding(
                strategy, asset, f"{state}:{entry.created_at}", mandatory(entry.native), nature
            )
            free = nature is Nature.REDEEMING
            yield item.model_copy(update={"clears_at": entry.expires}) if free else item
    dated = [mandatory(entry.native) for entry in part.allocations]
    whole = mandatory(part.native)
    rest = less(whole, [total(dated)])
    left = first_left(rest if isinstance(rest, Exact) else whole)
    if left and not (negative(left) and first_left(*dated)):
        yield _holding(strategy, asset, state, left, nature)


def _holding(strategy: str, asset: str, state: str, amount: AnyAmount, nature: Nature) -> Holding:
    return Holding(
        nature=nature,
        id=f"{strategy}:{state}",
        asset=asset,
        amount=amount,
        details=(("state", state.partition(":")[0]),),
    )


def under_way(nature: Nature, state: str) -> RowReader:
    """Strategies into or out of which something is on its way; how much is not shown."""

    def read(rows: Sequence[AllocationStatus], _: Traits) -> Iterator[Item]:
        for row in rows:
            if row.pending:
                amount = Unreadable(raw=wording.NOT_SHOWN)
                yield _holding(row.strategy, "", state, amount, nature)

    return read
