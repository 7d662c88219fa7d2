"""What moved: the books of the trading and the funding account, and of transfers."""

from datetime import date
from typing import Final

from readiness.exchanges.catalogue import Call, Pages
from readiness.exchanges.history import HistoryKind, HistoryList, Since
from readiness.exchanges.okx.catalogue.source import documented, get, per_user

BILLS: Final = (
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
        elsewhere="OKX website: Assets, Order center, Funding account history, export",
    ),
)
