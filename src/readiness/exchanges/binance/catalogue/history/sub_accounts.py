"""What moved between a main account and its sub-accounts, and what sub-accounts were sent."""

from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.names import EACH_SENDER, EACH_SUB
from readiness.exchanges.binance.catalogue.history.shared import (
    OPENED,
    SPAN,
    TRANSFERS,
    spans,
)
from readiness.exchanges.binance.catalogue.pages import sub_account_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Asked, Traits
from readiness.exchanges.history import HistoryKind, HistoryList, LastDays
from readiness.exchanges.paging import Capped, Numbered

_MAIN: Final[dict[str, Any]] = {
    "asked": Asked.MAIN_ONLY,
    "kind": HistoryKind.TRANSFERS,
    "limit": sapi_ip(1),
    "paging": Numbered("page", "limit", 500),
}
_PAGE: Final = ("page", "limit")


def _of_a_sub_account(traits: Traits) -> bool:
    return traits.get("kind") == "sub"


SUB_ACCOUNT_TRANSFERS: Final = (
    HistoryList(
        id="sapi/v1/sub-account/universalTransfer",
        route=get("sapi/v1/sub-account/universalTransfer", "fromEmail", *SPAN, *_PAGE),
        ccxt_method="sapiGetSubAccountUniversalTransfer",
        purpose="transfers with and between sub-accounts, of all wallets",
        source=sub_account_page("asset-management#query-universal-transfer-history"),
        identity=("tranId",),
        time="createTimeStamp",
        rows_at="result",
        total_at="totalCount",
        spans=spans(7),
        reach=OPENED,
        each=EACH_SENDER,
        **_MAIN,
    ),
    HistoryList(
        id="sapi/v1/sub-account/sub/transfer/history",
        route=get("sapi/v1/sub-account/sub/transfer/history", "fromEmail", *SPAN, *_PAGE),
        ccxt_method="sapiGetSubAccountSubTransferHistory",
        purpose="transfers with and between sub-accounts, of spot wallets",
        source=sub_account_page("asset-management#query-sub-account-spot-asset-transfer-history"),
        identity=("tranId",),
        time="time",
        spans=spans(30),
        reach=OPENED,
        each=EACH_SENDER,
        **_MAIN,
    ),
    HistoryList(
        id="sapi/v1/sub-account/futures/internalTransfer",
        route=get(
            "sapi/v1/sub-account/futures/internalTransfer",
            *("email", "futuresType", *SPAN, *_PAGE),
        ),
        ccxt_method="sapiGetSubAccountFuturesInternalTransfer",
        purpose="transfers between the futures wallets of sub-accounts",
        source=sub_account_page(
            "asset-management#query-sub-account-futures-asset-transfer-history"
        ),
        identity=("tranId",),
        time="time",
        calls=by("futuresType", "1", "2"),
        rows_at="transfers",
        spans=spans(30),
        reach=LastDays(27),
        elsewhere=TRANSFERS,
        each=EACH_SUB,
        **_MAIN,
    ),
    HistoryList(
        id="sapi/v1/capital/deposit/subHisrec",
        asked=Asked.MAIN_ONLY,
        kind=HistoryKind.DEPOSITS,
        route=get("sapi/v1/capital/deposit/subHisrec", "email", *SPAN, "offset", "limit"),
        ccxt_method="sapiGetCapitalDepositSubHisrec",
        limit=sapi_ip(1),
        purpose="deposits of crypto to sub-accounts",
        source=sub_account_page("asset-management#get-sub-account-deposit-history"),
        identity=("id",),
        time="insertTime",
        paging=Numbered("offset", "limit", 1000, first=0, step=1000),
        spans=spans(90),
        reach=OPENED,
        each=EACH_SUB,
    ),
    HistoryList(
        id="sapi/v1/sub-account/transfer/subUserHistory",
        kind=HistoryKind.TRANSFERS,
        route=get(
            "sapi/v1/sub-account/transfer/subUserHistory",
            *("type", *SPAN, "limit"),
        ),
        ccxt_method="sapiGetSubAccountTransferSubUserHistory",
        limit=sapi_ip(1),
        purpose="transfers of a sub-account with its main account",
        source=sub_account_page("asset-management#sub-account-transfer-history"),
        identity=("tranId", "type"),
        time="time",
        calls=by("type", "1", "2"),
        paging=Capped(500),
        spans=spans(30),
        reach=OPENED,
        applies=_of_a_sub_account,
    ),
)
