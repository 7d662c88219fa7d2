"""Tells overlaps once.

Some products are counted over the whole account: staked BETH is the same BETH that
lies in the trading account. What a wallet or a redemption already tells is taken
off; only the rest stays in the product's own area.
"""

from decimal import Decimal

from readiness.domain.amount import Exact, NotStated
from readiness.domain.answer import NotOpened, Seen, Unknown, items_of
from readiness.domain.items import Holding, Item, Nature
from readiness.domain.scope import Scope
from readiness.domain.snapshot import AreaAnswer, Snapshot

_WALLETS = "wallet."
_SHARED_BY_ALL = frozenset({"earn.okusd"})
"""Counted over the main account and its sub-accounts together."""


def told_once(snapshot: Snapshot) -> Snapshot:
    """The snapshot, account-wide holdings reduced to what no wallet tells."""
    return snapshot.model_copy(
        update={"answers": tuple(_reduced(entry, snapshot) for entry in snapshot.answers)}
    )


def with_items(entry: AreaAnswer, items: tuple[Item, ...]) -> AreaAnswer:
    """The answer with other items; what proves it stays."""
    match entry.answer:
        case Seen() as seen:
            return entry.model_copy(update={"answer": seen.model_copy(update={"items": items})})
        case Unknown() as unknown:
            changed = unknown.model_copy(update={"partial": items})
            return entry.model_copy(update={"answer": changed})
        case NotOpened():
            return entry


def _reduced(entry: AreaAnswer, snapshot: Snapshot) -> AreaAnswer:
    before = items_of(entry.answer)
    after = tuple(
        rest for item in before for rest in _rest(item, entry.area, entry.scope, snapshot)
    )
    return entry if after == before else with_items(entry, after)


def _rest(item: Item, area: str, scope: Scope, snapshot: Snapshot) -> tuple[Item, ...]:
    match item:
        case Holding(nature=Nature.ACROSS, amount=Exact(value=value)):
            rest = value - _told(item.asset, area, scope, snapshot)
            if rest <= 0:
                return ()
            left = {"amount": Exact(value=rest), "value_usd": NotStated()}
            return (item.model_copy(update=left),) if rest != value else (item,)
        case _:
            return (item,)


def _told(asset: str, area: str, scope: Scope, snapshot: Snapshot) -> Decimal:
    """How much of an asset wallets and redemptions tell."""
    return sum(
        (
            item.amount.value
            for where, owner, item in snapshot.items()
            if isinstance(item, Holding)
            and item.asset == asset
            and isinstance(item.amount, Exact)
            and item.amount.value > 0
            and (owner == scope or area in _SHARED_BY_ALL)
            and _tells(where, item, area)
        ),
        Decimal(0),
    )


def _tells(where: str, item: Holding, area: str) -> bool:
    if where.startswith(_WALLETS):
        return item.nature is Nature.OWN
    return where == area and item.nature is Nature.REDEEMING
