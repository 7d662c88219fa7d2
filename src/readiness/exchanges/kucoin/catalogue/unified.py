"""The unified account: one wallet for spot, margin and futures, with orders of its own."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Feed, Request, nothing_left
from readiness.exchanges.kucoin.catalogue.source import (
    get,
    known_classic,
    management,
    newer,
    pages,
)
from readiness.exchanges.kucoin.catalogue.source import unified as limit
from readiness.exchanges.kucoin.collectors import orders, positions, wallets
from readiness.exchanges.kucoin.wire.orders import UnifiedOrder, UnifiedPosition
from readiness.exchanges.kucoin.wire.wallets import UnifiedBalance, UnifiedOverview
from readiness.exchanges.paging import One

_KINDS: Final = (
    (
        *("", "spot", "SPOT"),
        (Feed(Area.ORDERS_OPEN, orders.unified), Feed(Area.ORDERS_ALGO, nothing_left)),
    ),
    (
        *(":futures", "futures", "FUTURES"),
        (
            Feed(Area.ORDERS_FUTURES_USDM, orders.unified_futures(dollars=True)),
            Feed(Area.ORDERS_FUTURES_COINM, orders.unified_futures(dollars=False)),
        ),
    ),
    (":margin", "margin", "MARGIN", (Feed(Area.ORDERS_MARGIN_CROSS, orders.unified),)),
)
"""Kinds of trading: suffix of the ids, name, parameter, areas."""

UNIFIED: Final = (
    Request(
        id="api/ua/v1/unified/account/balance",
        route=get("api/ua/v1/unified/account/balance"),
        ccxt_method="utaPrivateGetAccountModeAccountBalance",
        limit=management(5),
        purpose="the unified account: money, what is on hold, debts",
        source=newer("ua/get-account-currency-assets-uta"),
        row=UnifiedBalance,
        paging=One(),
        objection=wallets.not_of("UNIFIED"),
        adds_only=known_classic,
        feeds=(
            Feed(Area.WALLET_TRADING, wallets.unified),
            Feed(Area.LOANS_MARGIN, wallets.unified_debts),
        ),
        twice=True,
    ),
    Request(
        id="api/ua/v1/unified/account/overview",
        route=get("api/ua/v1/unified/account/overview"),
        ccxt_method="utaPrivateGetAccountModeAccountOverview",
        limit=management(5),
        purpose="what KuCoin says the unified account is worth",
        source=newer("ua/get-account-overview-uta"),
        row=UnifiedOverview,
        paging=One(),
        adds_only=known_classic,
        feeds=(
            Feed(Area.ACCOUNT_TOTALS, wallets.unified_total),
            # Details prove that nothing is owed; what is told here is owed whatever they say.
            Feed(Area.LOANS_MARGIN, wallets.unified_total_debts, proves=False),
        ),
        twice=True,
    ),
    *(
        Request(
            id=f"api/ua/v1/unified/order/open-list{suffix}",
            route=get(
                "api/ua/v1/unified/order/open-list",
                *("tradeType", "orderFilter", "pageNumber", "pageSize"),
            ),
            ccxt_method="utaPrivateGetAccountModeOrderOpenList",
            limit=limit(4),
            purpose=f"open {name} orders of the unified account, those with a trigger too",
            source=newer("ua/get-open-order-list"),
            row=UnifiedOrder,
            calls=tuple(
                Call({"tradeType": kind, **call.params})
                for call in by("orderFilter", "NORMAL", "ADVANCED")
            ),
            paging=pages(200, "pageNumber"),
            rows_at="items",
            total_at="totalNum",
            adds_only=known_classic,
            feeds=feeds,
        )
        for suffix, name, kind, feeds in _KINDS
    ),
    Request(
        id="api/ua/v1/unified/position/open-list",
        route=get("api/ua/v1/unified/position/open-list", "pageNumber", "pageSize"),
        ccxt_method="utaPrivateGetAccountModePositionOpenList",
        limit=limit(3),
        purpose="positions of the unified account",
        source=newer("ua/get-position-list-uta"),
        row=UnifiedPosition,
        paging=pages(50, "pageNumber"),
        adds_only=known_classic,
        feeds=(
            Feed(Area.POSITIONS_FUTURES_USDM, positions.unified(dollars=True)),
            Feed(Area.POSITIONS_FUTURES_COINM, positions.unified(dollars=False)),
        ),
        twice=True,
    ),
)
