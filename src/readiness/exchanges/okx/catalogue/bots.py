"""Trading bots and copy trading."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Feed, Request
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.okx.collectors import bots, copy_trading
from readiness.exchanges.okx.wire.bots import (
    CopyConfig,
    CopyPosition,
    DcaBot,
    FollowedTrader,
    GridBot,
    ProfitShare,
    ProfitShareTotal,
    RecurringBuy,
    SignalBot,
)
from readiness.exchanges.paging import Pages

_BY_ALGO_ID: Final = Pages("after", "algoId")

BOTS: Final = (
    Request(
        id="tradingBot/grid/orders-algo-pending",
        route=get("tradingBot/grid/orders-algo-pending", "algoOrdType", "after", "limit"),
        ccxt_method="privateGetTradingBotGridOrdersAlgoPending",
        limit=per_user(20),
        purpose="grid bots, also stopped ones that keep a position",
        source=documented("order-book-trading-grid-trading-get-grid-algo-order-list"),
        row=GridBot,
        calls=by("algoOrdType", "grid", "contract_grid"),
        paging=_BY_ALGO_ID,
        feeds=(Feed(Area.BOTS_GRID, bots.grid),),
    ),
    Request(
        id="tradingBot/signal/orders-algo-pending",
        route=get("tradingBot/signal/orders-algo-pending", "algoOrdType", "after", "limit"),
        ccxt_method="privateGetTradingBotSignalOrdersAlgoPending",
        limit=per_user(20),
        purpose="signal bots",
        source=documented("order-book-trading-signal-bot-trading-get-active-signal-bot"),
        row=SignalBot,
        calls=(Call({"algoOrdType": "contract"}),),
        paging=_BY_ALGO_ID,
        feeds=(Feed(Area.BOTS_SIGNAL, bots.signal),),
    ),
    Request(
        id="tradingBot/dca/ongoing-list",
        route=get("tradingBot/dca/ongoing-list", "algoOrdType", "after", "limit"),
        ccxt_method="privateGetTradingBotDcaOngoingList",
        limit=per_user(20),
        purpose="DCA (martingale) bots, also stopped ones that keep a position",
        source=documented("order-book-trading-dca-trading"),
        row=DcaBot,
        calls=by("algoOrdType", "contract_dca", "spot_dca"),
        paging=_BY_ALGO_ID,
        feeds=(Feed(Area.BOTS_DCA, bots.dca),),
    ),
    Request(
        id="tradingBot/recurring/orders-algo-pending",
        route=get("tradingBot/recurring/orders-algo-pending", "after", "limit"),
        ccxt_method="privateGetTradingBotRecurringOrdersAlgoPending",
        limit=per_user(20),
        purpose="recurring buys, paused ones too",
        source=documented("order-book-trading-recurring-buy-get-recurring-buy-order-list"),
        row=RecurringBuy,
        paging=_BY_ALGO_ID,
        feeds=(Feed(Area.BOTS_RECURRING, bots.recurring),),
    ),
    Request(
        id="copytrading/config",
        route=get("copytrading/config"),
        ccxt_method="privateGetCopytradingConfig",
        limit=per_user(5),
        purpose="whether the account leads or copies",
        source=documented("order-book-trading-copy-trading-get-account-configuration"),
        row=CopyConfig,
        feeds=(Feed(Area.COPY_TRADING, copy_trading.roles),),
    ),
    Request(
        id="copytrading/current-subpositions",
        route=get("copytrading/current-subpositions", "after", "limit"),
        ccxt_method="privateGetCopytradingCurrentSubpositions",
        limit=per_user(20),
        purpose="positions led or copied",
        source=documented("order-book-trading-copy-trading-get-existing-lead-positions"),
        row=CopyPosition,
        paging=Pages("after", "subPosId", size=500),
        feeds=(Feed(Area.COPY_TRADING, copy_trading.positions),),
    ),
    Request(
        id="copytrading/current-lead-traders",
        route=get("copytrading/current-lead-traders"),
        ccxt_method="privateGetCopytradingCurrentLeadTraders",
        limit=per_user(5),
        purpose="traders that are being copied",
        source=documented("order-book-trading-copy-trading-get-my-lead-traders"),
        row=FollowedTrader,
        feeds=(Feed(Area.COPY_TRADING, copy_trading.followed),),
    ),
    Request(
        id="copytrading/total-unrealized-profit-sharing",
        route=get("copytrading/total-unrealized-profit-sharing"),
        ccxt_method="privateGetCopytradingTotalUnrealizedProfitSharing",
        limit=per_user(5),
        purpose="profit shares that are not settled",
        source=documented("order-book-trading-copy-trading-get-total-unrealized-profit-sharing"),
        row=ProfitShareTotal,
        feeds=(Feed(Area.COPY_TRADING, copy_trading.share_total),),
    ),
    Request(
        id="copytrading/unrealized-profit-sharing-details",
        route=get("copytrading/unrealized-profit-sharing-details"),
        ccxt_method="privateGetCopytradingUnrealizedProfitSharingDetails",
        limit=per_user(5),
        purpose="profit shares that are not settled, follower by follower",
        source=documented("order-book-trading-copy-trading-get-unrealized-profit-sharing-details"),
        row=ProfitShare,
        feeds=(Feed(Area.COPY_TRADING, copy_trading.shares),),
    ),
)
