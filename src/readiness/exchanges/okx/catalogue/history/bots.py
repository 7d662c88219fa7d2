"""Trading bots and copy trading that have ended, and what the bots did."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Params
from readiness.exchanges.history import Each, HistoryKind, HistoryList, LastDays, RawRow
from readiness.exchanges.okx.catalogue.history import words
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.paging import CursorKind, Pages
from readiness.gate.body import BadBodyError
from readiness.language import message

_BY_ALGO: Final = Pages("after", "algoId")
_BY_ORDER: Final = Pages("after", "ordId")
_QUARTER: Final = LastDays(words.QUARTER)


def _each(*over: str, kind: bool = True) -> Each:
    """Once for each bot that these lists show; ``kind`` says that its kind has to be named."""
    names = ("algoId", "algoOrdType") if kind else ("algoId",)

    def params(rows: Mapping[str, Iterable[RawRow]]) -> Iterator[Params]:
        for shown in rows.values():
            for row in shown:
                found = {name: str(row[name]) for name in names if row.get(name)}
                if len(found) < len(names):
                    raise BadBodyError(message("a bot that does not say its number or kind"))
                yield found

    return Each(over, params)


def _bots(family: str, page: str, path: str, *calls: Call) -> HistoryList:
    """A list of bots that have ended."""
    words_of = "".join(word[:1].upper() + word[1:] for word in path.replace("/", "-").split("-"))
    return HistoryList(
        id=f"tradingBot/{path}",
        kind=HistoryKind.BOTS,
        route=get(f"tradingBot/{path}", *(calls[0].params if calls else ()), "after", "limit"),
        ccxt_method=f"privateGetTradingBot{words_of}",
        limit=per_user(20),
        purpose=f"{family} bots that have ended",
        source=documented(f"order-book-trading-{page}"),
        identity=("algoId",),
        time="cTime",
        calls=calls or (Call(),),
        paging=_BY_ALGO,
    )


BOTS: Final = (
    _bots(
        "grid",
        "grid-trading-get-grid-algo-order-history",
        "grid/orders-algo-history",
        *by("algoOrdType", "grid", "contract_grid"),
    ),
    # The reference says that a bot's number has to be named, as it says of running bots'; there
    # nobody needs one. Where it is so, the list is one that the API does not give.
    replace(
        _bots(
            "signal",
            "signal-bot-trading",
            "signal/orders-algo-history",
            *by("algoOrdType", "contract"),
        ),
        elsewhere=words.BOTS,
        for_few=True,
    ),
    _bots(
        "DCA",
        "dca-trading-get-dca-algo-order-history",
        "dca/history-list",
        *by("algoOrdType", "contract_dca", "spot_dca"),
    ),
    _bots(
        "recurring-buy",
        "recurring-buy-get-recurring-buy-order-history",
        "recurring/orders-algo-history",
    ),
    HistoryList(
        id="tradingBot/grid/sub-orders",
        kind=HistoryKind.BOTS,
        route=get("tradingBot/grid/sub-orders", "algoOrdType", "algoId", "type", "after", "limit"),
        ccxt_method="privateGetTradingBotGridSubOrders",
        limit=per_user(20),
        purpose="filled orders of grid bots",
        source=documented("order-book-trading-grid-trading-get-grid-algo-sub-orders"),
        identity=("ordId",),
        time="cTime",
        calls=by("type", "filled"),
        paging=_BY_ORDER,
        each=_each("tradingBot/grid/orders-algo-history", "tradingBot/grid/orders-algo-pending"),
    ),
    HistoryList(
        id="tradingBot/signal/sub-orders",
        kind=HistoryKind.BOTS,
        route=get(
            "tradingBot/signal/sub-orders", "algoOrdType", "algoId", "state", "after", "limit"
        ),
        ccxt_method="privateGetTradingBotSignalSubOrders",
        limit=per_user(20),
        purpose="filled orders of signal bots",
        source=documented("order-book-trading-signal-bot-trading-get-signal-bot-sub-orders"),
        identity=("ordId",),
        time="cTime",
        calls=by("state", "filled", "partially_filled"),
        paging=_BY_ORDER,
        each=_each(
            "tradingBot/signal/orders-algo-history", "tradingBot/signal/orders-algo-pending"
        ),
        elsewhere=words.BOTS,
        for_few=True,  # as the list of those bots is
    ),
    HistoryList(
        id="tradingBot/signal/positions-history",
        kind=HistoryKind.BOTS,
        route=get("tradingBot/signal/positions-history", "algoId", "after", "limit"),
        ccxt_method="privateGetTradingBotSignalPositionsHistory",
        limit=per_user(10),
        purpose="closed positions of signal bots",
        source=documented("order-book-trading-signal-bot-trading-get-position-history"),
        identity=(),
        time="uTime",
        paging=Pages("after", "uTime", CursorKind.TIME),
        each=_each(
            "tradingBot/signal/orders-algo-history",
            "tradingBot/signal/orders-algo-pending",
            kind=False,
        ),
        reach=_QUARTER,
        elsewhere=words.BOTS,
        for_few=True,
    ),
    HistoryList(
        id="tradingBot/dca/cycle-list",
        kind=HistoryKind.BOTS,
        route=get("tradingBot/dca/cycle-list", "algoOrdType", "algoId", "after", "limit"),
        ccxt_method="privateGetTradingBotDcaCycleList",
        limit=per_user(20),
        purpose="cycles of DCA bots",
        source=documented("order-book-trading-dca-trading-get-dca-cycle-list"),
        identity=("algoId", "cycleId"),
        time="startTime",
        paging=Pages("after", "cycleId"),
        each=_each("tradingBot/dca/history-list", "tradingBot/dca/ongoing-list"),
    ),
    HistoryList(
        id="tradingBot/dca/orders",
        kind=HistoryKind.BOTS,
        route=get("tradingBot/dca/orders", "algoOrdType", "algoId", "after", "limit"),
        ccxt_method="privateGetTradingBotDcaOrders",
        limit=per_user(20),
        purpose="orders of DCA bots",
        source=documented("order-book-trading-dca-trading-get-dca-sub-orders"),
        identity=("ordId",),
        time="cTime",
        paging=_BY_ORDER,
        each=_each("tradingBot/dca/history-list", "tradingBot/dca/ongoing-list"),
    ),
    HistoryList(
        id="tradingBot/recurring/sub-orders",
        kind=HistoryKind.BOTS,
        route=get("tradingBot/recurring/sub-orders", "algoId", "after", "limit"),
        ccxt_method="privateGetTradingBotRecurringSubOrders",
        limit=per_user(20),
        purpose="purchases of recurring-buy bots",
        source=documented("order-book-trading-recurring-buy-get-recurring-buy-sub-orders"),
        identity=("ordId",),
        time="cTime",
        # The reference says that the cursor is the bot's number, which is the same in every row.
        paging=_BY_ORDER,
        each=_each(
            "tradingBot/recurring/orders-algo-history",
            "tradingBot/recurring/orders-algo-pending",
            kind=False,
        ),
    ),
    HistoryList(
        id="copytrading/subpositions-history",
        kind=HistoryKind.COPY_TRADING,
        route=get("copytrading/subpositions-history", "after", "limit"),
        ccxt_method="privateGetCopytradingSubpositionsHistory",
        limit=per_user(20),
        purpose="positions that were led or copied",
        source=documented("order-book-trading-copy-trading-get-lead-position-history"),
        identity=("subPosId", "closeTime"),  # it may be closed in parts
        time="openTime",
        paging=Pages("after", "subPosId"),
        reach=_QUARTER,
        elsewhere=words.COPYING,
    ),
    HistoryList(
        id="copytrading/profit-sharing-details",
        kind=HistoryKind.COPY_TRADING,
        route=get("copytrading/profit-sharing-details", "after", "limit"),
        ccxt_method="privateGetCopytradingProfitSharingDetails",
        limit=per_user(5),
        purpose="profit shares of a lead trader",
        source=documented("order-book-trading-copy-trading-get-profit-sharing-details"),
        identity=("profitSharingId",),
        time="ts",
        paging=Pages("after", "profitSharingId"),
        reach=_QUARTER,
        elsewhere=words.COPYING,
    ),
)
