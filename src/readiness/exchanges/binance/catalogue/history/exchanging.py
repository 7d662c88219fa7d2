"""Money that was exchanged for other money: fiat, P2P, conversions, dust, Pay."""

from datetime import date
from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.shared import OPENED, SPAN, spans
from readiness.exchanges.binance.catalogue.pages import wallet_page
from readiness.exchanges.binance.catalogue.product_pages import convert_page, service_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip, sapi_uid
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call
from readiness.exchanges.history import HistoryKind, HistoryList, LastDays, Since, Spans
from readiness.exchanges.paging import Capped, Numbered

_FIAT: Final[dict[str, Any]] = {
    "kind": HistoryKind.FIAT,
    "identity": ("orderNo",),
    "time": "createTime",
    "rows_at": "data",
    "total_at": "total",
    "none_is_absent": True,
    "paging": Numbered("page", "rows", 500),
    "spans": Spans("beginTime", "endTime", 90),
    "reach": OPENED,
}
_FIAT_PARAMETERS: Final = ("transactionType", "beginTime", "endTime", "page", "rows")
_DUST: Final[dict[str, Any]] = {
    "kind": HistoryKind.CONVERTS,
    "route": get("sapi/v1/asset/dribblet", "accountType", *SPAN),
    "ccxt_method": "sapiGetAssetDribblet",
    "limit": sapi_ip(1),
    "source": wallet_page("asset#dustlog"),
    "identity": ("transId",),
    "time": "operateTime",
    "rows_at": "userAssetDribblets",
    "paging": Capped(100, ""),
    "spans": spans(30),
    "reach": Since(date(2020, 12, 1)),
    "elsewhere": "Binance website: Assets, History, Convert small balances to BNB",
}
_PEOPLE: Final = frozenset(
    ("email", "phoneNumber", "mobileCode", "countryCode", "cardNumber", "digitalWalletId")
)

EXCHANGED: Final = (
    *(
        HistoryList(
            id=f"sapi/v1/fiat/orders{suffix}",
            route=get("sapi/v1/fiat/orders", *_FIAT_PARAMETERS),
            ccxt_method="sapiGetFiatOrders",
            limit=sapi_uid(45_000),
            purpose=f"fiat money {way} a bank",
            source=service_page("fiat", "~#get-fiat-deposit-withdraw-history"),
            calls=(Call({"transactionType": kind}),),
            **_FIAT,
        )
        for suffix, kind, way in (("", "0", "from"), (":withdrawals", "1", "to"))
    ),
    *(
        HistoryList(
            id=f"sapi/v1/fiat/payments{suffix}",
            route=get("sapi/v1/fiat/payments", *_FIAT_PARAMETERS),
            ccxt_method="sapiGetFiatPayments",
            limit=sapi_ip(1),
            purpose=f"crypto {what} for fiat money",
            source=service_page("fiat", "~#get-fiat-payments-history"),
            calls=(Call({"transactionType": kind}),),
            **_FIAT,
        )
        for suffix, kind, what in (("", "0", "bought"), (":sales", "1", "sold"))
    ),
    HistoryList(
        id="sapi/v1/c2c/orderMatch/listUserOrderHistory",
        kind=HistoryKind.P2P,
        route=get(
            "sapi/v1/c2c/orderMatch/listUserOrderHistory",
            *("tradeType", "startTimestamp", "endTimestamp", "page", "rows"),
        ),
        ccxt_method="sapiGetC2cOrderMatchListUserOrderHistory",
        limit=sapi_ip(1),
        purpose="P2P orders",
        source=service_page("c2-c", "~#get-c2-ctrade-history"),
        identity=("orderNumber",),
        time="createTime",
        calls=by("tradeType", "BUY", "SELL"),
        paging=Numbered("page", "rows", 100),
        rows_at="data",
        total_at="total",
        spans=Spans("startTimestamp", "endTimestamp", 30),
        reach=LastDays(179),
        elsewhere="https://c2c.binance.com/en/fiatOrder",
    ),
    HistoryList(
        id="sapi/v1/convert/tradeFlow",
        kind=HistoryKind.CONVERTS,
        route=get("sapi/v1/convert/tradeFlow", *SPAN, "limit"),
        ccxt_method="sapiGetConvertTradeFlow",
        limit=sapi_uid(3000),
        purpose="conversions",
        source=convert_page("trade#get-convert-trade-history"),
        identity=("orderId",),
        time="createTime",
        paging=Capped(1000),
        rows_at="list",
        spans=spans(30),
        reach=OPENED,
    ),
    HistoryList(
        id="sapi/v1/asset/dribblet",
        purpose="remainders that were converted",
        calls=(Call({"accountType": "SPOT"}),),
        **_DUST,
    ),
    HistoryList(
        id="sapi/v1/asset/dribblet:margin",
        purpose="remainders on margin that were converted",
        calls=(Call({"accountType": "MARGIN"}),),
        **_DUST,
    ),
    HistoryList(
        id="sapi/v1/pay/transactions",
        kind=HistoryKind.TRANSFERS,
        route=get("sapi/v1/pay/transactions", *SPAN, "limit"),
        ccxt_method="sapiGetPayTransactions",
        limit=sapi_uid(3000),
        purpose="payments with Pay",
        source=service_page("pay", "~#get-pay-trade-history"),
        identity=("transactionId", "orderType"),
        time="transactionTime",
        paging=Capped(100),
        rows_at="data",
        spans=spans(90),
        reach=LastDays(545),
        elsewhere="Binance app: Pay, Transaction history; or an account statement",
        left_out=_PEOPLE,
    ),
    HistoryList(
        id="sapi/v1/rebate/taxQuery",
        kind=HistoryKind.REWARDS,
        route=get("sapi/v1/rebate/taxQuery", *SPAN, "page"),
        ccxt_method="sapiGetRebateTaxQuery",
        limit=sapi_uid(12_000),
        purpose="rebates of spot trading",
        source=service_page("rebate", "~#get-spot-rebate-history-records"),
        identity=(),
        time="updateTime",
        paging=Numbered("page", "", 200),
        rows_at="data.data",
        total_at="data.totalRecords",
        spans=spans(30),
        reach=Since(date(2020, 6, 10)),
        elsewhere="Binance website: Referral, history; or an account statement",
    ),
)
