"""Orders, fills, and what closed positions brought."""

from typing import Final

from readiness.exchanges.bybit.catalogue.history import words
from readiness.exchanges.bybit.catalogue.source import documented, get, per_user
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call
from readiness.exchanges.history import HistoryKind, HistoryList

_OPTION_COINS: Final = ("BTC", "ETH", "SOL")
"""Options of one coin are shown at once, and of bitcoin if none is named."""

TRADE: Final = (
    HistoryList(
        id="order/history",
        kind=HistoryKind.ORDERS,
        route=get("order/history", "category", *words.SPAN),
        ccxt_method="privateGetV5OrderHistory",
        limit=per_user(50),
        purpose="orders that have ended; of older ones those with fills only",
        source=documented("order/order-list"),
        identity=("orderId",),
        time="createdTime",
        calls=by("category", "spot", "linear", "inverse", "option"),
        rows_at="list",
        paging=words.pages(50),
        spans=words.WEEK,
        reach=words.TWO_YEARS,
        elsewhere=words.TRADES,
    ),
    HistoryList(
        id="execution/list",
        kind=HistoryKind.FILLS,
        route=get("execution/list", "category", "baseCoin", *words.SPAN),
        ccxt_method="privateGetV5ExecutionList",
        limit=per_user(50),
        purpose="fills, with fees and funding",
        source=documented("order/execution"),
        identity=("execId", "orderId", "symbol", "side"),
        time="execTime",
        calls=(
            *by("category", "spot", "linear", "inverse"),
            *(Call({"category": "option", "baseCoin": coin}) for coin in _OPTION_COINS),
        ),
        rows_at="list",
        paging=words.pages(100),
        spans=words.WEEK,
        reach=words.TWO_YEARS,
        elsewhere=words.TRADES,
    ),
    HistoryList(
        id="position/closed-pnl",
        kind=HistoryKind.POSITIONS,
        route=get("position/closed-pnl", "category", *words.SPAN),
        ccxt_method="privateGetV5PositionClosedPnl",
        limit=per_user(50),
        purpose="what closed positions brought",
        source=documented("position/close-pnl"),
        identity=(),
        time="updatedTime",
        calls=by("category", "linear", "inverse"),
        rows_at="list",
        paging=words.pages(100),
        spans=words.WEEK,
        reach=words.TWO_YEARS,
        elsewhere=words.TRADES,
    ),
)
