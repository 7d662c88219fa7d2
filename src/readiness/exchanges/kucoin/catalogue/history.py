"""The lists of history that a backup saves. Data only.

The ledgers are the record of everything that moved, trades included. Lists of orders and
fills have to be asked for symbol by symbol, which nothing names, and are not among these.
"""

from typing import Final

from readiness.exchanges.history import (
    History,
    HistoryKind,
    HistoryList,
    LastDays,
    NotAvailable,
    Spans,
)
from readiness.exchanges.kucoin.catalogue.source import (
    documented,
    futures,
    futures_get,
    get,
    management,
    spot,
)
from readiness.exchanges.paging import Numbered, Pages

_DAY: Final = Spans("startAt", "endAt", 1)
_WEEK: Final = Spans("startAt", "endAt", 7)
_YEAR: Final = LastDays(364)
_TIMES: Final = ("startAt", "endAt")
_NUMBERED: Final = Numbered("currentPage", "pageSize", 500)
_EXPORT: Final = "www.kucoin.com, signed in: Assets, Export history"
_ORDERS: Final = "www.kucoin.com, signed in: Orders, the history of the product, with its export"


def _ledger(path: str, method: str, purpose: str, page: int) -> HistoryList:
    """A ledger of one of the newer engines: older rows follow the last row's id."""
    return HistoryList(
        id=path,
        kind=HistoryKind.BILLS,
        route=get(path, *_TIMES, "lastId", "limit"),
        ccxt_method=method,
        limit=spot(2),
        purpose=purpose,
        source=documented(page),
        identity=("id",),
        time="createdAt",
        paging=Pages("lastId", "id", size=200),
        spans=_DAY,
        reach=_YEAR,
        elsewhere=_EXPORT,
    )


_LISTS: Final = (
    HistoryList(
        id="api/v1/accounts/ledgers",
        kind=HistoryKind.BILLS,
        route=get("api/v1/accounts/ledgers", *_TIMES, "currentPage", "pageSize"),
        ccxt_method="privateGetAccountsLedgers",
        limit=management(2),
        purpose="the ledger of funding, spot and margin accounts",
        source=documented(3470121),
        identity=("id",),
        time="createdAt",
        rows_at="items",
        total_at="totalNum",
        paging=_NUMBERED,
        spans=_DAY,
        reach=_YEAR,
        elsewhere=_EXPORT,
    ),
    _ledger(
        "api/v1/hf/accounts/ledgers",
        "privateGetHfAccountsLedgers",
        "the ledger of the newer spot engine",
        3470122,
    ),
    _ledger(
        "api/v3/hf/margin/account/ledgers",
        "privateGetHfMarginAccountLedgers",
        "the ledger of the newer margin engine",
        3470123,
    ),
    HistoryList(
        id="api/v1/transaction-history",
        kind=HistoryKind.BILLS,
        route=futures_get("api/v1/transaction-history", *_TIMES, "offset", "maxCount"),
        ccxt_method="futuresPrivateGetTransactionHistory",
        limit=futures(2),
        purpose="the ledger of futures",
        source=documented(3470124),
        identity=(),
        time="time",
        rows_at="dataList",
        paging=Pages("offset", "offset", size=50, size_parameter="maxCount"),
        spans=_DAY,
        reach=_YEAR,
        elsewhere=_EXPORT,
    ),
    *(
        HistoryList(
            id=f"api/v1/{name}",
            kind=kind,
            route=get(f"api/v1/{name}", *_TIMES, "currentPage", "pageSize"),
            ccxt_method=f"privateGet{name.title()}",
            limit=management(weight),
            purpose=f"crypto {name}",
            source=documented(page),
            identity=identity,
            time="createdAt",
            rows_at="items",
            total_at="totalNum",
            paging=_NUMBERED,
            spans=_WEEK,
            reach=_YEAR,
            elsewhere=_EXPORT,
        )
        for name, kind, weight, page, identity in (
            ("deposits", HistoryKind.DEPOSITS, 5, 3470141, ()),
            ("withdrawals", HistoryKind.WITHDRAWALS, 20, 3470145, ("id",)),
        )
    ),
)

_MISSING: Final = (
    NotAvailable(
        "orders and fills",
        "they have to be asked for symbol by symbol; what they moved stands in the ledgers",
        _ORDERS,
    ),
    NotAvailable(
        "Earn, lending, loans and trading bots",
        "there is no list of what has ended, or none that is asked for; what they moved stands in "
        "the ledgers",
        "www.kucoin.com, signed in: Earn, the history of the product",
    ),
    NotAvailable(
        "P2P orders, cards, tax documents and support tickets",
        "there is no API for them",
        "www.kucoin.com, signed in: the products' own pages",
    ),
    NotAvailable(
        "the history of sub-accounts",
        "the main account's key does not show it",
        "save each sub-account with a read-only key of its own: readiness backup ACCOUNT",
    ),
)

HISTORY: Final = History(lists=_LISTS, not_available=_MISSING)
