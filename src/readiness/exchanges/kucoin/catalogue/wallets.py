"""Balances of the account's own wallets, whatever family it is of.

A unified account may still have money in classic wallets, so both are asked for.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import (
    Asked,
    Call,
    Feed,
    Loop,
    Request,
    Traits,
    nothing_left,
)
from readiness.exchanges.kucoin.catalogue.source import (
    documented,
    futures,
    futures_get,
    get,
    known_unified,
    management,
    newer,
    public,
    spot,
)
from readiness.exchanges.kucoin.collectors import sub_accounts, wallets
from readiness.exchanges.kucoin.wire.account import Contract
from readiness.exchanges.kucoin.wire.wallets import (
    FuturesWallet,
    IsolatedAccount,
    MarginAccount,
    SpotBalance,
    UnifiedBalance,
)
from readiness.exchanges.paging import One, Some

SPOT_ACCOUNTS: Final = "api/v1/accounts"
CONTRACTS: Final = "api/v1/contracts/active"

SETTLEMENT_COINS: Final = Loop(CONTRACTS, "currency", wallets.settlement_coins)
"""Futures wallets can only be asked for coin by coin."""

ALL_FUTURES: Final = futures_get("api/v1/account-overview-all", "currency")


def _of_a_sub_account(traits: Traits) -> bool:
    return traits.get("kind") == "sub"


WALLETS: Final = (
    Request(
        id=SPOT_ACCOUNTS,
        route=get(SPOT_ACCOUNTS),
        ccxt_method="privateGetAccounts",
        limit=management(5),
        purpose="funding and spot accounts, what is on hold included",
        source=documented(3470125),
        row=SpotBalance,
        feeds=(
            Feed(Area.WALLET_FUNDING, wallets.funding),
            Feed(Area.WALLET_SPOT, wallets.spot),
        ),
        twice=True,
    ),
    Request(
        id="api/v3/margin/accounts",
        route=get("api/v3/margin/accounts", "queryType"),
        ccxt_method="privateGetMarginAccounts",
        limit=spot(15),
        purpose="cross margin of both engines: money, debts and interest",
        source=documented(3470127),
        row=MarginAccount,
        calls=(Call({"queryType": "ALL"}),),
        paging=One(),
        feeds=(
            Feed(Area.WALLET_MARGIN_CROSS, wallets.cross),
            Feed(Area.LOANS_MARGIN, wallets.cross_debts),
            Feed(Area.ACCOUNT_RESTRICTIONS, wallets.cross_state, proves=False),
        ),
        twice=True,
    ),
    Request(
        id="api/v3/isolated/accounts",
        route=get("api/v3/isolated/accounts", "queryType"),
        ccxt_method="privateGetIsolatedAccounts",
        limit=spot(15),
        purpose="isolated margin of both engines, pair by pair",
        source=documented(3470128),
        row=IsolatedAccount,
        calls=(Call({"queryType": "ALL"}),),
        paging=One(),
        feeds=(
            Feed(Area.WALLET_MARGIN_ISOLATED, wallets.isolated),
            Feed(Area.LOANS_MARGIN, wallets.isolated_debts),
            Feed(Area.ACCOUNT_RESTRICTIONS, wallets.isolated_state, proves=False),
        ),
        twice=True,
    ),
    Request(
        id=CONTRACTS,
        route=futures_get("api/v1/contracts/active"),
        ccxt_method="futuresPublicGetContractsActive",
        limit=public(3),
        purpose="which coins futures are settled in: each has a wallet of its own",
        source=documented(3470220),
        row=Contract,
        paging=Some(),
        signed=False,
        feeds=(
            Feed(Area.WALLET_FUTURES_USDM, nothing_left),
            Feed(Area.WALLET_FUTURES_COINM, nothing_left),
        ),
    ),
    Request(
        id="api/ua/v1/account/balance",
        route=get("api/ua/v1/account/balance", "accountType"),
        ccxt_method="utaPrivateGetAccountBalance",
        limit=management(5),
        purpose="futures wallets of coins that no listed contract is settled in any more",
        source=newer("ua/get-account-currency-assets-classic"),
        row=UnifiedBalance,
        calls=(Call({"accountType": "FUTURES"}),),
        paging=One(),
        objection=wallets.not_of("FUTURES"),
        adds_only=known_unified,
        feeds=(Feed(Area.WALLET_FUTURES_COINM, wallets.unlisted_futures),),
        twice=True,
    ),
    Request(
        id="api/v1/account-overview-all",
        route=ALL_FUTURES,
        ccxt_method="futuresPrivateGetAccountOverviewAll",
        limit=futures(6),
        purpose="the main account's own futures wallets: a plain key may see them here",
        source=documented(3470134),
        row=FuturesWallet,
        asked=Asked.MAIN_ONLY,
        rows_at="accounts",
        objection=sub_accounts.lacks_the_main_account,
        loop=SETTLEMENT_COINS,
        feeds=(
            Feed(Area.WALLET_FUTURES_USDM, sub_accounts.own_futures(wallets.futures(dollars=True))),
            Feed(
                Area.WALLET_FUTURES_COINM,
                sub_accounts.own_futures(wallets.futures(dollars=False)),
            ),
        ),
        twice=True,
    ),
    Request(
        id="api/v1/account-overview",
        route=futures_get("api/v1/account-overview", "currency"),
        ccxt_method="futuresPrivateGetAccountOverview",
        limit=futures(5),
        purpose="the futures wallets of a sub-account, with its own key",
        source=documented(3470129),
        row=FuturesWallet,
        permission="Futures",
        paging=One(),
        loop=SETTLEMENT_COINS,
        applies=_of_a_sub_account,
        feeds=(
            Feed(Area.WALLET_FUTURES_USDM, wallets.futures(dollars=True)),
            Feed(Area.WALLET_FUTURES_COINM, wallets.futures(dollars=False)),
        ),
        twice=True,
    ),
)
