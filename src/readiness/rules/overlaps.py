"""Tells overlaps once.

Some products are counted over the whole account: staked BETH is the same BETH that
lies in the trading account. What a wallet or a redemption already tells is taken
off; only the rest stays in the product's own area.

Amounts by asset among the totals are held against everything that is told of the asset,
and explain nothing else.

A receipt (LDUSDT in a spot wallet) stands for money that flexible Earn tells; a receipt in
an area of Earn (ETH.F in a balance) for what Earn tells of the same asset, in whichever area.
What Earn tells is taken off the receipt; a rest, or a receipt of which Earn knows nothing, is
money like any other.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal, localcontext

from readiness.domain.amount import WIDE, Exact, NotStated
from readiness.domain.answer import Seen, items_of
from readiness.domain.items import Holding, Item, Nature
from readiness.domain.scope import Scope
from readiness.domain.snapshot import AreaAnswer, Snapshot

RECEIPT = "LD"
"""What the name of a receipt begins with; the asset that it stands for follows."""

_WALLETS = "wallet."
_EARN = "earn."
_LENT = "earn.flexible"
_IN_EARN = "in "
"""What the place of money in Earn begins with, where receipts look for it."""
_TOTALS = "account.totals"
_ANYWHERE = ""
_SHARED_BY_ALL = frozenset({"earn.okusd"})
"""Counted over the main account and its sub-accounts together."""


def told_once(snapshot: Snapshot) -> Snapshot:
    """The snapshot, account-wide holdings reduced to what no wallet tells."""
    told = _Told(snapshot)
    rests: dict[tuple[str, Scope], dict[int, Item | None]] = defaultdict(dict)
    # In an order of its own, so that the exchange's does not matter.
    in_order = sorted(_products(snapshot), key=lambda found: (*found[:2], repr(found[3])))
    for area, scope, place, item in in_order:
        rests[area, scope][place] = told.rest(item, area, scope)
    answers = []
    for entry in snapshot.answers:
        changed = rests[entry.area, entry.scope]
        kept = [changed.get(place, item) for place, item in enumerate(items_of(entry.answer))]
        items = tuple(item for item in kept if item is not None)
        answers.append(with_items(entry, items) if changed else entry)
    return snapshot.model_copy(update={"answers": tuple(answers)})


def with_items(entry: AreaAnswer, items: tuple[Item, ...]) -> AreaAnswer:
    """The answer with other items than those it has; what proves it stays."""
    where = "items" if isinstance(entry.answer, Seen) else "partial"
    return entry.model_copy(update={"answer": entry.answer.model_copy(update={where: items})})


def _products(snapshot: Snapshot) -> Iterator[tuple[str, Scope, int, Holding]]:
    for entry in snapshot.answers:
        for place, item in enumerate(items_of(entry.answer)):
            if isinstance(item, Holding) and item.nature in (Nature.ACROSS, Nature.RECEIPT):
                yield entry.area, entry.scope, place, item


class _Told:
    """How much wallets and redemptions tell; what explains one holding explains no other."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._left: dict[tuple[str, str, Scope], Decimal] = defaultdict(Decimal)
        self._everything: dict[tuple[str, str, Scope], Decimal] = defaultdict(Decimal)
        with localcontext(WIDE):
            for area, scope, item in snapshot.items():
                match item:
                    case Holding(amount=Exact(value=value)) if area != _TOTALS:
                        place = (item.asset, _ANYWHERE, scope)
                        self._everything[place] += max(value, Decimal(0))
                match item:
                    case Holding(nature=Nature.OWN, amount=Exact(value=value)) if area.startswith(
                        _WALLETS
                    ):
                        where = _WALLETS
                    case Holding(nature=Nature.REDEEMING, amount=Exact(value=value)):
                        where = area
                    case Holding(nature=Nature.EARN, amount=Exact(value=value)):
                        where = _IN_EARN + area
                    case _:
                        continue
                self._left[item.asset, where, scope] += max(value, Decimal(0))

    def rest(self, item: Holding, area: str, scope: Scope) -> Holding | None:
        """What nothing tells of a holding; ``None`` if all of it is told."""
        if not isinstance(item.amount, Exact) or item.amount.value <= 0:
            return _as_owned(item, area)
        rest = item.amount.value
        ledger, told, places = self._ledger(item, area)
        for (asset, where, owner), left in sorted(ledger.items()):
            mine = owner == scope or area in _SHARED_BY_ALL
            if asset == told and where in places and mine:
                with localcontext(WIDE):
                    used = min(rest, left)
                    rest -= used
                    ledger[asset, where, owner] = left - used
        if rest == item.amount.value:
            return _as_owned(item, area)
        left_over = {"amount": Exact(value=rest), "value_usd": NotStated()}
        return _as_owned(item.model_copy(update=left_over), area) if rest else None

    def _ledger(
        self, item: Holding, area: str
    ) -> tuple[dict[tuple[str, str, Scope], Decimal], str, tuple[str, ...]]:
        """What may tell of a holding: the amounts, the asset and the places to look for."""
        if item.nature is Nature.RECEIPT:
            if area.startswith(_EARN):
                everywhere = {where for _, where, _ in self._left if _EARN in where}
                return self._left, item.asset, tuple(everywhere)
            places = (_IN_EARN + _LENT,) if item.asset.startswith(RECEIPT) else ()
            return self._left, item.asset.removeprefix(RECEIPT), places
        if area == _TOTALS:
            # It is the same money told again, so it must not use up what tells it.
            return dict(self._everything), item.asset, (_ANYWHERE,)
        return self._left, item.asset, (_WALLETS, area)


def _as_owned(item: Holding, area: str) -> Holding:
    """A receipt of which nothing tells is money like any other in its area."""
    if item.nature is Nature.RECEIPT:
        nature = Nature.EARN if area.startswith(_EARN) else Nature.OWN
        return item.model_copy(update={"nature": nature})
    return item
