"""Staked ETH and SOL, redemptions on their way, rewards that nobody has claimed."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.begun import begun
from readiness.exchanges.binance.catalogue.product_pages import service_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip
from readiness.exchanges.binance.collectors import staking
from readiness.exchanges.binance.wire.staking import (
    EthStakingAccount,
    SolStakingAccount,
    StakingRedemption,
    UnclaimedReward,
    Unwrapping,
)
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.paging import Numbered, One, Windows

_STAKING: Final = "staking"
_PAGES: Final = Numbered("current", "size", 100)
_HISTORY: Final = ("startTime", "endTime", "current", "size")
_QUARTERS: Final = Windows("startTime", "endTime", 89, count=2)
"""Three months may be asked for, of which the shortest have 89 days."""

STAKING: Final = (
    Request(
        id="sapi/v2/eth-staking/account",
        route=get("sapi/v2/eth-staking/account"),
        ccxt_method="sapiV2GetEthStakingAccount",
        limit=sapi_ip(150),
        purpose="staked ETH, over the whole account",
        source=service_page(_STAKING, "eth-staking#eth-staking-account"),
        row=EthStakingAccount,
        paging=One(),
        feeds=(Feed(Area.EARN_STAKING_ETH, staking.eth),),
        twice=True,
    ),
    Request(
        id="sapi/v1/eth-staking/wbeth/history/unwrapHistory",
        route=get("sapi/v1/eth-staking/wbeth/history/unwrapHistory", *_HISTORY),
        ccxt_method="sapiGetEthStakingWbethHistoryUnwrapHistory",
        limit=sapi_ip(150),
        purpose="WBETH on its way to become BETH",
        source=service_page(_STAKING, "eth-staking#get-wbeth-unwrap-history"),
        row=Unwrapping,
        paging=_PAGES,
        rows_at="rows",
        total_at="total",
        windows=_QUARTERS,
        feeds=(Feed(Area.EARN_STAKING_ETH, staking.unwrappings),),
        begun=begun("time", "from_asset", "from_amount"),
    ),
    Request(
        id="sapi/v1/sol-staking/account",
        route=get("sapi/v1/sol-staking/account"),
        ccxt_method="sapiGetSolStakingAccount",
        limit=sapi_ip(150),
        purpose="staked SOL, over the whole account",
        source=service_page(_STAKING, "sol-staking#sol-staking-account"),
        row=SolStakingAccount,
        paging=One(),
        feeds=(Feed(Area.EARN_STAKING_SOL, staking.sol),),
        twice=True,
    ),
    Request(
        id="sapi/v1/sol-staking/sol/history/unclaimedRewards",
        route=get("sapi/v1/sol-staking/sol/history/unclaimedRewards"),
        ccxt_method="",
        limit=sapi_ip(150),
        purpose="rewards of staked SOL that are lost unless they are claimed",
        source=service_page(_STAKING, "sol-staking#get-unclaimed-rewards"),
        row=UnclaimedReward,
        feeds=(Feed(Area.EARN_STAKING_SOL, staking.unclaimed),),
        twice=True,
    ),
    *(
        Request(
            id=f"sapi/v1/{coin}-staking/{coin}/history/redemptionHistory",
            route=get(f"sapi/v1/{coin}-staking/{coin}/history/redemptionHistory", *_HISTORY),
            ccxt_method=f"sapiGet{coin.title()}Staking{coin.title()}HistoryRedemptionHistory",
            limit=sapi_ip(150),
            purpose=f"{coin.upper()} on its way out of staking",
            source=service_page(_STAKING, f"{coin}-staking#get-{coin}-redemption-history"),
            row=StakingRedemption,
            paging=_PAGES,
            rows_at="rows",
            total_at="total",
            windows=_QUARTERS,
            feeds=(Feed(area, staking.redemptions),),
            begun=begun("time", "asset", "amount"),
        )
        for coin, area in (("eth", Area.EARN_STAKING_ETH), ("sol", Area.EARN_STAKING_SOL))
    ),
)
