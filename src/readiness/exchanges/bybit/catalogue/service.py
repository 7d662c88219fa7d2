"""What the session itself needs: the clock, the key, the account's mode, prices."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.bybit.catalogue.source import documented, get, per_user
from readiness.exchanges.bybit.collectors import account
from readiness.exchanges.bybit.wire.account import (
    AccountInfo,
    Clock,
    KeyInfo,
    Ticker,
    WalletTypes,
)
from readiness.exchanges.catalogue import Asked, Call, Feed, Request, nothing_left
from readiness.exchanges.paging import One
from readiness.gate.route import Limit, Per

_PUBLIC: Final = Limit(600, 5, Per.IP)
"""What an IP address may send in all."""

CLOCK: Final = Request(
    id="market/time",
    route=get("market/time"),
    ccxt_method="publicGetV5MarketTime",
    limit=_PUBLIC,
    purpose="the exchange's clock, so that signatures are accepted",
    source=documented("market/time"),
    row=Clock,
    paging=One(),
    signed=False,
    asked=Asked.SERVICE,
)

KEY: Final = Request(
    id="user/query-api",
    route=get("user/query-api"),
    ccxt_method="privateGetV5UserQueryApi",
    limit=per_user(10),
    purpose="what the key may do, and whose it is; asked before all else",
    source=documented("user/apikey-info"),
    row=KeyInfo,
    paging=One(),
    asked=Asked.SERVICE,
    feeds=(
        Feed(Area.ACCOUNT_KEY, nothing_left),
        Feed(Area.ACCOUNT_RESTRICTIONS, nothing_left),
    ),
)

ACCOUNT_INFO: Final = Request(
    id="account/info",
    route=get("account/info"),
    ccxt_method="privateGetV5AccountInfo",
    limit=per_user(50),
    purpose="the account's mode, and whether others copy its trades",
    source=documented("account/account-info"),
    row=AccountInfo,
    paging=One(),
    asked=Asked.IDENTITY,
    feeds=(Feed(Area.COPY_TRADING, account.leads),),
)

WALLET_TYPES: Final = Request(
    id="user/get-member-type",
    route=get("user/get-member-type"),
    ccxt_method="privateGetV5UserGetMemberType",
    limit=per_user(10),
    purpose="which wallets the account has, so that none is left out",
    source=documented("user/wallet-type"),
    row=WalletTypes,
    rows_at="accounts",
    paging=One(),
    feeds=(Feed(Area.ACCOUNT_TOTALS, account.own_wallets),),
)

PRICES: Final = Request(
    id="market/tickers",
    route=get("market/tickers", "category"),
    ccxt_method="publicGetV5MarketTickers",
    limit=_PUBLIC,
    purpose="prices, to say what a remainder is worth; a missing price hides nothing",
    source=documented("market/tickers"),
    row=Ticker,
    rows_at="list",
    signed=False,
    asked=Asked.SERVICE,
    calls=(Call({"category": "spot"}),),
)

SERVICE: Final = (CLOCK, KEY, ACCOUNT_INFO, WALLET_TYPES, PRICES)
