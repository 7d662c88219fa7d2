"""Deposits and withdrawals: the newest page, and every open state back to the beginning.

The newest page shows states that nobody documents yet; the calls by state find an
item that has been stuck for years.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.begun import begun
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Feed, Request, Source
from readiness.exchanges.okx.catalogue.source import READ_ON, documented, get, per_user
from readiness.exchanges.okx.collectors import transfers
from readiness.exchanges.okx.wire.transfers import (
    DepositRow,
    FiatOrder,
    FiatTrade,
    P2pOrder,
    WithdrawalRow,
)
from readiness.exchanges.paging import CursorKind, Newest, Numbered, Pages

_NEWEST: Final = Call(paging=Newest(100))
_FIAT_WINDOW: Final = Pages("before", "cTime", CursorKind.TIME)

TRANSFERS: Final = (
    Request(
        id="asset/deposit-history",
        route=get("asset/deposit-history", "state", "after", "limit"),
        ccxt_method="privateGetAssetDepositHistory",
        limit=per_user(6, 1),
        purpose="deposits that have not ended, old stuck ones too",
        source=documented("funding-account-rest-api-get-deposit-history"),
        row=DepositRow,
        calls=(_NEWEST, *by("state", *transfers.DEPOSITS.waiting)),
        paging=Pages("after", "ts", CursorKind.TIME),
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.deposits),),
    ),
    Request(
        id="asset/withdrawal-history",
        route=get("asset/withdrawal-history", "state", "after", "limit"),
        ccxt_method="privateGetAssetWithdrawalHistory",
        limit=per_user(6, 1),
        purpose="withdrawals that have not ended, old stuck ones too",
        source=documented("funding-account-rest-api-get-withdrawal-history"),
        row=WithdrawalRow,
        calls=(_NEWEST, *by("state", *transfers.WITHDRAWALS.waiting)),
        paging=Pages("after", "ts", CursorKind.TIME),
        feeds=(Feed(Area.TRANSFERS_WITHDRAWALS, transfers.withdrawals),),
    ),
    # Fiat cursors run the other way: `before` is the end of the window, and inclusive.
    Request(
        id="fiat/deposit-order-history",
        route=get("fiat/deposit-order-history", "state", "before", "limit"),
        ccxt_method="privateGetFiatDepositOrderHistory",
        limit=per_user(3, 1),
        purpose="money from a bank that has not arrived",
        source=documented("funding-account-rest-api-get-fiat-deposit-order-history"),
        row=FiatOrder,
        calls=(_NEWEST, *by("state", *transfers.FIAT_OPEN)),
        paging=_FIAT_WINDOW,
        feeds=(Feed(Area.TRANSFERS_FIAT, transfers.fiat_deposits),),
    ),
    Request(
        id="fiat/withdrawal-order-history",
        route=get("fiat/withdrawal-order-history", "state", "before", "limit"),
        ccxt_method="privateGetFiatWithdrawalOrderHistory",
        limit=per_user(3, 1),
        purpose="money on its way to a bank",
        source=documented("funding-account-rest-api-get-fiat-withdrawal-order-history"),
        row=FiatOrder,
        calls=(_NEWEST, *by("state", *transfers.FIAT_OPEN)),
        paging=_FIAT_WINDOW,
        feeds=(Feed(Area.TRANSFERS_FIAT, transfers.fiat_withdrawals),),
        begun=begun("c_time", "ccy", "amt"),
    ),
    Request(
        id="fiat/buy-sell/history",
        route=get("fiat/buy-sell/history", "state", "end", "limit"),
        ccxt_method="privateGetFiatBuySellHistory",
        limit=per_user(6, 1),
        purpose="buying or selling for fiat money that has not ended",
        source=documented("funding-account-rest-api-get-buy-sell-trade-history"),
        row=FiatTrade,
        calls=(_NEWEST, *by("state", "processing")),
        paging=Pages("end", "cTime", CursorKind.TIME),
        feeds=(Feed(Area.TRANSFERS_FIAT, transfers.fiat_trades),),
        begun=begun("c_time", "rfq_ccy", "rfq_amt"),
    ),
    Request(
        id="p2p/order/list",
        route=get("p2p/order/list", "completionStatus", "pageIndex", "pageSize"),
        ccxt_method="",  # ccxt 4.5.90 does not list it; its sign() signs any path
        limit=per_user(2),  # nothing is published: a cautious guess
        purpose="a merchant's open P2P orders; for merchants on OKX's list only",
        source=Source(
            "https://www.okx.com/help/"
            "announcing-the-p2p-api-for-super-and-diamond-merchants-trade-smarter",
            READ_ON,
        ),
        row=P2pOrder,
        calls=(Call({"completionStatus": "pending"}),),
        paging=Numbered("pageIndex", "pageSize", size=20),
        feeds=(Feed(Area.TRANSFERS_P2P, transfers.p2p_orders),),
    ),
)
