"""The lists of history that a backup saves. Data only.

The ledger is the record of everything that moved; trades, orders, deposits and withdrawals
say more about single entries of it. Each page takes points of the same counter as a scan.
"""

from typing import Final

from readiness.exchanges.calls import by
from readiness.exchanges.history import History, HistoryKind, HistoryList, NotAvailable
from readiness.exchanges.kraken.catalogue.source import documented, part_of_time, points, post
from readiness.exchanges.paging import Numbered, Tokens

_LEDGER: Final = "query-ledger"
_CLOSED: Final = "query-closed-trades"
_FUNDS: Final = "query-funds"
_BY_OFFSET: Final = Numbered("ofs", "", 50, first=0, step=50)
_BY_TOKEN: Final = Tokens("cursor", "next_cursor", first="true", absent_ends=True)
_CLASSES: Final = by("aclass", "currency", "tokenized_asset")
_EXPORT: Final = "www.kraken.com, signed in: Documents, New export"
_FUTURES: Final = "futures.kraken.com, signed in: Logs, with its export"

_LISTS: Final = (
    HistoryList(
        id="Ledgers",
        kind=HistoryKind.BILLS,
        route=post("Ledgers", "ofs"),
        ccxt_method="privatePostLedgers",
        limit=points(2),
        purpose="the ledger: everything that moved, with fees",
        source=documented("account-data/get-ledgers-info"),
        identity=("id",),
        time="time",
        permission=_LEDGER,
        rows_at="ledger",
        keyed="id",
        total_at="count",
        paging=_BY_OFFSET,
        limited=part_of_time,
    ),
    HistoryList(
        id="TradesHistory",
        kind=HistoryKind.FILLS,
        route=post("TradesHistory", "ofs"),
        ccxt_method="privatePostTradesHistory",
        limit=points(2),
        purpose="trades, margin included",
        source=documented("account-data/get-trades-history"),
        identity=("id",),
        time="time",
        permission=_CLOSED,
        rows_at="trades",
        keyed="id",
        total_at="count",
        paging=_BY_OFFSET,
        limited=part_of_time,
    ),
    HistoryList(
        id="ClosedOrders",
        kind=HistoryKind.ORDERS,
        route=post("ClosedOrders", "ofs"),
        ccxt_method="privatePostClosedOrders",
        limit=points(),
        purpose="orders that have ended",
        source=documented("account-data/get-closed-orders"),
        identity=("id",),
        time="closetm",
        permission=_CLOSED,
        rows_at="closed",
        keyed="id",
        total_at="count",
        paging=_BY_OFFSET,
        limited=part_of_time,
    ),
    HistoryList(
        id="DepositStatus",
        kind=HistoryKind.DEPOSITS,
        route=post("DepositStatus", "aclass", "cursor"),
        ccxt_method="privatePostDepositStatus",
        limit=points(),
        purpose="deposits",
        source=documented("funding/get-status-of-recent-deposits"),
        identity=("refid",),
        time="time",
        permission=_FUNDS,
        calls=_CLASSES,
        rows_at="deposits|deposit",
        paging=_BY_TOKEN,
        limited=part_of_time,
    ),
    HistoryList(
        id="WithdrawStatus",
        kind=HistoryKind.WITHDRAWALS,
        route=post("WithdrawStatus", "aclass", "cursor"),
        ccxt_method="privatePostWithdrawStatus",
        limit=points(),
        purpose="withdrawals",
        source=documented("funding/get-status-of-recent-withdrawals"),
        identity=("refid",),
        time="time",
        permission=_LEDGER,
        calls=_CLASSES,
        rows_at="withdrawals|withdrawal",
        paging=_BY_TOKEN,
        limited=part_of_time,
    ),
)

_MISSING: Final = (
    NotAvailable(
        "statements and tax documents",
        "Kraken makes such files on request only, and the request is a write",
        _EXPORT,
    ),
    NotAvailable(
        "the history of futures",
        "futures have an API and keys of their own, and its lists are not asked for",
        _FUTURES,
    ),
    NotAvailable(
        "NFTs, the card, and support tickets",
        "there is no API for them",
        "www.kraken.com, signed in: the products' own pages",
    ),
)

HISTORY: Final = History(lists=_LISTS, not_available=_MISSING)
