"""Earn, the yield-bearing dollars, structured products, automatic investment."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.begun import begun
from readiness.exchanges.binance.catalogue.product_pages import service_page
from readiness.exchanges.binance.catalogue.source import documented, get, sapi_ip
from readiness.exchanges.binance.collectors import earn
from readiness.exchanges.binance.wire.earn import (
    AccumulatorPosition,
    AutoInvestPlan,
    BfusdAccount,
    DualPosition,
    EarnRedemption,
    FlexiblePosition,
    LockedPosition,
    RwusdAccount,
    SoftStaking,
    StableRedemption,
)
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Feed, Request
from readiness.exchanges.paging import Numbered, One, Windows

_EARN: Final = "simple-earn"
_STAKING: Final = "staking"
_PAGES: Final = Numbered("current", "size", 100)
_PRODUCT_PAGES: Final = Numbered("pageIndex", "pageSize", 100)
_HISTORY: Final = ("startTime", "endTime", "current", "size")
_MONTHS: Final = Windows("startTime", "endTime", 30, count=6)
_HALF_A_YEAR: Final = Windows("startTime", "endTime", 180)
"""The yield-bearing dollars serve six months at once."""

_SIMPLE_EARN: Final = (
    Request(
        id="sapi/v1/simple-earn/flexible/position",
        route=get("sapi/v1/simple-earn/flexible/position", "current", "size"),
        ccxt_method="sapiGetSimpleEarnFlexiblePosition",
        limit=sapi_ip(150),
        purpose="flexible Earn, what of it is pledged, and what fills it again",
        source=service_page(_EARN, "flexible-locked#get-flexible-product-position"),
        row=FlexiblePosition,
        paging=_PAGES,
        rows_at="rows",
        total_at="total",
        feeds=(
            Feed(Area.EARN_FLEXIBLE, earn.flexible),
            Feed(Area.ACCOUNT_SETTINGS, earn.auto_subscribe),
        ),
        twice=True,
    ),
    Request(
        id="sapi/v1/simple-earn/locked/position",
        route=get("sapi/v1/simple-earn/locked/position", "current", "size"),
        ccxt_method="sapiGetSimpleEarnLockedPosition",
        limit=sapi_ip(150),
        purpose="locked Earn, early redemptions, and what begins again by itself",
        source=service_page(_EARN, "flexible-locked#get-locked-product-position"),
        row=LockedPosition,
        paging=_PAGES,
        rows_at="rows",
        total_at="total",
        feeds=(
            Feed(Area.EARN_FIXED, earn.locked),
            Feed(Area.ACCOUNT_SETTINGS, earn.auto_subscribe),
        ),
        twice=True,
    ),
    *(
        Request(
            id=f"sapi/v1/simple-earn/{kind}/history/redemptionRecord",
            route=get(f"sapi/v1/simple-earn/{kind}/history/redemptionRecord", *_HISTORY),
            ccxt_method=f"sapiGetSimpleEarn{kind.title()}HistoryRedemptionRecord",
            limit=sapi_ip(150),
            purpose=f"redemptions of {kind} Earn that have not been paid",
            source=service_page(_EARN, f"flexible-locked#get-{kind}-redemption-record"),
            row=EarnRedemption,
            paging=_PAGES,
            rows_at="rows",
            total_at="total",
            windows=_MONTHS,
            feeds=(Feed(area, earn.earn_redemptions),),
            begun=begun("time", "asset", "amount"),
        )
        for kind, area in (("flexible", Area.EARN_FLEXIBLE), ("locked", Area.EARN_FIXED))
    ),
)

_STABLE: Final = (
    Request(
        id="sapi/v1/bfusd/account",
        route=get("sapi/v1/bfusd/account"),
        ccxt_method="",
        limit=sapi_ip(150),
        purpose="BFUSD, over the whole account",
        source=service_page(_EARN, "bfusd#get-bfusd-account"),
        row=BfusdAccount,
        paging=One(),
        feeds=(Feed(Area.EARN_STABLE_REWARDS, earn.bfusd),),
        twice=True,
    ),
    Request(
        id="sapi/v1/rwusd/account",
        route=get("sapi/v1/rwusd/account"),
        ccxt_method="",
        limit=sapi_ip(150),
        purpose="RWUSD, over the whole account",
        source=service_page(_EARN, "rwusd#get-rwusd-account"),
        row=RwusdAccount,
        paging=One(),
        feeds=(Feed(Area.EARN_STABLE_REWARDS, earn.rwusd),),
        twice=True,
    ),
    *(
        Request(
            id=f"sapi/v1/{coin}/history/redemptionHistory",
            route=get(f"sapi/v1/{coin}/history/redemptionHistory", *_HISTORY),
            ccxt_method="",
            limit=sapi_ip(150),
            purpose=f"redemptions of {coin.upper()} that have not arrived",
            source=service_page(_EARN, f"{coin}#get-{coin}-redemption-history"),
            row=StableRedemption,
            paging=_PAGES,
            rows_at="rows",
            total_at="total",
            windows=_HALF_A_YEAR,
            feeds=(Feed(Area.EARN_STABLE_REWARDS, earn.stable_redemptions),),
            begun=begun("time", "asset", "amount"),
        )
        for coin in ("bfusd", "rwusd")
    ),
)

EARN: Final = (
    *_SIMPLE_EARN,
    *_STABLE,
    Request(
        id="sapi/v1/onchain-yields/locked/position",
        route=get("sapi/v1/onchain-yields/locked/position", "current", "size"),
        ccxt_method="",
        limit=sapi_ip(50),
        purpose="on-chain yields, early redemptions, and what begins again by itself",
        source=service_page(
            _STAKING, "on-chain-yields#get-on-chain-yields-locked-product-position"
        ),
        row=LockedPosition,
        paging=_PAGES,
        rows_at="rows",
        total_at="total",
        feeds=(
            Feed(Area.EARN_ON_CHAIN, earn.locked),
            Feed(Area.ACCOUNT_SETTINGS, earn.auto_subscribe),
        ),
        twice=True,
    ),
    Request(
        id="sapi/v1/soft-staking/list",
        route=get("sapi/v1/soft-staking/list"),
        ccxt_method="",
        limit=sapi_ip(50),
        purpose="whether soft staking is on; which coins it is for, is of no weight",
        source=service_page(_STAKING, "soft-staking#get-soft-staking-product-list"),
        row=SoftStaking,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_SETTINGS, earn.soft_staking),),
    ),
    Request(
        id="sapi/v1/dci/product/positions",
        route=get("sapi/v1/dci/product/positions", "status", "pageIndex", "pageSize"),
        ccxt_method="sapiGetDciProductPositions",
        limit=sapi_ip(1),
        purpose="dual investment in every state that has not ended",
        source=service_page("dual-investment", "trade#get-dual-investment-positions"),
        row=DualPosition,
        # All at once shows states that nobody documents yet as well.
        calls=(Call(), *by("status", *earn.DUAL_OPEN)),
        paging=_PRODUCT_PAGES,
        rows_at="list",
        total_at="total",
        feeds=(
            Feed(Area.EARN_DUAL_INVESTMENT, earn.dual_investment),
            Feed(Area.ACCOUNT_SETTINGS, earn.auto_compound),
        ),
        twice=True,
    ),
    Request(
        id="sapi/v1/accumulator/product/position/list",
        route=get("sapi/v1/accumulator/product/position/list", "pageIndex", "pageSize"),
        ccxt_method="sapiGetAccumulatorProductPositionList",
        limit=sapi_ip(1),  # nothing is published: a cautious guess
        purpose="accumulators; no page describes them, so an answer in an unknown form is none",
        source=documented(""),
        row=AccumulatorPosition,
        paging=_PRODUCT_PAGES,
        rows_at="list|rows|data",
        feeds=(Feed(Area.EARN_OTHER, earn.accumulator),),
        twice=True,
    ),
    Request(
        id="sapi/v1/lending/auto-invest/plan/list",
        route=get("sapi/v1/lending/auto-invest/plan/list", "planType"),
        ccxt_method="sapiGetLendingAutoInvestPlanList",
        limit=sapi_ip(1),
        purpose="plans that buy again and again; Binance no longer lists this request",
        source=documented("auto_invest/market-data/Get-list-of-plans"),
        row=AutoInvestPlan,
        calls=by("planType", "SINGLE", "PORTFOLIO", "INDEX"),
        rows_at="plans",
        feeds=(
            Feed(Area.BOTS_RECURRING, earn.plans),
            Feed(Area.ACCOUNT_SETTINGS, earn.auto_invest, proves=False),
        ),
    ),
)
