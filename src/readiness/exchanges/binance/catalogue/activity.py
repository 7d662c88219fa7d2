"""Mining, copy trading, stocks."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.product_pages import (
    copy_trading_page,
    service_page,
    stocks_page,
)
from readiness.exchanges.binance.catalogue.source import get, sapi_ip
from readiness.exchanges.binance.collectors import activity
from readiness.exchanges.binance.wire.activity import (
    Algorithm,
    CopyTradingStatus,
    EquityOrder,
    HashrateResale,
    MiningPayout,
    TokenizedHistory,
)
from readiness.exchanges.catalogue import Call, Feed, Loop, Request, nothing_left
from readiness.exchanges.paging import Numbered, One, Some, Windows

_ALGORITHMS: Final = "sapi/v1/mining/pub/algoList"
_POOL_PAGES: Final = Numbered("pageIndex", "pageSize", 200)

ACTIVITY: Final = (
    Request(
        id=_ALGORITHMS,
        route=get(_ALGORITHMS),
        ccxt_method="sapiGetMiningPubAlgoList",
        limit=sapi_ip(1),
        purpose="what the mining pool mines: payouts have to be asked for one by one",
        # Public, and yet for keys only: ccxt signs it, which names the key.
        source=service_page("mining", "~#acquiring-algorithm"),
        row=Algorithm,
        paging=Some(),
        rows_at="data",
        feeds=(Feed(Area.EARN_OTHER, nothing_left),),
    ),
    Request(
        id="sapi/v1/mining/payment/uid",
        route=get(
            "sapi/v1/mining/payment/uid",
            *("algo", "startDate", "endDate", "pageIndex", "pageSize"),
        ),
        ccxt_method="sapiGetMiningPaymentUid",
        limit=sapi_ip(1),
        purpose="whether mining has paid anything within the last month",
        source=service_page("mining", "~#mining-account-earning"),
        row=MiningPayout,
        loop=Loop(_ALGORITHMS, "algo", activity.algorithms),
        paging=_POOL_PAGES,
        rows_at="data.accountProfits",
        total_at="data.totalNum",
        windows=Windows("startDate", "endDate", 30),
        feeds=(Feed(Area.EARN_OTHER, activity.payouts),),
    ),
    Request(
        id="sapi/v1/mining/hash-transfer/config/details/list",
        route=get("sapi/v1/mining/hash-transfer/config/details/list", "pageIndex", "pageSize"),
        ccxt_method="",
        limit=sapi_ip(1),
        purpose="contracts by which hashrate works for somebody else",
        source=service_page("mining", "~#hashrate-resale-list"),
        row=HashrateResale,
        paging=_POOL_PAGES,
        rows_at="data.configDetails",
        total_at="data.totalNum",
        feeds=(Feed(Area.EARN_OTHER, activity.resales),),
    ),
    Request(
        id="sapi/v1/copyTrading/futures/userStatus",
        route=get("sapi/v1/copyTrading/futures/userStatus"),
        ccxt_method="sapiGetCopyTradingFuturesUserStatus",
        limit=sapi_ip(1),
        purpose="whether others copy the account; whom it copies, no request shows",
        source=copy_trading_page("future-copy-trading#get-futures-lead-trader-status"),
        row=CopyTradingStatus,
        paging=One(),
        feeds=(Feed(Area.COPY_TRADING, activity.leads),),
    ),
    Request(
        id="sapi/v1/equity/order/open-orders",
        route=get("sapi/v1/equity/order/open-orders"),
        ccxt_method="sapiGetEquityOrderOpenOrders",
        limit=sapi_ip(1),
        purpose="open orders for stocks",
        source=stocks_page("trade#current-open-orders"),
        row=EquityOrder,
        feeds=(Feed(Area.ORDERS_OPEN, activity.stock_orders),),
    ),
    Request(
        id="sapi/v1/equity/tokenized/history",
        route=get("sapi/v1/equity/tokenized/history", "startTime", "endTime", "size"),
        ccxt_method="sapiGetEquityTokenizedHistory",
        limit=sapi_ip(1),
        purpose="stocks that are being turned into tokens, or back",
        source=stocks_page("tokenized#tokenized-convert-history"),
        # The whole answer is the row: it says itself whether it holds some back.
        row=TokenizedHistory,
        calls=(Call({"size": "100"}),),
        paging=One(),
        windows=Windows("startTime", "endTime", 30, count=3),
        feeds=(Feed(Area.ORDERS_CONVERT, activity.tokenized),),
        twice=True,
    ),
)
