"""What the session itself needs: the clock, the key, whose it is, prices."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import spot_page, sub_account_page, wallet_page
from readiness.exchanges.binance.catalogue.source import api, get, sapi_ip
from readiness.exchanges.binance.collectors import account, spot
from readiness.exchanges.binance.wire.account import (
    AccountInfo,
    Clock,
    KeyRestrictions,
    SpotAccount,
    SubAccountTransfer,
    SystemStatus,
    Ticker,
)
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Asked, Call, Feed, Request, Traits, nothing_left
from readiness.exchanges.paging import Newest, One

CLOCK: Final = Request(
    id="api/v3/time",
    route=get("api/v3/time", signed=False),
    ccxt_method="publicGetTime",
    limit=api(1),
    purpose="Binance's clock, so that signatures are accepted",
    source=spot_page("general#time"),
    row=Clock,
    paging=One(),
    signed=False,
    asked=Asked.SERVICE,
)

KEY: Final = Request(
    id="sapi/v1/account/apiRestrictions",
    route=get("sapi/v1/account/apiRestrictions"),
    ccxt_method="sapiGetAccountApiRestrictions",
    limit=sapi_ip(1),
    purpose="what the key may do; asked before all else",
    source=wallet_page("account#get-api-key-permission"),
    row=KeyRestrictions,
    paging=One(),
    asked=Asked.SERVICE,
    feeds=(Feed(Area.ACCOUNT_KEY, nothing_left),),
)

PRICES: Final = Request(
    id="api/v3/ticker/price",
    route=get("api/v3/ticker/price", signed=False),
    ccxt_method="publicGetTickerPrice",
    limit=api(4),
    purpose="prices, to say what a remainder is worth; a missing price hides nothing",
    source=spot_page("market#ticker-price"),
    row=Ticker,
    signed=False,
    asked=Asked.SERVICE,
)

SYSTEM_STATUS: Final = Request(
    id="sapi/v1/system/status",
    route=get("sapi/v1/system/status", signed=False),
    ccxt_method="sapiGetSystemStatus",
    limit=sapi_ip(1),
    purpose="whether Binance is in maintenance, so that nothing it shows can be trusted",
    source=wallet_page("others#system-status"),
    row=SystemStatus,
    paging=One(),
    signed=False,
    feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, nothing_left),),
)

SPOT_ACCOUNT: Final = Request(
    id="api/v3/account",
    route=get("api/v3/account", "omitZeroBalances"),
    ccxt_method="privateGetAccount",
    limit=api(20),
    purpose="spot wallet, what the account may not do, and whose key it is",
    source=spot_page("account#get-account"),
    row=SpotAccount,
    calls=(Call({"omitZeroBalances": "true"}),),
    paging=One(),
    asked=Asked.IDENTITY,
    feeds=(
        Feed(Area.WALLET_SPOT, spot.balances),
        Feed(Area.ACCOUNT_RESTRICTIONS, account.spot_flags),
    ),
    twice=True,
)

ACCOUNT_INFO: Final = Request(
    id="sapi/v1/account/info",
    route=get("sapi/v1/account/info"),
    ccxt_method="sapiGetAccountInfo",
    limit=sapi_ip(1),
    purpose="which products the account has opened",
    source=wallet_page("account#account-info"),
    row=AccountInfo,
    paging=One(),
    asked=Asked.IDENTITY,
    # Without it, what a refusal means cannot be told, so its failure has to show.
    feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, nothing_left),),
)

_SUB_ROUTE: Final = get("sapi/v1/sub-account/transfer/subUserHistory", "type", "startTime", "limit")
_SUB_PAGE: Final = sub_account_page("asset-management#sub-account-transfer-history")

SUB_TEST: Final = Request(
    id="sapi/v1/sub-account/transfer/subUserHistory",
    route=_SUB_ROUTE,
    ccxt_method="sapiGetSubAccountTransferSubUserHistory",
    limit=sapi_ip(1),
    purpose="whether the key is a sub-account's: only those are answered; transfers under way",
    source=_SUB_PAGE,
    row=SubAccountTransfer,
    paging=Newest(500),
    asked=Asked.IDENTITY,
    feeds=(
        # A main account is refused; if the question itself fails, nobody knows what the key sees.
        Feed(Area.SUB_ACCOUNTS, nothing_left),
        # It shows one month of transfers in one direction, which proves nothing.
        Feed(Area.TRANSFERS_INTERNAL, spot.sub_account_transfers, proves=False),
    ),
)


def _of_a_sub_account(traits: Traits) -> bool:
    return traits.get("kind") == "sub"


SUB_MOVEMENTS: Final = Request(
    id="sapi/v1/sub-account/transfer/subUserHistory:since",
    route=_SUB_ROUTE,
    ccxt_method="sapiGetSubAccountTransferSubUserHistory",
    limit=sapi_ip(1),
    purpose="transfers of a sub-account with its main account since the scan began",
    source=_SUB_PAGE,
    row=SubAccountTransfer,
    asked=Asked.MOVEMENT,
    calls=by("type", "1", "2"),
    paging=Newest(500),
    since="startTime",
    feeds=(Feed(Area.TRANSFERS_INTERNAL, spot.moved_to_main),),
    applies=_of_a_sub_account,
)

SERVICE: Final = (
    CLOCK,
    KEY,
    PRICES,
    SYSTEM_STATUS,
    SPOT_ACCOUNT,
    ACCOUNT_INFO,
    SUB_TEST,
    SUB_MOVEMENTS,
)
