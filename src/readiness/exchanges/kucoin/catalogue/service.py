"""What the session itself needs: the clock, the key, which family of accounts it is, prices."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Asked, Call, Feed, Request, nothing_left
from readiness.exchanges.kucoin.catalogue.source import (
    documented,
    get,
    management,
    newer,
    public,
)
from readiness.exchanges.kucoin.wire.account import AccountMode, Clock, KeyInfo, Price
from readiness.exchanges.paging import One

CLOCK: Final = Request(
    id="api/v1/timestamp",
    route=get("api/v1/timestamp"),
    ccxt_method="publicGetTimestamp",
    limit=public(3),
    purpose="KuCoin's clock, so that signatures are accepted",
    source=documented(3470156),
    row=Clock,
    paging=One(),
    signed=False,
    asked=Asked.SERVICE,
)

KEY: Final = Request(
    id="api/v1/user/api-key",
    route=get("api/v1/user/api-key"),
    ccxt_method="privateGetUserApiKey",
    limit=management(20),
    purpose="what the key may do, and whose it is; asked before all else",
    source=documented(3470130),
    row=KeyInfo,
    paging=One(),
    asked=Asked.SERVICE,
    feeds=(Feed(Area.ACCOUNT_KEY, nothing_left),),
)

PRICES: Final = Request(
    id="api/v1/prices",
    route=get("api/v1/prices", "base"),
    ccxt_method="publicGetPrices",
    limit=public(3),
    purpose="prices, to say what a remainder is worth; a missing price hides nothing",
    source=documented(3470153),
    row=Price,
    calls=(Call({"base": "USD"}),),
    keyed="currency",
    signed=False,
    asked=Asked.SERVICE,
)

BY_MODE: Final = (
    Area.WALLET_SPOT,
    Area.WALLET_MARGIN_CROSS,
    Area.WALLET_MARGIN_ISOLATED,
    Area.WALLET_FUTURES_USDM,
    Area.WALLET_FUTURES_COINM,
    Area.LOANS_MARGIN,
    Area.ORDERS_OPEN,
    Area.ORDERS_ALGO,
    Area.ORDERS_MARGIN_CROSS,
    Area.ORDERS_MARGIN_ISOLATED,
    Area.ORDERS_FUTURES_USDM,
    Area.ORDERS_FUTURES_COINM,
    Area.POSITIONS_FUTURES_USDM,
    Area.POSITIONS_FUTURES_COINM,
)
"""Where the two families of accounts keep the same things behind different requests."""

MODE: Final = Request(
    id="api/ua/v1/account/mode",
    route=get("api/ua/v1/account/mode"),
    ccxt_method="utaPrivateGetAccountMode",
    limit=management(30),
    purpose="whether the account is classic or unified: each has requests of its own",
    source=newer("ua/get-account-mode"),
    row=AccountMode,
    paging=One(),
    asked=Asked.IDENTITY,
    # Without it nobody knows which requests show these: both families are asked, and none
    # of what they show is all there is.
    feeds=tuple(Feed(area, nothing_left) for area in BY_MODE),
)

SERVICE: Final = (CLOCK, KEY, PRICES, MODE)
