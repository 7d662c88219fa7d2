"""Lists of what has ended: bots, copy trading, earn, spreads, block trades."""

from __future__ import annotations

from readiness.simulator.okx.paging import Cursor
from readiness.simulator.okx.route import Filter, Route, equal, limit, names
from readiness.simulator.okx.routes.bots import COPYING
from readiness.simulator.okx.routes.orders import ALGO_KINDS, by_id

_QUARTER = 90
_GRID = Filter("algoOrdType", values=("grid", "contract_grid"))
_DCA = Filter("algoOrdType", values=("contract_dca", "spot_dca"))
_SIGNAL = Filter("algoOrdType", values=("contract",))
_COPY_KINDS = Filter("instType", values=("SWAP", "SPOT"))
_OKUSD = Cursor("ts", older="end", newer="begin", inclusive=True)

_BOTS = (
    Route(
        path="tradingBot/grid/orders-algo-history",
        limit=limit(20, 2),
        paging=Cursor("algoId"),
        required=("algoOrdType",),
        filters=(_GRID, *equal("algoId", "instId", "instType")),
    ),
    Route(
        path="tradingBot/signal/orders-algo-history",
        limit=limit(20, 2),
        paging=Cursor("algoId"),
        required=("algoOrdType",),
        filters=(_SIGNAL, *equal("algoId")),
    ),
    Route(
        path="tradingBot/signal/sub-orders",
        limit=limit(20, 2),
        paging=Cursor("ordId"),
        required=("algoOrdType", "algoId"),
        any_of=("state", "signalOrdId"),
        filters=(
            _SIGNAL,
            Filter("state", values=names("live partially_filled filled cancelled")),
            *equal("algoId", "signalOrdId"),
        ),
    ),
    Route(
        path="tradingBot/signal/positions-history",
        limit=limit(10, 2),
        paging=Cursor("uTime"),
        required=("algoId",),
        filters=equal("algoId", "instId"),
        reach=("uTime", _QUARTER),
    ),
    Route(
        path="tradingBot/dca/history-list",
        limit=limit(20, 2),
        paging=Cursor("algoId"),
        required=("algoOrdType",),
        filters=(_DCA, *equal("algoId")),
    ),
    Route(
        path="tradingBot/dca/cycle-list",
        limit=limit(20, 2),
        paging=Cursor("cycleId"),
        required=("algoId", "algoOrdType"),
        filters=(_DCA, *equal("algoId", "instId")),
    ),
    Route(
        path="tradingBot/dca/orders",
        limit=limit(20, 2),
        paging=Cursor("ordId"),
        required=("algoId", "algoOrdType"),
        filters=(_DCA, *equal("algoId", "cycleId")),
    ),
    Route(
        path="tradingBot/recurring/orders-algo-history",
        limit=limit(20, 2),
        paging=Cursor("algoId"),
        filters=equal("algoId"),
    ),
    Route(
        # The documents name the bot's number as the cursor, which no two rows differ in.
        path="tradingBot/recurring/sub-orders",
        limit=limit(20, 2),
        paging=Cursor("ordId"),
        required=("algoId",),
        filters=equal("algoId", "ordId"),
    ),
    Route(
        path="copytrading/subpositions-history",
        limit=limit(20, 2),
        paging=Cursor("subPosId"),
        filters=(_COPY_KINDS, *equal("instId")),
        product=COPYING,
        reach=("closeTime", _QUARTER),
    ),
    Route(
        path="copytrading/profit-sharing-details",
        limit=limit(5, 2),
        paging=Cursor("profitSharingId"),
        filters=(_COPY_KINDS,),
        product=COPYING,
        reach=("ts", _QUARTER),
    ),
)

_TRADE = (
    Route(
        path="trade/orders-algo-history",
        limit=limit(20, 2),
        paging=Cursor("algoId"),
        required=("ordType",),
        any_of=("state", "algoId"),
        filters=(
            ALGO_KINDS,
            Filter("state", values=("effective", "canceled", "order_failed")),
            *equal("algoId", "instType", "instId"),
        ),
        reach=("cTime", _QUARTER),
    ),
    Route(
        path="trade/one-click-repay-history",
        limit=limit(1, 2),
        modes=(3, 4),
        paging=Cursor("uTime"),
        reach=("uTime", 7),
    ),
    Route(
        path="sprd/orders-history-archive",
        limit=limit(20, 2),
        paging=by_id("ordId"),
        filters=equal("sprdId", "ordType", "state"),
        reach=("cTime", _QUARTER),
    ),
    Route(
        path="sprd/trades",
        limit=limit(20, 2),
        paging=by_id("tradeId"),
        filters=equal("sprdId", "ordId"),
        reach=("ts", 7),
    ),
    Route(
        path="rfq/trades",
        limit=limit(5, 2),
        paging=by_id("blockTdId"),
        filters=equal("rfqId", "quoteId", "clRfqId", "clQuoteId"),
    ),
)

_EARN = (
    Route(
        path="finance/savings/lending-history",
        limit=limit(6),
        paging=Cursor("ts"),
        filters=equal("ccy"),
        reach=("ts", 30),
    ),
    Route(
        path="finance/staking-defi/orders-history",
        limit=limit(3),
        paging=Cursor("ordId"),
        filters=equal("productId", "protocolType", "ccy"),
    ),
    Route(path="finance/okusd/subscribe/history", limit=limit(5, 2), paging=_OKUSD, shared=True),
    Route(
        path="finance/okusd/rewards/history",
        limit=limit(5, 2),
        # At most six months at once, and thirty rows unless more are asked for.
        paging=Cursor(
            "ts", older="end", newer="begin", inclusive=True, default=30, longest_days=184
        ),
        shared=True,
    ),
)

ROUTES = (*_BOTS, *_TRADE, *_EARN)
