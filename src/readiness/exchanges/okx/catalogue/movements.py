"""What moves: position transfers that have not ended, and bills since the scan began."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Asked, Call, Feed, Request
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.okx.collectors import movements
from readiness.exchanges.okx.wire.trade import PositionMove
from readiness.exchanges.okx.wire.transfers import Bill
from readiness.exchanges.paging import Newest

_NEWEST: Final = Newest(100)
_SINCE: Final = (Feed(Area.TRANSFERS_INTERNAL, movements.bills),)

MOVEMENTS: Final = (
    Request(
        id="account/move-positions-history",
        route=get("account/move-positions-history", "state", "limit"),
        ccxt_method="privateGetAccountMovePositionsHistory",
        limit=per_user(2),
        purpose="position transfers between own accounts that have not ended",
        source=documented("trading-account-rest-api-get-move-positions-history"),
        row=PositionMove,
        asked=Asked.MAIN_ONLY,
        calls=(Call(), Call({"state": "pending"})),
        paging=_NEWEST,
        feeds=(Feed(Area.TRANSFERS_INTERNAL, movements.position_moves),),
    ),
    Request(
        id="account/bills",
        route=get("account/bills", "limit"),
        ccxt_method="privateGetAccountBills",
        limit=per_user(5, 1),
        purpose="movements of the trading account since the scan began",
        source=documented("trading-account-rest-api-get-bills-details-last-7-days"),
        row=Bill,
        asked=Asked.MOVEMENT,
        paging=_NEWEST,
        feeds=_SINCE,
    ),
    Request(
        id="asset/bills",
        route=get("asset/bills", "limit"),
        ccxt_method="privateGetAssetBills",
        limit=per_user(6, 1),
        purpose="movements of the funding account since the scan began",
        source=documented("funding-account-rest-api-asset-bills-details"),
        row=Bill,
        asked=Asked.MOVEMENT,
        paging=_NEWEST,
        feeds=_SINCE,
    ),
    Request(
        id="asset/subaccount/bills",
        route=get("asset/subaccount/bills", "limit"),
        ccxt_method="privateGetAssetSubaccountBills",
        limit=per_user(6, 1),
        purpose="transfers to and from sub-accounts since the scan began",
        source=documented("sub-account-rest-api-get-history-of-sub-account-transfer"),
        row=Bill,
        asked=Asked.MAIN_MOVEMENT,
        paging=_NEWEST,
        feeds=_SINCE,
    ),
)
