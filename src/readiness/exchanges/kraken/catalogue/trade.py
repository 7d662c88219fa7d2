"""Open orders and margin positions: each in one answer, whatever its kind.

Whether the dates of a limited key hide what is still open, nobody says.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.kraken.catalogue.source import documented, part_of_time, points, post
from readiness.exchanges.kraken.collectors import trade
from readiness.exchanges.kraken.wire.trade import OpenOrder, OpenPosition

_OPEN: Final = "query-open-trades"

TRADE: Final = (
    Request(
        id="OpenOrders",
        route=post("OpenOrders"),
        ccxt_method="privatePostOpenOrders",
        limit=points(),
        purpose="open orders of every kind, conditional ones and those on margin too",
        source=documented("account-data/get-open-orders"),
        row=OpenOrder,
        rows_at="open",
        keyed="id",
        permission=_OPEN,
        feeds=(Feed(Area.ORDERS_OPEN, trade.orders),),
        limited=part_of_time,
    ),
    Request(
        id="OpenPositions",
        route=post("OpenPositions"),
        ccxt_method="privatePostOpenPositions",
        limit=points(),
        purpose="margin positions on the spot exchange",
        source=documented("account-data/get-open-positions"),
        row=OpenPosition,
        keyed="id",
        permission=_OPEN,
        feeds=(Feed(Area.POSITIONS_OPEN, trade.positions),),
        limited=part_of_time,
    ),
)
