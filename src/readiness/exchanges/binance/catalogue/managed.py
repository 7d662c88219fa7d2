"""Sub-accounts under somebody's management, and those of a broker's clients."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import sub_account_page
from readiness.exchanges.binance.catalogue.source import documented, get, sapi_ip, sapi_uid
from readiness.exchanges.binance.collectors import managed
from readiness.exchanges.binance.wire.managed import (
    BrokerSubAccount,
    ManagedAsset,
    ManagedFutures,
    ManagedMargin,
    ManagedSubAccount,
)
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Asked, Feed, Loop, Request
from readiness.exchanges.paging import Numbered, One

_INFO: Final = "sapi/v1/managed-subaccount/info"
_EMAIL: Final = "email"
_EACH: Final = Loop(_INFO, _EMAIL, managed.emails)

MANAGED: Final = (
    Request(
        id=_INFO,
        route=get(_INFO, "page", "limit"),
        ccxt_method="sapiGetManagedSubaccountInfo",
        limit=sapi_uid(60),
        purpose="sub-accounts under a management agreement between two account owners",
        source=sub_account_page("managed-sub-account#query-managed-sub-account-list"),
        row=ManagedSubAccount,
        asked=Asked.MAIN_ONLY,
        paging=Numbered("page", "limit", 20),
        rows_at="managerSubUserInfoVoList",
        total_at="total",
        feeds=(Feed(Area.SUB_ACCOUNTS, managed.accounts),),
    ),
    # Only one of the two owners is answered. That the sub-account exists blocks in any case.
    Request(
        id="sapi/v1/managed-subaccount/asset",
        route=get("sapi/v1/managed-subaccount/asset", _EMAIL),
        ccxt_method="sapiGetManagedSubaccountAsset",
        limit=sapi_ip(1),
        purpose="spot wallets of managed sub-accounts, as the investor sees them",
        source=sub_account_page("managed-sub-account#query-managed-sub-account-asset-details"),
        row=ManagedAsset,
        asked=Asked.MAIN_ONLY,
        loop=_EACH,
        feeds=(Feed(Area.SUB_ACCOUNTS, managed.assets),),
    ),
    Request(
        id="sapi/v1/managed-subaccount/marginAsset",
        route=get("sapi/v1/managed-subaccount/marginAsset", _EMAIL, "accountType"),
        ccxt_method="sapiGetManagedSubaccountMarginAsset",
        limit=sapi_ip(1),
        purpose="margin accounts of managed sub-accounts, as the investor sees them",
        source=sub_account_page(
            "managed-sub-account#query-managed-sub-account-margin-asset-details"
        ),
        row=ManagedMargin,
        asked=Asked.MAIN_ONLY,
        calls=by("accountType", "MARGIN", "ISOLATED_MARGIN"),
        paging=One(),
        loop=_EACH,
        feeds=(Feed(Area.SUB_ACCOUNTS, managed.margins),),
    ),
    Request(
        id="sapi/v1/managed-subaccount/fetch-future-asset",
        route=get("sapi/v1/managed-subaccount/fetch-future-asset", _EMAIL, "accountType"),
        ccxt_method="sapiGetManagedSubaccountFetchFutureAsset",
        limit=sapi_uid(60),
        purpose="futures of managed sub-accounts, as the investor sees them",
        source=sub_account_page(
            "managed-sub-account#query-managed-sub-account-futures-asset-details"
        ),
        row=ManagedFutures,
        asked=Asked.MAIN_ONLY,
        calls=by("accountType", "USDT_FUTURE", "COIN_FUTURE"),
        rows_at="snapshotVos",
        loop=_EACH,
        feeds=(Feed(Area.SUB_ACCOUNTS, managed.futures_accounts),),
    ),
    Request(
        id="sapi/v1/broker/subAccount",
        route=get("sapi/v1/broker/subAccount", "page", "size"),
        ccxt_method="sapiGetBrokerSubAccount",
        limit=sapi_ip(1),
        purpose="sub-accounts of a broker's clients",
        source=documented("binance_link/exchange-link/account/Query-Sub-Account"),
        row=BrokerSubAccount,
        asked=Asked.MAIN_ONLY,
        paging=Numbered("page", "size", 500),
        # A broker is refused the list of own sub-accounts: only this one shows any.
        feeds=(Feed(Area.SUB_ACCOUNTS, managed.clients),),
    ),
)
