"""Clock, platform, prices; who the key is and what the account has opened."""

from __future__ import annotations

from readiness.simulator.binance.paging import Capped
from readiness.simulator.binance.pools import API
from readiness.simulator.binance.route import Filter, Route, constant, equal
from readiness.simulator.binance.shape import OBJECT
from readiness.simulator.binance.views.key import account_info, api_restrictions, trading_status
from readiness.simulator.binance.views.public import (
    exchange_info,
    prices,
    server_time,
    system_status,
)
from readiness.simulator.binance.views.totals import wallet_totals
from readiness.simulator.binance.window import Window

TRUTH = ("true", "false")

ROUTES = (
    Route(path="api/v3/time", pool=API, signed=False, shape=OBJECT, view=server_time),
    Route(path="sapi/v1/system/status", signed=False, shape=OBJECT, view=system_status),
    Route(
        path="api/v3/exchangeInfo",
        weight=20,
        pool=API,
        signed=False,
        shape=OBJECT,
        takes=("symbol", "symbols", "permissions", "showPermissionSets", "symbolStatus"),
        view=exchange_info,
    ),
    Route(
        path="api/v3/ticker/price",
        weight=4,
        with_symbol=2,
        pool=API,
        signed=False,
        takes=("symbol", "symbols", "symbolStatus"),
        view=prices,
        identity="symbol",
    ),
    Route(path="sapi/v1/account/apiRestrictions", shape=OBJECT, view=api_restrictions),
    Route(path="sapi/v1/account/info", shape=OBJECT, view=account_info),
    Route(path="sapi/v1/account/status", shape=OBJECT, view=constant(data="Normal")),
    Route(path="sapi/v1/account/apiTradingStatus", shape=OBJECT, view=trading_status),
    Route(
        path="sapi/v1/asset/wallet/balance",
        weight=60,
        takes=("quoteAsset",),
        choices={"needBalanceDetail": TRUTH},
        view=wallet_totals,
        identity="walletName",
    ),
    Route(
        path="sapi/v1/sub-account/transfer/subUserHistory",
        takes=("returnFailHistory",),
        filters=(*equal("asset"), Filter("type", values=("1", "2"))),
        window=Window("time", default=30),
        paging=Capped(default=500, maximum=500),
        who="sub",
    ),
)
