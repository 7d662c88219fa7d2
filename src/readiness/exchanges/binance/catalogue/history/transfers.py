"""What came in, went out and moved between the account's own wallets."""

from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.names import EACH_PAIR_PARTNER
from readiness.exchanges.binance.catalogue.history.shared import (
    OPENED,
    PAGE,
    PAGES,
    SPAN,
    TRANSFERS,
    spans,
)
from readiness.exchanges.binance.catalogue.pages import wallet_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip, sapi_uid
from readiness.exchanges.binance.catalogue.spot import TRANSFER_TYPES
from readiness.exchanges.calls import by
from readiness.exchanges.history import HistoryKind, HistoryList, LastDays
from readiness.exchanges.paging import Capped, Numbered

_CAPITAL: Final[dict[str, Any]] = {
    "identity": ("id",),
    "paging": Numbered("offset", "limit", 1000, first=0, step=1000),
    "spans": spans(90),
    "reach": OPENED,
}
_OFFSETS: Final = ("offset", "limit")
_OWN: Final[dict[str, Any]] = {
    "kind": HistoryKind.TRANSFERS,
    "route": get("sapi/v1/asset/transfer", "type", "fromSymbol", "toSymbol", *SPAN, *PAGE),
    "ccxt_method": "sapiGetAssetTransfer",
    "limit": sapi_ip(1),
    "source": wallet_page("asset#query-user-universal-transfer-history"),
    "identity": ("tranId", "type"),
    "time": "timestamp",
    "rows_at": "rows",
    "total_at": "total",
    "paging": PAGES,
    "spans": spans(30),
    "reach": LastDays(179),
    "elsewhere": TRANSFERS,
}

MOVED: Final = (
    HistoryList(
        id="sapi/v1/capital/deposit/hisrec",
        kind=HistoryKind.DEPOSITS,
        route=get("sapi/v1/capital/deposit/hisrec", *SPAN, *_OFFSETS),
        ccxt_method="sapiGetCapitalDepositHisrec",
        limit=sapi_ip(1),
        purpose="deposits of crypto",
        source=wallet_page("capital#deposit-history"),
        time="insertTime",
        **_CAPITAL,
    ),
    HistoryList(
        id="sapi/v1/capital/withdraw/history",
        kind=HistoryKind.WITHDRAWALS,
        route=get("sapi/v1/capital/withdraw/history", *SPAN, *_OFFSETS),
        ccxt_method="sapiGetCapitalWithdrawHistory",
        limit=sapi_uid(18_000),
        purpose="withdrawals of crypto",
        source=wallet_page("capital#withdraw-history"),
        time="applyTime",
        **_CAPITAL,
    ),
    HistoryList(
        id="sapi/v1/asset/transfer",
        purpose="transfers between own wallets",
        calls=by("type", *TRANSFER_TYPES),
        **_OWN,
    ),
    HistoryList(
        id="sapi/v1/asset/transfer:isolated",
        purpose="transfers to and from isolated margin",
        each=EACH_PAIR_PARTNER,
        **_OWN,
    ),
    HistoryList(
        id="sapi/v1/asset/assetDividend",
        kind=HistoryKind.REWARDS,
        route=get("sapi/v1/asset/assetDividend", *SPAN, "limit"),
        ccxt_method="sapiGetAssetAssetDividend",
        limit=sapi_ip(10),
        purpose="airdrops, interest and other credits",
        source=wallet_page("asset#asset-dividend-record"),
        identity=("id",),
        time="divTime",
        rows_at="rows",
        total_at="total",
        paging=Capped(500),
        spans=spans(180),
        reach=OPENED,
    ),
    HistoryList(
        id="sapi/v1/asset/ledger-transfer/cloud-mining/queryByPage",
        kind=HistoryKind.BILLS,
        route=get("sapi/v1/asset/ledger-transfer/cloud-mining/queryByPage", *SPAN, *PAGE),
        ccxt_method="sapiGetAssetLedgerTransferCloudMiningQueryByPage",
        limit=sapi_uid(600),
        purpose="payments and refunds of cloud mining",
        source=wallet_page("asset#get-cloud-mining-payment-and-refund-history"),
        identity=("tranId", "type"),
        time="createTime",
        rows_at="rows",
        total_at="total",
        paging=PAGES,
        spans=spans(30),
        reach=OPENED,
    ),
)
