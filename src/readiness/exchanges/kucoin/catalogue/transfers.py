"""Deposits and withdrawals.

KuCoin's reference says today that a coin has to be named; it did not always. So the whole
list is asked for first, and where that is refused, every coin that the account ever had. What
remains unseen then is a coin that is on its way here for the first time.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Feed, Loop, Request
from readiness.exchanges.kucoin.catalogue.source import (
    documented,
    futures,
    futures_get,
    get,
    management,
    pages,
)
from readiness.exchanges.kucoin.catalogue.wallets import SPOT_ACCOUNTS
from readiness.exchanges.kucoin.collectors import transfers
from readiness.exchanges.kucoin.wire.transfers import (
    DepositRow,
    FuturesLedgerRow,
    WithdrawalRow,
)
from readiness.exchanges.paging import Newest, Pages, Windows

DEPOSITS: Final = "api/v1/deposits"
WITHDRAWALS: Final = "api/v1/withdrawals"

_WEEK_OF: Final = ("startAt", "endAt")
_DEPOSITS: Final = get(DEPOSITS, "currency", "status", "currentPage", "pageSize")
_WITHDRAWALS: Final = get(WITHDRAWALS, "currency", "status", "currentPage", "pageSize")

TRANSFERS: Final = (
    Request(
        id=DEPOSITS,
        route=_DEPOSITS,
        ccxt_method="privateGetDeposits",
        limit=management(5),
        purpose="deposits of every coin that have not ended",
        source=documented(3470141),
        row=DepositRow,
        # All of them, since states have come that nobody knew; and the open one by itself.
        calls=(Call(), *by("status", "PROCESSING")),
        paging=pages(500),
        rows_at="items",
        total_at="totalNum",
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.deposits),),
    ),
    Request(
        id=f"{DEPOSITS}:coin",
        route=_DEPOSITS,
        ccxt_method="privateGetDeposits",
        limit=management(5),
        purpose="the same coin by coin, where they are not shown all at once",
        source=documented(3470141),
        row=DepositRow,
        loop=Loop(SPOT_ACCOUNTS, "currency", transfers.currencies, spared_by=DEPOSITS),
        paging=pages(500),
        rows_at="items",
        total_at="totalNum",
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.deposits),),
    ),
    Request(
        id=WITHDRAWALS,
        route=_WITHDRAWALS,
        ccxt_method="privateGetWithdrawals",
        limit=management(20),
        # A withdrawal that ended during the scan is in the ledgers.
        purpose="withdrawals of every coin that have not ended",
        source=documented(3470145),
        row=WithdrawalRow,
        calls=(Call(), *by("status", *transfers.WITHDRAWALS.waiting)),
        paging=pages(500),
        rows_at="items",
        total_at="totalNum",
        feeds=(Feed(Area.TRANSFERS_WITHDRAWALS, transfers.withdrawals),),
    ),
    Request(
        id=f"{WITHDRAWALS}:coin",
        route=_WITHDRAWALS,
        ccxt_method="privateGetWithdrawals",
        limit=management(20),
        purpose="the same coin by coin, where they are not shown all at once",
        source=documented(3470145),
        row=WithdrawalRow,
        loop=Loop(SPOT_ACCOUNTS, "currency", transfers.currencies, spared_by=WITHDRAWALS),
        paging=pages(500),
        rows_at="items",
        total_at="totalNum",
        feeds=(Feed(Area.TRANSFERS_WITHDRAWALS, transfers.withdrawals),),
    ),
    Request(
        id="api/v1/transaction-history",
        route=futures_get("api/v1/transaction-history", "maxCount"),
        ccxt_method="futuresPrivateGetTransactionHistory",
        limit=futures(2),
        purpose="transfers to and from the futures account that are not completed",
        source=documented(3470124),
        row=FuturesLedgerRow,
        paging=Newest(50, "maxCount"),
        rows_at="dataList",
        feeds=(Feed(Area.TRANSFERS_INTERNAL, transfers.futures_pending),),
    ),
    Request(
        id="api/v1/transaction-history:week",
        route=futures_get("api/v1/transaction-history", *_WEEK_OF, "offset", "maxCount"),
        ccxt_method="futuresPrivateGetTransactionHistory",
        limit=futures(2),
        # Whoever trades futures has more than one page of other rows before a transfer.
        purpose="the same of a whole week, day by day, behind the newest page too",
        source=documented(3470124),
        row=FuturesLedgerRow,
        paging=Pages("offset", "offset", size=50, size_parameter="maxCount"),
        windows=Windows(*_WEEK_OF, days=1, count=8),
        rows_at="dataList",
        feeds=(Feed(Area.TRANSFERS_INTERNAL, transfers.futures_pending),),
    ),
)
