"""The spot and the funding wallet, their orders, dust and NFTs."""

from __future__ import annotations

from readiness.simulator.binance.paging import Capped, Numbered
from readiness.simulator.binance.pools import API
from readiness.simulator.binance.route import Route, by_uid, constant, equal
from readiness.simulator.binance.routes.service import TRUTH
from readiness.simulator.binance.shape import LIST, OBJECT, TABLE, Shape
from readiness.simulator.binance.views import spot
from readiness.simulator.binance.window import Window

_RATES = {"maker": "0.00100000", "taker": "0.00100000", "buyer": "0", "seller": "0"}
ACCOUNT = Shape(
    "balances",
    whole=True,
    beside={
        "makerCommission": 10,
        "takerCommission": 10,
        "buyerCommission": 0,
        "sellerCommission": 0,
        "commissionRates": _RATES,
        "canTrade": True,
        "canWithdraw": True,
        "canDeposit": True,
        "brokered": False,
        "requireSelfTradePrevention": False,
        "preventSor": False,
        "updateTime": 0,
        "accountType": "SPOT",
        "permissions": ["SPOT"],
        "uid": 0,
    },
)
DUST = Shape(
    "details",
    beside={"totalTransferBtc": "0", "totalTransferBNB": "0", "dribbletPercentage": "0.02"},
)
CONVERTIBLE = Shape(
    "details",
    beside={
        "dribbletPercentage": "0.02",
        "totalTransferQuotaAssetAmount": "0",
        "totalTransferTargetAssetAmount": "0",
        "dribbletBase": "10",
    },
)
_ACCOUNTS = ("SPOT", "MARGIN")
_SYMBOLS = ("fromSymbol", "toSymbol")

ROUTES = (
    Route(
        path="api/v3/account",
        weight=20,
        pool=API,
        shape=ACCOUNT,
        choices={"omitZeroBalances": TRUTH},
        view=spot.spot_balances,
        beside=spot.spot_account,
        identity="asset",
    ),
    Route(
        path="api/v3/openOrders",
        weight=80,
        with_symbol=6,
        pool=API,
        filters=equal("symbol"),
    ),
    Route(path="api/v3/openOrderList", weight=6, pool=API),
    Route(
        path="sapi/v3/asset/getUserAsset",
        method="POST",
        weight=5,
        choices={"needBtcValuation": TRUTH},
        filters=equal("asset"),
        view=spot.by_state,
        identity="asset",
    ),
    Route(
        path="sapi/v1/asset/get-funding-asset",
        method="POST",
        choices={"needBtcValuation": TRUTH},
        filters=equal("asset"),
        view=spot.funding_wallet,
        identity="asset",
    ),
    Route(
        path="sapi/v1/capital/config/getall",
        weight=10,
        shape=LIST,
        view=spot.coins,
        identity="coin",
    ),
    Route(
        path="sapi/v1/capital/withdraw/quota",
        weight=10,
        shape=OBJECT,
        view=constant(wdQuota="8000000", usedWdQuota="0"),
    ),
    Route(
        path="sapi/v1/asset/dust-btc",
        method="POST",
        shape=DUST,
        choices={"accountType": _ACCOUNTS},
        view=spot.dust,
        identity="asset",
    ),
    Route(
        path="sapi/v1/asset/dust-convert/query-convertible-assets",
        method="POST",
        shape=CONVERTIBLE,
        required=("targetAsset",),
        takes=("dustQuotaAssetToTargetAssetPrice",),
        choices={"accountType": _ACCOUNTS},
        view=spot.convertible,
        identity="asset",
    ),
    Route(
        path="sapi/v1/asset/dribblet",
        shape=Shape("userAssetDribblets", "total"),
        choices={"accountType": _ACCOUNTS},
        window=Window("operateTime"),
        paging=Capped(size="", default=100),
    ),
    Route(
        path="sapi/v1/asset/transfer",
        shape=TABLE,
        required=("type",),
        takes=_SYMBOLS,
        filters=equal("type"),
        window=Window("timestamp", default=7, reach=183),
        paging=Numbered(),
    ),
    Route(
        path="sapi/v1/asset/assetDividend",
        weight=10,
        shape=TABLE,
        filters=equal("asset"),
        window=Window("divTime", longest=180),
        paging=Capped(default=20, maximum=500),
    ),
    Route(
        path="sapi/v1/nft/user/getAsset",
        **by_uid(3000),
        shape=Shape("list", "total"),
        paging=Numbered("page", "limit", default=50, maximum=50),
    ),
)
