"""Sub-accounts under somebody's management, and those of a broker's clients.

What a managed sub-account holds is the investor's own money, in somebody else's hands.
The requests about it do not repeat whose they are, and so their items do not say.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Holding, Item, Position, Relation, SubAccount
from readiness.exchanges.amounts import first_left
from readiness.exchanges.binance.collectors import futures, margin
from readiness.exchanges.binance.wire.managed import (
    BrokerSubAccount,
    ManagedAsset,
    ManagedFutures,
    ManagedMargin,
    ManagedSubAccount,
)
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.money import held
from readiness.exchanges.wire import mandatory

_MANAGED: Final = "managed"


def accounts(rows: Sequence[ManagedSubAccount], _: Traits) -> Iterator[Item]:
    """Every managed sub-account, named by its number: its e-mail address is somebody's."""
    for row in rows:
        yield SubAccount(name=row.managersub_user_id, relation=Relation.MANAGED)


def emails(rows: Sequence[ManagedSubAccount]) -> Iterator[str]:
    """What the requests about each of them ask for."""
    for row in rows:
        yield row.email


def assets(rows: Sequence[ManagedAsset], _: Traits) -> Iterator[Item]:
    """Spot wallets of managed sub-accounts."""
    for row in rows:
        left = first_left(mandatory(row.total_balance), row.available_balance, row.in_order)
        if left:
            yield held(row.coin, left, _MANAGED, name=_MANAGED, frozen=row.in_order)


def margins(rows: Sequence[ManagedMargin], traits: Traits) -> Iterator[Item]:
    """Margin accounts of managed sub-accounts, and what they owe."""
    for row in rows:
        for read in _readers(row):
            yield from (_of_managed(item) for item in read([row], traits))


def _readers(row: ManagedMargin) -> tuple[RowReader, RowReader]:
    if row.assets is None:
        return margin.cross, margin.cross_debts
    return margin.isolated, margin.isolated_debts


def futures_accounts(rows: Sequence[ManagedFutures], traits: Traits) -> Iterator[Item]:
    """Futures wallets and positions of managed sub-accounts."""
    for row in rows:
        wallet = futures.wallet(_MANAGED)([row.data], traits)
        yield from (_of_managed(item) for item in wallet)
        yield from (_of_managed(item) for item in futures.positions(row.data.position, traits))


def _of_managed(item: Item) -> Item:
    """The same, told apart from what is the account's own."""
    if isinstance(item, Holding | Position):
        name = ":".join(filter(None, (_MANAGED, item.id)))
        return item.model_copy(update={"id": name})
    return item


def clients(rows: Sequence[BrokerSubAccount], _: Traits) -> Iterator[Item]:
    """Sub-accounts of a broker's clients, by number."""
    for row in rows:
        yield SubAccount(name=row.subaccount_id, relation=Relation.CLIENT)
