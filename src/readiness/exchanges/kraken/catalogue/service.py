"""What the session needs for itself: clock, key, prices; and what else the account has."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Asked, Feed, Request, nothing_left
from readiness.exchanges.kraken.catalogue.source import (
    EACH_SECOND,
    documented,
    points,
    post,
    public,
)
from readiness.exchanges.kraken.wire.account import ApiKeyInfo, Clock, SystemStatus, Ticker
from readiness.exchanges.paging import One

CLOCK: Final = Request(
    id="Time",
    route=public("Time"),
    ccxt_method="publicGetTime",
    limit=EACH_SECOND,
    purpose="Kraken's clock, so that numbers grow with it",
    source=documented("market-data/get-server-time"),
    row=Clock,
    paging=One(),
    signed=False,
    asked=Asked.SERVICE,
)

KEY: Final = Request(
    id="GetApiKeyInfo",
    route=post("GetApiKeyInfo"),
    ccxt_method="privatePostGetApiKeyInfo",
    limit=points(),
    purpose="what the key may do, whose it is, and what of time it sees; asked before all else",
    source=documented("account-data/get-api-key-info"),
    row=ApiKeyInfo,
    paging=One(),
    permission="",
    asked=Asked.SERVICE,
    feeds=(
        Feed(Area.ACCOUNT_KEY, nothing_left),
        Feed(Area.ACCOUNT_RESTRICTIONS, nothing_left),
    ),
)

PRICES: Final = Request(
    id="Ticker",
    route=public("Ticker"),
    ccxt_method="publicGetTicker",
    limit=EACH_SECOND,
    purpose="prices, to say what a remainder is worth; a missing price hides nothing",
    source=documented("market-data/get-ticker-information"),
    row=Ticker,
    keyed="pair",
    signed=False,
    asked=Asked.SERVICE,
)

SYSTEM_STATUS: Final = Request(
    id="SystemStatus",
    route=public("SystemStatus"),
    ccxt_method="publicGetSystemStatus",
    limit=EACH_SECOND,
    purpose="whether Kraken is online, so that what it shows can be trusted",
    source=documented("market-data/get-system-status"),
    row=SystemStatus,
    paging=One(),
    signed=False,
    feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, nothing_left),),
)

SERVICE: Final = (CLOCK, KEY, PRICES, SYSTEM_STATUS)
