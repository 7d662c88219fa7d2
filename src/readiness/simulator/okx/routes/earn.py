"""Earn, staking and structured products."""

from __future__ import annotations

from dataclasses import replace

from readiness.simulator.okx.paging import Cursor
from readiness.simulator.okx.route import Filter, Route, assumed, equal, limit, names
from readiness.simulator.okx.routes.orders import by_id
from readiness.simulator.okx.rows.earn import staking_offer
from readiness.simulator.okx.views.public import in_market

_FIXED_STATES = names("pending earning expired settled cancelled")
_DCD_STATES = names("initial live pending_settle settled pending_redeem redeemed rejected")
_STAKING_FILTERS = (
    Filter("type", values=("purchase", "redeem")),
    Filter("status", values=("pending", "success", "failed", "cancelled")),
)
_ETH_PRODUCT = {
    "fastRedemptionDailyLimit": "50",
    "minAmt": "0.001",
    "rate": "2.5",
    "redemptDays": "10",
}
_SOL_PRODUCT = _ETH_PRODUCT | {"fastRedemptionAvail": "50", "minAmt": "0.01", "redemptDays": "3"}

ROUTES = (
    Route(path="finance/savings/balance", limit=limit(6), filters=equal("ccy")),
    Route(
        # Not in the public documents: known from the exchange's own tools only.
        path="finance/simple-earn-fixed/order-list",
        limit=assumed(3),
        filters=(Filter("state", values=_FIXED_STATES), *equal("ccy")),
    ),
    Route(
        path="finance/staking-defi/orders-active",
        limit=limit(3),
        filters=(
            Filter("state", values=("8", "13", "9", "1", "2")),
            *equal("productId", "protocolType", "ccy"),
        ),
    ),
    Route(
        path="finance/staking-defi/offers",
        limit=limit(3),
        filters=equal("productId", "protocolType", "ccy"),
        view=in_market("finance/staking-defi/offers", staking_offer()),
    ),
    Route(path="finance/staking-defi/eth/balance", limit=limit(6)),
    Route(
        path="finance/staking-defi/eth/purchase-redeem-history",
        limit=limit(6),
        paging=Cursor("requestTime"),
        filters=_STAKING_FILTERS,
    ),
    Route(
        path="finance/staking-defi/eth/product-info",
        limit=limit(3),
        view=in_market("finance/staking-defi/eth/product-info", _ETH_PRODUCT),
    ),
    Route(path="finance/staking-defi/sol/balance", limit=limit(6)),
    Route(
        path="finance/staking-defi/sol/purchase-redeem-history",
        limit=limit(6),
        paging=Cursor("requestTime"),
        filters=_STAKING_FILTERS,
    ),
    Route(
        # Here alone the documents show `data` as an object.
        path="finance/staking-defi/sol/product-info",
        limit=limit(3),
        view=in_market("finance/staking-defi/sol/product-info", _SOL_PRODUCT),
        one_object=True,
    ),
    Route(
        path="finance/sfp/dcd/order-history",
        limit=limit(1),
        # The documents give no default size; a small one finds readers who rely on a hundred.
        paging=replace(by_id("ordId"), default=20),
        filters=(Filter("state", values=_DCD_STATES), *equal("ordId", "productId", "uly")),
    ),
    Route(path="finance/stable-rewards/balance", limit=limit(5, 2)),
    Route(path="finance/okusd/account", limit=limit(2, 2), shared=True),
    Route(
        path="finance/okusd/redeem/history",
        limit=limit(5, 2),
        paging=Cursor("ts", older="end", newer="begin", inclusive=True),
        filters=(
            Filter("type", values=("standard", "fast"), default="standard"),
            *equal("ordId", "status"),
        ),
        shared=True,
    ),
    Route(path="finance/flash-earn/projects", limit=assumed(3)),
)
