"""Totals of all sub-accounts: of their worth, what is asked of each one says more.

So they only serve to see a sub-account that the list lacks. A look that fails is a failed
look all the same.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import sub_account_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip
from readiness.exchanges.binance.collectors import sub_accounts
from readiness.exchanges.binance.wire.sub_accounts import SubAccountTotal
from readiness.exchanges.catalogue import Asked, Call, Feed, Request
from readiness.exchanges.paging import Numbered

_FUTURES: Final = "sapi/v2/sub-account/futures/accountSummary"
_SHOWN: Final = (Feed(Area.SUB_ACCOUNTS, sub_accounts.shown),)

SUB_ACCOUNT_TOTALS: Final = (
    Request(
        id="sapi/v1/sub-account/spotSummary",
        route=get("sapi/v1/sub-account/spotSummary", "page", "size"),
        ccxt_method="sapiGetSubAccountSpotSummary",
        limit=sapi_ip(1),
        purpose="sub-accounts, as the total of their spot wallets names them",
        source=sub_account_page("asset-management#query-sub-account-spot-assets-summary"),
        row=SubAccountTotal,
        asked=Asked.MAIN_ONLY,
        paging=Numbered("page", "size", 20),
        rows_at="spotSubUserAssetBtcVoList",
        total_at="totalCount",
        feeds=_SHOWN,
    ),
    Request(
        id="sapi/v1/sub-account/margin/accountSummary",
        route=get("sapi/v1/sub-account/margin/accountSummary"),
        ccxt_method="sapiGetSubAccountMarginAccountSummary",
        limit=sapi_ip(10),
        purpose="sub-accounts, as the total of their margin accounts names them",
        source=sub_account_page("asset-management#get-summary-of-sub-accounts-margin-account"),
        row=SubAccountTotal,
        asked=Asked.MAIN_ONLY,
        rows_at="subAccountList",
        feeds=_SHOWN,
    ),
    *(
        Request(
            id=f"{_FUTURES}{suffix}",
            route=get(_FUTURES, "futuresType", "page", "limit"),
            ccxt_method="sapiV2GetSubAccountFuturesAccountSummary",
            limit=sapi_ip(10),
            purpose=f"sub-accounts, as the total of their {name} futures names them",
            source=sub_account_page(
                "asset-management#get-summary-of-sub-accounts-futures-account-v2"
            ),
            row=SubAccountTotal,
            asked=Asked.MAIN_ONLY,
            calls=(Call({"futuresType": kind}),),
            paging=Numbered("page", "limit", 20),
            rows_at=f"{where}.subAccountList",
            feeds=_SHOWN,
        )
        for suffix, kind, name, where in (
            ("", "1", "USDⓈ-M", "futureAccountSummaryResp"),
            (":coinm", "2", "COIN-M", "deliveryAccountSummaryResp"),
        )
    ),
)
