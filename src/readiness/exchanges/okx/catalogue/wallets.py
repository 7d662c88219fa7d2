"""Balances of the account."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.okx.collectors import settings, wallets
from readiness.exchanges.okx.wire.wallets import FundingBalance, NonTradableAsset, TradingBalance
from readiness.exchanges.paging import One

WALLETS: Final = (
    Request(
        id="account/balance",
        route=get("account/balance"),
        ccxt_method="privateGetAccountBalance",
        limit=per_user(10),
        purpose="trading account: own money, frozen, bots, copy trading, lent, debts",
        source=documented("trading-account-rest-api-get-balance"),
        row=TradingBalance,
        paging=One(),
        feeds=(
            Feed(Area.WALLET_TRADING, wallets.trading),
            Feed(Area.LOANS_MARGIN, wallets.debts),
            Feed(Area.ACCOUNT_SETTINGS, settings.lending),
        ),
        twice=True,
    ),
    Request(
        id="asset/balances",
        route=get("asset/balances"),
        ccxt_method="privateGetAssetBalances",
        limit=per_user(6, 1),
        purpose="funding account",
        source=documented("funding-account-rest-api-get-balance"),
        row=FundingBalance,
        feeds=(Feed(Area.WALLET_FUNDING, wallets.funding),),
        twice=True,
    ),
    Request(
        id="asset/non-tradable-assets",
        route=get("asset/non-tradable-assets"),
        ccxt_method="privateGetAssetNonTradableAssets",
        limit=per_user(6, 1),
        purpose="assets that can only be withdrawn; they stand on OKX's closing checklist",
        source=documented("funding-account-rest-api-get-non-tradable-assets"),
        row=NonTradableAsset,
        feeds=(Feed(Area.WALLET_NON_TRADABLE, wallets.non_tradable),),
        twice=True,
    ),
)
