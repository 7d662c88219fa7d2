"""What Earn and staking took in, paid and gave back."""

from collections.abc import Mapping
from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.shared import OPENED, PAGE, PAGES, SPAN, spans
from readiness.exchanges.binance.catalogue.product_pages import service_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call
from readiness.exchanges.history import HistoryKind, HistoryList
from readiness.exchanges.paging import Numbered

_KINDS: Final[Mapping[str, HistoryKind]] = {
    "rewards": HistoryKind.REWARDS,
    "subscriptions": HistoryKind.EARN,
    "redemptions": HistoryKind.EARN,
    "collateral": HistoryKind.EARN,
    "conversions": HistoryKind.CONVERTS,
}


_STATEMENT: Final = "Binance app: Assets, Earn, History; or an account statement"


def _table(
    path: str,
    what: str,
    page: tuple[str, str],
    *,
    days: int,
    method: str = "",
    weight: int = 150,
    **more: Any,
) -> HistoryList:
    """A list of Earn; ``what`` ends in its kind or in what product it is of."""
    *_, kind = (word for word in what.split() if word in _KINDS)
    named = sorted({name for call in more.get("calls", ()) for name in call.params})
    return HistoryList(
        id=f"sapi/v1/{path}",
        kind=_KINDS[kind],
        route=get(f"sapi/v1/{path}", *named, *SPAN, *PAGE),
        ccxt_method=method,
        limit=sapi_ip(weight),
        purpose=what,
        source=service_page(*page),
        rows_at="rows",
        total_at="total",
        paging=PAGES,
        spans=spans(days),
        reach=OPENED,
        # Not every product is open everywhere.
        for_few=True,
        elsewhere=_STATEMENT,
        **{"identity": (), "time": "time", **more},
    )


_UNNUMBERED: Final = ("time", "asset", "amount")
"""Where rows have no number and a state that changes."""

_MONTH, _QUARTER, _HALF_YEAR = 30, 89, 180
_EARN, _STAKING = "simple-earn", "staking"

EARN: Final = (
    _table(
        "simple-earn/flexible/history/subscriptionRecord",
        "subscriptions to flexible Earn",
        (_EARN, "flexible-locked#get-flexible-subscription-record"),
        days=_MONTH,
        method="sapiGetSimpleEarnFlexibleHistorySubscriptionRecord",
        identity=("purchaseId",),
    ),
    _table(
        "simple-earn/flexible/history/redemptionRecord",
        "redemptions of flexible Earn",
        (_EARN, "flexible-locked#get-flexible-redemption-record"),
        days=_MONTH,
        method="sapiGetSimpleEarnFlexibleHistoryRedemptionRecord",
        identity=("redeemId",),
    ),
    _table(
        "simple-earn/flexible/history/rewardsRecord",
        "rewards of flexible Earn",
        (_EARN, "flexible-locked#get-flexible-rewards-history"),
        days=_MONTH,
        method="sapiGetSimpleEarnFlexibleHistoryRewardsRecord",
        calls=by("type", "BONUS", "REALTIME", "REWARDS"),
    ),
    _table(
        "simple-earn/flexible/history/collateralRecord",
        "flexible Earn that served as collateral",
        (_EARN, "flexible-locked#get-collateral-record"),
        days=_MONTH,
        method="sapiGetSimpleEarnFlexibleHistoryCollateralRecord",
        weight=1,
        time="createTime",
    ),
    _table(
        "simple-earn/locked/history/subscriptionRecord",
        "subscriptions to locked Earn",
        (_EARN, "flexible-locked#get-locked-subscription-record"),
        days=_MONTH,
        method="sapiGetSimpleEarnLockedHistorySubscriptionRecord",
        identity=("purchaseId",),
    ),
    _table(
        "simple-earn/locked/history/redemptionRecord",
        "redemptions of locked Earn",
        (_EARN, "flexible-locked#get-locked-redemption-record"),
        days=_MONTH,
        method="sapiGetSimpleEarnLockedHistoryRedemptionRecord",
        identity=("redeemId",),
    ),
    _table(
        "simple-earn/locked/history/rewardsRecord",
        "rewards of locked Earn",
        (_EARN, "flexible-locked#get-locked-rewards-history"),
        days=_MONTH,
        method="sapiGetSimpleEarnLockedHistoryRewardsRecord",
    ),
    *(
        _table(
            f"{coin}/history/{path}",
            f"{what} of {coin.upper()}",
            (_EARN, f"{coin}#get-{coin}-{page}-history"),
            days=_HALF_YEAR,
            identity=identity,
        )
        for coin in ("bfusd", "rwusd")
        for path, what, page, identity in (
            ("subscriptionHistory", "subscriptions", "subscription", _UNNUMBERED),
            ("redemptionHistory", "redemptions", "redemption", _UNNUMBERED),
            ("rewardsHistory", "rewards", "rewards", ()),
        )
    ),
    *(
        _table(
            f"onchain-yields/locked/history/{path}",
            f"{what} of on-chain yields",
            (_STAKING, f"on-chain-yields#get-on-chain-yields-locked-{page}"),
            days=_QUARTER,
            weight=50,
            identity=identity,
        )
        for path, what, page, identity in (
            ("subscriptionRecord", "subscriptions", "subscription-record", ("purchaseId",)),
            ("redemptionRecord", "redemptions", "redemption-record", ("redeemId",)),
            ("rewardsRecord", "rewards", "rewards-history", ()),
        )
    ),
    _table(
        "soft-staking/history/rewardsRecord",
        "rewards of soft staking",
        (_STAKING, "soft-staking#get-soft-staking-rewards-history"),
        days=_QUARTER,
        weight=50,
    ),
    _table(
        "eth-staking/eth/history/stakingHistory",
        "subscriptions to ETH staking",
        (_STAKING, "eth-staking#get-eth-staking-history"),
        days=_QUARTER,
        method="sapiGetEthStakingEthHistoryStakingHistory",
        identity=_UNNUMBERED,
    ),
    _table(
        "eth-staking/eth/history/redemptionHistory",
        "redemptions of ETH staking",
        (_STAKING, "eth-staking#get-eth-redemption-history"),
        days=_QUARTER,
        method="sapiGetEthStakingEthHistoryRedemptionHistory",
        identity=_UNNUMBERED,
    ),
    _table(
        "eth-staking/eth/history/wbethRewardsHistory",
        "rewards of ETH staking",
        (_STAKING, "eth-staking#get-wbeth-rewards-history"),
        days=_QUARTER,
        method="sapiGetEthStakingEthHistoryWbethRewardsHistory",
    ),
    _table(
        "eth-staking/wbeth/history/wrapHistory",
        "conversions into WBETH",
        (_STAKING, "eth-staking#get-wbeth-wrap-history"),
        days=_QUARTER,
        method="sapiGetEthStakingWbethHistoryWrapHistory",
        identity=("time", "fromAsset", "fromAmount"),
    ),
    _table(
        "eth-staking/wbeth/history/unwrapHistory",
        "conversions out of WBETH",
        (_STAKING, "eth-staking#get-wbeth-unwrap-history"),
        days=_QUARTER,
        method="sapiGetEthStakingWbethHistoryUnwrapHistory",
        identity=("time", "fromAsset", "fromAmount"),
    ),
    _table(
        "sol-staking/sol/history/stakingHistory",
        "subscriptions to SOL staking",
        (_STAKING, "sol-staking#get-sol-staking-history"),
        days=_QUARTER,
        method="sapiGetSolStakingSolHistoryStakingHistory",
        identity=_UNNUMBERED,
    ),
    _table(
        "sol-staking/sol/history/redemptionHistory",
        "redemptions of SOL staking",
        (_STAKING, "sol-staking#get-sol-redemption-history"),
        days=_QUARTER,
        method="sapiGetSolStakingSolHistoryRedemptionHistory",
        identity=_UNNUMBERED,
    ),
    _table(
        "sol-staking/sol/history/bnsolRewardsHistory",
        "rewards of SOL staking",
        (_STAKING, "sol-staking#get-bnsol-rewards-history"),
        days=_QUARTER,
        method="sapiGetSolStakingSolHistoryBnsolRewardsHistory",
    ),
    _table(
        "sol-staking/sol/history/boostRewardsHistory",
        "boost rewards of SOL staking",
        (_STAKING, "sol-staking#get-boost-rewards-history"),
        days=_QUARTER,
        calls=by("type", "CLAIM", "DISTRIBUTE"),
    ),
    HistoryList(
        id="sapi/v1/dci/product/positions",
        kind=HistoryKind.EARN,
        route=get("sapi/v1/dci/product/positions", "pageIndex", "pageSize"),
        ccxt_method="sapiGetDciProductPositions",
        limit=sapi_ip(1),
        purpose="dual investments",
        source=service_page("dual-investment", "trade#get-dual-investment-positions"),
        identity=("id",),
        time="",
        # Without a state, those of all states are shown.
        calls=(Call(),),
        paging=Numbered("pageIndex", "pageSize", 100),
        rows_at="list",
        total_at="total",
        for_few=True,
        elsewhere=_STATEMENT,
    ),
)
