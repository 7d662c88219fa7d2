"""Orders, fills and positions that have ended."""

from typing import Final

from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Asked, Call
from readiness.exchanges.history import HistoryKind, HistoryList, LastDays
from readiness.exchanges.okx.catalogue.history import words
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.okx.catalogue.trade import ALGO_TYPES
from readiness.exchanges.paging import CursorKind, Pages

_KINDS: Final = by("instType", "SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS")
_ALGO_ENDS: Final = ("effective", "canceled", "order_failed")
_QUARTER: Final = LastDays(words.QUARTER)

TRADE: Final = (
    HistoryList(
        id="trade/orders-history-archive",
        kind=HistoryKind.ORDERS,
        route=get("trade/orders-history-archive", "instType", "after", "limit"),
        ccxt_method="privateGetTradeOrdersHistoryArchive",
        limit=per_user(20),
        purpose="orders that have ended; unfilled cancelled ones are not kept by OKX",
        source=documented("order-book-trading-trade-get-order-history-last-3-months"),
        identity=("ordId",),
        time="cTime",
        calls=_KINDS,
        paging=Pages("after", "ordId"),
        reach=_QUARTER,
        elsewhere=words.ORDERS,
    ),
    HistoryList(
        id="trade/orders-algo-history",
        kind=HistoryKind.ORDERS,
        route=get("trade/orders-algo-history", "ordType", "state", "after", "limit"),
        ccxt_method="privateGetTradeOrdersAlgoHistory",
        limit=per_user(20),
        purpose="algo orders that have ended",
        source=documented("order-book-trading-algo-trading-get-algo-order-history"),
        identity=("algoId",),
        time="cTime",
        # Kind and state are both mandatory.
        calls=tuple(
            Call({"ordType": kind, "state": state}) for kind in ALGO_TYPES for state in _ALGO_ENDS
        ),
        paging=Pages("after", "algoId"),
        reach=_QUARTER,
        elsewhere=words.ORDERS,
    ),
    HistoryList(
        id="trade/fills-history",
        kind=HistoryKind.FILLS,
        route=get("trade/fills-history", "instType", "after", "limit"),
        ccxt_method="privateGetTradeFillsHistory",
        limit=per_user(10),
        purpose="fills",
        source=documented("order-book-trading-trade-get-transaction-details-last-3-months"),
        identity=("billId", "tradeId"),
        time="ts",
        calls=_KINDS,
        paging=Pages("after", "billId"),
        reach=_QUARTER,
        elsewhere=words.ORDERS,
    ),
    HistoryList(
        id="account/positions-history",
        kind=HistoryKind.POSITIONS,
        route=get("account/positions-history", "after", "limit"),
        ccxt_method="privateGetAccountPositionsHistory",
        limit=per_user(10),
        purpose="closed positions",
        source=documented("trading-account-rest-api-get-positions-history"),
        identity=("posId", "uTime"),
        time="uTime",
        paging=Pages("after", "uTime", CursorKind.TIME),
        reach=_QUARTER,
        elsewhere=words.ORDERS,
    ),
    HistoryList(
        id="account/move-positions-history",
        kind=HistoryKind.POSITIONS,
        route=get("account/move-positions-history", "endTs", "limit"),
        ccxt_method="privateGetAccountMovePositionsHistory",
        limit=per_user(2),
        purpose="positions moved between own accounts",
        source=documented("trading-account-rest-api-get-move-positions-history"),
        identity=("blockTdId",),
        time="ts",
        asked=Asked.MAIN_ONLY,
        paging=Pages("endTs", "ts", CursorKind.TIME),
        reach=LastDays(3),
        elsewhere=words.ORDERS,
        for_few=True,
    ),
    HistoryList(
        id="sprd/orders-history-archive",
        kind=HistoryKind.ORDERS,
        route=get("sprd/orders-history-archive", "endId", "limit"),
        ccxt_method="privateGetSprdOrdersHistoryArchive",
        limit=per_user(20),
        purpose="spread orders that have ended",
        source=documented("spread-trading-rest-api-get-orders-history-last-3-months"),
        identity=("ordId",),
        time="cTime",
        paging=Pages("endId", "ordId"),
        reach=_QUARTER,
        elsewhere=words.ORDERS,
    ),
    HistoryList(
        id="sprd/trades",
        kind=HistoryKind.FILLS,
        route=get("sprd/trades", "endId", "limit"),
        ccxt_method="privateGetSprdTrades",
        limit=per_user(20),
        purpose="trades of spread orders",
        source=documented("spread-trading-rest-api-get-trades-last-7-days"),
        identity=("tradeId",),
        time="ts",
        paging=Pages("endId", "tradeId"),
        reach=LastDays(7),
        elsewhere=words.ORDERS,
    ),
    *(
        HistoryList(
            id=f"rfq/{name}",
            kind=kind,
            route=get(f"rfq/{name}", "endId", "limit"),
            ccxt_method=f"privateGetRfq{name.title()}",
            limit=per_user(limit),
            purpose=purpose,
            source=documented(f"block-trading-rest-api-get-{name}"),
            identity=(number,),
            time="cTime",
            paging=Pages("endId", number),
            elsewhere=words.BLOCKS,
            for_few=True,
        )
        for name, kind, number, limit, purpose in (
            ("rfqs", HistoryKind.ORDERS, "rfqId", 2, "requests for quotes of block trades"),
            ("quotes", HistoryKind.ORDERS, "quoteId", 2, "quotes of block trades"),
            ("trades", HistoryKind.FILLS, "blockTdId", 5, "block trades"),
        )
    ),
)
