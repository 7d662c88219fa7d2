"""What Binance itself says is wrong with the account."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import wallet_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip
from readiness.exchanges.binance.collectors import account
from readiness.exchanges.binance.wire.account import AccountStatus, ApiTradingStatus
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.paging import One

ACCOUNT: Final = (
    Request(
        id="sapi/v1/account/status",
        route=get("sapi/v1/account/status"),
        ccxt_method="sapiGetAccountStatus",
        limit=sapi_ip(1),
        purpose="Binance's word for the account: anything but normal is a hold",
        source=wallet_page("account#account-status"),
        row=AccountStatus,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, account.status),),
    ),
    Request(
        id="sapi/v1/account/apiTradingStatus",
        route=get("sapi/v1/account/apiTradingStatus"),
        ccxt_method="sapiGetAccountApiTradingStatus",
        limit=sapi_ip(1),
        purpose="a lock on trading by API",
        source=wallet_page("account#account-api-trading-status"),
        row=ApiTradingStatus,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, account.trading_lock),),
    ),
)
