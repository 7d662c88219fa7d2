"""Sub-accounts: which there are, and what the main account's key sees of each."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import sub_account_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip, sapi_uid
from readiness.exchanges.binance.catalogue.sub_account_totals import SUB_ACCOUNT_TOTALS
from readiness.exchanges.binance.collectors import margin, spot, sub_accounts, transfers
from readiness.exchanges.binance.wire.spot import WalletAsset
from readiness.exchanges.binance.wire.sub_accounts import (
    SubAccountRow,
    SubAccountStatus,
    SubCoinmAccount,
    SubCoinmPositions,
    SubMarginAccount,
    SubUsdmAccount,
    SubUsdmPositions,
)
from readiness.exchanges.binance.wire.transfers import DepositRow
from readiness.exchanges.catalogue import Asked, Call, Feed, Request
from readiness.exchanges.paging import Numbered, One, Windows

_EMAIL: Final = "email"
_FUTURES: Final = (
    (
        *("", "1", "USDⓈ-M futures", Area.WALLET_FUTURES_USDM, Area.POSITIONS_FUTURES_USDM),
        *(SubUsdmAccount, SubUsdmPositions, sub_accounts.usdm),
    ),
    (
        *(":coinm", "2", "COIN-M futures", Area.WALLET_FUTURES_COINM, Area.POSITIONS_FUTURES_COINM),
        *(SubCoinmAccount, SubCoinmPositions, sub_accounts.coinm),
    ),
)
"""The two kinds of futures: suffix of the ids, parameter, name, areas, rows, reader."""

SUB_ACCOUNT_LIST: Final = Request(
    id="sapi/v1/sub-account/list",
    route=get("sapi/v1/sub-account/list", "page", "limit"),
    ccxt_method="sapiGetSubAccountList",
    limit=sapi_ip(1),
    purpose="sub-accounts that exist, frozen ones too",
    source=sub_account_page("account-management#query-sub-account-list"),
    row=SubAccountRow,
    asked=Asked.MAIN_ONLY,
    paging=Numbered("page", "limit", 200),
    rows_at="subAccounts",
    feeds=(Feed(Area.SUB_ACCOUNTS, sub_accounts.listed),),
)

SUB_ACCOUNTS: Final = (
    # Before the list: what that one says of a sub-account is more, and counts as seen last.
    Request(
        id="sapi/v1/sub-account/status",
        route=get("sapi/v1/sub-account/status"),
        ccxt_method="sapiGetSubAccountStatus",
        limit=sapi_ip(10),
        purpose="sub-accounts that are switched off, and once more which there are",
        source=sub_account_page("account-management#get-sub-accounts-status-on-margin-or-futures"),
        row=SubAccountStatus,
        asked=Asked.MAIN_ONLY,
        feeds=(
            Feed(Area.ACCOUNT_RESTRICTIONS, sub_accounts.disabled),
            Feed(Area.SUB_ACCOUNTS, sub_accounts.shown),
        ),
    ),
    *SUB_ACCOUNT_TOTALS,
    SUB_ACCOUNT_LIST,
    Request(
        id="sapi/v4/sub-account/assets",
        route=get("sapi/v4/sub-account/assets", _EMAIL),
        ccxt_method="sapiV4GetSubAccountAssets",
        limit=sapi_uid(60),
        purpose="a sub-account's spot wallet, as its main account sees it",
        source=sub_account_page("asset-management#query-sub-account-assets-asset-management"),
        row=WalletAsset,
        asked=Asked.EACH_SUB_ACCOUNT,
        rows_at="balances",
        scope_parameter=_EMAIL,
        feeds=(Feed(Area.WALLET_SPOT, spot.user_assets),),
    ),
    Request(
        id="sapi/v1/sub-account/margin/account",
        route=get("sapi/v1/sub-account/margin/account", _EMAIL),
        ccxt_method="sapiGetSubAccountMarginAccount",
        limit=sapi_ip(10),
        purpose="a sub-account's cross margin: money, debts and interest",
        source=sub_account_page("asset-management#get-detail-on-sub-accounts-margin-account"),
        row=SubMarginAccount,
        paging=One(),
        asked=Asked.EACH_SUB_ACCOUNT,
        scope_parameter=_EMAIL,
        feeds=(
            Feed(Area.WALLET_MARGIN_CROSS, margin.cross),
            # Debts of isolated margin and of liquidations are not shown here.
            Feed(Area.LOANS_MARGIN, margin.cross_debts),
        ),
    ),
    # One request for each kind of futures: what shows one kind says nothing of the other.
    *(
        request
        for suffix, kind, name, wallet, positions, account_row, positions_row, read in _FUTURES
        for request in (
            Request(
                id=f"sapi/v2/sub-account/futures/account{suffix}",
                route=get("sapi/v2/sub-account/futures/account", _EMAIL, "futuresType"),
                ccxt_method="sapiV2GetSubAccountFuturesAccount",
                limit=sapi_ip(1),
                purpose=f"a sub-account's {name} wallet, as its main account sees it",
                source=sub_account_page(
                    "asset-management#get-detail-on-sub-accounts-futures-account-v2"
                ),
                row=account_row,
                calls=(Call({"futuresType": kind}),),
                paging=One(),
                asked=Asked.EACH_SUB_ACCOUNT,
                scope_parameter=_EMAIL,
                feeds=(Feed(wallet, read),),
            ),
            Request(
                id=f"sapi/v2/sub-account/futures/positionRisk{suffix}",
                route=get("sapi/v2/sub-account/futures/positionRisk", _EMAIL, "futuresType"),
                ccxt_method="sapiV2GetSubAccountFuturesPositionRisk",
                limit=sapi_ip(1),
                purpose=f"a sub-account's {name} positions, as its main account sees them",
                source=sub_account_page(
                    "account-management#get-futures-position-risk-of-sub-account-v2"
                ),
                row=positions_row,
                calls=(Call({"futuresType": kind}),),
                paging=One(),
                asked=Asked.EACH_SUB_ACCOUNT,
                scope_parameter=_EMAIL,
                feeds=(Feed(positions, sub_accounts.positions),),
            ),
        )
    ),
    Request(
        id="sapi/v1/capital/deposit/subHisrec",
        route=get(
            "sapi/v1/capital/deposit/subHisrec",
            *(_EMAIL, "startTime", "endTime", "offset", "limit"),
        ),
        ccxt_method="sapiGetCapitalDepositSubHisrec",
        limit=sapi_ip(1),
        purpose="a sub-account's deposits of a year that have not ended",
        source=sub_account_page("asset-management#get-sub-account-deposit-history"),
        row=DepositRow,
        asked=Asked.EACH_SUB_ACCOUNT,
        # No page says how many rows are served at most, so few are asked for.
        paging=Numbered("offset", "limit", 100, first=0, step=100),
        windows=Windows("startTime", "endTime", 90, count=4),
        scope_parameter=_EMAIL,
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.deposits),),
    ),
)
