"""Earn, structured products, and money that is lent to margin traders."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.begun import begun
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Feed, Request, Source
from readiness.exchanges.kucoin.catalogue.source import (
    LATER,
    documented,
    earn,
    get,
    pages,
    spot,
)
from readiness.exchanges.kucoin.collectors import earn as collectors
from readiness.exchanges.kucoin.wire.earn import (
    EarnHolding,
    LendingPurchase,
    LendingRedemption,
    StructuredOrder,
)

_STATUSES: Final = (collectors.PENDING, collectors.DONE)
_CATEGORIES: Final = "DUAL_CLASSIC,DUAL_BOOSTER,DUAL_EXTRA"

EARN: Final = (
    Request(
        id="api/v1/earn/hold-assets",
        route=get("api/v1/earn/hold-assets", "currentPage", "pageSize"),
        ccxt_method="earnGetEarnHoldAssets",
        limit=earn(5),
        purpose="savings, promotions and staking, redemptions included",
        source=documented(3470273),
        row=EarnHolding,
        paging=pages(500),
        rows_at="items",
        total_at="totalNum",
        feeds=(Feed(Area.EARN_OTHER, collectors.holdings),),
        begun=begun("purchase_time", "currency", "hold_amount"),
    ),
    Request(
        id="api/v1/struct-earn/orders",
        route=get("api/v1/struct-earn/orders", "categories", "currentPage", "pageSize"),
        ccxt_method="earnGetStructEarnOrders",
        limit=earn(5),
        purpose="dual investments in every state but the last one",
        source=Source("https://github.com/Kucoin/kucoin-skills-hub", LATER),
        row=StructuredOrder,
        calls=(Call({"categories": _CATEGORIES}),),
        paging=pages(500),
        rows_at="items",
        total_at="totalNum",
        feeds=(Feed(Area.EARN_DUAL_INVESTMENT, collectors.structured),),
    ),
    Request(
        id="api/v3/purchase/orders",
        route=get("api/v3/purchase/orders", "status", "currentPage", "pageSize"),
        ccxt_method="privateGetPurchaseOrders",
        limit=spot(10),
        purpose="money lent to margin traders; a purchase that is done is still lent out",
        source=documented(3470213),
        row=LendingPurchase,
        calls=by("status", *_STATUSES),
        paging=pages(50),
        rows_at="items",
        total_at="totalNum",
        feeds=(Feed(Area.EARN_FLEXIBLE, collectors.lent),),
        begun=begun("apply_time", "currency", "purchase_size"),
    ),
    Request(
        id="api/v3/redeem/orders",
        route=get("api/v3/redeem/orders", "status", "currentPage", "pageSize"),
        ccxt_method="privateGetRedeemOrders",
        limit=spot(10),
        purpose="money that is on its way back from margin traders",
        source=documented(3470214),
        row=LendingRedemption,
        calls=by("status", collectors.PENDING),
        paging=pages(50),
        rows_at="items",
        total_at="totalNum",
        feeds=(Feed(Area.EARN_FLEXIBLE, collectors.redemptions),),
    ),
)
