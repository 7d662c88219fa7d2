"""Earn, staking and structured products."""

from datetime import date
from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.begun import begun
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Asked, Call, Feed, Request, Source
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.okx.collectors import earn
from readiness.exchanges.okx.wire.earn import (
    DualInvestment,
    FixedEarnOrder,
    OkusdAccount,
    OkusdRedemption,
    OnChainOrder,
    SavingsBalance,
    StableRewards,
    StakedBalance,
    StakingEvent,
)
from readiness.exchanges.paging import CursorKind, Newest, Pages

_NEWEST: Final = Call(paging=Newest(100))
"""Shows states that nobody documents yet; the calls by state find what is old."""

_STAKING_EVENTS: Final = Pages("after", "requestTime", CursorKind.TIME)

EARN: Final = (
    Request(
        id="finance/savings/balance",
        route=get("finance/savings/balance"),
        ccxt_method="privateGetFinanceSavingsBalance",
        limit=per_user(6, 1),
        purpose="Simple Earn flexible",
        source=documented("financial-product-simple-earn-flexible"),
        row=SavingsBalance,
        feeds=(Feed(Area.EARN_FLEXIBLE, earn.savings),),
        twice=True,
    ),
    Request(
        id="finance/simple-earn-fixed/order-list",
        route=get("finance/simple-earn-fixed/order-list", "state", "after", "limit"),
        ccxt_method="",  # ccxt 4.5.90 does not list it; its sign() signs any path
        limit=per_user(3, 1),
        purpose="Simple Earn fixed; only OKX's own tools know this request",
        source=Source("https://github.com/okx/agent-trade-kit", date(2026, 4, 20)),
        row=FixedEarnOrder,
        calls=(_NEWEST, *by("state", *earn.FIXED_OPEN)),
        paging=Pages("after", "reqId"),
        feeds=(Feed(Area.EARN_FIXED, earn.fixed),),
    ),
    Request(
        id="finance/staking-defi/orders-active",
        route=get("finance/staking-defi/orders-active"),
        ccxt_method="privateGetFinanceStakingDefiOrdersActive",
        limit=per_user(3, 1),
        purpose="on-chain earn, redemptions in flight included",
        source=documented("financial-product-on-chain-earn"),
        row=OnChainOrder,
        feeds=(Feed(Area.EARN_ON_CHAIN, earn.on_chain),),
    ),
    *(
        request
        for coin, area, token in (
            ("eth", Area.EARN_STAKING_ETH, "BETH"),
            ("sol", Area.EARN_STAKING_SOL, "OKSOL"),
        )
        for request in (
            Request(
                id=f"finance/staking-defi/{coin}/balance",
                route=get(f"finance/staking-defi/{coin}/balance"),
                ccxt_method=f"privateGetFinanceStakingDefi{coin.title()}Balance",
                limit=per_user(6, 1),
                purpose=f"{coin.upper()} staking, over the whole account",
                source=documented(f"financial-product-{coin}-staking-get-balance"),
                row=StakedBalance,
                feeds=(Feed(area, earn.staked),),
            ),
            Request(
                id=f"finance/staking-defi/{coin}/purchase-redeem-history",
                route=get(
                    f"finance/staking-defi/{coin}/purchase-redeem-history",
                    "status",
                    "after",
                    "limit",
                ),
                ccxt_method=f"privateGetFinanceStakingDefi{coin.title()}PurchaseRedeemHistory",
                limit=per_user(6, 1),
                purpose=f"{coin.upper()} redemptions on their way",
                source=documented(
                    f"financial-product-{coin}-staking-get-purchase-amp-redeem-history"
                ),
                row=StakingEvent,
                calls=(_NEWEST, Call({"status": "pending"})),
                paging=_STAKING_EVENTS,
                feeds=(Feed(area, earn.redemptions(token)),),
                begun=begun("request_time", amount="amt"),
            ),
        )
    ),
    Request(
        id="finance/sfp/dcd/order-history",
        route=get("finance/sfp/dcd/order-history", "state", "endId", "limit"),
        ccxt_method="privateGetFinanceSfpDcdOrderHistory",
        limit=per_user(1, 1),
        purpose="dual investment in every state that has not ended",
        source=documented("financial-product-dual-investment-get-order-history"),
        row=DualInvestment,
        calls=(_NEWEST, *by("state", *earn.DUAL_OPEN)),
        paging=Pages("endId", "ordId"),
        feeds=(Feed(Area.EARN_DUAL_INVESTMENT, earn.dual_investment),),
    ),
    Request(
        id="finance/stable-rewards/balance",
        route=get("finance/stable-rewards/balance"),
        ccxt_method="privateGetFinanceStableRewardsBalance",
        limit=per_user(5),
        purpose="stablecoin rewards, over the whole account",
        source=documented("financial-product-stable-rewards-get-balance"),
        row=StableRewards,
        feeds=(Feed(Area.EARN_STABLE_REWARDS, earn.stable_rewards),),
    ),
    Request(
        id="finance/okusd/account",
        route=get("finance/okusd/account"),
        ccxt_method="privateGetFinanceOkusdAccount",
        limit=per_user(2),
        purpose="OKUSD, of the main account and its sub-accounts together",
        source=documented("financial-product-okusd"),
        row=OkusdAccount,
        asked=Asked.MAIN_ONLY,
        feeds=(Feed(Area.EARN_OKUSD, earn.okusd),),
    ),
    Request(
        id="finance/okusd/redeem/history",
        route=get("finance/okusd/redeem/history", "type", "end", "limit"),
        ccxt_method="privateGetFinanceOkusdRedeemHistory",
        limit=per_user(5),
        purpose="OKUSD redemptions on their way",
        source=documented("financial-product-okusd"),
        row=OkusdRedemption,
        asked=Asked.MAIN_ONLY,
        calls=by("type", "standard", "fast"),
        paging=Pages("end", "ts", CursorKind.TIME),
        feeds=(Feed(Area.EARN_OKUSD, earn.okusd_redemptions),),
        begun=begun("ts", "ccy", "amt"),
    ),
)
