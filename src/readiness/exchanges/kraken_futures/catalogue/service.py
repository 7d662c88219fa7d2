"""What the session needs for itself: clock, key, prices."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Asked, Call, Feed, Request, nothing_left
from readiness.exchanges.kraken_futures.catalogue.source import (
    FEW,
    documented,
    get,
)
from readiness.exchanges.kraken_futures.wire.account import Clock, KeyCheck, Ticker
from readiness.exchanges.paging import One
from readiness.gate.route import Route

CLOCK: Final = Request(
    id="derivatives/api/v3/tickers:clock",
    route=get("tickers", "symbol"),
    ccxt_method="publicGetTickers",
    limit=FEW,
    purpose="Kraken's clock: the time at which it answers, here with one price",
    source=documented("market-data/get-tickers"),
    row=Clock,
    calls=(Call({"symbol": "PF_XBTUSD"}),),
    paging=One(),
    signed=False,
    permission="",
    asked=Asked.SERVICE,
)

KEY: Final = Request(
    id="api/auth/v1/api-keys/v3/check",
    route=Route("GET", "/api/auth/v1/api-keys/v3/check"),
    ccxt_method="",
    limit=FEW,
    purpose="what the key may do, and whose it is; asked before all else",
    source=documented("api-keys/check-v3-api-key"),
    row=KeyCheck,
    paging=One(),
    permission="",
    asked=Asked.SERVICE,
    feeds=(
        Feed(Area.ACCOUNT_KEY, nothing_left),
        Feed(Area.ACCOUNT_RESTRICTIONS, nothing_left),
    ),
)

PRICES: Final = Request(
    id="derivatives/api/v3/tickers",
    route=get("tickers"),
    ccxt_method="publicGetTickers",
    limit=FEW,
    purpose="prices, to say what a remainder is worth; a missing price hides nothing",
    source=documented("market-data/get-tickers"),
    row=Ticker,
    rows_at="tickers",
    signed=False,
    permission="",
    asked=Asked.SERVICE,
)

SERVICE: Final = (CLOCK, KEY, PRICES)
