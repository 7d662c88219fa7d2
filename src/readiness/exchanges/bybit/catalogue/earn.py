"""Money that works somewhere else; all of it takes a key that may read Earn."""

from datetime import date
from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.bybit.catalogue.source import (
    CURSOR,
    UNPUBLISHED,
    documented,
    get,
    pages,
    per_user,
)
from readiness.exchanges.bybit.collectors import earn
from readiness.exchanges.bybit.wire.earn import (
    AdvancedPosition,
    EarnPosition,
    FixedTerm,
    LaunchpoolStake,
    LiquidityPosition,
    RwaPosition,
    TokenPosition,
    WealthPlan,
)
from readiness.exchanges.bybit.wire.loans import SupplyContract
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Feed, Request
from readiness.exchanges.paging import Capped, One

_EARN: Final = "Earn.Earn (read-only)"
_POSITION: Final = get("earn/position", "category")
_ADVANCED: Final = get("earn/advance/position", "category", "limit", CURSOR)
_ADVANCED_PAGES: Final = "finance/advanced-earn/"

EARN: Final = (
    Request(
        id="earn/position",
        route=_POSITION,
        ccxt_method="privateGetV5EarnPosition",
        limit=per_user(10),
        purpose="flexible savings",
        source=documented("finance/earn/easy-onchain/position"),
        row=EarnPosition,
        permission=_EARN,
        rows_at="list",
        calls=(Call({"category": "FlexibleSaving"}),),
        feeds=(
            Feed(Area.EARN_FLEXIBLE, earn.flexible),
            Feed(Area.ACCOUNT_SETTINGS, earn.renewals),
        ),
        twice=True,
    ),
    Request(
        id="earn/position:on-chain",
        route=_POSITION,
        ccxt_method="privateGetV5EarnPosition",
        limit=per_user(10),
        purpose="on-chain products, what is being staked or redeemed too",
        source=documented("finance/earn/easy-onchain/position"),
        row=EarnPosition,
        permission=_EARN,
        rows_at="list",
        calls=(Call({"category": "OnChain"}),),
        feeds=(
            Feed(Area.EARN_ON_CHAIN, earn.on_chain),
            Feed(Area.ACCOUNT_SETTINGS, earn.renewals),
        ),
        twice=True,
    ),
    Request(
        id="earn/fixed-term/position",
        route=get("earn/fixed-term/position"),
        ccxt_method="",
        limit=per_user(10),
        purpose="savings with a term, redemptions in progress included",
        source=documented("finance/earn/fixed-saving/position"),
        row=FixedTerm,
        permission=_EARN,
        rows_at="list",
        feeds=(
            Feed(Area.EARN_FIXED, earn.fixed_term),
            Feed(Area.ACCOUNT_SETTINGS, earn.renewals),
        ),
        twice=True,
    ),
    Request(
        id="crypto-loan-fixed/supply-contract-info",
        route=get("crypto-loan-fixed/supply-contract-info", "limit", CURSOR),
        ccxt_method="privateGetV5CryptoLoanFixedSupplyContractInfo",
        limit=per_user(5),
        purpose="money that is lent to others at a fixed rate",
        source=documented("new-crypto-loan/fixed/supply-contract"),
        row=SupplyContract,
        permission="Spot.SpotTrade (read-only)",
        rows_at="list",
        paging=pages(100, ends=("", "0")),
        feeds=(Feed(Area.EARN_FIXED, earn.lent_out),),
    ),
    Request(
        id="earn/advance/position",
        route=_ADVANCED,
        ccxt_method="",
        limit=per_user(10),
        purpose="dual assets that have not been settled",
        source=documented(_ADVANCED_PAGES + "dual-asset/position"),
        row=AdvancedPosition,
        permission=_EARN,
        rows_at="list",
        calls=(Call({"category": "DualAssets"}),),
        paging=pages(20),
        feeds=(Feed(Area.EARN_DUAL_INVESTMENT, earn.advanced),),
    ),
    Request(
        id="earn/advance/position:structured",
        route=_ADVANCED,
        ccxt_method="",
        limit=per_user(10),
        purpose="structured products that have not been settled",
        source=documented(_ADVANCED_PAGES + "double-win/position"),
        row=AdvancedPosition,
        permission=_EARN,
        rows_at="list",
        calls=by("category", "DiscountBuy", "DoubleWin", "SmartLeverage"),
        paging=pages(20),
        feeds=(Feed(Area.EARN_OTHER, earn.advanced),),
    ),
    Request(
        id="earn/liquidity-mining/position",
        route=get("earn/liquidity-mining/position"),
        ccxt_method="",
        limit=per_user(10),
        purpose="liquidity mining, with its yield and its loan",
        source=documented(_ADVANCED_PAGES + "liquidity-mining/position"),
        row=LiquidityPosition,
        permission=_EARN,
        rows_at="positions",
        feeds=(Feed(Area.EARN_OTHER, earn.liquidity),),
    ),
    Request(
        id="earn/rwa/position",
        route=get("earn/rwa/position"),
        ccxt_method="",
        limit=per_user(10),
        purpose="shares of funds, and what is being bought or redeemed",
        source=documented("finance/rwa/position"),
        row=RwaPosition,
        permission=_EARN,
        rows_at="list",
        feeds=(Feed(Area.EARN_OTHER, earn.rwa),),
    ),
    Request(
        id="earn/token/position",
        route=get("earn/token/position", "coin"),
        ccxt_method="",
        limit=UNPUBLISHED,
        purpose="BYUSDT, wherever it lies",
        source=documented("finance/earn/byusdt/position"),
        row=TokenPosition,
        permission=_EARN,
        calls=(Call({"coin": earn.BYUSDT}),),
        paging=One(),
        feeds=(Feed(Area.EARN_OTHER, earn.token),),
    ),
    Request(
        id="earn/pwm/investment-plan/all",
        route=get("earn/pwm/investment-plan/all", "limit", CURSOR),
        ccxt_method="",
        limit=UNPUBLISHED,
        purpose="plans of private wealth management",
        source=documented("finance/pwm/investment-plan/all"),
        row=WealthPlan,
        permission=_EARN,
        rows_at="list",
        paging=pages(50),
        feeds=(Feed(Area.EARN_OTHER, earn.wealth_plans),),
    ),
    Request(
        id="spot-x/launchpool/user/current-staking",
        route=get("spot-x/launchpool/user/current-staking"),
        ccxt_method="privateGetV5SpotXLaunchpoolUserCurrentStaking",
        limit=UNPUBLISHED,
        purpose="stakes in launchpools",
        source=documented("finance/spot-x/launchpool/launchpool-current-staking", date(2026, 8, 8)),
        row=LaunchpoolStake,
        rows_at="list",
        # All of them stand in one answer, which holds 30 at most.
        paging=Capped(30, size_parameter=""),
        feeds=(Feed(Area.EARN_OTHER, earn.launchpool),),
    ),
)
