"""The exchange's own totals: held against what was found, never in its place."""

from typing import Final

from readiness.domain.area import Area
from readiness.domain.items import Nature
from readiness.exchanges.binance.catalogue.pages import wallet_page
from readiness.exchanges.binance.catalogue.product_pages import service_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip
from readiness.exchanges.binance.collectors import totals
from readiness.exchanges.binance.wire.totals import ProductTotal, WalletTotal
from readiness.exchanges.catalogue import Call, Feed, Request
from readiness.exchanges.paging import One, Some

TOTALS: Final = (
    Request(
        id="sapi/v1/asset/wallet/balance",
        route=get("sapi/v1/asset/wallet/balance", "quoteAsset", "needBalanceDetail"),
        ccxt_method="sapiGetAssetWalletBalance",
        limit=sapi_ip(60),
        purpose="what each wallet is worth; the only view of bots and of copy trading",
        source=wallet_page("asset#query-user-wallet-balance"),
        row=WalletTotal,
        calls=(Call({"quoteAsset": totals.UNIT, "needBalanceDetail": "true"}),),
        paging=Some(),
        objection=totals.lacks_a_wallet,
        feeds=(
            Feed(Area.ACCOUNT_TOTALS, totals.wallets),
            Feed(Area.WALLET_BOTS, totals.inside(totals.TRADING_BOTS, Nature.BOTS)),
            Feed(Area.WALLET_COPY_TRADING, totals.inside(totals.COPY_TRADING, Nature.COPY_TRADING)),
        ),
        twice=True,
    ),
    Request(
        id="sapi/v1/simple-earn/account",
        route=get("sapi/v1/simple-earn/account"),
        ccxt_method="sapiGetSimpleEarnAccount",
        limit=sapi_ip(150),
        purpose="what all of Simple Earn is worth",
        source=service_page("simple-earn", "flexible-locked#simple-account"),
        row=ProductTotal,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_TOTALS, totals.product(totals.SIMPLE_EARN)),),
        twice=True,
    ),
    Request(
        id="sapi/v1/onchain-yields/account",
        route=get("sapi/v1/onchain-yields/account"),
        ccxt_method="",
        limit=sapi_ip(50),
        purpose="what all on-chain yields are worth",
        source=service_page("staking", "on-chain-yields#on-chain-yields-account"),
        row=ProductTotal,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_TOTALS, totals.product(totals.ON_CHAIN_YIELDS)),),
        twice=True,
    ),
    Request(
        id="sapi/v1/dci/product/accounts",
        route=get("sapi/v1/dci/product/accounts"),
        ccxt_method="sapiGetDciProductAccounts",
        limit=sapi_ip(1),
        purpose="what all dual investments are worth",
        source=service_page("dual-investment", "trade#check-dual-investment-accounts"),
        row=ProductTotal,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_TOTALS, totals.product(totals.DUAL_INVESTMENT)),),
        twice=True,
    ),
)
