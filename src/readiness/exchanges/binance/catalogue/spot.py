"""Spot and funding wallets, spot orders, NFTs, and transfers between own wallets.

The account itself is among the identity requests (``service``).
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import spot_page, wallet_page
from readiness.exchanges.binance.catalogue.source import (
    api,
    documented,
    get,
    post,
    sapi_ip,
    sapi_uid,
)
from readiness.exchanges.binance.collectors import open_orders, spot
from readiness.exchanges.binance.wire.open_orders import OpenOrder, OrderList
from readiness.exchanges.binance.wire.spot import (
    Coin,
    Dividend,
    Dust,
    Nft,
    OwnTransfer,
    WalletAsset,
)
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Asked, Call, Feed, Request
from readiness.exchanges.paging import Newest, Numbered, Some, Windows

TRANSFER_TYPES: Final = (
    "MAIN_UMFUTURE",
    "MAIN_CMFUTURE",
    "MAIN_MARGIN",
    "UMFUTURE_MAIN",
    "UMFUTURE_MARGIN",
    "CMFUTURE_MAIN",
    "CMFUTURE_MARGIN",
    "MARGIN_MAIN",
    "MARGIN_UMFUTURE",
    "MARGIN_CMFUTURE",
    "MAIN_FUNDING",
    "FUNDING_MAIN",
    "FUNDING_UMFUTURE",
    "UMFUTURE_FUNDING",
    "MARGIN_FUNDING",
    "FUNDING_MARGIN",
    "FUNDING_CMFUTURE",
    "CMFUTURE_FUNDING",
    "MAIN_OPTION",
    "OPTION_MAIN",
    "UMFUTURE_OPTION",
    "OPTION_UMFUTURE",
    "MARGIN_OPTION",
    "OPTION_MARGIN",
    "FUNDING_OPTION",
    "OPTION_FUNDING",
    "MAIN_PORTFOLIO_MARGIN",
    "PORTFOLIO_MARGIN_MAIN",
)
"""Every pair of wallets; those of isolated margin can only be asked for by symbol."""

_TRANSFER_ROUTE: Final = get(
    "sapi/v1/asset/transfer", "type", "startTime", "endTime", "current", "size"
)
_TRANSFER_PAGE: Final = wallet_page("asset#query-user-universal-transfer-history")

SPOT: Final = (
    # Before the orders: what they show of a leg is more, and counts as seen last.
    Request(
        id="api/v3/openOrderList",
        route=get("api/v3/openOrderList"),
        ccxt_method="privateGetOpenOrderList",
        limit=api(6),
        purpose="lists of spot orders that depend on each other",
        source=spot_page("account#open-order-list"),
        row=OrderList,
        feeds=(Feed(Area.ORDERS_OPEN, open_orders.lists()),),
    ),
    Request(
        id="api/v3/openOrders",
        route=get("api/v3/openOrders"),
        ccxt_method="privateGetOpenOrders",
        limit=api(80),
        purpose="open spot orders of every symbol",
        source=spot_page("account#get-open-orders"),
        row=OpenOrder,
        feeds=(Feed(Area.ORDERS_OPEN, open_orders.plain()),),
    ),
    Request(
        id="sapi/v3/asset/getUserAsset",
        route=post("sapi/v3/asset/getUserAsset"),
        ccxt_method="sapiV3PostAssetGetUserAsset",
        limit=sapi_ip(5),
        purpose="spot wallet: what the platform holds back, and what is being paid out",
        source=wallet_page("asset#user-asset"),
        row=WalletAsset,
        feeds=(Feed(Area.WALLET_SPOT, spot.user_assets),),
        twice=True,
    ),
    Request(
        id="sapi/v1/capital/config/getall",
        route=get("sapi/v1/capital/config/getall"),
        ccxt_method="sapiGetCapitalConfigGetall",
        limit=sapi_ip(10),
        purpose="spot wallet by coin: fiat money, and what a token sale binds",
        source=wallet_page("capital#all-coins-information"),
        row=Coin,
        paging=Some(),
        feeds=(Feed(Area.WALLET_SPOT, spot.coins),),
        twice=True,
    ),
    Request(
        id="sapi/v1/asset/get-funding-asset",
        route=post("sapi/v1/asset/get-funding-asset"),
        ccxt_method="sapiPostAssetGetFundingAsset",
        limit=sapi_ip(1),
        purpose="funding wallet: Pay, P2P, card, gift cards",
        source=wallet_page("asset#funding-wallet"),
        row=WalletAsset,
        feeds=(Feed(Area.WALLET_FUNDING, spot.funding),),
        twice=True,
    ),
    # Two lists of what can be converted: held against the wallets, like a total.
    Request(
        id="sapi/v1/asset/dust-btc",
        route=post("sapi/v1/asset/dust-btc", "accountType"),
        ccxt_method="sapiPostAssetDustBtc",
        limit=sapi_ip(1),
        purpose="small remainders of spot and cross margin that can be converted",
        source=wallet_page("asset#get-assets-that-can-be-converted-into-bnb"),
        row=Dust,
        calls=by("accountType", "SPOT", "MARGIN"),
        rows_at="details",
        feeds=(Feed(Area.ACCOUNT_TOTALS, spot.dust),),
        twice=True,
    ),
    Request(
        id="sapi/v1/asset/dust-convert/query-convertible-assets",
        route=post("sapi/v1/asset/dust-convert/query-convertible-assets", "targetAsset"),
        ccxt_method="",
        limit=sapi_ip(1),
        purpose="small remainders that can be converted into another coin than BNB",
        source=wallet_page("asset#dust-convertible-assets"),
        row=Dust,
        calls=(Call({"targetAsset": "USDT"}),),
        rows_at="details",
        feeds=(Feed(Area.ACCOUNT_TOTALS, spot.dust),),
        twice=True,
    ),
    Request(
        id="sapi/v1/nft/user/getAsset",
        route=get("sapi/v1/nft/user/getAsset", "page", "limit"),
        ccxt_method="sapiGetNftUserGetAsset",
        limit=sapi_uid(3000),
        purpose="non-fungible tokens",
        source=documented("nft/rest-api/Get-NFT-Asset"),
        row=Nft,
        paging=Numbered("page", "limit", 50),
        rows_at="list",
        total_at="total",
        feeds=(Feed(Area.WALLET_NFT, spot.nfts),),
        twice=True,
    ),
    Request(
        id="sapi/v1/asset/transfer",
        route=_TRANSFER_ROUTE,
        ccxt_method="sapiGetAssetTransfer",
        limit=sapi_ip(1),
        purpose="transfers between own wallets that have not ended",
        source=_TRANSFER_PAGE,
        row=OwnTransfer,
        calls=by("type", *TRANSFER_TYPES),
        paging=Numbered("current", "size", 100),
        rows_at="rows",
        total_at="total",
        windows=Windows("startTime", "endTime", 7),  # what is served if no span is asked for
        feeds=(Feed(Area.TRANSFERS_INTERNAL, spot.transfers),),
    ),
    Request(
        id="sapi/v1/asset/transfer:since",
        route=_TRANSFER_ROUTE,
        ccxt_method="sapiGetAssetTransfer",
        limit=sapi_ip(1),
        purpose="transfers between own wallets since the scan began",
        source=_TRANSFER_PAGE,
        row=OwnTransfer,
        asked=Asked.MOVEMENT,
        calls=by("type", *TRANSFER_TYPES),
        paging=Numbered("current", "size", 100),
        rows_at="rows",
        since="startTime",
        feeds=(Feed(Area.TRANSFERS_INTERNAL, spot.moved),),
    ),
    Request(
        id="sapi/v1/asset/assetDividend:since",
        route=get("sapi/v1/asset/assetDividend", "startTime", "limit"),
        ccxt_method="sapiGetAssetAssetDividend",
        limit=sapi_ip(10),
        purpose="airdrops, interest and rewards credited since the scan began",
        source=wallet_page("asset#asset-dividend-record"),
        row=Dividend,
        asked=Asked.MOVEMENT,
        paging=Newest(500),
        rows_at="rows",
        since="startTime",
        feeds=(Feed(Area.TRANSFERS_INTERNAL, spot.credited),),
    ),
)
