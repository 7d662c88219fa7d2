"""Open orders of portfolio margin (``/papi``)."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import portfolio_page
from readiness.exchanges.binance.catalogue.source import get, portfolio_margin
from readiness.exchanges.binance.collectors import open_orders
from readiness.exchanges.binance.wire.open_orders import (
    OpenOrder,
    OrderList,
    StrategyOrder,
    TriggerOrder,
)
from readiness.exchanges.catalogue import Feed, Request

_MARGIN_BOOK: Final = "margin:"
"""Margin and futures give out numbers independently, for symbols of the same name."""


PORTFOLIO_MARGIN_ORDERS: Final = (
    Request(
        id="papi/v1/um/openOrders",
        route=get("papi/v1/um/openOrders"),
        ccxt_method="papiGetUmOpenOrders",
        limit=portfolio_margin(40),
        purpose="portfolio margin: plain USDⓈ-M orders of every symbol",
        source=portfolio_page("trade#query-all-current-um-open-orders"),
        row=OpenOrder,
        feeds=(Feed(Area.ORDERS_PORTFOLIO_MARGIN, open_orders.plain()),),
    ),
    Request(
        id="papi/v1/cm/openOrders",
        route=get("papi/v1/cm/openOrders"),
        ccxt_method="papiGetCmOpenOrders",
        limit=portfolio_margin(40),
        purpose="portfolio margin: plain COIN-M orders of every symbol",
        source=portfolio_page("trade#query-all-current-cm-open-orders"),
        row=OpenOrder,
        feeds=(Feed(Area.ORDERS_PORTFOLIO_MARGIN, open_orders.plain()),),
    ),
    Request(
        id="papi/v1/um/algo/openAlgoOrders",
        route=get("papi/v1/um/algo/openAlgoOrders"),
        ccxt_method="papiGetUmAlgoOpenAlgoOrders",
        limit=portfolio_margin(40),
        purpose="portfolio margin: USDⓈ-M stop, take-profit and trailing orders",
        source=portfolio_page("trade#query-all-current-um-open-algo-orders"),
        row=TriggerOrder,
        feeds=(Feed(Area.ORDERS_PORTFOLIO_MARGIN, open_orders.triggers),),
    ),
    Request(
        id="papi/v1/um/conditional/openOrders",
        route=get("papi/v1/um/conditional/openOrders"),
        ccxt_method="papiGetUmConditionalOpenOrders",
        limit=portfolio_margin(40),
        purpose="portfolio margin: USDⓈ-M stop orders and the like in the older service",
        source=portfolio_page("trade#query-all-current-um-open-conditional-orders"),
        row=StrategyOrder,
        feeds=(Feed(Area.ORDERS_PORTFOLIO_MARGIN, open_orders.strategies),),
    ),
    Request(
        id="papi/v1/cm/conditional/openOrders",
        route=get("papi/v1/cm/conditional/openOrders"),
        ccxt_method="papiGetCmConditionalOpenOrders",
        limit=portfolio_margin(40),
        purpose="portfolio margin: COIN-M stop, take-profit and trailing orders",
        source=portfolio_page("trade#query-all-current-cm-open-conditional-orders"),
        row=StrategyOrder,
        feeds=(Feed(Area.ORDERS_PORTFOLIO_MARGIN, open_orders.strategies),),
    ),
    # Lists before orders: what orders show of a leg is more, and counts as seen last.
    Request(
        id="papi/v1/margin/openOrderList",
        route=get("papi/v1/margin/openOrderList"),
        ccxt_method="papiGetMarginOpenOrderList",
        limit=portfolio_margin(5),
        purpose="portfolio margin: lists of margin orders that depend on each other",
        source=portfolio_page("trade#query-margin-accounts-open-oco"),
        row=OrderList,
        feeds=(Feed(Area.ORDERS_PORTFOLIO_MARGIN, open_orders.lists(_MARGIN_BOOK)),),
    ),
    Request(
        id="papi/v1/margin/openOrders",
        route=get("papi/v1/margin/openOrders"),
        ccxt_method="papiGetMarginOpenOrders",
        limit=portfolio_margin(5),
        purpose="portfolio margin: margin orders of every symbol",
        source=portfolio_page("trade#query-current-margin-open-order"),
        row=OpenOrder,
        feeds=(Feed(Area.ORDERS_PORTFOLIO_MARGIN, open_orders.plain(_MARGIN_BOOK)),),
    ),
)
