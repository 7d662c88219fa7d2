"""Open orders and positions, told by what their contracts are margined in."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Item, Order
from readiness.exchanges.amounts import owed
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.kraken_futures.collectors.wallets import open_position
from readiness.exchanges.kraken_futures.names import coin_margined
from readiness.exchanges.kraken_futures.wire.trade import OpenOrder, OpenPosition
from readiness.exchanges.wire import mandatory


def orders(*, coin: bool) -> RowReader:
    """Everything on the list of open orders, plain and trigger orders alike."""

    def read(rows: Sequence[OpenOrder], _: Traits) -> Iterator[Item]:
        for row in rows:
            if coin_margined(row.symbol) is coin:
                yield Order(
                    id=row.order_id,
                    order_type=row.order_type,
                    instrument=row.symbol,
                    side=row.side,
                    size=row.unfilled_size,
                    state=row.status,
                )

    return read


def positions(*, coin: bool) -> RowReader:
    """Everything on the list of open positions, whatever its size."""

    def read(rows: Sequence[OpenPosition], _: Traits) -> Iterator[Item]:
        for row in rows:
            if coin_margined(row.symbol) is coin:
                yield open_position(row.symbol, row.side, owed(mandatory(row.size)))

    return read
