"""Money that is being exchanged for other money: fiat, P2P, conversions."""

from typing import Final

from readiness.domain.area import Area
from readiness.domain.items import Direction
from readiness.exchanges.begun import begun
from readiness.exchanges.binance.catalogue.product_pages import convert_page, service_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip, sapi_uid
from readiness.exchanges.binance.collectors import exchanging
from readiness.exchanges.binance.wire.transfers import (
    ConvertFlow,
    ConvertOrder,
    FiatOrder,
    FiatPayment,
    P2pOrder,
)
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Feed, Request
from readiness.exchanges.paging import Numbered, One, Windows

_FIAT: Final = ("transactionType", "beginTime", "endTime", "page", "rows")
_BEGUN: Final = begun("create_time", "fiat_currency", "amount")
_FIAT_PAGES: Final = Numbered("page", "rows", 500)

EXCHANGING: Final = (
    *(
        Request(
            id=f"sapi/v1/fiat/orders{suffix}",
            route=get("sapi/v1/fiat/orders", *_FIAT),
            ccxt_method="sapiGetFiatOrders",
            limit=sapi_uid(45_000),
            purpose=f"money on its way {way} a bank; so heavy that only one span is asked for",
            source=service_page("fiat", "~#get-fiat-deposit-withdraw-history"),
            row=FiatOrder,
            calls=(Call({"transactionType": kind}),),
            paging=_FIAT_PAGES,
            rows_at="data",
            total_at="total",
            none_is_absent=True,
            windows=Windows("beginTime", "endTime", 90),
            feeds=(Feed(Area.TRANSFERS_FIAT, exchanging.fiat_orders(direction)),),
            # So heavy that a third call is all that fits into the same minute.
            begun=_BEGUN if direction is Direction.OUT else None,
        )
        for suffix, kind, way, direction in (
            ("", "0", "from", Direction.IN),
            (":withdrawals", "1", "to", Direction.OUT),
        )
    ),
    *(
        Request(
            id=f"sapi/v1/fiat/payments{suffix}",
            route=get("sapi/v1/fiat/payments", *_FIAT),
            ccxt_method="sapiGetFiatPayments",
            limit=sapi_ip(1),
            purpose=f"crypto {what} for fiat money where that has not ended",
            source=service_page("fiat", "~#get-fiat-payments-history"),
            row=FiatPayment,
            calls=(Call({"transactionType": kind}),),
            paging=_FIAT_PAGES,
            rows_at="data",
            total_at="total",
            none_is_absent=True,
            windows=Windows("beginTime", "endTime", 90, count=4),
            feeds=(Feed(Area.TRANSFERS_FIAT, exchanging.fiat_payments(direction)),),
            begun=begun("create_time", "crypto_currency", "obtain_amount"),
        )
        for suffix, kind, what, direction in (
            ("", "0", "bought", Direction.IN),
            (":sales", "1", "sold", Direction.OUT),
        )
    ),
    Request(
        id="sapi/v1/c2c/orderMatch/listUserOrderHistory",
        route=get(
            "sapi/v1/c2c/orderMatch/listUserOrderHistory",
            *("tradeType", "startTimestamp", "endTimestamp", "page", "rows"),
        ),
        ccxt_method="sapiGetC2cOrderMatchListUserOrderHistory",
        limit=sapi_ip(1),
        purpose="P2P orders that have not ended; no more than six months are served",
        source=service_page("c2-c", "~#get-c2-ctrade-history"),
        row=P2pOrder,
        calls=by("tradeType", "BUY", "SELL"),
        paging=Numbered("page", "rows", 100),
        rows_at="data",
        total_at="total",
        windows=Windows("startTimestamp", "endTimestamp", 30, count=6),
        feeds=(Feed(Area.TRANSFERS_P2P, exchanging.p2p_orders),),
        begun=begun("create_time", "asset", "amount"),
    ),
    Request(
        id="sapi/v1/convert/limit/queryOpenOrders",
        route=get("sapi/v1/convert/limit/queryOpenOrders"),
        ccxt_method="sapiGetConvertLimitQueryOpenOrders",
        limit=sapi_uid(3000),
        purpose="open limit orders of Convert",
        source=convert_page("trade#query-limit-open-orders"),
        row=ConvertOrder,
        rows_at="list",
        feeds=(Feed(Area.ORDERS_CONVERT, exchanging.open_conversions),),
        twice=True,
    ),
    Request(
        id="sapi/v1/convert/tradeFlow",
        route=get("sapi/v1/convert/tradeFlow", "startTime", "endTime", "limit"),
        ccxt_method="sapiGetConvertTradeFlow",
        limit=sapi_uid(3000),
        purpose="conversions that were accepted and have not ended",
        source=convert_page("trade#get-convert-trade-history"),
        # The whole answer is the row: it says itself whether it holds some back.
        row=ConvertFlow,
        calls=(Call({"limit": "1000"}),),
        paging=One(),
        windows=Windows("startTime", "endTime", 30, count=3),
        feeds=(Feed(Area.ORDERS_CONVERT, exchanging.conversions),),
        begun=begun("create_time", "from_asset", "from_amount", rows_of="orders"),
    ),
)
