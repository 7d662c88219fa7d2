"""European options."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Item, Order, Position
from readiness.exchanges.amounts import first_left
from readiness.exchanges.binance.wire.options import OptionOrder, OptionPosition, OptionsAccount
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.money import held
from readiness.exchanges.wire import mandatory, moment

_VIEW: Final = "options"


def wallet(rows: Sequence[OptionsAccount], _: Traits) -> Iterator[Item]:
    """Every asset of the options wallet with a balance, or with an equity."""
    for row in rows:
        for entry in row.asset:
            left = first_left(mandatory(entry.margin_balance), entry.equity)
            if left:
                yield held(entry.asset, left, _VIEW)


def positions(rows: Sequence[OptionPosition], _: Traits) -> Iterator[Item]:
    """Every position with a size; it ends by itself on the day that it expires."""
    for row in rows:
        size = mandatory(row.quantity)
        if first_left(size):
            expiry = moment(row.expiry_date)
            yield Position(
                id=f"{row.symbol}:{row.side}",
                instrument=row.symbol,
                side=row.side,
                size=size,
                details=(("expires", expiry.date().isoformat() if expiry else row.expiry_date),),
            )


def orders(rows: Sequence[OptionOrder], _: Traits) -> Iterator[Item]:
    """Open orders."""
    for row in rows:
        yield Order(
            id=f"{row.symbol}:{row.order_id}",
            order_type=row.type,
            instrument=row.symbol,
            side=row.side,
            size=row.quantity,
            state=row.status,
            details=(("price", row.price),),
        )
