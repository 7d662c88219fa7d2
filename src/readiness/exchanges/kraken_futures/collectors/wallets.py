"""Money in the wallets of the account, and what else their balances show."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from readiness.domain.amount import Exact
from readiness.domain.items import Holding, Item, Position
from readiness.exchanges.amounts import AnyAmount, first_left, less, negative, owed
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.kraken_futures.names import asset_of, coin_margined, is_contract
from readiness.exchanges.kraken_futures.wire.wallets import Collateral, Wallet
from readiness.exchanges.money import NOTHING, held
from readiness.exchanges.wire import mandatory

MARGIN_ACCOUNT: Final = "marginAccount"
"""The type of a single-collateral wallet; what is of a type that nobody knows is no such one."""
REQUIRED: Final = frozenset({"cash", "flex"})
"""Wallets that every account has."""
_VIEW: Final = "Kraken futures"


def shared(rows: Sequence[Wallet], _: Traits) -> Iterator[Item]:
    """The holding wallet and the multi-collateral one, and any of a kind that is new."""
    for wallet in rows:
        if wallet.type != MARGIN_ACCOUNT:
            yield from _money(wallet)


def single(rows: Sequence[Wallet], _: Traits) -> Iterator[Item]:
    """The single-collateral wallets."""
    for wallet in rows:
        if wallet.type == MARGIN_ACCOUNT:
            yield from _money(wallet)


def positions(*, coin: bool) -> RowReader:
    """Positions among the balances, of contracts that are margined in their coin or not."""

    def read(rows: Sequence[Wallet], _: Traits) -> Iterator[Item]:
        for wallet in rows:
            for name, amount in wallet.balances.items():
                size = mandatory(amount)
                if is_contract(name) and coin_margined(name) is coin and first_left(size):
                    side = "short" if negative(size) else "long"
                    yield open_position(name, side, owed(size))

    return read


def open_position(symbol: str, side: str, size: AnyAmount) -> Position:
    """A position; wherever it is shown, it is the same one."""
    name = symbol.upper()
    return Position(id=f"{name}:{side}", instrument=name, side=side, size=size)


def _money(wallet: Wallet) -> Iterator[Item]:
    for name, amount in wallet.balances.items():
        balance = mandatory(amount)
        if not is_contract(name) and first_left(balance):
            yield held(asset_of(name), balance, _VIEW, name=wallet.name)
    yield from collateral(wallet.currencies or {}, wallet.name)


def collateral(currencies: Mapping[str, Collateral], name: str) -> Iterator[Item]:
    """What a multi-collateral wallet has, with the part that margin holds and what it is worth."""
    for currency, row in currencies.items():
        quantity = mandatory(row.quantity)
        if first_left(quantity):
            item = held(asset_of(currency), quantity, _VIEW, name=name, frozen=_frozen(row))
            if isinstance(item, Holding):
                item = item.model_copy(update={"value_usd": row.value})
            yield item


def _frozen(row: Collateral) -> AnyAmount:
    if not isinstance(row.available, Exact):
        return NOTHING
    frozen = less(row.quantity, [row.available])
    return frozen if isinstance(frozen, Exact) and frozen.value > 0 else NOTHING
