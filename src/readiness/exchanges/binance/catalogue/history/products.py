"""NFTs, stocks, mining."""

from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.names import EACH_ALGORITHM
from readiness.exchanges.binance.catalogue.history.shared import (
    OPENED,
    PAGE,
    PAGES,
    SPAN,
    spans,
)
from readiness.exchanges.binance.catalogue.product_pages import service_page, stocks_page
from readiness.exchanges.binance.catalogue.source import documented, get, sapi_ip, sapi_uid
from readiness.exchanges.calls import by
from readiness.exchanges.history import HistoryKind, HistoryList, Spans
from readiness.exchanges.paging import Capped, Numbered

_NFT: Final[dict[str, Any]] = {
    "limit": sapi_uid(3000),
    "paging": Numbered("page", "limit", 50),
    "rows_at": "list",
    "total_at": "total",
    "spans": spans(90),
    "reach": OPENED,
    # The product is being wound down.
    "for_few": True,
    "elsewhere": "Binance website: NFT, History",
}
_STOCKS: Final[dict[str, Any]] = {
    "limit": sapi_ip(1),
    "rows_at": "rows",
    "total_at": "total",
    "paging": PAGES,
    "spans": spans(30),
    "reach": OPENED,
    "for_few": True,
    "elsewhere": "Binance app: Stocks, Orders, History",
}

OTHERS: Final = (
    HistoryList(
        id="sapi/v1/nft/history/transactions",
        kind=HistoryKind.FILLS,
        route=get("sapi/v1/nft/history/transactions", "orderType", *SPAN, "page", "limit"),
        ccxt_method="sapiGetNftHistoryTransactions",
        purpose="NFTs bought, sold and minted, and royalties",
        source=documented("nft/rest-api/Get-NFT-Transaction-History"),
        identity=("orderNo",),
        time="tradeTime",
        calls=by("orderType", "0", "1", "2", "3", "4"),
        **_NFT,
    ),
    HistoryList(
        id="sapi/v1/nft/history/deposit",
        kind=HistoryKind.DEPOSITS,
        route=get("sapi/v1/nft/history/deposit", *SPAN, "page", "limit"),
        ccxt_method="sapiGetNftHistoryDeposit",
        purpose="NFTs that were deposited",
        source=documented("nft/rest-api"),
        identity=(),
        time="timestamp",
        **_NFT,
    ),
    HistoryList(
        id="sapi/v1/nft/history/withdraw",
        kind=HistoryKind.WITHDRAWALS,
        route=get("sapi/v1/nft/history/withdraw", *SPAN, "page", "limit"),
        ccxt_method="sapiGetNftHistoryWithdraw",
        purpose="NFTs that were withdrawn",
        source=documented("nft/rest-api/Get-NFT-Withdraw-History"),
        identity=(),
        time="timestamp",
        **_NFT,
    ),
    HistoryList(
        id="sapi/v1/equity/order/history",
        kind=HistoryKind.ORDERS,
        route=get("sapi/v1/equity/order/history", *SPAN, *PAGE),
        ccxt_method="sapiGetEquityOrderHistory",
        purpose="orders for stocks",
        source=stocks_page("trade#equity-order-history"),
        identity=("orderId",),
        time="createdAt",
        **_STOCKS,
    ),
    HistoryList(
        id="sapi/v1/equity/trade/history",
        kind=HistoryKind.FILLS,
        route=get("sapi/v1/equity/trade/history", *SPAN, *PAGE),
        ccxt_method="sapiGetEquityTradeHistory",
        purpose="trades of stocks",
        source=stocks_page("trade#equity-trade-history"),
        identity=("executionId",),
        time="executionAt",
        **_STOCKS,
    ),
    HistoryList(
        id="sapi/v1/equity/tokenized/history",
        kind=HistoryKind.CONVERTS,
        route=get("sapi/v1/equity/tokenized/history", *SPAN, "size"),
        ccxt_method="sapiGetEquityTokenizedHistory",
        purpose="stocks that were turned into tokens, or back",
        source=stocks_page("tokenized#tokenized-convert-history"),
        identity=("issuerRequestId",),
        time="createdAt",
        **{**_STOCKS, "paging": Capped(100, "size"), "total_at": ""},
    ),
    HistoryList(
        id="sapi/v1/mining/payment/uid",
        kind=HistoryKind.REWARDS,
        route=get(
            "sapi/v1/mining/payment/uid",
            *("algo", "startDate", "endDate", "pageIndex", "pageSize"),
        ),
        ccxt_method="sapiGetMiningPaymentUid",
        limit=sapi_ip(1),
        purpose="payouts of the mining pool",
        source=service_page("mining", "~#mining-account-earning"),
        identity=(),
        time="time",
        paging=Numbered("pageIndex", "pageSize", 200),
        rows_at="data.accountProfits",
        total_at="data.totalNum",
        spans=Spans("startDate", "endDate", 30),
        reach=OPENED,
        each=EACH_ALGORITHM,
        for_few=True,
        elsewhere="https://pool.binance.com",
    ),
)
