"""What the session itself needs: the clock, the key, prices."""

from typing import Final

from readiness.domain.amount import NotStated
from readiness.domain.area import Area
from readiness.exchanges.catalogue import Asked, Call, Feed, Request, nothing_left
from readiness.exchanges.okx.catalogue.source import documented, get, per_ip, per_user
from readiness.exchanges.okx.collectors import copy_trading, settings
from readiness.exchanges.okx.wire.account import AccountConfig, Clock
from readiness.exchanges.paging import One
from readiness.exchanges.wire import CamelRow, WireAmount, WireText


class IndexTicker(CamelRow):
    """``market/index-tickers``."""

    inst_id: WireText
    idx_px: WireAmount = NotStated()


CLOCK: Final = Request(
    id="public/time",
    route=get("public/time"),
    ccxt_method="publicGetPublicTime",
    limit=per_ip(10),
    purpose="the exchange's clock, so that signatures are accepted",
    source=documented("public-data-rest-api-get-system-time"),
    row=Clock,
    paging=One(),
    signed=False,
    asked=Asked.SERVICE,
)

KEY: Final = Request(
    id="account/config",
    route=get("account/config"),
    ccxt_method="privateGetAccountConfig",
    limit=per_user(5),
    purpose="what the key may do, whose it is, and the account's mode; asked before all else",
    source=documented("trading-account-rest-api-get-account-configuration"),
    row=AccountConfig,
    paging=One(),
    asked=Asked.SERVICE,
    feeds=(
        Feed(Area.ACCOUNT_KEY, nothing_left),
        Feed(Area.ACCOUNT_RESTRICTIONS, nothing_left),
        Feed(Area.ACCOUNT_SETTINGS, settings.borrowing),
        # It adds a role that it knows of; copy trading's own requests say whether there is none.
        Feed(Area.COPY_TRADING, copy_trading.account_roles, proves=False),
    ),
)

PRICES: Final = Request(
    id="market/index-tickers",
    route=get("market/index-tickers", "quoteCcy"),
    ccxt_method="publicGetMarketIndexTickers",
    limit=per_ip(20),
    purpose="prices, to say what a remainder is worth; a missing price hides nothing",
    source=documented("public-data-rest-api-get-index-tickers"),
    row=IndexTicker,
    signed=False,
    asked=Asked.SERVICE,
    calls=(Call({"quoteCcy": "USD"}), Call({"quoteCcy": "USDT"})),
)

SERVICE: Final = (CLOCK, KEY, PRICES)
