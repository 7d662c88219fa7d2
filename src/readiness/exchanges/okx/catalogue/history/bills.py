"""What moved: the books of the trading and the funding account, and of transfers."""

from datetime import date
from typing import Final

from readiness.exchanges.catalogue import Asked, Call
from readiness.exchanges.history import HistoryKind, HistoryList, LastDays, Since
from readiness.exchanges.okx.catalogue.history import words
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.paging import CursorKind, Pages

BILLS: Final = (
    HistoryList(
        id="account/bills-archive",
        kind=HistoryKind.BILLS,
        route=get("account/bills-archive", "after", "limit"),
        ccxt_method="privateGetAccountBillsArchive",
        limit=per_user(5),
        purpose="movements of the trading account",
        source=documented("trading-account-rest-api-get-bills-details-last-3-months"),
        identity=("billId",),
        time="ts",
        paging=Pages("after", "billId"),
        reach=LastDays(words.QUARTER),
        elsewhere=words.BILLS,
    ),
    HistoryList(
        id="asset/bills-history",
        kind=HistoryKind.BILLS,
        route=get("asset/bills-history", "pagingType", "after", "limit"),
        ccxt_method="privateGetAssetBillsHistory",
        limit=per_user(1, 1),
        purpose="movements of the funding account",
        source=documented("funding-account-rest-api-asset-bills-history"),
        identity=("billId",),
        time="ts",
        # By number, so that bills of one instant are not lost between two pages.
        calls=(Call({"pagingType": "2"}),),
        paging=Pages("after", "billId"),
        reach=Since(date(2021, 2, 1)),
        elsewhere=words.FUNDING,
    ),
    HistoryList(
        id="asset/subaccount/bills",
        kind=HistoryKind.TRANSFERS,
        route=get("asset/subaccount/bills", "after", "limit"),
        ccxt_method="privateGetAssetSubaccountBills",
        limit=per_user(6, 1),
        purpose="transfers between the main account and its sub-accounts",
        source=documented("sub-account-rest-api-get-history-of-sub-account-transfer"),
        identity=("billId",),
        time="ts",
        asked=Asked.MAIN_ONLY,
        paging=Pages("after", "ts", CursorKind.TIME),
        reach=Since(date(2022, 9, 28)),
        elsewhere=words.FUNDING,
    ),
    HistoryList(
        id="asset/subaccount/managed-subaccount-bills",
        kind=HistoryKind.TRANSFERS,
        route=get("asset/subaccount/managed-subaccount-bills", "after", "limit"),
        ccxt_method="privateGetAssetSubaccountManagedSubaccountBills",
        limit=per_user(6, 1),
        purpose="transfers of sub-accounts that are entrusted to a trading team",
        source=documented("sub-account-rest-api-get-history-of-managed-sub-account-transfer"),
        identity=("billId",),
        time="ts",
        asked=Asked.MAIN_ONLY,
        paging=Pages("after", "ts", CursorKind.TIME),
    ),
)
