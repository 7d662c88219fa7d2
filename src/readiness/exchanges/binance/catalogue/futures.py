"""USDⓈ-M futures (``/fapi``) and COIN-M futures (``/dapi``).

Where several requests show the same, the one that knows most stands last: it counts as
seen last.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import coinm_page, usdm_page
from readiness.exchanges.binance.catalogue.source import connector, futures, get
from readiness.exchanges.binance.collectors import account, open_orders
from readiness.exchanges.binance.collectors import futures as collectors
from readiness.exchanges.binance.wire.futures import (
    FullFuturesAccount,
    FuturesAccount,
    FuturesBalance,
    FuturesPosition,
    FuturesTradingStatus,
    TradingFlags,
)
from readiness.exchanges.binance.wire.open_orders import OpenOrder, TriggerOrder
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.paging import One
from readiness.language import message

_USDM: Final = "USDⓈ-M futures"
_COINM: Final = "COIN-M futures"
_USDM_FLAG: Final = message("USDⓈ-M futures: {flag} is false")
_COINM_FLAG: Final = message("COIN-M futures: {flag} is false")

_USDM_REQUESTS: Final = (
    Request(
        id="fapi/v2/account",
        route=get("fapi/v2/account"),
        ccxt_method="fapiPrivateV2GetAccount",
        limit=futures(5),
        purpose="USDⓈ-M futures: wallet and positions of every symbol, and what is not allowed",
        source=usdm_page("account#account-information-v2"),
        row=FullFuturesAccount,
        paging=One(),
        feeds=(
            Feed(Area.WALLET_FUTURES_USDM, collectors.wallet(_USDM)),
            Feed(Area.POSITIONS_FUTURES_USDM, collectors.account_positions),
            Feed(Area.ACCOUNT_RESTRICTIONS, account.flags(_USDM_FLAG)),
        ),
        twice=True,
    ),
    Request(
        id="fapi/v3/account",
        route=get("fapi/v3/account"),
        ccxt_method="fapiPrivateV3GetAccount",
        limit=futures(5),
        purpose="USDⓈ-M futures: wallet, and positions with the margin left in them",
        source=usdm_page("account#account-information-v3"),
        row=FuturesAccount,
        paging=One(),
        feeds=(
            Feed(Area.WALLET_FUTURES_USDM, collectors.wallet(_USDM)),
            Feed(Area.POSITIONS_FUTURES_USDM, collectors.account_positions),
        ),
        twice=True,
    ),
    Request(
        id="fapi/v3/balance",
        route=get("fapi/v3/balance"),
        ccxt_method="fapiPrivateV3GetBalance",
        limit=futures(5),
        purpose="USDⓈ-M futures: wallet",
        source=usdm_page("account#futures-account-balance-v3"),
        row=FuturesBalance,
        feeds=(Feed(Area.WALLET_FUTURES_USDM, collectors.balances(_USDM)),),
        twice=True,
    ),
    Request(
        id="fapi/v3/positionRisk",
        route=get("fapi/v3/positionRisk"),
        ccxt_method="fapiPrivateV3GetPositionRisk",
        limit=futures(5),
        purpose="USDⓈ-M futures: positions",
        source=usdm_page("trade#position-information-v3"),
        row=FuturesPosition,
        feeds=(Feed(Area.POSITIONS_FUTURES_USDM, collectors.positions),),
        twice=True,
    ),
    Request(
        id="fapi/v1/openOrders",
        route=get("fapi/v1/openOrders"),
        ccxt_method="fapiPrivateGetOpenOrders",
        limit=futures(40),
        purpose="USDⓈ-M futures: plain orders of every symbol",
        source=usdm_page("trade#current-all-open-orders"),
        row=OpenOrder,
        feeds=(Feed(Area.ORDERS_FUTURES_USDM, open_orders.plain()),),
    ),
    Request(
        id="fapi/v1/openAlgoOrders",
        route=get("fapi/v1/openAlgoOrders"),
        ccxt_method="fapiPrivateGetOpenAlgoOrders",
        limit=futures(40),
        purpose="USDⓈ-M futures: stop, take-profit and trailing orders, which stand apart",
        source=usdm_page("trade#current-all-algo-open-orders"),
        row=TriggerOrder,
        feeds=(Feed(Area.ORDERS_FUTURES_USDM, open_orders.triggers),),
    ),
    Request(
        id="fapi/v1/accountConfig",
        route=get("fapi/v1/accountConfig"),
        ccxt_method="fapiPrivateGetAccountConfig",
        limit=futures(5),
        purpose="USDⓈ-M futures: whether trading or taking money out is forbidden",
        source=usdm_page("account#futures-account-configuration"),
        row=TradingFlags,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, account.flags(_USDM_FLAG)),),
    ),
    Request(
        id="fapi/v1/apiTradingStatus",
        route=get("fapi/v1/apiTradingStatus"),
        ccxt_method="fapiPrivateGetApiTradingStatus",
        limit=futures(10),
        purpose="USDⓈ-M futures: symbols that a quantitative rule has locked",
        source=usdm_page("account#futures-trading-quantitative-rules-indicators"),
        row=FuturesTradingStatus,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, account.futures_locks),),
    ),
)

_COINM_REQUESTS: Final = (
    Request(
        id="dapi/v1/account",
        route=get("dapi/v1/account"),
        ccxt_method="dapiPrivateGetAccount",
        limit=futures(5),
        purpose="COIN-M futures: wallet, and positions in contracts that are settling too",
        source=coinm_page("account#account-information"),
        row=FullFuturesAccount,
        paging=One(),
        feeds=(
            Feed(Area.WALLET_FUTURES_COINM, collectors.wallet(_COINM)),
            Feed(Area.POSITIONS_FUTURES_COINM, collectors.account_positions),
            Feed(Area.ACCOUNT_RESTRICTIONS, account.flags(_COINM_FLAG)),
        ),
        twice=True,
    ),
    Request(
        id="dapi/v1/balance",
        route=get("dapi/v1/balance"),
        ccxt_method="dapiPrivateGetBalance",
        limit=futures(1),
        purpose="COIN-M futures: wallet",
        source=coinm_page("account#futures-account-balance"),
        row=FuturesBalance,
        feeds=(Feed(Area.WALLET_FUTURES_COINM, collectors.balances(_COINM)),),
        twice=True,
    ),
    Request(
        id="dapi/v1/positionRisk",
        route=get("dapi/v1/positionRisk"),
        ccxt_method="dapiPrivateGetPositionRisk",
        limit=futures(1),
        purpose="COIN-M futures: positions in contracts that trade, with the margin left in them",
        source=coinm_page("trade#position-information"),
        row=FuturesPosition,
        feeds=(Feed(Area.POSITIONS_FUTURES_COINM, collectors.positions),),
        twice=True,
    ),
    Request(
        id="dapi/v1/openOrders",
        route=get("dapi/v1/openOrders"),
        ccxt_method="dapiPrivateGetOpenOrders",
        limit=futures(40),
        purpose="COIN-M futures: orders of every symbol",
        source=coinm_page("trade#current-all-open-orders"),
        row=OpenOrder,
        feeds=(Feed(Area.ORDERS_FUTURES_COINM, open_orders.plain()),),
    ),
    Request(
        id="dapi/v1/openAlgoOrders",
        route=get("dapi/v1/openAlgoOrders"),
        ccxt_method="dapiPrivateGetOpenAlgoOrders",
        limit=futures(40),
        purpose="COIN-M futures: stop, take-profit and trailing orders, once they stand apart",
        source=connector("derivatives_trading_coin_futures"),
        row=TriggerOrder,
        feeds=(Feed(Area.ORDERS_FUTURES_COINM, open_orders.triggers),),
    ),
)

FUTURES: Final = (*_USDM_REQUESTS, *_COINM_REQUESTS)
