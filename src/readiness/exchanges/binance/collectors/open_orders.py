"""Open orders. What an exchange lists as open is open, whatever state it gives."""

from collections.abc import Iterator, Sequence

from readiness.domain.amount import NotStated
from readiness.domain.items import Item, Order
from readiness.exchanges.binance.wire.open_orders import (
    OpenOrder,
    OrderList,
    StrategyOrder,
    TriggerOrder,
)
from readiness.exchanges.catalogue import RowReader, Traits


def plain(prefix: str = "") -> RowReader:
    """Orders; ``prefix`` tells two books apart that give out numbers independently."""

    def read(rows: Sequence[OpenOrder], _: Traits) -> Iterator[Item]:
        for row in rows:
            yield Order(
                id=_id(prefix, row.symbol, row.order_id),
                order_type=row.type,
                instrument=row.symbol,
                side=row.side,
                size=row.orig_qty,
                state=row.status,
                details=(
                    ("price", row.price),
                    ("trigger_price", row.stop_price),
                    ("position_side", row.position_side),
                ),
            )

    return read


def lists(prefix: str = "") -> RowReader:
    """Lists of orders, leg by leg: a leg is the same order that the open orders show.

    In the catalogue the lists stand before the orders, which know more of each leg.
    """

    def read(rows: Sequence[OrderList], _: Traits) -> Iterator[Item]:
        for row in rows:
            legs = [
                (leg.symbol or row.symbol, _id(prefix, leg.symbol or row.symbol, leg.order_id))
                for leg in row.orders
            ]
            for symbol, name in legs or [(row.symbol, f"{prefix}list:{row.order_list_id}")]:
                yield Order(
                    id=name,
                    order_type=row.contingency_type,
                    instrument=symbol,
                    side="",
                    size=NotStated(),
                    state=row.list_order_status,
                    details=(("order_list", row.order_list_id),),
                )

    return read


def triggers(rows: Sequence[TriggerOrder], _: Traits) -> Iterator[Item]:
    """Stop, take-profit and trailing orders that wait in the algo service."""
    for row in rows:
        yield Order(
            id=_id("algo:", row.symbol, row.algo_id),
            order_type=row.order_type,
            instrument=row.symbol,
            side=row.side,
            size=row.quantity,
            state=row.algo_status,
            details=(
                ("trigger_price", row.trigger_price),
                ("position_side", row.position_side),
            ),
        )


def strategies(rows: Sequence[StrategyOrder], _: Traits) -> Iterator[Item]:
    """The same in portfolio margin's older service."""
    for row in rows:
        yield Order(
            id=_id("conditional:", row.symbol, row.strategy_id),
            order_type=row.strategy_type,
            instrument=row.symbol,
            side=row.side,
            size=row.orig_qty,
            state=row.strategy_status,
            details=(
                ("trigger_price", row.stop_price),
                ("position_side", row.position_side),
            ),
        )


def _id(prefix: str, symbol: str, order_id: str) -> str:
    return f"{prefix}{symbol}:{order_id}"
