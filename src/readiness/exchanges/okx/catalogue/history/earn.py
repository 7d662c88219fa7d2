"""Earn, staking and structured products that have ended."""

from datetime import date
from typing import Final

from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Asked, Source
from readiness.exchanges.history import (
    Beginning,
    HistoryKind,
    HistoryList,
    LastDays,
    Spans,
)
from readiness.exchanges.okx.catalogue.history import words
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.paging import Capped, CursorKind, Pages

_REQUESTED: Final = Pages("after", "requestTime", CursorKind.TIME)
_OKUSD: Final = Pages("end", "ts", CursorKind.TIME)
_OKUSD_PAGE: Final = documented("financial-product-okusd")

EARN: Final = (
    HistoryList(
        id="finance/savings/lending-history",
        kind=HistoryKind.EARN,
        route=get("finance/savings/lending-history", "after", "limit"),
        ccxt_method="privateGetFinanceSavingsLendingHistory",
        limit=per_user(6, 1),
        purpose="Simple Earn flexible: what was lent and earned",
        source=documented("financial-product-simple-earn-flexible-get-lending-history"),
        identity=(),
        time="ts",
        paging=Pages("after", "ts", CursorKind.TIME),
        reach=LastDays(30),
        elsewhere=words.EARN,
    ),
    HistoryList(
        id="finance/simple-earn-fixed/order-list",
        kind=HistoryKind.EARN,
        route=get("finance/simple-earn-fixed/order-list"),
        ccxt_method="",  # ccxt 4.5.90 does not list it; its sign() signs any path
        limit=per_user(3, 1),
        purpose="Simple Earn fixed; only OKX's own tools know this request",
        source=Source("https://github.com/okx/agent-trade-kit", date(2026, 4, 20)),
        identity=("reqId",),
        time="cTime",
        # Nobody documents its pages, and OKX's smallest have twenty rows: fewer are all.
        paging=Capped(20, ""),
        elsewhere=words.EARN,
        for_few=True,
    ),
    HistoryList(
        id="finance/staking-defi/orders-history",
        kind=HistoryKind.EARN,
        route=get("finance/staking-defi/orders-history", "after", "limit"),
        ccxt_method="privateGetFinanceStakingDefiOrdersHistory",
        limit=per_user(3, 1),
        purpose="on-chain Earn that has ended",
        source=documented("financial-product-on-chain-earn-get-order-history"),
        identity=("ordId",),
        time="purchasedTime",
        paging=Pages("after", "ordId"),
    ),
    *(
        HistoryList(
            id=f"finance/staking-defi/{coin}/purchase-redeem-history",
            kind=HistoryKind.EARN,
            route=get(f"finance/staking-defi/{coin}/purchase-redeem-history", "after", "limit"),
            ccxt_method=f"privateGetFinanceStakingDefi{coin.title()}PurchaseRedeemHistory",
            limit=per_user(6, 1),
            purpose=f"{coin.upper()} staked and redeemed",
            source=documented(f"financial-product-{coin}-staking-get-purchase-amp-redeem-history"),
            identity=("type", "requestTime"),
            time="requestTime",
            paging=_REQUESTED,
        )
        for coin in ("eth", "sol")
    ),
    HistoryList(
        id="finance/sfp/dcd/order-history",
        kind=HistoryKind.EARN,
        route=get("finance/sfp/dcd/order-history", "endId", "limit"),
        ccxt_method="privateGetFinanceSfpDcdOrderHistory",
        limit=per_user(1, 1),
        purpose="dual investment",
        source=documented("financial-product-dual-investment-get-order-history"),
        identity=("ordId",),
        time="cTime",
        paging=Pages("endId", "ordId"),
    ),
    HistoryList(
        id="finance/okusd/subscribe/history",
        kind=HistoryKind.EARN,
        route=get("finance/okusd/subscribe/history", "end", "limit"),
        ccxt_method="privateGetFinanceOkusdSubscribeHistory",
        limit=per_user(5),
        purpose="OKUSD subscriptions",
        source=_OKUSD_PAGE,
        identity=("ordId",),
        time="ts",
        asked=Asked.MAIN_ONLY,
        paging=_OKUSD,
    ),
    HistoryList(
        id="finance/okusd/redeem/history",
        kind=HistoryKind.EARN,
        route=get("finance/okusd/redeem/history", "type", "end", "limit"),
        ccxt_method="privateGetFinanceOkusdRedeemHistory",
        limit=per_user(5),
        purpose="OKUSD redemptions",
        source=_OKUSD_PAGE,
        identity=("ordId",),
        time="ts",
        asked=Asked.MAIN_ONLY,
        calls=by("type", "standard", "fast"),
        paging=_OKUSD,
    ),
    HistoryList(
        id="finance/okusd/rewards/history",
        kind=HistoryKind.REWARDS,
        route=get("finance/okusd/rewards/history", "begin", "end", "limit"),
        ccxt_method="privateGetFinanceOkusdRewardsHistory",
        limit=per_user(5),
        purpose="OKUSD yield",
        source=_OKUSD_PAGE,
        identity=(),
        time="ts",
        asked=Asked.MAIN_ONLY,
        paging=_OKUSD,
        # At most six months at once; the product came up in 2026.
        spans=Spans("begin", "end", 180),
        reach=Beginning(date(2025, 1, 1)),
    ),
)
