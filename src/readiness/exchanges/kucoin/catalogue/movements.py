"""What has moved since the scan began: the ledgers of every engine."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.begun import begun
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Asked, Feed, Request
from readiness.exchanges.kucoin.catalogue.source import (
    documented,
    futures,
    futures_get,
    get,
    in_unified,
    management,
    newer,
    pages,
    spot,
)
from readiness.exchanges.kucoin.wire.transfers import (
    FuturesLedgerRow,
    LedgerRow,
    UnifiedLedgerRow,
)
from readiness.exchanges.paging import Newest

_SINCE: Final = "startAt"
_MOVED: Final = (Feed(Area.TRANSFERS_INTERNAL, begun("created_at", "currency", "amount")),)
_FUTURES_MOVED: Final = (Feed(Area.TRANSFERS_INTERNAL, begun("time", "currency", "amount")),)
_UNIFIED_MOVED: Final = (Feed(Area.TRANSFERS_INTERNAL, begun("ts", "currency", "amount")),)

MOVEMENTS: Final = (
    Request(
        id="api/v1/accounts/ledgers",
        route=get("api/v1/accounts/ledgers", _SINCE, "currentPage", "pageSize"),
        ccxt_method="privateGetAccountsLedgers",
        limit=management(2),
        purpose="movements of funding, spot and margin accounts since the scan began",
        source=documented(3470121),
        row=LedgerRow,
        asked=Asked.MOVEMENT,
        since=_SINCE,
        paging=pages(500),
        rows_at="items",
        total_at="totalNum",
        feeds=_MOVED,
    ),
    Request(
        id="api/v1/hf/accounts/ledgers",
        route=get("api/v1/hf/accounts/ledgers", _SINCE, "limit"),
        ccxt_method="privateGetHfAccountsLedgers",
        limit=spot(2),
        purpose="movements of the newer spot engine since the scan began",
        source=documented(3470122),
        row=LedgerRow,
        asked=Asked.MOVEMENT,
        since=_SINCE,
        paging=Newest(200),
        feeds=_MOVED,
    ),
    Request(
        id="api/v3/hf/margin/account/ledgers",
        route=get("api/v3/hf/margin/account/ledgers", _SINCE, "limit"),
        ccxt_method="privateGetHfMarginAccountLedgers",
        limit=spot(2),
        purpose="movements of the newer margin engine since the scan began",
        source=documented(3470123),
        row=LedgerRow,
        asked=Asked.MOVEMENT,
        since=_SINCE,
        paging=Newest(200),
        feeds=_MOVED,
    ),
    Request(
        id="api/v1/transaction-history:since",
        route=futures_get("api/v1/transaction-history", "maxCount", _SINCE),
        ccxt_method="futuresPrivateGetTransactionHistory",
        limit=futures(2),
        purpose="movements of the futures account since the scan began",
        source=documented(3470124),
        row=FuturesLedgerRow,
        asked=Asked.MOVEMENT,
        paging=Newest(50, "maxCount"),
        since=_SINCE,
        rows_at="dataList",
        feeds=_FUTURES_MOVED,
    ),
    Request(
        id="api/ua/v1/account/ledger",
        route=get("api/ua/v1/account/ledger", "accountType", _SINCE),
        ccxt_method="utaPrivateGetAccountLedger",
        limit=management(2),
        purpose="movements of the unified account since the scan began",
        source=newer("ua/get-account-ledger"),
        row=UnifiedLedgerRow,
        asked=Asked.MOVEMENT,
        calls=by("accountType", "UNIFIED"),
        since=_SINCE,
        rows_at="items",
        applies=in_unified,
        feeds=_UNIFIED_MOVED,
    ),
)
